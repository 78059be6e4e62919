// The pupil's charts on the tablet: from the shelf and from what waits, by period, with half-terms and phases.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../webapp/static/jotter/store/ids.js";
import { school, valueId } from "./school.js";
import { crypto, PUPIL, TEACHER, writeNote } from "./world.js";

const CHARTS = `/tablet/pupils/${PUPIL}/charts`;
const TERMS = [
  { name: "Autumn 1 2026", first: "2026-09-02", last: "2026-10-23" },
  { name: "Autumn 2 2026", first: "2026-11-02", last: "2026-12-18" },
];

function count(record, recorded_at, measures = { behaviour: "Calling out", count: 7, observed_for_s: 1200 }) {
  record.publish("observation", newId(Date.parse(recorded_at), crypto), {
    ...{ pupil_id: PUPIL, instrument: "frequency", text: "", measures, author_id: TEACHER.id, reviewed: false },
    ...{ recorded_at, received_at: recorded_at },
  });
}

async function counted() {
  const made = await school();
  made.record.publish("school", valueId(7), { name: "Wrenfold", lists: { terms: TERMS } });
  count(made.record, "2026-09-03T09:30:00.000Z");
  count(made.record, "2026-11-20T09:30:00.000Z", { behaviour: "Calling out", count: 2, observed_for_s: 1200 });
  count(made.record, "2026-07-20T09:30:00.000Z", { behaviour: "Calling out", count: 1, observed_for_s: 1200 });
  await made.tablet.sync.run("open");
  return made;
}

test("the pupil's page leads to the charts, which are drawn and told with the server away", async () => {
  const { browser, tablet } = await counted();
  tablet.world.fetch = async () => {
    throw new TypeError("fetch failed");
  };
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, new RegExp(`<a href="${CHARTS}">Charts</a>`));
  const { html } = await browser.get(CHARTS);
  assert.match(html, /<h2 id="charts-title">Charts<\/h2>/);
  assert.match(html, /aria-label="Calling out: 21 an hour on 3 Sep, 6 an hour on 20 Nov, 2 days observed\."/);
  assert.match(html, /<th scope="row">3 Sep 2026<\/th><td>21 an hour<\/td><td>7 in 20 min<\/td>/);
  assert.match(html, />Autumn 1 2026<\/text>/);
  assert.doesNotMatch(html, /style=/);
});

test("a period is chosen by a link", async () => {
  const { browser } = await counted();
  const half_term = (await browser.get(`${CHARTS}?period=half-term`)).html;
  assert.match(half_term, /Calling out: 6 an hour on 20 Nov, one day observed\./);
  assert.match(half_term, /aria-current="true">This half-term</);
  assert.match(
    (await browser.get(`${CHARTS}?period=all`)).html,
    /Calling out: 3 an hour on 20 Jul, .* 3 days observed\./,
  );
});

test("a change of strategy is drawn with its label", async () => {
  const { browser, record, tablet } = await counted();
  record.publish("phase", valueId(8), { pupil_id: PUPIL, on: "2026-11-02", label: "Visual <timetable>" });
  await tablet.sync.run("tick");
  assert.match((await browser.get(CHARTS)).html, /<text class="phase-text"[^>]*>Visual &lt;timetable&gt;<\/text>/);
});

test("a note that waits to be sent is counted already", async () => {
  const { browser, tablet } = await counted();
  assert.match((await browser.get(CHARTS)).html, /, 2 observations</);
  await writeNote(tablet);
  assert.match((await browser.get(CHARTS)).html, /, 3 observations</);
  await tablet.sync.run("saved");
  assert.match((await browser.get(CHARTS)).html, /, 3 observations</);
});

test("a pupil without observations, and one who is not there", async () => {
  const { browser } = await school();
  assert.match((await browser.get(CHARTS)).html, /No observations in this time\./);
  assert.equal((await browser.get(`/tablet/pupils/${valueId(5)}/charts`)).status, 404);
});
