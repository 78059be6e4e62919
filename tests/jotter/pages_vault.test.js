// What the worker answers while a jotter is locked: the passcode, whose turn it is, and ways back in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createBrowser, fieldValue } from "./browser.js";
import { FakeRecord } from "./fake_record.js";
import { olderTablet } from "./older_tablet.js";
import { filledNote, NEW_NOTE, school } from "./school.js";
import {
  crypto,
  enrol,
  enrolledTablet,
  lockedTablet,
  notes,
  PASSCODE,
  PUPIL,
  TA,
  TEACHER,
  waiting,
  writeNote,
  writeUnsealed,
} from "./world.js";

const PUPIL_PAGE = `/tablet/pupils/${PUPIL}`;
const NEW_PASSCODE = { passcode: "geese in may", repeated: "geese in may" };
const MINUTE_MS = 60_000;

const titleOf = (html) => html.match(/<h1[^>]*>([^<]*)<\/h1>/)?.[1];
const addressOf = ({ status, headers }) => [status, headers.get("Location")];

async function lockedSchool() {
  const here = await school();
  await writeNote(here.tablet, "Waiting words");
  await here.tablet.vault.lock();
  return here;
}

test("every page of a locked jotter is the one that unlocks it, and leads on to what was asked for", async () => {
  const { browser } = await lockedSchool();
  for (const path of ["/tablet/", "/tablet/outbox", PUPIL_PAGE, `${PUPIL_PAGE}?show=60`, NEW_NOTE]) {
    const { html } = await browser.get(path);
    assert.equal(titleOf(html), "Unlock");
    assert.ok(html.includes(TA.name));
    assert.match(html, /<input[^>]*name="passcode" type="password" autocomplete="current-password"/);
    assert.doesNotMatch(html, /Leo|Hart|Waiting words/);
    const fields = { person: TA.id, next: fieldValue(html, "next").replaceAll("&amp;", "&"), passcode: "not this one" };
    assert.deepEqual(addressOf(await browser.post("/tablet/unlock", { ...fields, passcode: PASSCODE })), [303, path]);
    await browser.post("/tablet/lock", {});
  }
});

test("a wrong passcode is said, and after ten of them how long to wait", async () => {
  const { browser } = await lockedSchool();
  const tryOnce = () => browser.post("/tablet/unlock", { person: TA.id, passcode: "not this one" });
  const first = await tryOnce();
  assert.equal(first.status, 422);
  assert.match(first.html, /id="passcode-error"[^>]*>That is not the passcode</);
  for (let time = 2; time <= 10; time++) await tryOnce();
  assert.match((await tryOnce()).html, /Too many wrong tries\. Wait 60 seconds/);
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Leo Hart/);
});

test("nobody is led out of the jotter by unlocking it", async () => {
  const { browser } = await lockedSchool();
  for (const next of [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/desk/",
    "/tablet/unlock",
    "/tablet/../account",
  ]) {
    const answer = await browser.post("/tablet/unlock", { person: TA.id, passcode: PASSCODE, next });
    assert.deepEqual(addressOf(answer), [303, "/tablet/"], next);
  }
});

test("a form sent while the jotter is locked is refused, so that its words stay on the screen", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser, { person: TA.id });
  await tablet.vault.lock();
  const { status, headers } = await browser.post(NEW_NOTE, fields);
  assert.deepEqual([status, headers.get("X-Jotter-Locked")], [403, "yes"]);
  assert.equal(await tablet.outbox.countAll(), 0);
  await browser.post("/tablet/unlock", { person: TA.id, passcode: PASSCODE });
  assert.equal((await browser.post(NEW_NOTE, fields)).status, 303);
});

test("a part of a page asked for while locked sends the browser to the whole of it", async () => {
  const { tablet } = await lockedSchool();
  const { headers } = await createBrowser(tablet, { is_htmx: true }).get("/tablet/outbox/list");
  assert.equal(headers.get("HX-Redirect"), "/tablet/");
});

test("Lock closes the jotter at once and the browser's session with the next sync", async () => {
  const { browser, tablet, record } = await school();
  record.signOut = () => assert.fail("a lock waits for no network");
  await browser.post("/tablet/lock", {});
  assert.equal(titleOf((await browser.get(PUPIL_PAGE)).html), "Unlock");
  let is_out = false;
  record.signOut = () => {
    is_out = true;
    return new Response("{}", { status: 200, headers: { "X-Jotter-Protocol": "1" } });
  };
  await tablet.sync.run("open");
  assert.ok(is_out);
});

test("a locked tablet tells how many notes wait, whoever wrote them, and not a word of them", async () => {
  const { browser, tablet, record } = await lockedSchool();
  await enrol(tablet, record, TEACHER);
  await writeNote(tablet, "From the teacher");
  const open = (await browser.get("/tablet/outbox")).html;
  assert.match(open, /1 waiting/);
  assert.doesNotMatch(open, /Waiting words/);
  await tablet.vault.lock();
  const { html } = await browser.get("/tablet/");
  assert.match(html, /2 waiting/);
  assert.doesNotMatch(html, /Waiting words|From the teacher/);
});

test("Someone else chooses among the people of this tablet, and their passcode opens theirs alone", async () => {
  const { browser, tablet, record } = await lockedSchool();
  await enrol(tablet, record, TEACHER);
  const { html } = await browser.get("/tablet/people");
  for (const { name } of [TA, TEACHER]) assert.ok(html.includes(name));
  await browser.post("/tablet/people", { chosen: TA.id });
  assert.equal((await tablet.present()).is_locked, true, "and whoever was open is locked");
  await browser.post("/tablet/unlock", { person: TEACHER.id, passcode: PASSCODE });
  assert.equal((await tablet.present()).is_locked, true, "a page of somebody else's opens nothing");
  await browser.post("/tablet/unlock", { person: TA.id, passcode: PASSCODE });
  assert.match((await browser.get("/tablet/outbox")).html, /Waiting words/);
});

test("a passcode that people try first, or typed otherwise the second time, is refused beside its field", async () => {
  const { browser, record } = await school();
  record.session = TEACHER;
  await browser.post("/tablet/person", { person: TEACHER.id });
  const weak = await browser.post("/tablet/set-up", { passcode: "password1", repeated: "password1" });
  assert.match(weak.html, /id="passcode-error"/);
  const unlike = await browser.post("/tablet/set-up", { passcode: "geese in may", repeated: "geese in June" });
  assert.match(unlike.html, /id="repeated-error"/);
  assert.equal(record.enrolled, 1, "nothing was asked of the record for it");
});

test("a jotter from before there were passcodes asks for one, without a network, and opens", async () => {
  const record = new FakeRecord();
  const browser = createBrowser(await olderTablet(record));
  assert.equal(titleOf((await browser.get(PUPIL_PAGE)).html), "Choose a passcode");
  assert.equal((await browser.post("/tablet/set-up", NEW_PASSCODE)).status, 303);
  assert.equal(record.requests.length, 0);
  assert.match((await browser.get(PUPIL_PAGE)).html, /Bartholomew Hart/);
});

test("a tablet that was silent for a month shows nothing until its person has signed in anew", async () => {
  const { browser, tablet } = await lockedSchool();
  await browser.post("/tablet/person", { person: TA.id });
  tablet.clock.now += 31 * 24 * 60 * MINUTE_MS;
  for (const path of ["/tablet/", PUPIL_PAGE]) assert.equal(titleOf((await browser.get(path)).html), "Sign in once");
  await browser.post("/tablet/person", { person: "" });
  await browser.post("/tablet/person", { person: TA.id });
  assert.equal(titleOf((await browser.get("/tablet/")).html), "Unlock");
});

test("a forgotten passcode is replaced by whoever has signed in for it", async () => {
  const { browser, record } = await lockedSchool();
  assert.match((await browser.get("/tablet/forgotten")).html, /\/sign-in\?next=\/tablet\/forgotten/);
  await browser.post("/tablet/forgotten", NEW_PASSCODE);
  assert.equal(titleOf((await browser.get("/tablet/")).html), "Unlock", "a session left open is not enough");
  await browser.post("/tablet/person", { person: "" });
  await browser.post("/tablet/person", { person: TA.id });
  record.session = TEACHER;
  await browser.post("/tablet/forgotten", NEW_PASSCODE);
  assert.equal(titleOf((await browser.get("/tablet/")).html), "Unlock", "nor is another's");
  record.session = TA;
  assert.equal((await browser.post("/tablet/forgotten", NEW_PASSCODE)).status, 303);
  assert.match((await browser.get("/tablet/outbox")).html, /Waiting words/);
});

test("the passcode is changed by whoever knows it, and opens the same notes", async () => {
  const { browser, tablet } = await school();
  await writeNote(tablet, "Written before");
  const wrong = await browser.post("/tablet/passcode", { old: "not this one", ...NEW_PASSCODE });
  assert.match(wrong.html, /id="old-error"[^>]*>That is not the passcode</);
  assert.equal((await browser.post("/tablet/passcode", { old: PASSCODE, ...NEW_PASSCODE })).status, 303);
  await browser.post("/tablet/lock", {});
  await browser.post("/tablet/unlock", { person: TA.id, passcode: NEW_PASSCODE.passcode });
  assert.equal((await notes(tablet))[0].entry.body.text, "Written before");
});

test("a fingerprint or face is added with the passcode and opens in its place", async () => {
  const { browser, tablet } = await school();
  const prf = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  const held = { credential_id: "cred", salt: "c2FsdA", prf };
  assert.equal((await browser.post("/tablet/passcode/fingerprint", { ...held, own: "not this one" })).status, 422);
  assert.equal((await browser.post("/tablet/passcode/fingerprint", { ...held, own: PASSCODE })).status, 303);
  await tablet.vault.lock();
  const { html } = await browser.get("/tablet/");
  assert.match(html, /data-credential="cred" data-salt="c2FsdA"[\s\S]*>Use fingerprint or face</);
  await browser.post("/tablet/unlock/fingerprint", { person: TA.id, prf });
  assert.match((await browser.get("/tablet/")).html, /Leo Hart/);
});

test("a withdrawn person whose unsealed note waits opens their jotter once more, and it goes", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeUnsealed(tablet, "Plain");
  await tablet.vault.lock();
  record.withdraw(TA);
  await tablet.sync.run("open");
  const browser = createBrowser(tablet);
  assert.deepEqual(addressOf(await browser.post("/tablet/people", { chosen: TA.id })), [303, "/tablet/"]);
  assert.equal(titleOf((await browser.get("/tablet/")).html), "Unlock");
  await browser.post("/tablet/unlock", { person: TA.id, passcode: PASSCODE });
  await tablet.sync.run("open");
  assert.equal(await waiting(tablet), 0);
  assert.equal(await tablet.vault.has(TA.id), false);
});

test("who joins with the session of somebody who has a jotter here is led to that one", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  const browser = createBrowser(tablet);
  await browser.post("/tablet/person", { person: "01900000-0000-7000-8000-000000000003" });
  record.session = TA;
  const answer = await browser.post("/tablet/set-up", NEW_PASSCODE);
  assert.equal(answer.status, 303);
  assert.equal(titleOf((await browser.get("/tablet/")).html), "Unlock");
  await browser.post("/tablet/unlock", { person: TA.id, passcode: PASSCODE });
  assert.equal((await tablet.present()).opened?.person_id, TA.id);
});

test("a page from before the silence unlocks nothing", async () => {
  const { tablet, browser } = await lockedSchool();
  tablet.clock.now += 31 * 24 * 60 * MINUTE_MS;
  await browser.post("/tablet/unlock", { person: TA.id, passcode: PASSCODE });
  assert.equal((await tablet.present()).opened, null);
  assert.doesNotMatch((await browser.get("/tablet/")).html, /Leo|Hart/);
});

test("what is looked for among many pupils does not become an address", async () => {
  const { tablet, browser } = await school();
  const { shelf } = (await tablet.present()) ?? {};
  const changes = Array.from({ length: 13 }, (_, place) => ({
    kind: "pupil",
    id: `01900000-0000-7000-8000-0000000001${String(place).padStart(2, "0")}`,
    version: 1,
    gone: false,
    body: { given_name: `Pupil ${place}`, family_name: "Many" },
  }));
  await shelf.apply({ changes, cursor: "9", more: false, epoch: "epoch-1" });
  const { html } = await browser.get("/tablet/");
  assert.match(html, /id="find"/);
  assert.doesNotMatch(html, /<form[^>]*method="get"/);
});

test("what never was sealed leaves the tablet sealed when it is exported", async () => {
  const { tablet, browser } = await school();
  await writeUnsealed(tablet, "Not for the Downloads folder");
  const [{ id, revision }] = await (await tablet.present()).outbox.list(TA.id);
  const answer = await browser.get(`/tablet/outbox/${id}/${revision}/export`);
  assert.ok(JSON.parse(answer.html).entries[0].sealed);
  assert.doesNotMatch(answer.html, /Downloads/);
});
