// Withdrawn at the desk: it reaches whoever is not there, and nothing is lost by it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeRecord, noNetwork, reply } from "./fake_record.js";
import { noteWith } from "./photo_notes.js";
import {
  enrol,
  enrolledTablet,
  later,
  lockedTablet,
  notes,
  PASSCODE,
  PUPIL,
  stuck,
  TA,
  TEACHER,
  unlock,
  waiting,
  writeNote,
  writeNotes,
  writeUnsealed,
} from "./world.js";

const MINUTE_MS = 60_000;
const paths = (record, method) =>
  record.requests.filter(({ options }) => options.method === method).map(({ path }) => path);
const bearer = ({ options }) => options.headers.Authorization.slice("Bearer ".length);
const carryOf = async (tablet, person) => (await tablet.device.enrolment(person.id)).carry_token;

test("a withdrawal reaches whoever is not there, and erases only theirs", async () => {
  const record = new FakeRecord();
  record.publish("pupil", PUPIL, { given_name: "Leo", family_name: "Hart" });
  const tablet = await enrolledTablet(record);
  await tablet.sync.run("open");
  await writeNote(tablet, "Delivered, then withdrawn");
  const carry = await carryOf(tablet, TA);
  await enrol(tablet, record, TEACHER);
  record.withdraw(TA);
  await later(tablet, 6 * MINUTE_MS);
  await tablet.sync.run("tick");
  assert.equal(record.entries.size, 1);
  assert.equal(await tablet.device.enrolment(TA.id), undefined);
  assert.equal(await tablet.vault.has(TA.id), false);
  assert.deepEqual(await tablet.openPerson(TA.id).shelf.outlines("pupil", PUPIL), []);
  assert.deepEqual(paths(record, "DELETE"), ["/api/v1/enrolments/current"]);
  assert.equal(bearer(record.requests.find(({ options }) => options.method === "DELETE")), carry);
  assert.equal((await tablet.present()).opened.person_id, TEACHER.id, "who is there goes on writing");
  assert.equal(record.requests.filter(({ path }) => path === "/sign-out").length, 0);
});

test("what another's turn did not get through is handed over before a withdrawal erases", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await unlock(tablet, TEACHER);
  record.withdraw(TA);
  record.next(async ({ handle }) => {
    const answer = await (await handle()).json();
    answer.results.find(({ id }) => record.entries.get(`${id}:1`).author === TA.id).digest = "0".repeat(64);
    return reply(answer);
  });
  await tablet.sync.run("open");
  assert.deepEqual([await tablet.outbox.countAll(), await tablet.device.enrolment(TA.id)], [0, undefined]);
});

test("a withdrawal erases a locked jotter too, after it has handed over what is sealed", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  record.withdraw(TEACHER);
  await tablet.sync.run("open");
  assert.equal(record.entries.size, 2);
  assert.deepEqual([await tablet.device.enrolment(TEACHER.id), await tablet.vault.has(TEACHER.id)], [undefined, false]);
  assert.equal(await tablet.device.setting("current"), undefined);
  assert.equal(await tablet.vault.has(TA.id), true);
});

test("a withdrawn person's note that was never sealed waits for them with its key, and then goes", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeUnsealed(tablet, "Plain");
  await tablet.vault.lock();
  record.withdraw(TA);
  await tablet.sync.run("open");
  assert.deepEqual([await waiting(tablet), await tablet.vault.has(TA.id)], [1, true]);
  assert.deepEqual([await tablet.vault.unlock(TA.id, PASSCODE), (await notes(tablet)).length], [{ is_open: true }, 1]);
  await tablet.sync.run("open");
  assert.equal([...record.entries.values()][0].body.text, "Plain");
  assert.deepEqual([await tablet.device.enrolment(TA.id), await tablet.vault.has(TA.id)], [undefined, false]);
});

test("as long as one note of theirs is not acknowledged nothing of a withdrawn person's is erased", async () => {
  const record = new FakeRecord();
  record.publish("pupil", PUPIL, { given_name: "Leo", family_name: "Hart" });
  const tablet = await enrolledTablet(record);
  await tablet.sync.run("open");
  const [refused] = await writeNotes(tablet, 60);
  record.refuses = (entries) => (entries.some(({ id }) => id === refused.id) ? reply({}, 400) : null);
  for (let time = 1; time <= 3; time++) await tablet.sync.run("button");
  assert.equal(await stuck(tablet), 1);
  await writeNotes(tablet, 60);
  record.withdraw(TA);
  await later(tablet, 6 * MINUTE_MS);
  await tablet.sync.run("open");
  assert.deepEqual([record.entries.size, await waiting(tablet)], [119, 1], "every other one was delivered");
  assert.equal((await tablet.device.enrolment(TA.id)).is_withdrawn, true);
  assert.deepEqual([(await tablet.present()).opened, await tablet.vault.has(TA.id)], [null, true]);
  assert.deepEqual(paths(record, "DELETE"), []);
  await unlock(tablet, TA);
  await tablet.device.setSetting("current", TA.id);
  const { shelf, outbox } = await tablet.present();
  assert.equal((await shelf.get("pupil", PUPIL)).body.given_name, "Leo");
  assert.equal((await outbox.list(TA.id))[0].entry.body.text, "Note 1", "its author can still read it");
  await tablet.sync.run("tick");
  assert.equal((await tablet.present()).opened?.person_id, TA.id, "and is not put out at every contact");
  record.refuses = () => null;
  await later(tablet, 6 * MINUTE_MS);
  await tablet.sync.run("tick");
  assert.deepEqual([record.entries.size, await waiting(tablet)], [120, 0]);
  assert.deepEqual([await tablet.device.enrolment(TA.id), await tablet.vault.has(TA.id)], [undefined, false]);
});

test("a photo that the record has not taken keeps a withdrawn jotter too", async () => {
  const { tablet, record } = await noteWith(1);
  record.withdraw(TA);
  record.photo_faults.push(() => reply({}, 400));
  await tablet.sync.run("open");
  assert.deepEqual([await waiting(tablet), await tablet.vault.has(TA.id)], [0, true]);
  await later(tablet, 6 * MINUTE_MS);
  await tablet.sync.run("tick");
  assert.deepEqual([record.attachments.size, await tablet.device.enrolment(TA.id)], [1, undefined]);
});

test("a withdrawal that the record could not be told of is told the next time", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  record.withdraw(TA);
  record.ends = noNetwork;
  tablet.clock.now += 6 * MINUTE_MS;
  await tablet.sync.run("open");
  assert.equal((await tablet.device.enrolment(TA.id)).is_withdrawn, true);
  assert.equal(await tablet.vault.has(TA.id), false, "erased all the same");
  record.ends = null;
  tablet.clock.now += 6 * MINUTE_MS;
  await tablet.sync.run("tick");
  assert.equal(await tablet.device.enrolment(TA.id), undefined);
});

test("whoever is not there is asked after every five minutes, not at every chance", async () => {
  const record = new FakeRecord();
  const tablet = await lockedTablet(record);
  await tablet.sync.run("open");
  const asked = record.syncs().length;
  for (const why of ["open", "tick", "online"]) await tablet.sync.run(why);
  assert.equal(record.syncs().length, asked);
  tablet.clock.now += 5 * MINUTE_MS;
  await tablet.sync.run("tick");
  assert.equal(record.syncs().length, asked + 2, "both of them");
});

test("a withdrawal that waits for its author locks nobody else out", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeUnsealed(tablet, "Plain");
  await tablet.vault.lock();
  await enrol(tablet, record, TEACHER);
  record.withdraw(TA);
  for (let contact = 1; contact <= 2; contact++) {
    await later(tablet, 4 * MINUTE_MS);
    await tablet.vault.touch();
    await later(tablet, 2 * MINUTE_MS);
    await tablet.sync.run("tick");
    assert.equal((await tablet.present()).opened?.person_id, TEACHER.id, `contact ${contact}`);
  }
});
