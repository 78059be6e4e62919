// The form of a parent meeting: what it asks for, and where the meeting stands once it is finished.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldValue } from "./browser.js";
import { emptyMeeting, filledNote, NEW_MEETING, NEW_NOTE, school, valueId } from "./school.js";
import { notes, PUPIL } from "./world.js";

test("nothing but the day and the purpose is compulsory, and the meeting stands among the notes by its purpose", async () => {
  const { browser, tablet } = await school();
  const fields = await emptyMeeting(browser);
  assert.deepEqual([fields.held_on, fieldValue((await browser.get(NEW_MEETING)).html, "purpose")], ["2026-11-24", ""]);
  const { status, html } = await browser.post(NEW_MEETING, { ...fields, purpose: " ", do: "finish" });
  assert.equal(status, 422);
  assert.match(html, /id="purpose-error">Say what the meeting is for/);
  const { headers } = await browser.post(NEW_MEETING, { ...fields, purpose: "Swimming on Fridays", do: "finish" });
  assert.equal(headers.get("Location"), `/tablet/pupils/${PUPIL}?said=meeting`);
  assert.equal((await notes(tablet))[0].entry.body.purpose, "Swimming on Fridays");
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /<h3>Swimming on Fridays<\/h3>/);
});

test("a meeting that was held long ago stands first as long as its author looks at the page, then at its day", async () => {
  const { browser, tablet } = await school();
  const held = { ...(await emptyMeeting(browser)), held_on: "2026-09-07", discussion: "Long ago.", do: "finish" };
  await browser.post(NEW_NOTE, await filledNote(browser));
  await browser.post(NEW_MEETING, held);
  const isFirst = (html) => html.indexOf("Long ago.") < html.indexOf("Asked Ben");
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}?said=meeting`);
  assert.ok(isFirst(html));
  await tablet.sync.run("saved");
  assert.ok(isFirst((await browser.get(html.match(/id="notes" hx-get="([^"]*)"/)[1])).html));
  assert.ok(!isFirst((await browser.get(`/tablet/pupils/${PUPIL}`)).html));
});

test("the five purposes are suggested, and an older one's code is told in words and stays as it is", async () => {
  const { browser, tablet, record } = await school();
  const { html } = await browser.get(NEW_MEETING);
  const suggested = [...html.matchAll(/<option value="([^"]*)"><\/option>/g)].map(([, text]) => text);
  const five = ["Structured conversation", "SEN support review", "Annual review", "Concern", "Other"];
  assert.deepEqual(suggested.slice(0, 5), five);
  record.publish("parent_meeting", valueId(9), { pupil_id: PUPIL, held_on: "2026-12-03", purpose: "annual_review" });
  await tablet.sync.run("tick");
  const form = (await browser.get(`${NEW_MEETING}?meeting=${valueId(9)}`)).html;
  assert.equal(fieldValue(form, "purpose"), "Annual review");
  const names = ["entry_id", "base_version", "after_revision", "held_on", "purpose"];
  const sent = Object.fromEntries(names.map((name) => [name, fieldValue(form, name)]));
  await browser.post(NEW_MEETING, { ...sent, discussion: "Talked.", do: "save-draft" });
  assert.equal((await notes(tablet))[0].entry.body.purpose, "annual_review");
});

test("each row of the agreed actions is a group of its own name", async () => {
  const { browser } = await school();
  const rows = [valueId(1), valueId(2)].flatMap((id) => [["action_id", id]]);
  const sent = new URLSearchParams([...Object.entries(await emptyMeeting(browser)), ...rows, ["do", "add-action"]]);
  const { html } = await browser.post(NEW_MEETING, sent);
  const groups = [...html.matchAll(/role="group" aria-label="(Action \d)"/g)].map(([, name]) => name);
  assert.deepEqual(groups, ["Action 1", "Action 2", "Action 3"]);
});

test("too many actions and too long a role are told beside what is wrong", async () => {
  const { browser } = await school();
  const begun = Object.entries(await emptyMeeting(browser));
  const actions = Array.from({ length: 101 }, (_, place) => [
    ["action_id", `01900000-0000-7000-8000-000000000${100 + place}`],
    ...[
      ["action_text", "Ring home"],
      ["action_owner", ""],
      ["action_due", ""],
    ],
  ]).flat();
  const many = await browser.post(NEW_MEETING, [...begun, ...actions, ["do", "finish"]]);
  assert.equal(many.status, 422);
  assert.match(many.html, /<a href="#actions">A meeting has at most 100 actions<\/a>/);
  const signed = { id: valueId(1), name: "Ann Hart", role: "r".repeat(201), typed: valueId(1), at: "", strokes: "" };
  const signature = Object.entries(signed).map(([name, value]) => [`signature_${name}`, value]);
  const long = await browser.post(NEW_MEETING, [...begun, ...signature, ["do", "finish"]]);
  assert.equal(long.status, 422);
  assert.match(long.html, /id="signature_role-[^"]*-error">A role has at most 200 characters/);
});

test("lines end in LF, whatever the browser sends", async () => {
  const { browser, tablet } = await school();
  const words = { discussion: "One\r\nTwo\rThree", needs: "A\r\nB", agenda: "x\r\ny", purpose: "Concern" };
  const action = { action_id: valueId(1), action_text: "Read\r\nmore", action_owner: "Mum\rDad", action_due: "" };
  await browser.post(NEW_MEETING, { ...(await emptyMeeting(browser)), ...words, ...action, do: "finish" });
  const [{ entry }] = await notes(tablet);
  assert.doesNotMatch(JSON.stringify(entry.body), /\\r/);
  assert.equal(entry.body.discussion, "One\nTwo\nThree");
});

test("a meeting that was saved here as a draft is continued, however little it says, delivered or not", async () => {
  const { browser, record, tablet } = await school();
  const isContinued = async () => {
    const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
    assert.match(html, /not finished<[\s\S]*>Continue draft</);
    assert.doesNotMatch(html, /Hold meeting/);
  };
  const said = { ...(await emptyMeeting(browser)), present: "Ann Hart, mother, PR" };
  await browser.post(NEW_MEETING, { ...said, do: "save-draft" });
  await isContinued();
  const [{ id, entry }] = await notes(tablet);
  await tablet.sync.run("saved");
  record.publish("parent_meeting", id, { ...entry.body, recorded_at: entry.recorded_at });
  await tablet.sync.run("tick");
  assert.equal(await tablet.outbox.countAll(), 0);
  await isContinued();
});
