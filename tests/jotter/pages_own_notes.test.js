// One's own saved note: it opens, says what became of it, and can be corrected.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KEEP_ACKNOWLEDGED_MS } from "../../webapp/static/jotter/store/outbox.js";
import { fieldValue } from "./browser.js";
import { filledNote, NEW_NOTE, school, valueId } from "./school.js";
import { notes, PUPIL, TA, unlock } from "./world.js";

const OUTCOME = "01900000-0000-7000-8000-00000000bbbb";
const addressIn = (html) => html.match(/<a href="(\/tablet\/pupils\/[^"]*\/notes\/[^"]*)"/)?.[1];

/** A note that was saved, and the address at which it opens. */
async function written(more = {}) {
  const made = await school();
  await made.browser.post(NEW_NOTE, await filledNote(made.browser, more));
  const address = addressIn((await made.browser.get(`/tablet/pupils/${PUPIL}`)).html);
  const [{ entry }] = await notes(made.tablet);
  return { ...made, address, entry };
}

/** The record files it, and tells this tablet of its document. */
async function filed({ record, tablet, entry }, more = {}) {
  await tablet.sync.run("saved");
  const told = { author_id: TA.id, recorded_at: entry.recorded_at, received_at: entry.recorded_at, reviewed: false };
  record.publish("observation", entry.id, { ...entry.body, ...told, ...more });
  await tablet.sync.run("tick");
}

async function formOf(browser, address) {
  const { html } = await browser.get(`${address}/correct`);
  const names = ["entry_id", "base_version", "after_revision", "when", "when_at", "setting"];
  return { html, fields: Object.fromEntries(names.map((name) => [name, fieldValue(html, name) ?? ""])) };
}

test("a note says that it waits, that it is in the record, and that it was read", async () => {
  const made = await written();
  const { browser, address } = made;
  assert.match((await browser.get(address)).html, /<strong>Waiting<\/strong> on this tablet/);
  await filed(made);
  assert.match((await browser.get(address)).html, /<strong>In the record\.<\/strong>[\s\S]*Not read yet/);
  await filed(made, { reviewed: true });
  assert.match((await browser.get(address)).html, /<strong>Read<\/strong> by the SENCO/);
});

test("a note says what was asked about it and what it was used for", async () => {
  const made = await written();
  const { browser, record, tablet, address, entry } = made;
  const question = { pupil_id: PUPIL, entry_id: entry.id, entry_kind: "observation", text: "Before lunch?" };
  record.publish("question", valueId(9), { ...question, asked_at: "2026-11-24T11:00:00.000Z", answer: null });
  await filed(made, { outcome_ids: [OUTCOME] });
  const { html } = await browser.get(address);
  assert.match(html, /<strong>Asked about<\/strong>[\s\S]*Before lunch\?/);
  assert.match(html, new RegExp(`href="/tablet/questions/${valueId(9)}">Answer<`));
  assert.match(html, /<strong>Used for<\/strong> the outcome: Asks for help/);
  record.publish("question", valueId(9), { ...question, asked_at: "2026-11-24T11:00:00.000Z", answer: "Yes." });
  await tablet.sync.run("tick");
  assert.match((await browser.get(address)).html, /You answered: <span[^>]*>Yes\.</);
});

test("a quarantined note says that it is with the SENCO", async () => {
  const made = await written();
  made.record.statusOf = () => "quarantined";
  await made.tablet.sync.run("saved");
  assert.match((await made.browser.get(made.address)).html, /With the SENCO to sort out/);
});

test("a correction is a new revision of the same happening, and both are kept", async () => {
  const { browser, tablet, address, entry } = await written({ when: "2026-11-24T08:05" });
  tablet.clock.now += 2 * 3_600_000;
  await unlock(tablet, TA);
  assert.match((await browser.get(address)).html, />Correct<\/a>/);
  const { fields } = await formOf(browser, address);
  const { headers } = await browser.post(`${address}/correct`, {
    ...fields,
    text: "Asked Ben twice.",
    outcomes: OUTCOME,
  });
  assert.equal(headers.get("Location"), `/tablet/pupils/${PUPIL}?said=saved`);
  const [later, first] = (await notes(tablet)).map((row) => row.entry);
  assert.deepEqual([first, later.id, later.revision], [entry, entry.id, 2]);
  assert.equal(later.body.observed_at, entry.body.observed_at);
  assert.equal(later.recorded_at, new Date(tablet.clock.now).toISOString());
  assert.deepEqual(later.body, { ...entry.body, text: "Asked Ben twice.", outcome_ids: [OUTCOME] });
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  assert.match(html, /Asked Ben twice\./);
  assert.doesNotMatch(html, /pass the glue/);
});

test("a correction of the record's version says upon which it was written, and keeps what the form does not show", async () => {
  const made = await written();
  await filed(made, { newer: { kept: [1] }, outcome_ids: [valueId(7)], measures: { count: 3 }, instrument: "abc" });
  const { browser, address, tablet } = made;
  const { html, fields } = await formOf(browser, address);
  assert.match(html, /What was measured stays as it is/);
  await browser.post(`${address}/correct`, { ...fields, text: "Other words." });
  const [{ entry }] = await notes(tablet);
  assert.deepEqual([entry.base_version > 0, entry.revision], [true, 2]);
  assert.deepEqual([entry.body.newer, entry.body.outcome_ids], [{ kept: [1] }, [valueId(7)]]);
  for (const name of ["author_id", "received_at", "reviewed"]) assert.equal(entry.body[name], undefined);
  assert.match((await browser.get(address)).html, /not what you changed last/);
});

test("when it happened can be corrected, but not into the future, and no word may be taken away", async () => {
  const { browser, address, tablet } = await written();
  const { fields } = await formOf(browser, address);
  const refused = await browser.post(`${address}/correct`, { ...fields, text: " ", when: "2026-11-25T09:00" });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /id="text-error"[\s\S]*id="when-error"/);
  await browser.post(`${address}/correct`, { ...fields, text: "Same", when: "2026-11-24T09:00" });
  assert.equal((await notes(tablet))[0].entry.body.observed_at, "2026-11-24T09:00:00.000Z");
});

test("half a correction is kept as a draft, offered, and gone once it is saved", async () => {
  const { browser, address } = await written();
  const { fields } = await formOf(browser, address);
  const typed = { ...fields, text: "Half a corr", draft_kind: "correction", pupil_id: PUPIL };
  assert.equal(JSON.parse((await browser.post("/tablet/drafts", typed)).html).is_kept, true);
  const [, link] = (await browser.get(`/tablet/pupils/${PUPIL}`)).html.match(/href="([^"]*)">Continue draft</);
  assert.match((await browser.get(link)).html, /Half a corr<\/textarea>/);
  await browser.post(`${address}/correct`, { ...fields, text: "A whole correction." });
  assert.doesNotMatch((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Continue draft/);
});

test("half a correction of a note that has left the tablet is not lost with it", async () => {
  const { browser, address, record, tablet, entry } = await written();
  const { fields } = await formOf(browser, address);
  const typed = { ...fields, text: "Half a corr", draft_kind: "correction", pupil_id: PUPIL };
  await browser.post("/tablet/drafts", typed);
  const elsewhere = address.replace(entry.id, valueId(8));
  assert.equal((await browser.get(`${elsewhere}/correct`)).status, 404);
  await tablet.sync.run("saved");
  record.publish("pupil", PUPIL, null, { gone: true });
  await tablet.sync.run("tick");
  await tablet.outbox.forgetOld(tablet.clock.now + 2 * KEEP_ACKNOWLEDGED_MS);
  for (const { status, html } of [
    await browser.get(`${address}/correct`),
    await browser.post(`${address}/correct`, typed),
  ]) {
    assert.match(html, /not on this tablet any more[\s\S]*give it to your SENCO[\s\S]*Half a corr<\/textarea>/);
    assert.doesNotMatch(html, /Save observation/);
    assert.ok([200, 422].includes(status));
  }
  assert.deepEqual(await notes(tablet), []);
});

test("two tabs that correct one note do not overwrite each other unasked", async () => {
  const { browser, address, tablet } = await written();
  const { fields } = await formOf(browser, address);
  await browser.post(`${address}/correct`, { ...fields, text: "One tab" });
  const second = await browser.post(`${address}/correct`, { ...fields, text: "Other tab" });
  assert.equal(second.status, 422);
  assert.match(second.html, /changed in another tab/);
  const after_revision = fieldValue(second.html, "after_revision");
  assert.equal(
    (await browser.post(`${address}/correct`, { ...fields, after_revision, text: "Other tab" })).status,
    303,
  );
  assert.equal((await notes(tablet))[0].entry.body.text, "Other tab");
});

test("nobody else's note opens as one's own", async () => {
  const { browser, record, tablet } = await school();
  const told = { pupil_id: PUPIL, instrument: "narrative", text: "Theirs", author_id: valueId(1) };
  record.publish("observation", valueId(8), { ...told, recorded_at: "2026-11-24T09:00:00.000Z" });
  await tablet.sync.run("tick");
  assert.equal(addressIn((await browser.get(`/tablet/pupils/${PUPIL}`)).html), undefined);
  for (const path of ["", "/correct"])
    assert.equal((await browser.get(`/tablet/pupils/${PUPIL}/notes/${valueId(8)}${path}`)).status, 404);
});

test("one's own finished meeting opens, and is corrected in its form", async () => {
  const { browser, tablet } = await school();
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}/meetings/new`);
  const fields = { entry_id: fieldValue(html, "entry_id"), held_on: "2026-11-24", purpose: "Concern", do: "finish" };
  await browser.post(`/tablet/pupils/${PUPIL}/meetings/new`, fields);
  const address = addressIn((await browser.get(`/tablet/pupils/${PUPIL}`)).html);
  const [, correct] = (await browser.get(address)).html.match(/href="([^"]*)">Correct</);
  assert.equal(fieldValue((await browser.get(correct)).html, "purpose"), "Concern");
  assert.equal(await tablet.outbox.countAll(), 1);
});
