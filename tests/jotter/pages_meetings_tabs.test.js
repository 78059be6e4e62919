// A meeting written in two tabs, or after a save that its page knew nothing of: no word is lost. And its last buttons.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldValue } from "./browser.js";
import { emptyMeeting, NEW_MEETING, school } from "./school.js";
import { PUPIL } from "./world.js";

/** A meeting opened in two tabs, and saved in one: `tab` is what the other one sends, `typed` its draft. */
async function savedInOneTab() {
  const made = await school();
  const fields = await emptyMeeting(made.browser);
  const tab = (discussion) =>
    made.browser.post(NEW_MEETING, { ...fields, after_revision: 0, discussion, do: "save-draft" });
  const typed = async (discussion, draft_at) => {
    const draft = { ...fields, after_revision: 0, discussion, draft_kind: "parent_meeting", pupil_id: PUPIL, draft_at };
    return JSON.parse((await made.browser.post("/tablet/drafts", draft)).html);
  };
  await tab("One tab");
  return { ...made, fields, tab, typed, at: made.tablet.clock.now };
}

test("words typed after a save that their page knew nothing of are kept as a draft", async () => {
  const { browser, tablet, fields, typed, at } = await savedInOneTab();
  assert.deepEqual(await typed("One ta", at), { is_kept: false, is_saved: true }, "typed before the save");
  assert.deepEqual(await typed("One tab", at + 9000), { is_kept: false, is_saved: true }, "the very words of it");
  assert.deepEqual(await typed("Other tab", at + 9000), { is_kept: true });
  const { html } = await browser.get(`${NEW_MEETING}?draft=${fields.entry_id}`);
  assert.match(html, /Other tab<\/textarea>/);
  assert.equal(await tablet.outbox.countAll(), 1);
});

test("what another tab's save kept from being saved is a draft until it is saved once more", async () => {
  const { browser, tab } = await savedInOneTab();
  assert.equal((await tab("Other tab")).status, 422);
  const [, link] = (await browser.get(`/tablet/pupils/${PUPIL}`)).html.match(/href="([^"]*)">Continue draft</);
  const { html } = await browser.get(link);
  assert.match(html, /Other tab<\/textarea>/);
  assert.equal(fieldValue(html, "after_revision"), "1");
});

test("for a left hand the button that finishes stands first, under its thumb", async () => {
  const { browser } = await school();
  const buttons = async () => {
    const { html } = await browser.get(NEW_MEETING);
    return [...html.matchAll(/value="(save-draft|finish)"/g)].map(([, name]) => name);
  };
  assert.deepEqual(await buttons(), ["save-draft", "finish"]);
  await browser.post("/tablet/settings", { hand: "left" });
  assert.deepEqual(await buttons(), ["finish", "save-draft"]);
});
