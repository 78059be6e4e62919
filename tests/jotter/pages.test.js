// What the worker answers: setting up, the frame of every page, the pupil, the Outbox, changing person.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HEADERS } from "../../webapp/static/jotter/router.js";
import { createBrowser, fieldValue } from "./browser.js";
import { FakeRecord } from "./fake_record.js";
import { filledNote, NEW_MEETING, NEW_NOTE, school, valueId } from "./school.js";
import { openSealed } from "./school_key.js";
import { createTablet, notes, PASSCODE, PUPIL, TA, TEACHER, writeNote } from "./world.js";

const NEW_PASSCODE = { passcode: "geese in may", repeated: "geese in may" };

test("a tablet that is not set up is led to its setting up, whatever was asked for", async () => {
  const browser = createBrowser(createTablet(new FakeRecord()));
  for (const path of ["/tablet/", "/tablet/outbox", NEW_NOTE]) {
    const { html } = await browser.get(path);
    assert.match(html, /<h1[^>]*>Set up this tablet<\/h1>/);
    assert.match(html, />Tablet name<\/label>/);
  }
});

test("every kind of answer carries what every answer carries", async () => {
  const { tablet, browser } = await school();
  await writeNote(tablet);
  const [{ id, revision }] = await tablet.outbox.progress(TA.id);
  const export_path = `/tablet/outbox/${id}/${revision}/export`;
  const paths = ["/tablet/", "/tablet/nothing", `/tablet/photos/of/${id}`, export_path];
  const answers = await Promise.all([
    ...paths.map((path) => browser.get(path)),
    browser.post("/tablet/outbox/retry", {}),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 404, 200, 200, 303],
  );
  for (const { status, headers } of answers)
    for (const [name, value] of Object.entries(HEADERS)) assert.equal(headers.get(name), value, `${name} of ${status}`);
});

test("setting up ends at Today with the pupils on the tablet", async () => {
  const record = new FakeRecord();
  record.publish("pupil", PUPIL, { given_name: "Leo", family_name: "Hart", year_group: "3" });
  const browser = createBrowser(createTablet(record));
  const { status, headers } = await browser.post("/tablet/set-up", {
    ...{ name: "Oak class 2", installed: "no" },
    ...NEW_PASSCODE,
  });
  assert.deepEqual([status, headers.get("Location")], [303, "/tablet/"]);
  const enrolment = record.requests[0].content;
  assert.deepEqual([enrolment.device.name, enrolment.device.check.installed], ["Oak class 2", false]);
  assert.match((await browser.get("/tablet/")).html, /Leo Hart/);
});

test("setting up without being signed in keeps the name that was typed and says what to do", async () => {
  const record = new FakeRecord();
  record.session = null;
  const { status, html } = await createBrowser(createTablet(record)).post("/tablet/set-up", {
    name: "Oak <2>",
    ...NEW_PASSCODE,
  });
  assert.equal(status, 422);
  assert.match(html, /Sign in again, then set up: it works within ten minutes/);
  assert.equal(fieldValue(html, "name"), "Oak &lt;2&gt;");
});

test("every page carries the worker's mark, a strict policy and no-store", async () => {
  const { browser } = await school();
  for (const path of ["/tablet/", "/tablet/outbox", NEW_NOTE, "/tablet/nothing-here"]) {
    const { headers } = await browser.get(path);
    assert.equal(headers.get("X-Jotter-Worker"), "v1");
    assert.equal(headers.get("Cache-Control"), "no-store");
    assert.match(headers.get("Content-Security-Policy"), /script-src 'self';/);
    assert.doesNotMatch(headers.get("Content-Security-Policy"), /unsafe/);
  }
});

test("every page shows how syncing stands and leads to the Outbox", async () => {
  const { browser, tablet } = await school();
  await writeNote(tablet);
  for (const path of ["/tablet/", "/tablet/outbox", `/tablet/pupils/${PUPIL}`, NEW_NOTE, NEW_MEETING]) {
    const { html } = await browser.get(path);
    assert.match(html, /role="status" aria-label="Sync"[^>]*><span[^>]*>1 waiting<\/span>/);
    assert.match(html, /<a href="\/tablet\/outbox"[^>]*>Outbox<\/a>/);
  }
});

test("no page's title holds a pupil's name", async () => {
  const { browser } = await school();
  for (const path of ["/tablet/", `/tablet/pupils/${PUPIL}`, NEW_NOTE, NEW_MEETING, "/tablet/outbox"]) {
    const [title] = (await browser.get(path)).html.match(/<title>.*<\/title>/);
    assert.doesNotMatch(title, /Leo|Hart/);
  }
});

test("the pupil's page shows who they are, what helps and what they work towards", async () => {
  const { browser } = await school();
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  for (const words of [
    "Leo Hart",
    "Drawing frogs",
    "A timer",
    "Now and next",
    "Asks for help",
    "SEN support",
    "Speech, language",
  ])
    assert.ok(html.includes(words), words);
});

test("a question is asked on Today and on the pupil's page until it is answered", async () => {
  const { browser, tablet, record } = await school();
  const id = valueId(9);
  record.publish("question", id, {
    pupil_id: PUPIL,
    entry_id: "o",
    entry_kind: "observation",
    text: "Before lunch?",
    asked_at: "2026-11-24T08:00:00.000Z",
    answer: null,
  });
  await tablet.sync.run("tick");
  for (const path of ["/tablet/", `/tablet/pupils/${PUPIL}`])
    assert.match((await browser.get(path)).html, /Before lunch\?/);
  const form = (await browser.get(`/tablet/questions/${id}`)).html;
  const fields = { entry_id: fieldValue(form, "entry_id"), pupil_id: PUPIL, text: "Yes, at 12:10." };
  await browser.post(`/tablet/questions/${id}`, fields);
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Before lunch\?/);
  const [{ entry }] = await notes(tablet);
  assert.deepEqual([entry.kind, entry.body], ["answer", { question_id: id, pupil_id: PUPIL, text: "Yes, at 12:10." }]);
});

test("the Outbox says what waits, since when, and what can be done about what is stuck", async () => {
  const { browser, tablet } = await school();
  const row = await writeNote(tablet, "Would not come in from play.");
  assert.match(
    (await browser.get("/tablet/outbox")).html,
    /Would not come in from play\.[\s\S]*Waiting for the next sync/,
  );
  for (let time = 0; time < 3; time++) await tablet.outbox.fail(row, "It is too large for the record.");
  const { html } = await browser.get("/tablet/outbox");
  assert.match(html, /Stuck\. It is too large for the record\./);
  assert.match(html, />Try again</);
  const exported = await browser.get(`/tablet/outbox/${row.id}/1/export`);
  const { payload } = await openSealed(JSON.parse(exported.html).entries[0]);
  assert.equal(JSON.parse(payload).body.text, "Would not come in from play.");
  await browser.post(`/tablet/outbox/${row.id}/1/retry`, {});
  assert.equal((await tablet.outbox.waiting(TA.id)).stuck, 0);
});

test("a quarantined note tells its author that it is with the SENCO", async () => {
  const { browser, tablet, record } = await school();
  record.statusOf = () => "quarantined";
  await browser.post(NEW_NOTE, await filledNote(browser));
  await tablet.sync.run("saved");
  for (const path of ["/tablet/outbox", `/tablet/pupils/${PUPIL}`])
    assert.match((await browser.get(path)).html, /With the SENCO to sort out/);
});

test("signing out keeps every note and closes the jotter", async () => {
  const { browser, tablet } = await school();
  await writeNote(tablet);
  assert.match((await browser.get("/tablet/sign-out")).html, /1 waiting/);
  await browser.post("/tablet/sign-out", {});
  assert.equal(await tablet.outbox.countAll(), 1);
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  assert.match(html, /Nobody is signed in/);
  assert.doesNotMatch(html, /Leo Hart/);
});

test("whoever was put out at the desk comes in again only by signing in and choosing a passcode", async () => {
  const { browser, tablet, record } = await school();
  record.withdraw(TA);
  await tablet.sync.run("tick");
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Nobody is signed in/);
  await browser.post("/tablet/person", { person: "" });
  assert.match((await browser.get("/tablet/")).html, /Nobody is signed in/);
  record.withdrawn.clear();
  record.session = TA;
  assert.match((await browser.post("/tablet/person", { person: TA.id })).html, /"is_changed":true/);
  const { html } = await browser.get("/tablet/");
  assert.match(html, /<h1[^>]*>Set up your jotter on this tablet<\/h1>/);
  assert.doesNotMatch(html, /Tablet name|Leo Hart/);
  await browser.post("/tablet/set-up", NEW_PASSCODE);
  assert.match((await browser.get("/tablet/")).html, /Leo Hart/);
});

test("whoever signs in next gets their own jotter, and the first one's opens again for its owner", async () => {
  const { browser, tablet, record } = await school();
  record.session = TEACHER;
  record.documents = [];
  assert.match((await browser.post("/tablet/person", { person: TEACHER.id })).html, /"is_changed":true/);
  assert.match((await browser.get("/tablet/")).html, /Set up your jotter on this tablet/);
  await browser.post("/tablet/set-up", NEW_PASSCODE);
  await tablet.sync.run("open");
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Leo Hart/);
  await browser.post("/tablet/people", { chosen: TA.id });
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Leo Hart/);
  await browser.post("/tablet/unlock", { person: TA.id, passcode: PASSCODE });
  assert.match((await browser.get("/tablet/")).html, /Leo Hart/);
});

test("a form opened by somebody else saves nothing under the present person's name", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser, { person: "01900000-0000-7000-8000-000000000002" });
  assert.equal((await browser.post(NEW_NOTE, fields)).status, 403);
  assert.equal((await browser.post("/tablet/drafts", { ...fields, draft_kind: "observation" })).status, 403);
  assert.equal(await tablet.outbox.countAll(), 0);
  assert.equal((await browser.post(NEW_NOTE, { ...fields, person: TA.id })).status, 303);
});

test("a form tapped after signing out is refused, so that the page keeps the words", async () => {
  const { browser, tablet } = await school({ is_htmx: true });
  await browser.post("/tablet/sign-out", {});
  const { status, headers } = await browser.post(NEW_NOTE, { text: "Still on the screen" });
  assert.deepEqual([status, headers.get("X-Jotter-Worker")], [403, "v1"]);
  assert.equal(await tablet.outbox.countAll(), 0);
});

test("an unknown page, an unknown pupil and a wrong method each get an answer", async () => {
  const { browser } = await school();
  assert.equal((await browser.get("/tablet/nothing-here")).status, 404);
  assert.equal((await browser.get(`/tablet/pupils/${valueId(5)}`)).status, 404);
  assert.equal((await browser.post("/tablet/", {})).status, 405);
});

test("a store that does not answer gives a page that says so", async () => {
  const { browser, tablet } = await school();
  tablet.openPerson(TA.id).database.run = async () => {
    throw new Error("no");
  };
  const { status, html } = await browser.get("/tablet/");
  assert.equal(status, 500);
  assert.match(html, /What you saved before is safe/);
});

test("a filling tablet is warned about in time", async () => {
  const { browser, tablet } = await school();
  tablet.world.estimate = async () => ({ usage: 85, quota: 100 });
  assert.match((await browser.get("/tablet/")).html, /This tablet is 85 % full/);
});
