// A common outbox: what is sealed is delivered whoever is there, and while the tablet is locked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { everythingOn } from "./at_rest.js";
import { FakeRecord, reply, status } from "./fake_record.js";
import {
  enrol,
  enrolledTablet,
  lockedTablet,
  PUPIL,
  stateOf,
  TA,
  TEACHER,
  unlock,
  waiting,
  writeUnsealed,
} from "./world.js";

const MINUTE_MS = 60_000;
const bearer = ({ options }) => options.headers.Authorization.slice("Bearer ".length);
const carryOf = async (tablet, person) => (await tablet.device.enrolment(person.id)).carry_token;

test("a locked tablet delivers everybody's notes, each under its author's name, and reads nothing", async () => {
  const record = new FakeRecord();
  record.publish("pupil", PUPIL, { given_name: "Leo", family_name: "Hart" });
  const tablet = await lockedTablet(record, 60);
  await tablet.sync.run("open");
  assert.equal(await tablet.outbox.countAll(), 0);
  const authors = [...record.entries.values()].map(({ author }) => author);
  assert.deepEqual([authors.filter((id) => id === TA.id).length, authors.at(-1)], [60, TEACHER.id]);
  const [first] = record.syncs();
  assert.equal(bearer(first), await carryOf(tablet, TEACHER), "whoever is shown first");
  assert.ok(record.syncs().every(({ content }) => content.pull === false && content.cursor === null));
  assert.ok(record.pushed().every((sent) => sent.sealed && !sent.body));
  await unlock(tablet, TEACHER);
  assert.equal(await (await tablet.present()).shelf.get("pupil", PUPIL), undefined);
});

test("a token that an earlier build kept by its older name delivers as well", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  for (const { person_id, carry_token } of await tablet.device.enrolments())
    await tablet.device.changeEnrolment(person_id, { carry_token: undefined, carrier_token: carry_token });
  await tablet.sync.run("open");
  assert.equal(await tablet.outbox.countAll(), 0);
  await unlock(tablet, TA);
  await tablet.sync.run("open");
  assert.equal(record.enrolled, 2, "nobody has to be enrolled anew for it");
});

test("nobody's name has to be on the tablet's screen for notes to be delivered", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await tablet.device.removeSetting("current");
  await tablet.sync.run("online");
  assert.equal(record.entries.size, 2);
});

test("a carry token that has ended gives way to the next, and is used again once its person has enrolled anew", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  record.end(TEACHER);
  await tablet.sync.run("open");
  assert.equal(record.entries.size, 2);
  assert.equal(bearer(record.syncs().at(-1)), await carryOf(tablet, TA));
  assert.equal((await tablet.device.enrolment(TEACHER.id)).is_carry_dead, true);
  assert.equal((await stateOf(tablet, TEACHER)).need, "sign-in");
  record.session = TEACHER;
  await unlock(tablet, TEACHER);
  await tablet.sync.run("open");
  assert.ok(!(await tablet.device.enrolment(TEACHER.id)).is_carry_dead);
  assert.equal((await stateOf(tablet, TEACHER)).need, null);
});

test("with every token ended the notes wait, and nobody who is locked is enrolled anew", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  record.tokens.clear();
  const enrolled = record.enrolled;
  for (const why of ["open", "online", "tick", "button"]) await tablet.sync.run(why);
  assert.equal(await tablet.outbox.countAll(), 2);
  assert.equal(record.enrolled, enrolled, "the new token could not be kept");
});

test("when the one who is open has no good token, what is sealed goes with another's", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await unlock(tablet, TA);
  record.end(TA);
  record.session = null;
  await tablet.sync.run("open");
  assert.equal((await stateOf(tablet)).need, "sign-in");
  assert.equal(await tablet.outbox.countAll(), 0);
});

test("what was never sealed goes only with its author's own token, when they have unlocked", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeUnsealed(tablet, "Plain");
  await tablet.vault.lock();
  await tablet.sync.run("open");
  assert.equal(record.entries.size, 0);
  await enrol(tablet, record, TEACHER);
  await tablet.sync.run("open");
  assert.equal(record.entries.size, 0);
  await unlock(tablet, TA);
  await tablet.sync.run("open");
  const [entry] = record.entries.values();
  assert.deepEqual([entry.author, entry.body.text, await waiting(tablet)], [TA.id, "Plain", 0]);
});

test("another digest than that of the seal keeps the note", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  record.next(async ({ handle }) => {
    const answer = await (await handle()).json();
    answer.results[0].digest = "0".repeat(64);
    return reply(answer);
  });
  await tablet.sync.run("open");
  assert.equal(await tablet.outbox.countAll(), 1);
});

test("a locked tablet leaves the record in peace as an open one does", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  record.next(status(429, {}, { "Retry-After": "90" }));
  await tablet.sync.run("open");
  tablet.clock.now += 89_000;
  for (const why of ["tick", "saved", "button", "online"]) await tablet.sync.run(why);
  assert.equal(record.syncs().length, 1, "nor by another's token");
  tablet.clock.now += 2_000;
  await tablet.sync.run("tick");
  assert.equal(record.entries.size, 2);
});

test("a record restored from a backup is offered everybody's notes again, locked or not", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await tablet.sync.run("open");
  record.entries.clear();
  record.epoch = "epoch-2";
  tablet.clock.now += 6 * MINUTE_MS;
  await tablet.sync.run("tick");
  await tablet.sync.run("tick");
  assert.deepEqual([record.entries.size, await tablet.outbox.countAll()], [2, 0]);
});

test("what the school says of itself reaches everybody's enrolment", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await unlock(tablet, TA);
  const seal_key = { id: "school-key-2", kem: "P256", public: "AAAA" };
  record.publish("school", "s", { name: "Wrenfield", lock_minutes: 3, silent_days: 14, seal_key });
  await tablet.sync.run("open");
  for (const person of [TA, TEACHER]) {
    const { school } = await tablet.device.enrolment(person.id);
    assert.deepEqual(school, { id: "s", name: "Wrenfield", seal_key, lock_minutes: 3, silent_days: 14 });
  }
});

test("the school's lists lie on the shelf of whoever is open, hidden, and nowhere in clear", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await unlock(tablet, TA);
  const lists = { settings: ["Forest school clearing"], terms: [] };
  record.publish("school", "s", { name: "Wrenfield", lock_minutes: 3, silent_days: 14, lists });
  await tablet.sync.run("open");
  assert.equal((await everythingOn(tablet)).includes("Forest school clearing"), false);
  const { shelf } = await tablet.present();
  assert.deepEqual((await shelf.get("school", "s")).body.lists, lists);
});

test("somebody else's session leaves no trace of them on this tablet", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  record.end(TA);
  record.session = TEACHER;
  await tablet.sync.run("open");
  assert.equal(await tablet.device.enrolment(TEACHER.id), undefined);
  assert.equal(record.tokens.size, 0, "nor an enrolment that nobody asked for");
});

test("a session that is known to be somebody else's is not used to enrol", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await unlock(tablet, TA);
  record.end(TA);
  await tablet.device.setSetting("session", TEACHER.id);
  const enrolled = record.enrolled;
  await tablet.sync.run("open");
  assert.equal(record.enrolled, enrolled);
});

test("each sees how many of others wait; locked, everybody's are told together", async () => {
  const tablet = await lockedTablet(new FakeRecord(), 3);
  const counts = async () => {
    const { waiting, of_others } = await (await tablet.present()).status();
    return [waiting, of_others];
  };
  assert.deepEqual(await counts(), [4, 3]);
  await unlock(tablet, TEACHER);
  assert.deepEqual(await counts(), [1, 3]);
  await unlock(tablet, TA);
  assert.deepEqual(await counts(), [3, 1]);
});

test("a tablet that has not heard of its record for thirty days is silent until its person has signed in", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const isSilent = async () => (await tablet.present()).isSilent();
  assert.equal(await isSilent(), false, "enrolled just now");
  await tablet.sync.run("open");
  tablet.clock.now += 30 * 24 * 60 * MINUTE_MS - 1;
  assert.equal(await isSilent(), false);
  tablet.clock.now += 1;
  assert.equal(await isSilent(), true);
  await tablet.device.noteSignIn(TA.id, tablet.clock.now);
  assert.equal(await isSilent(), false);
});
