// What becomes of a count, a scale and a note that are left and continued: drafts, and the times they are given.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldValue } from "./browser.js";
import { filledNote, NEW_NOTE, school } from "./school.js";
import { notes, PUPIL, TA, unlock } from "./world.js";

const MINUTE_MS = 60_000;
const KIND = NEW_NOTE.replace("/new", "/kind");
const COUNTING = `${NEW_NOTE}?instrument=frequency`;

const draftOf = (fields) => ({ ...fields, draft_kind: "observation", pupil_id: PUPIL });
/** So much later, and unlocked again. */
async function passes(tablet, minutes) {
  tablet.clock.now += minutes * MINUTE_MS;
  await unlock(tablet, TA);
}

const isKept = ({ html }) => JSON.parse(html).is_kept;

async function opened(browser, address, fields = {}) {
  const { html } = await browser.get(address);
  const names = ["entry_id", "when_at", "when", "count", "taps", "count_began", "count_ended", "count_gap"];
  const given = names.map((name) => [name, fieldValue(html, name) ?? ""]);
  return { html, fields: { ...Object.fromEntries(given), text: "", instrument: "frequency", ...fields } };
}

const continued = (browser, { entry_id }, fields) => opened(browser, `${NEW_NOTE}?draft=${entry_id}`, fields);

test("watching for taps that do not come is kept as a draft; a form just opened is not, and is not said to be", async () => {
  const { browser, tablet } = await school();
  const { fields } = await opened(browser, COUNTING);
  tablet.clock.now += 5000;
  assert.equal(isKept(await browser.post("/tablet/drafts", draftOf(fields))), false);
  tablet.clock.now += MINUTE_MS;
  assert.equal(isKept(await browser.post("/tablet/drafts", draftOf(fields))), true);
  const again = await continued(browser, fields);
  assert.equal(again.fields.count_began, fields.count_began);
  assert.match(again.html, /<jotter-tally/);
  const narrative = draftOf({ ...fields, instrument: "narrative" });
  assert.equal(isKept(await browser.post("/tablet/drafts", narrative)), false);
});

test("a reload after a draft is gone opens a form of the same kind", async () => {
  const { browser } = await school();
  const { fields } = await opened(browser, COUNTING);
  const { html } = await browser.get(`${NEW_NOTE}?draft=${fields.entry_id}&instrument=frequency`);
  assert.match(html, /<jotter-tally/);
});

test("a count left for hours ends with its last tap and says so, and can be saved the next day", async () => {
  const { browser, tablet } = await school();
  const { fields } = await opened(browser, COUNTING);
  const began = tablet.clock.now;
  const taps = `${began + MINUTE_MS},${began + 4 * MINUTE_MS}`;
  tablet.clock.now += 4 * MINUTE_MS;
  await browser.post("/tablet/drafts", draftOf({ ...fields, count: "2", taps }));
  await passes(tablet, 4 * 60);
  const { html, fields: later } = await continued(browser, fields);
  assert.match(html, /the watch has ended with your last tap/);
  assert.equal(later.count_ended, String(began + 4 * MINUTE_MS));
  await passes(tablet, 26 * 60);
  assert.equal((await browser.post(NEW_NOTE, later)).status, 303);
  const [{ entry }] = await notes(tablet);
  assert.equal(entry.body.measures.observed_for_s, 240);
  assert.equal(entry.body.observed_at, new Date(began).toISOString());
});

test("a count continued a moment later is still being watched for", async () => {
  const { browser, tablet } = await school();
  const { fields } = await opened(browser, COUNTING);
  tablet.clock.now += 2 * MINUTE_MS;
  await browser.post("/tablet/drafts", draftOf(fields));
  await passes(tablet, 10);
  const { html, fields: later } = await continued(browser, fields);
  assert.equal(later.count_ended, "");
  assert.doesNotMatch(html, /the watch has ended/);
});

test("another scale asks for its own score, and stays the one that was chosen", async () => {
  const { browser } = await school();
  const zones = await filledNote(browser, { instrument: "scale", scale: "zones", score: "4", score_of: "zones" });
  await browser.post(NEW_NOTE, zones);
  const typed = await filledNote(browser, { ...zones, entry_id: "", scale: "leuven_wellbeing" });
  const { html } = await browser.post(KIND, typed);
  assert.match(html, /4 High/);
  assert.equal(fieldValue(html, "score_of"), "leuven_wellbeing");
  assert.doesNotMatch(html, /name="score" value="4" checked/);
});
