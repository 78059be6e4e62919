// Notes with photos, as a tablet's pages make them.

import assert from "node:assert/strict";
import { takePhoto } from "../../webapp/static/jotter/pages/photos.js";
import { READY } from "./pictures.js";
import { filledNote, NEW_NOTE, school } from "./school.js";
import { TA } from "./world.js";

/** As the page's script hands one over that it has made ready itself. */
export async function add(tablet, entry_id, more = {}) {
  const content = READY.slice().buffer;
  const message = { entry_id, kind: "observation", person: TA.id, name: "work.jpg", content, is_ready: true };
  return takePhoto(await tablet.present(), { ...message, ...more });
}

/** A note with so many photos, saved. */
export async function noteWith(photos) {
  const here = await school();
  const fields = await filledNote(here.browser);
  for (let count = 0; count < photos; count++) assert.deepEqual(await add(here.tablet, fields.entry_id), {});
  const saved = await here.browser.post(NEW_NOTE, fields);
  assert.equal(saved.status, 303);
  return { ...here, fields };
}

export const own = async (tablet, entry_id) => (await tablet.present()).photos.ofEntry(entry_id);
