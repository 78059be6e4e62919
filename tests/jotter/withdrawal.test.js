// Withdrawn at the desk: it reaches whoever is not there, and nothing is lost by it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeRecord, noNetwork, reply } from "./fake_record.js";
import {
  enrol,
  enrolledTablet,
  later,
  lockedTablet,
  notes,
  PASSCODE,
  PUPIL,
  TA,
  TEACHER,
  unlock,
  waiting,
  writeNote,
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
