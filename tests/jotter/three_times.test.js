// When it happened, when it was written: kept apart from the form on, and whatever the clocks do.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { momentOf, twiceShown } from "../../webapp/static/jotter/times.js";
import { fieldValue } from "./browser.js";
import { filledNote, NEW_NOTE, school } from "./school.js";
import { notes, PUPIL, TA, unlock } from "./world.js";

const MINUTE_MS = 60_000;
const iso = (moment) => new Date(moment).toISOString();
const HELD_BACK = Date.parse("2026-10-25T00:30:00.000Z"); // half past one, an hour before it is half past one again

/** What was saved, of the form as it was opened at one moment and sent at another. */
async function saved(opened, sent, fields = {}) {
  const { browser, tablet } = await school();
  tablet.clock.now = opened;
  await unlock(tablet, TA);
  const filled = await filledNote(browser, fields);
  tablet.clock.now = sent;
  await unlock(tablet, TA);
  const { status, html } = await browser.post(NEW_NOTE, filled);
  const [row] = await notes(tablet);
  return { browser, status, html, entry: row?.entry };
}

test("a note about this morning says when it happened, and when it was written", async () => {
  const { browser, tablet } = await school();
  await browser.post(NEW_NOTE, await filledNote(browser, { when: "2026-11-24T08:05" }));
  const [{ entry }] = await notes(tablet);
  assert.equal(entry.body.observed_at, "2026-11-24T08:05:00.000Z");
  assert.equal(entry.recorded_at, iso(tablet.clock.now));
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  assert.match(html, /Written 10:15/);
});

test("left as it was offered, `When` is the very moment at which the form was opened", async () => {
  const opened = Date.parse("2026-11-24T10:15:07.123Z");
  for (const minutes of [0, 2, 240]) {
    const { entry } = await saved(opened, opened + minutes * MINUTE_MS);
    assert.deepEqual([entry.body.observed_at, entry.recorded_at], [iso(opened), iso(opened + minutes * MINUTE_MS)]);
  }
});

test("two half past ones are two moments: a form left as it was keeps its own", async () => {
  for (const opened of [HELD_BACK, HELD_BACK + 60 * MINUTE_MS]) {
    const { entry } = await saved(opened, opened + 120 * MINUTE_MS);
    assert.equal(entry.body.observed_at, iso(opened));
  }
});

test("a half past one that was typed is the later one, unless that is still to come; and it is said which", async () => {
  const when = "2026-10-25T01:30";
  const early = await saved(HELD_BACK - 60 * MINUTE_MS, HELD_BACK + 5 * MINUTE_MS, { when });
  assert.equal(early.entry.body.observed_at, iso(HELD_BACK));
  const late = await saved(HELD_BACK - 60 * MINUTE_MS, HELD_BACK + 600 * MINUTE_MS, { when });
  assert.equal(late.entry.body.observed_at, iso(HELD_BACK + 60 * MINUTE_MS));
  assert.equal(twiceShown(HELD_BACK), "01:30 BST");
  assert.equal(twiceShown(HELD_BACK + 60 * MINUTE_MS), "01:30 GMT");
  assert.equal(twiceShown(HELD_BACK + 120 * MINUTE_MS), "");
  const refused = await saved(HELD_BACK, HELD_BACK + 5 * MINUTE_MS, { text: "" });
  assert.match(refused.html, /id="when-hint">The clocks went back: this is 01:30 BST</);
});

test("the half hour that March leaves out is taken for the half hour after it", () => {
  assert.equal(iso(momentOf("2026-03-29T01:30")), "2026-03-29T01:30:00.000Z");
  assert.equal(iso(momentOf("2026-03-29T02:30")), "2026-03-29T01:30:00.000Z");
  assert.equal(iso(momentOf("2026-03-29T00:59")), "2026-03-29T00:59:00.000Z");
});

test("what is still to come is refused kindly, but for the minutes by which clocks differ", async () => {
  const now = Date.parse("2026-11-24T10:15:00.000Z");
  assert.equal((await saved(now, now, { when: "2026-11-24T10:19" })).status, 303);
  const { status, html } = await saved(now, now, { when: "2026-11-24T10:25" });
  assert.equal(status, 422);
  assert.match(html, /id="when-error">When cannot be in the future</);
  assert.match(html, /Asked Ben to pass the glue/);
});

test("recent notes stand in the order in which things happened", async () => {
  const { browser, tablet } = await school();
  for (const [text, when] of [
    ["At nine", "2026-11-24T09:00"],
    ["At eight", "2026-11-24T08:00"],
    ["At ten", "2026-11-24T10:00"],
  ])
    await browser.post(NEW_NOTE, await filledNote(browser, { text, when }));
  await tablet.sync.run("saved");
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  const places = ["At ten", "At nine", "At eight"].map((text) => html.indexOf(text));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test("`When` is one field, filled with now", async () => {
  const { browser } = await school();
  const { html } = await browser.get(NEW_NOTE);
  assert.equal(html.match(/type="datetime-local"/g).length, 1);
  assert.equal(fieldValue(html, "when"), "2026-11-24T10:15");
});

test("a day is that day and an hour the school's, wherever the tablet believes to be", () => {
  const file = fileURLToPath(new URL("./times.test.js", import.meta.url));
  for (const TZ of ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/London"]) {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout } = spawnSync(process.execPath, ["--test", file], { env: { ...env, TZ } });
    assert.equal(status, 0, `${TZ}: ${stdout}`);
  }
});

test("what was just saved stands first until the page is left, however long ago it happened", async () => {
  const { browser, tablet, record } = await school();
  for (let number = 0; number < 9; number++)
    await browser.post(NEW_NOTE, await filledNote(browser, { text: `Note ${number}` }));
  await tablet.sync.run("saved");
  await browser.post(NEW_NOTE, await filledNote(browser, { text: "Last week", when: "2026-11-17T09:00" }));
  const page = (await browser.get(`/tablet/pupils/${PUPIL}?said=saved`)).html;
  const isFirst = (html) =>
    html.indexOf("Last week") > 0 && !html.slice(0, html.indexOf("Last week")).includes("Note ");
  assert.ok(isFirst(page));
  const [, again] = page.match(/id="notes" hx-get="([^"]*)"/);
  for (const entry of record.entries.values())
    record.publish("observation", entry.id, { ...entry.body, recorded_at: entry.recorded_at, author_id: TA.id });
  await tablet.sync.run("tick");
  const after = (await browser.get(again)).html;
  assert.ok(isFirst(after));
  assert.match(after, /Synced/);
  assert.ok(!isFirst((await browser.get(`/tablet/pupils/${PUPIL}`)).html));
});
