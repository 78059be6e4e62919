// The browser's own session at the desk: every lock ends it, and no sign-in that came after the lock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createBrowser } from "./browser.js";
import { FakeRecord, noNetwork, reply } from "./fake_record.js";
import { enrolledTablet, lockedTablet, TA, TEACHER, unlock, waiting, writeNote } from "./world.js";

test("a sign-out that never reached the record is forgotten once somebody has signed in anew, and only then", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await tablet.device.setSetting("session", `${TA.id}.before`);
  for (const [mark, times] of [
    [`${TA.id}.after`, 0],
    [`${TA.id}.before`, 1],
    [null, 2],
  ]) {
    await tablet.device.setSetting("is_signing_out", true);
    await tablet.sync.forgetSigningOut(mark);
    await tablet.sync.run("open");
    assert.equal(record.signed_out, times, mark);
    await tablet.device.setSetting("session", `${TA.id}.before`);
  }
});

const LOCKS = {
  "the button, or minutes without a touch": ({ vault }) => vault.lock(),
  "minutes that no page has counted": ({ clock }) => {
    clock.now += 6 * 60_000;
  },
  "a browser that was closed": ({ world }) => world.sittings.end(),
};

for (const [name, lock] of Object.entries(LOCKS)) {
  test(`the browser's session ends at the next contact, before anything else, after ${name}`, async () => {
    const record = new FakeRecord();
    const tablet = await enrolledTablet(record);
    await writeNote(tablet);
    record.session = TA; // signed in once more, for the desk
    await lock(tablet);
    const asked = record.requests.length;
    await tablet.sync.run("online");
    assert.equal(record.requests[asked].path, "/sign-out");
    assert.equal(record.session, null);
    assert.equal(await waiting(tablet), 0, "and then the note goes");
    const { signed_out } = record;
    await tablet.sync.run("open");
    assert.equal(record.signed_out, signed_out, "once");
  });
}

test("a session that could not be ended offline is ended later, and notes are not held up by it", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  record.session = TA;
  await tablet.vault.lock();
  record.signOut = noNetwork;
  await tablet.sync.run("online");
  assert.deepEqual([record.session, await waiting(tablet)], [TA, 0]);
  record.signOut = () => reply({});
  await tablet.sync.run("tick");
  assert.equal(record.session, null);
});

test("whoever signs in while another's jotter is open does not have that very session ended", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await tablet.sync.run("open");
  await unlock(tablet, TA);
  record.session = TEACHER;
  const browser = createBrowser(tablet);
  await browser.post("/tablet/person", { person: `${TEACHER.id}.mark` });
  assert.equal((await tablet.present()).opened, null, "theirs is locked");
  const { signed_out } = record;
  await tablet.sync.run("open");
  assert.deepEqual([record.session, record.signed_out], [TEACHER, signed_out]);
});

for (const [name, person] of [
  ["who has a jotter here", TEACHER],
  ["who is new here", { ...TA, id: "0193f0a2-0000-7000-8000-0000000000ee" }],
])
  test(`a sync in the middle of a new sign-in does not end its session: somebody ${name}`, async () => {
    const record = new FakeRecord();
    const tablet = await lockedTablet(record);
    await tablet.device.setSetting("is_signing_out", true);
    await unlock(tablet, TA);
    record.session = person;
    const { signed_out } = record;
    const lock = tablet.vault.lock.bind(tablet.vault);
    tablet.vault.lock = async (options) => {
      await lock(options);
      await tablet.sync.run("tick");
    };
    await createBrowser(tablet).post("/tablet/person", { person: `${person.id}.mark` });
    await tablet.sync.run("open");
    assert.deepEqual([record.session, record.signed_out], [person, signed_out]);
  });
