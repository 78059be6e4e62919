// Who gets in, and how long they stay: passcode, tries, sittings, changing and recovering.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsWanted, tune } from "../../webapp/static/jotter/vault/passcode.js";
import { FakeRecord } from "./fake_record.js";
import { openSealed, SEAL_KEY } from "./school_key.js";
import {
  crypto,
  enrol,
  enrolledTablet,
  later,
  notes,
  openOn,
  PASSCODE,
  TA,
  TEACHER,
  unlock,
  writeNote,
} from "./world.js";

const MINUTE_MS = 60_000;
const NEW_PASSCODE = "geese in may";

const vaultOf = (tablet, person = TA) => tablet.vault.vaults.get(person.id);
const isOpen = async (tablet, asked) => (await tablet.vault.opened(asked)) !== null;
const tryOnce = (tablet, passcode = "not this one") => tablet.vault.unlock(TA.id, passcode);

async function tryOften(tablet, times) {
  for (let time = 1; time < times; time++) await tryOnce(tablet);
  return tryOnce(tablet);
}

async function lockedTablet() {
  const tablet = await enrolledTablet(new FakeRecord());
  await tablet.vault.lock();
  return tablet;
}

test("the passcode opens, and nothing else does", async () => {
  const tablet = await lockedTablet();
  assert.deepEqual(await tryOnce(tablet), { problem: "wrong", tries_left: 9 });
  assert.equal(await isOpen(tablet), false);
  assert.deepEqual(await tryOnce(tablet, PASSCODE), { is_open: true });
  assert.equal((await tablet.vault.opened()).person_id, TA.id);
  assert.deepEqual(await tablet.vault.unlock(TEACHER.id, PASSCODE), { problem: "missing" });
});

test("from the tenth wrong passcode on there is one try a minute, and nothing is ever wiped", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet, "Still here");
  await tablet.vault.lock();
  assert.deepEqual(await tryOften(tablet, 10), { problem: "wrong", tries_left: 0, wait_ms: MINUTE_MS });
  tablet.clock.now += MINUTE_MS - 1;
  assert.deepEqual(await tryOnce(tablet, PASSCODE), { problem: "wait", wait_ms: 1 }, "not even the right one");
  tablet.clock.now += 1;
  assert.equal((await tryOnce(tablet)).wait_ms, MINUTE_MS);
  tablet.clock.now += MINUTE_MS;
  assert.deepEqual(await tryOnce(tablet, PASSCODE), { is_open: true });
  assert.equal((await notes(tablet))[0].entry.body.text, "Still here");
  await tablet.vault.lock();
  assert.equal((await tryOnce(tablet)).tries_left, 9, "the right one has wiped the slate");
});

test("a try counts before it is looked at, so that a killed worker gives none away", async () => {
  const tablet = await lockedTablet();
  const killed = {
    getRandomValues: (bytes) => bytes,
    subtle: { importKey: () => Promise.reject(new Error("killed")) },
  };
  tablet.vault.crypto = killed;
  await assert.rejects(tryOnce(tablet, PASSCODE), /killed/);
  assert.equal((await vaultOf(tablet)).tries.count, 1);
});

test("many tries at once are all counted", async () => {
  const tablet = await lockedTablet();
  const answers = await Promise.all(Array.from({ length: 15 }, () => tryOnce(tablet)));
  assert.equal(answers.filter(({ problem }) => problem === "wrong").length, 10);
  assert.equal(answers.filter(({ problem }) => problem === "wait").length, 5);
});

test("a clock that was set back does not make the minute a day", async () => {
  const tablet = await lockedTablet();
  await tryOften(tablet, 10);
  tablet.clock.now -= 24 * 60 * MINUTE_MS;
  assert.deepEqual(await tryOnce(tablet, PASSCODE), { is_open: true });
});

test("changing the passcode guesses no faster than unlocking", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  for (let time = 0; time < 10; time++) await tablet.vault.changePasscode(TA.id, "a guess", NEW_PASSCODE);
  assert.equal((await tablet.vault.changePasscode(TA.id, PASSCODE, NEW_PASSCODE)).problem, "wait");
});

test("neither key that is kept open can be taken out", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const { cover, sign_key } = await tablet.vault.opened();
  await assert.rejects(crypto.subtle.exportKey("raw", cover.key));
  await assert.rejects(crypto.subtle.exportKey("pkcs8", sign_key));
});

test("minutes without a touch lock, each touch begins them anew", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await later(tablet, 30 * MINUTE_MS);
  assert.equal(await isOpen(tablet), true);
  tablet.clock.now += 5 * MINUTE_MS;
  assert.equal(await isOpen(tablet), false);
  assert.equal(await openOn(tablet), null, "the key is gone from the tablet, not only passed over");
});

test("a touch after the minutes are over does not bring the jotter back", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  tablet.clock.now += 5 * MINUTE_MS;
  await tablet.vault.touch();
  assert.equal(await openOn(tablet), null);
});

test("the school says after how many minutes", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await tablet.device.updateSchool("s", { lock_minutes: 1 });
  tablet.clock.now += MINUTE_MS;
  assert.equal(await isOpen(tablet), false);
});

test("a clock that jumps back for longer than that locks too", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  tablet.clock.now -= 60 * MINUTE_MS;
  assert.equal(await isOpen(tablet), false);
});

test("a browser that was closed has locked", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  tablet.world.sittings.end();
  assert.equal(await isOpen(tablet), false);
});

test("whoever comes back to a jotter that no page was open of for a minute unlocks it", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const comesBack = { is_navigation: true, has_open_page: false };
  tablet.clock.now += 50_000;
  assert.equal(await isOpen(tablet, comesBack), true);
  tablet.clock.now += 10_000;
  assert.equal(await isOpen(tablet, { ...comesBack, has_open_page: true }), true);
  assert.equal(await isOpen(tablet, comesBack), false);
});

test("one person unlocking locks the other, and so does changing whose jotter is shown", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await enrol(tablet, record, TEACHER);
  assert.equal((await tablet.vault.opened()).person_id, TEACHER.id);
  await unlock(tablet, TA);
  assert.equal((await tablet.present()).opened.person_id, TA.id);
  await tablet.device.setSetting("current", TEACHER.id);
  const jotter = await tablet.present();
  assert.deepEqual([jotter.is_locked, jotter.shelf, jotter.drafts, jotter.person.id], [true, null, null, TEACHER.id]);
  assert.equal(await openOn(tablet), null, "whose jotter is not shown is not open either");
});

test("an unlocking that overtakes a lock stays", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  tablet.clock.now += 5 * MINUTE_MS;
  const seen = (await openOn(tablet)).unlocked;
  await unlock(tablet, TA);
  await tablet.vault.vaults.lock(seen);
  assert.equal(await isOpen(tablet), true);
});

test("a changed passcode opens what the old one had hidden, and the old one opens nothing", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet, "Written before");
  assert.deepEqual(await tablet.vault.changePasscode(TA.id, PASSCODE, NEW_PASSCODE), { is_changed: true });
  await tablet.vault.lock();
  assert.equal((await tryOnce(tablet, PASSCODE)).problem, "wrong");
  assert.deepEqual(await tryOnce(tablet, NEW_PASSCODE), { is_open: true });
  assert.equal((await notes(tablet))[0].entry.body.text, "Written before");
});

test("a passcode follows the school's work factor at its next unlocking", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet, "Written before");
  await tablet.vault.lock();
  tablet.vault.tune = tune;
  for (const work_factor of ["light", "full"]) {
    await tablet.device.updateSchool("s", { work_factor });
    assert.deepEqual(await tryOnce(tablet, PASSCODE), { is_open: true });
    const { passcode } = await vaultOf(tablet);
    assert.ok(isAsWanted(passcode, work_factor), work_factor);
    await tablet.vault.lock();
    assert.equal((await tryOnce(tablet)).problem, "wrong");
    assert.deepEqual(await tryOnce(tablet, PASSCODE), { is_open: true });
    assert.deepEqual((await vaultOf(tablet)).passcode, passcode, "wrapped once");
    assert.equal((await notes(tablet))[0].entry.body.text, "Written before");
    await tablet.vault.lock();
  }
});

test("a forgotten passcode is replaced with the key that the school has opened", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet, "Written before");
  await tablet.vault.lock();
  await tryOften(tablet, 10);
  const opened = await openSealed(await tablet.vault.recoveryOf(TA.id), "jotter vault v1");
  const { id: device } = await tablet.device.setting("device");
  assert.deepEqual([opened.person, opened.device], [TA.id, device]);
  assert.deepEqual(await tablet.vault.recover(TA.id, opened.key, NEW_PASSCODE), { is_open: true });
  assert.equal((await notes(tablet))[0].entry.body.text, "Written before");
  await tablet.vault.lock();
  assert.equal((await tryOnce(tablet, PASSCODE)).tries_left, 9);
  assert.deepEqual(await tryOnce(tablet, NEW_PASSCODE), { is_open: true });
});

test("another key recovers nothing and changes nothing", async () => {
  const tablet = await lockedTablet();
  for (const key of ["A".repeat(43), "", "no key!"])
    assert.equal((await tablet.vault.recover(TA.id, key, NEW_PASSCODE)).problem, "wrong");
  assert.equal(await isOpen(tablet), false);
  assert.deepEqual(await tryOnce(tablet, PASSCODE), { is_open: true });
});

test("when the school has another key, the next unlocking seals the vault's for that one", async () => {
  const tablet = await lockedTablet();
  await tablet.device.updateSchool("s", { seal_key: { ...SEAL_KEY, id: "school-key-2" } });
  await unlock(tablet, TA);
  assert.equal((await tablet.vault.recoveryOf(TA.id)).seal_key, "school-key-2");
  await tablet.device.updateSchool("s", { seal_key: { id: "broken", public: "AAAA" } });
  assert.deepEqual(await unlock(tablet, TA), { is_open: true });
});

test("a fingerprint opens in place of the passcode until it is taken away", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const prf_bytes = crypto.getRandomValues(new Uint8Array(32));
  const finger = { credential_id: "c", salt: new Uint8Array(32), prf_bytes };
  assert.equal((await tablet.vault.addFingerprint(TA.id, "not this one", finger)).problem, "wrong");
  assert.equal(await tablet.vault.fingerprintOf(TA.id), null);
  assert.deepEqual(await tablet.vault.addFingerprint(TA.id, PASSCODE, finger), { is_added: true });
  assert.equal((await tablet.vault.fingerprintOf(TA.id)).credential_id, "c");
  await tablet.vault.lock();
  assert.equal((await tablet.vault.unlockByFingerprint(TA.id, new Uint8Array(32))).problem, "wrong");
  assert.deepEqual(await tablet.vault.unlockByFingerprint(TA.id, prf_bytes), { is_open: true });
  await tablet.vault.removeFingerprint(TA.id);
  assert.equal((await tablet.vault.unlockByFingerprint(TA.id, prf_bytes)).problem, "missing");
});

test("a second vault cannot bury the first", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet, "Written before");
  const secret = { token: "x", sign_key_bytes: null };
  await assert.rejects(tablet.vault.begin(TA.id, NEW_PASSCODE, { seal_key: null, device_id: "d", secret }));
  assert.equal((await notes(tablet))[0].entry.body.text, "Written before");
});

test("a new token is kept while its person's jotter is open, and at no other time", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  assert.equal(await tablet.vault.renew(TEACHER.id, { token: "new" }), false);
  assert.equal(await tablet.vault.renew(TA.id, { token: "new" }), true);
  const { token, sign_key } = await tablet.vault.opened();
  assert.equal(token, "new");
  assert.ok(sign_key, "the key it signs with is still there");
  await tablet.vault.lock();
  assert.equal(await tablet.vault.renew(TA.id, { token: "newer" }), false);
});
