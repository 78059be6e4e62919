// What was measured stands in one line wherever the tablet lists notes, waiting or filed, right or broken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { school } from "./school.js";
import { PUPIL, writeNote } from "./world.js";

const PUPIL_PAGE = `/tablet/pupils/${PUPIL}`;
const MEASURES = { behaviour: "Calling out", count: 7, observed_for_s: 1200 };
const bodyOf = (instrument, measures) => ({ pupil_id: PUPIL, instrument, text: "", setting: "", measures });

test("a count that waits is told in the pupil's notes and in the Outbox", async () => {
  const { browser, tablet } = await school();
  await writeNote(tablet, "", { body: bodyOf("frequency", MEASURES) });
  for (const path of [PUPIL_PAGE, "/tablet/outbox"]) {
    const { html } = await browser.get(path);
    assert.match(html, /Frequency<\/span> Calling out: 7 in 20 min \(21 an hour\)/, path);
  }
});

test("a colleague's count is told the same once it is pulled", async () => {
  const { browser, tablet, record } = await school();
  const body = { ...bodyOf("frequency", MEASURES), recorded_at: "2026-11-24T10:15:00.000Z", author_id: "x" };
  record.publish("observation", "o-1", body);
  await tablet.sync.run("tick");
  assert.match((await browser.get(PUPIL_PAGE)).html, /Calling out: 7 in 20 min \(21 an hour\)/);
});

test("two versions that differ in what was counted can be told apart", async () => {
  const { browser, tablet, record } = await school();
  const pair = { recorded: bodyOf("frequency", MEASURES), offered: bodyOf("frequency", { ...MEASURES, count: 8 }) };
  record.publish("conflict", "c-1", {
    pupil_id: PUPIL,
    entry_id: "o",
    entry_kind: "observation",
    ...pair,
    settled: null,
  });
  await tablet.sync.run("tick");
  const { html } = await browser.get("/tablet/outbox");
  assert.match(html, /Calling out: 7 in 20 min/);
  assert.match(html, /Calling out: 8 in 20 min/);
});

test("measures that are not what they should be break no page", async () => {
  const { browser, tablet, record } = await school();
  const kinds = ["abc", "frequency", "duration", "time_sample", "scale", "target", "session", "telescope"];
  const broken = ["words", 7, null, ["x"], { count: "many", spells: "x", behaviours: [7, null], scores: [] }];
  for (const [number, measures] of broken.entries())
    for (const instrument of kinds) {
      const body = { ...bodyOf(instrument, measures), text: `Old words of ${instrument} ${number}`, author_id: "x" };
      record.publish("observation", `o-${instrument}-${number}`, { ...body, recorded_at: "2026-11-24T10:15:00.000Z" });
    }
  await tablet.sync.run("tick");
  const { html } = await browser.get(`${PUPIL_PAGE}?show=100`);
  for (const instrument of kinds) assert.ok(html.includes(`Old words of ${instrument} 4`), instrument);
});
