// What the worker answers to a parent meeting: prepared, begun here or elsewhere, finished; actions and signatures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOf, fieldsOf, fieldsOfBody, peopleOf } from "../../webapp/static/jotter/pages/meeting_fields.js";
import { fieldValue } from "./browser.js";
import { emptyMeeting, NEW_MEETING, school, valueId } from "./school.js";
import { notes, PUPIL, TA } from "./world.js";

test("adding an action keeps what was typed and gives it three fields", async () => {
  const { browser } = await school();
  const { html } = await browser.post(NEW_MEETING, {
    ...(await emptyMeeting(browser)),
    parent_view: "He sleeps",
    do: "add-action",
  });
  for (const label of ["Action", "Who", "By when"]) assert.match(html, new RegExp(`<label[^>]*>${label}</label>`));
  assert.match(html, /He sleeps<\/textarea>/);
});

test("a finished meeting waits with its actions, and blank rows are left out", async () => {
  const { browser, tablet } = await school();
  const fields = new URLSearchParams(await emptyMeeting(browser));
  for (const [id, text, owner, due] of [
    [valueId(1), "Visual timetable", "Miss Marsh", "2026-12-01"],
    [valueId(2), "", "", ""],
  ])
    for (const [name, value] of Object.entries({
      action_id: id,
      action_text: text,
      action_owner: owner,
      action_due: due,
    }))
      fields.append(name, value);
  fields.set("present", "Fatima Yusuf, mother\nMr Hart (father)\n\nInterpreter");
  fields.set("do", "finish");
  const { headers } = await browser.post(NEW_MEETING, fields);
  assert.equal(headers.get("Location"), `/tablet/pupils/${PUPIL}?said=meeting`);
  const [{ entry }] = await notes(tablet);
  assert.equal(entry.body.finished, true);
  assert.deepEqual(entry.body.actions, [
    { id: valueId(1), text: "Visual timetable", owner: "Miss Marsh", due: "2026-12-01" },
  ]);
  assert.deepEqual(entry.body.present.at(-1), { name: "Interpreter", relation: "" });
});

test("a meeting saved as a draft is sent as not finished and can be continued", async () => {
  const { browser, tablet } = await school();
  await browser.post(NEW_MEETING, { ...(await emptyMeeting(browser)), child_view: "I like frogs", do: "save-draft" });
  assert.equal((await notes(tablet))[0].entry.body.finished, false);
  const [, link] = (await browser.get(`/tablet/pupils/${PUPIL}`)).html.match(/href="([^"]*)">Continue draft</);
  assert.match((await browser.get(link)).html, /I like frogs<\/textarea>/);
});

test("a meeting without a day, or an action without words, is refused beside its field", async () => {
  const { browser } = await school();
  const broken = { held_on: "", action_id: valueId(1), action_text: "", action_owner: "Dad", action_due: "" };
  const { status, html } = await browser.post(NEW_MEETING, {
    ...(await emptyMeeting(browser)),
    ...broken,
    do: "finish",
  });
  assert.equal(status, 422);
  assert.match(html, /id="held_on-error"/);
  assert.match(html, new RegExp(`id="action_text-${valueId(1)}-error">Say what was agreed`));
});

test("open actions of earlier meetings stand at the top of the next one", async () => {
  const { browser, tablet, record } = await school();
  record.publish("action", "a1", {
    pupil_id: PUPIL,
    text: "Hearing test",
    owner: "Mum",
    due: "2026-12-01",
    done: false,
  });
  record.publish("action", "a2", { pupil_id: PUPIL, text: "Long done", owner: "Mum", due: null, done: true });
  await tablet.sync.run("tick");
  const { html } = await browser.get(NEW_MEETING);
  assert.match(html, /Hearing test/);
  assert.doesNotMatch(html, /Long done/);
});

test("people present are read from one line each", () => {
  assert.deepEqual(peopleOf("Fatima Yusuf, mother\nMr Hart (father)\nSENCO"), [
    { name: "Fatima Yusuf", relation: "mother" },
    { name: "Mr Hart", relation: "father" },
    { name: "SENCO", relation: "" },
  ]);
});

test("parental responsibility is read from the end of a line, and only there", () => {
  assert.deepEqual(
    peopleOf("Fatima Yusuf, mother, PR\nMr Hart (father, no PR)\nDan Prior\nNan, parental responsibility\nPR"),
    [
      { name: "Fatima Yusuf", relation: "mother", has_responsibility: true },
      { name: "Mr Hart", relation: "father", has_responsibility: false },
      { name: "Dan Prior", relation: "" },
      { name: "Nan", relation: "", has_responsibility: true },
      { name: "PR", relation: "" },
    ],
  );
});

const NOW = "2026-11-24T10:15:00.000Z";
const ELSEWHERE = {
  pupil_id: PUPIL,
  held_on: "2026-11-24",
  purpose: "structured_conversation",
  agenda: ["How is reading?", "Sleep"],
  bring: "The folder",
  needs: "A Somali interpreter",
  present: [{ name: "Yusuf, Fatima", relation: "mother", has_responsibility: true, phone: "kept" }],
  parent_view: "  Sleeps better ",
  child_view: "",
  discussion: "",
  prompts: { explore: "Loves frogs", newer: "kept" },
  actions: [{ id: valueId(1), text: "Hearing test", owner: "Mum", due: null, newer: "kept" }],
  actions_earlier: [{ id: valueId(2), done: true }],
  next_meeting: "2027-02-02",
  signatures: [
    {
      id: valueId(3),
      name: "Fatima",
      role: "Mother",
      signed_at: NOW,
      width: 1000,
      height: 300,
      strokes: [[[1, 2, 0]]],
    },
    { id: valueId(4), name: "Rosa", role: "SENCO", signed_at: NOW, typed: true },
  ],
  finished: false,
  attachment_ids: [valueId(5)],
};

/** What the form would send: its fields as a browser sends them. */
function sentBy(fields) {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    if (!Array.isArray(value)) sent.append(name, String(value).replace(/\n/g, "\r\n"));
  for (const { id, text, owner, due } of fields.actions)
    for (const [name, value] of Object.entries({ id, text, owner, due })) sent.append(`action_${name}`, value);
  for (const { id, name, role, at, strokes, is_typed } of fields.signatures) {
    for (const [field, value] of Object.entries({ id, name, role, at, strokes }))
      sent.append(`signature_${field}`, value);
    if (is_typed) sent.append("signature_typed", id);
  }
  for (const { id, done } of fields.earlier) {
    sent.append("earlier_id", id);
    if (done) sent.append("earlier_done", id);
  }
  return sent;
}

test("a form that nobody touched sends the meeting as it was, newer members and all", () => {
  const fields = fieldsOf(sentBy(fieldsOfBody(valueId(9), ELSEWHERE, { newId: () => valueId(8) })));
  const body = bodyOf(fields, PUPIL, { before: ELSEWHERE, is_finished: false, now: NOW });
  const { prompts, ...rest } = body;
  const { prompts: before, parent_view, ...others } = ELSEWHERE;
  assert.deepEqual({ ...rest, parent_view }, { ...others, parent_view });
  assert.deepEqual(prompts, { explore: "Loves frogs", newer: "kept", focus: "", plan: "", review: "" });
});

async function begunElsewhere() {
  const made = await school();
  const told = { author_id: "someone", recorded_at: NOW, received_at: NOW, reviewed: false };
  made.record.publish("parent_meeting", valueId(9), { ...ELSEWHERE, ...told });
  await made.tablet.sync.run("tick");
  return made;
}

const CONTINUED = `${NEW_MEETING}?meeting=${valueId(9)}`;
const continued = (fields) => sentBy({ ...fieldsOfBody(valueId(9), ELSEWHERE, { newId: () => "" }), ...fields });

test("a meeting begun on another tablet is offered, opens with its words, and is finished here", async () => {
  const { browser, tablet } = await begunElsewhere();
  for (const path of ["/tablet/", `/tablet/pupils/${PUPIL}`]) {
    const { html } = await browser.get(path);
    assert.equal(html.match(/href="([^"]*)">Continue draft</)[1], CONTINUED, path);
  }
  const { html } = await browser.get(CONTINUED);
  assert.match(html, /Loves frogs<\/textarea>/);
  const base_version = fieldValue(html, "base_version");
  const sent = continued({ base_version, discussion: "Talked." });
  sent.append("do", "finish");
  const { headers } = await browser.post(NEW_MEETING, sent);
  assert.equal(headers.get("Location"), `/tablet/pupils/${PUPIL}?said=meeting`);
  const [{ entry }] = await notes(tablet);
  assert.ok(entry.base_version > 0);
  assert.deepEqual(
    [entry.id, entry.revision, entry.base_version, entry.body.finished],
    [valueId(9), 1, Number(base_version), true],
  );
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Continue draft/);
});

test("a prepared meeting is offered to be held", async () => {
  const { browser, record, tablet } = await school();
  const { parent_view, prompts, actions, signatures, ...prepared } = ELSEWHERE;
  record.publish("parent_meeting", valueId(9), { ...prepared, held_on: "2026-12-03", recorded_at: NOW });
  await tablet.sync.run("tick");
  const { html } = await browser.get("/tablet/");
  assert.match(html, /Thu 3 Dec 2026/);
  assert.equal(html.match(/href="([^"]*)">Hold meeting</)[1], CONTINUED);
});

test("what waits here is gone on from, not what the record has", async () => {
  const { browser, tablet } = await begunElsewhere();
  const first = continued({ base_version: "1", discussion: "First half." });
  first.append("do", "save-draft");
  await browser.post(NEW_MEETING, first);
  const { html } = await browser.get(CONTINUED);
  assert.match(html, /First half\.<\/textarea>/);
  assert.deepEqual([fieldValue(html, "base_version"), fieldValue(html, "after_revision")], ["", "1"]);
  const second = continued({ after_revision: 1, discussion: "Both halves." });
  second.append("do", "finish");
  await browser.post(NEW_MEETING, second);
  const [{ entry }] = await notes(tablet);
  assert.deepEqual([entry.revision, entry.base_version, entry.body.discussion], [2, null, "Both halves."]);
});

test("a second tab that knew nothing of the first one's save is told so, and loses no word", async () => {
  const { browser, tablet } = await begunElsewhere();
  const tabs = ["One tab", "Other tab"].map((discussion) => {
    const sent = continued({ base_version: "1", discussion });
    sent.append("do", "save-draft");
    return sent;
  });
  await browser.post(NEW_MEETING, tabs[0]);
  assert.equal((await browser.post(NEW_MEETING, tabs[0])).status, 303, "the same words twice are saved once");
  const { status, html } = await browser.post(NEW_MEETING, tabs[1]);
  assert.equal(status, 422);
  assert.match(html, /saved in another tab meanwhile/);
  assert.match(html, /Other tab<\/textarea>/);
  assert.equal(await tablet.outbox.countAll(), 1);
});

test("a draft typed after a save is kept, and one typed before it is not", async () => {
  const { browser } = await begunElsewhere();
  const typed = (fields) => {
    const sent = continued(fields);
    sent.append("draft_kind", "parent_meeting");
    sent.append("pupil_id", PUPIL);
    return browser.post("/tablet/drafts", sent).then(({ html }) => JSON.parse(html).is_kept);
  };
  const saved = continued({ base_version: "1", discussion: "Saved." });
  saved.append("do", "save-draft");
  await browser.post(NEW_MEETING, saved);
  assert.equal(await typed({ base_version: "1", discussion: "Late" }), false);
  assert.equal(await typed({ after_revision: 1, discussion: "More" }), true);
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /\?draft=[^"]*">Continue draft</);
});

test("a draft that the record could not take stays on the tablet, and says what is wrong", async () => {
  const { browser, tablet } = await school();
  const sent = { ...(await emptyMeeting(browser)), held_on: "", child_view: "I like frogs", do: "save-draft" };
  const { status, html } = await browser.post(NEW_MEETING, sent);
  assert.equal(status, 422);
  assert.match(html, /id="held_on-error">Give the day/);
  assert.equal(await tablet.outbox.countAll(), 0);
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Continue draft</);
});

test("days that make no sense are refused beside their field", async () => {
  const { browser } = await school();
  const empty = { ...(await emptyMeeting(browser)), discussion: "Talked." };
  for (const [fields, field] of [
    [{ held_on: "2026-11-25", do: "finish" }, "held_on"],
    [{ held_on: "2028-01-01", do: "save-draft" }, "held_on"],
    [{ held_on: "0026-11-24", do: "save-draft" }, "held_on"],
    [{ next_meeting: "2026-11-23", do: "finish" }, "next_meeting"],
    [{ next_meeting: "2206-11-24", do: "finish" }, "next_meeting"],
  ]) {
    const { status, html } = await browser.post(NEW_MEETING, { ...empty, ...fields });
    assert.equal(status, 422, JSON.stringify(fields));
    assert.match(html, new RegExp(`id="${field}-error"`));
  }
  const prepared = { ...empty, held_on: "2027-02-01", do: "save-draft" };
  assert.equal((await browser.post(NEW_MEETING, prepared)).status, 303);
});

async function withAction() {
  const made = await school();
  const action = { pupil_id: PUPIL, text: "Hearing test", owner: "Mum", due: "2026-12-01", done: false };
  made.record.publish("action", valueId(2), { ...action, from_entry: valueId(7) });
  await made.tablet.sync.run("tick");
  return made;
}

test("an earlier action ticked off offline is open no more on this tablet, and stays ticked in the draft", async () => {
  const { browser, tablet } = await withAction();
  const sent = { ...(await emptyMeeting(browser)), discussion: "Talked.", earlier_id: valueId(2) };
  await browser.post(NEW_MEETING, { ...sent, earlier_done: valueId(2), do: "save-draft" });
  assert.deepEqual((await notes(tablet))[0].entry.body.actions_earlier, [{ id: valueId(2), done: true }]);
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  assert.doesNotMatch(html, /Hearing test/);
  const again = (await browser.get(html.match(/href="([^"]*)">Continue draft</)[1])).html;
  assert.match(again, new RegExp(`value="${valueId(2)}" checked`));
  await browser.post(NEW_MEETING, { ...sent, after_revision: 1, do: "save-draft" });
  assert.deepEqual((await notes(tablet))[0].entry.body.actions_earlier, [{ id: valueId(2), done: false }]);
  assert.match((await browser.get(NEW_MEETING)).html, /Hearing test/);
});

test("what was agreed offline stands at the top of the next meeting at once", async () => {
  const { browser } = await school();
  const action = { action_id: valueId(1), action_text: "Read at bedtime", action_owner: "Mum", action_due: "" };
  await browser.post(NEW_MEETING, { ...(await emptyMeeting(browser)), ...action, do: "finish" });
  const { html } = await browser.get(NEW_MEETING);
  assert.match(html, /Read at bedtime/);
  assert.match(html, new RegExp(`name="earlier_done" value="${valueId(1)}"`));
});

const DRAWING = JSON.stringify({
  width: 1000,
  height: 300,
  strokes: [
    [
      [10, 20, 0],
      [30, 40, 16],
    ],
  ],
});

test("a signature drawn and one typed go into the entry as strokes and as a name", async () => {
  const { browser, tablet } = await school();
  const sent = new URLSearchParams({ ...(await emptyMeeting(browser)), discussion: "Talked.", do: "finish" });
  for (const [id, name, strokes] of [
    [valueId(1), "Fatima Yusuf", DRAWING],
    [valueId(2), "Rosa Ortiz", ""],
    [valueId(3), "", ""],
  ])
    for (const [field, value] of Object.entries({ id, name, role: name && "Mother", at: "", strokes }))
      sent.append(`signature_${field}`, value);
  sent.append("signature_typed", valueId(2));
  await browser.post(NEW_MEETING, sent);
  const [{ entry }] = await notes(tablet);
  const at = entry.recorded_at;
  assert.deepEqual(entry.body.signatures, [
    { id: valueId(1), name: "Fatima Yusuf", role: "Mother", signed_at: at, ...JSON.parse(DRAWING) },
    { id: valueId(2), name: "Rosa Ortiz", role: "Mother", signed_at: at, typed: true },
  ]);
});

test("a signature without a name, or a name that nobody signed, is asked about", async () => {
  const { browser } = await school();
  const sent = { ...(await emptyMeeting(browser)), discussion: "Talked.", signature_id: valueId(1), do: "finish" };
  for (const [fields, says] of [
    [{ signature_name: "", signature_strokes: DRAWING }, /whose signature/],
    [{ signature_name: "Fatima", signature_strokes: "" }, /Sign on the glass/],
    [{ signature_name: "Fatima", signature_strokes: '{"strokes":[[["a",1,2]]]}' }, /cannot be kept/],
  ]) {
    const { status, html } = await browser.post(NEW_MEETING, { ...sent, ...fields });
    assert.equal(status, 422);
    assert.match(html, says);
  }
});

test("adding a signature keeps what was drawn, and six are the most", async () => {
  const { browser } = await school();
  const sent = new URLSearchParams({ ...(await emptyMeeting(browser)), do: "add-signature" });
  for (let row = 1; row <= 5; row++)
    for (const [field, value] of Object.entries({
      id: valueId(row),
      name: `P${row}`,
      role: "",
      at: "",
      strokes: DRAWING,
    }))
      sent.append(`signature_${field}`, value);
  const { html } = await browser.post(NEW_MEETING, sent);
  assert.equal(html.match(/<jotter-signature/g).length, 6);
  assert.equal(html.match(/&quot;strokes&quot;/g).length, 5);
  assert.doesNotMatch(html, /Add signature/);
});

test("a colleague's meeting about a pupil of one's own is gone on from in one's own name", async () => {
  const { browser, tablet } = await begunElsewhere();
  const sent = continued({ base_version: "1", child_view: "Frogs!" });
  sent.append("do", "save-draft");
  await browser.post(NEW_MEETING, sent);
  assert.equal((await notes(tablet))[0].person_id, TA.id);
});
