// From before there were passcodes: what lies in clear is read, delivered, and hidden as soon as there is a key for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { everythingOn } from "./at_rest.js";
import { createBrowser } from "./browser.js";
import { FakeRecord } from "./fake_record.js";
import { olderTablet, TOKEN, WORDS } from "./older_tablet.js";
import { createTablet, enrol, notes, PASSCODE, PUPIL, TA, TEACHER, unlock, waiting, writeNote } from "./world.js";

const choosePasscode = async (tablet) => (await tablet.present()).choosePasscode(PASSCODE);
const bearers = (record) => record.syncs().map(({ options }) => options.headers.Authorization);

async function assertReadable(tablet) {
  const jotter = await tablet.present();
  assert.equal((await jotter.shelf.pupils())[0].body.given_name, "Bartholomew");
  assert.equal((await jotter.drafts.ofPupil(PUPIL))[0].fields.text, "Drafted in clear");
  const written = await jotter.outbox.recent(TA.id, PUPIL, 10);
  assert.deepEqual(written.map(({ entry }) => entry.body.text).sort(), ["Delivered in clear", "Waiting in clear"]);
}

test("an older jotter opens for nobody until a passcode is chosen", async () => {
  const tablet = await olderTablet(new FakeRecord());
  const { has_vault, is_locked, shelf } = await tablet.present();
  assert.deepEqual([has_vault, is_locked, shelf], [false, true, null]);
  const { html } = await createBrowser(tablet).get(`/tablet/pupils/${PUPIL}`);
  for (const word of WORDS) assert.equal(html.includes(word), false, word);
});

test("once it is chosen, offline too, everything is there and nothing of it lies in clear", async () => {
  const record = new FakeRecord();
  const tablet = await olderTablet(record);
  const before = await everythingOn(tablet);
  for (const word of WORDS) assert.ok(before.includes(word), word);
  await choosePasscode(tablet);
  await assertReadable(tablet);
  assert.equal(record.requests.length, 0);
  const after = await everythingOn(tablet);
  for (const word of WORDS) assert.equal(after.includes(word), false, word);
  await tablet.vault.lock();
  await unlock(tablet, TA);
  assert.equal((await tablet.vault.opened()).token, TOKEN);
});

test("what waits from before goes plain, with the token it had, before or after the passcode is chosen", async () => {
  for (const prepare of [async () => {}, choosePasscode]) {
    const record = new FakeRecord();
    const tablet = await olderTablet(record);
    await prepare(tablet);
    await tablet.sync.run("open");
    assert.equal(await waiting(tablet), 0);
    const [entry] = record.entries.values();
    assert.deepEqual([entry.author, entry.body.text], [TA.id, "Waiting in clear"]);
    assert.deepEqual([...new Set(bearers(record))], [`Bearer ${TOKEN}`]);
  }
});

test("nothing is pulled for whom nothing could be hidden", async () => {
  const record = new FakeRecord();
  const tablet = await olderTablet(record);
  await tablet.sync.run("open");
  assert.ok(record.syncs().every(({ content }) => content.pull === false));
});

test("another person's vault does not keep an older one's note from going", async () => {
  const record = new FakeRecord();
  const tablet = await olderTablet(record);
  await enrol(tablet, record, TEACHER);
  await tablet.device.changeEnrolment(TEACHER.id, { is_older: true });
  await tablet.sync.run("open");
  assert.equal(await waiting(tablet), 0);
  assert.equal([...record.entries.values()][0].body.text, "Waiting in clear");
  const left = await everythingOn(tablet);
  assert.ok(!left.includes("Bartholomew"), "what the record brings again does not lie here in clear");
  assert.ok(left.includes("Drafted in clear"), "nobody hides what is not theirs");
});

test("an interruption loses nothing, all is readable meanwhile, and the next sync goes on", async () => {
  const record = new FakeRecord();
  const tablet = await olderTablet(record, { documents: 450 });
  const { database } = tablet.openPerson(TA.id);
  const { run } = database;
  let writes = 0;
  database.run = function (stores, mode, ...rest) {
    if (mode === "readwrite" && ++writes > 2) throw new DOMException("killed", "AbortError");
    return run.call(this, stores, mode, ...rest);
  };
  await assert.rejects(choosePasscode(tablet), /killed/);
  assert.ok((await everythingOn(tablet)).includes("Outcome in clear"), "not all was hidden yet");
  const after = createTablet(record, { name: tablet.name });
  await unlock(after, TA);
  await assertReadable(after);
  await after.sync.run("open");
  await assertReadable(after);
  const kept = await everythingOn(after);
  for (const word of [...WORDS, "Outcome in clear"]) assert.equal(kept.includes(word), false, word);
  assert.equal((await (await after.present()).shelf.all("outcome")).length, 450);
  assert.equal(await waiting(after), 0);
});

test("what a sync or a draft writes anew meanwhile is not put back", async () => {
  const tablet = await olderTablet(new FakeRecord());
  const jotter = await tablet.present();
  const { database } = tablet.openPerson(TA.id);
  const { run } = database;
  database.run = async function (stores, mode, ...rest) {
    if (mode === "readwrite" && stores[0] === "drafts") {
      database.run = run;
      const [draft] = await (await tablet.present()).drafts.all();
      await (await tablet.present()).drafts.keep({ ...draft, fields: { text: "Typed on" } }, 2);
    }
    return run.call(this, stores, mode, ...rest);
  };
  await jotter.choosePasscode(PASSCODE);
  assert.equal((await (await tablet.present()).drafts.all())[0].fields.text, "Typed on");
});

test("signed in as themselves, they are enrolled anew, and others can carry what they write from then on", async () => {
  const record = new FakeRecord();
  const tablet = await olderTablet(record);
  await choosePasscode(tablet);
  await writeNote(tablet, "Not sealed yet");
  await tablet.device.setSetting("session", TA.id);
  await tablet.sync.run("open");
  assert.equal(await waiting(tablet), 0);
  await writeNote(tablet, "Sealed");
  const [{ travel }] = await notes(tablet);
  assert.ok(travel.sealed);
  await tablet.vault.lock();
  await tablet.sync.run("saved");
  assert.equal(await waiting(tablet), 0);
});
