// Sync over the lives of people, tabs, builds and databases: sign-ins that end, restores, withdrawals.

import assert from "node:assert/strict";
import { test } from "node:test";
import { captivePortal, FakeRecord, noNetwork, redirectToLogin, reply, status } from "./fake_record.js";
import {
  createTablet,
  enrol,
  enrolledTablet,
  PUPIL,
  stateOf,
  TA,
  TEACHER,
  waiting,
  writeNote,
  writeNotes,
} from "./world.js";

test("an ended enrolment is renewed once by the browser's session, and the sync goes on", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 5);
  record.tokens.clear();
  record.session = TA;
  await tablet.sync.run("open");
  assert.equal(await waiting(tablet), 0);
  assert.equal(record.entries.size, 5);
  assert.equal(record.session, null, "which ends with it");
});

test("without a session the notes wait, and the state is to sign in", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 50);
  record.tokens.clear();
  record.session = null;
  await tablet.sync.run("open");
  assert.deepEqual([(await stateOf(tablet)).need, await waiting(tablet)], ["sign-in", 50]);
  record.session = TA;
  await tablet.sync.run("open");
  assert.deepEqual([(await stateOf(tablet)).need, await waiting(tablet)], [null, 0]);
});

test("another person's session neither takes the notes nor changes whose jotter is open", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  record.tokens.clear();
  record.session = TEACHER;
  await tablet.sync.run("open");
  assert.deepEqual([(await stateOf(tablet)).need, await waiting(tablet)], ["sign-in", 1]);
  assert.equal(await tablet.device.setting("current"), TA.id);
});

test("one person's notes go sealed with another's token while that one uses the tablet", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet, "From the teaching assistant");
  await enrol(tablet, record, TEACHER);
  await tablet.sync.run("open");
  assert.equal(await waiting(tablet), 0);
  const push = record.syncs().find(({ content }) => content.entries.length);
  const { token } = (await tablet.present()).opened;
  assert.equal(push.options.headers.Authorization, `Bearer ${token}`);
  const [entry] = record.entries.values();
  assert.deepEqual([entry.author, entry.body.text], [TA.id, "From the teaching assistant"]);
});

test("an expired cursor still takes the entries, and the pull starts from nothing", async () => {
  const record = new FakeRecord();
  record.publish("pupil", PUPIL, { given_name: "Leo", family_name: "Hart" });
  record.publish("pupil", "gone-meanwhile", { given_name: "Old", family_name: "One" });
  const tablet = await enrolledTablet(record);
  await tablet.sync.run("open");
  record.documents = [
    record.documents[0],
    { kind: "pupil", id: "new", version: 3, body: { given_name: "N", family_name: "W" } },
  ];
  record.first_cursor = 3;
  await writeNote(tablet);
  await tablet.sync.run("saved");
  assert.equal(await waiting(tablet), 0);
  const { shelf } = await tablet.present();
  assert.deepEqual((await shelf.pupils()).map(({ id }) => id).sort(), [PUPIL, "new"].sort());
  assert.equal(record.syncs().at(-1).content.cursor, null);
});

test("a record restored from a backup is offered again what it had acknowledged", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 2);
  await tablet.sync.run("saved");
  record.entries.clear();
  record.epoch = "epoch-2";
  await writeNote(tablet, "After the restore");
  await tablet.sync.run("saved");
  assert.equal(record.entries.size, 3);
  assert.equal(await waiting(tablet), 0);
  const cursors = record.syncs().map(({ content }) => content.cursor);
  assert.equal(cursors.at(-1), null, "its cursor started from nothing");
  await tablet.sync.run("tick");
  assert.equal(record.syncs().at(-1).content.entries.length, 0, "and not again and again");
});

test("a withdrawn tablet hands over everything before it forgets its person", async () => {
  const record = new FakeRecord();
  record.publish("pupil", PUPIL, { given_name: "Leo", family_name: "Hart" });
  const tablet = await enrolledTablet(record);
  await tablet.sync.run("open");
  await writeNotes(tablet, 70);
  record.withdraw(TA);
  await tablet.sync.run("saved");
  assert.equal(record.entries.size, 70);
  assert.equal(await tablet.device.enrolment(TA.id), undefined);
  assert.equal(await tablet.device.setting("current"), undefined);
  assert.deepEqual(await tablet.openPerson(TA.id).shelf.outlines("pupil", PUPIL), []);
  assert.ok(await tablet.device.setting("device"), "the tablet keeps its own name and number");
});

test("a withdrawn tablet never throws away what is stuck on it", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  const row = await writeNote(tablet);
  for (let time = 0; time < 3; time++) await tablet.outbox.fail(row, "refused");
  record.withdraw(TA);
  record.refuses = (entries) => (entries.length ? reply({}, 400) : null);
  await tablet.sync.run("open");
  assert.equal(await waiting(tablet), 1);
  record.refuses = () => null;
  await tablet.sync.run("open");
  assert.equal(record.entries.size, 1, "tried again, though nobody is there to say so");
});

test("two tabs that sync at once send each entry once", async () => {
  const record = new FakeRecord();
  const one = await enrolledTablet(record);
  const two = createTablet(record, { name: one.name, locks: one.locks, clock: one.clock });
  await writeNotes(one, 10);
  await Promise.all([one.sync.run("tick"), two.sync.run("tick"), one.sync.run("saved"), two.sync.run("saved")]);
  const sent = record.syncs().flatMap(({ content }) => content.entries);
  assert.equal(sent.length, 10);
});

test("whoever asks while a sync waits its turn joins it", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await Promise.all(["open", "tick", "online", "saved", "tick"].map((why) => tablet.sync.run(why)));
  assert.ok(record.syncs().length <= 2);
});

test("a note saved while a sync is under way goes with the next one at once", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  let second = null;
  record.next(async ({ handle }) => {
    await writeNote(tablet, "Meanwhile");
    second = tablet.sync.run("saved");
    return handle();
  });
  await tablet.sync.run("open");
  await second;
  assert.equal(await waiting(tablet), 0);
});

test("an unknown protocol keeps everything and says that an update is needed", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  record.next(status(426));
  await tablet.sync.run("saved");
  assert.deepEqual([(await stateOf(tablet)).need, await waiting(tablet)], ["update", 1]);
});

test("a quarantined entry is acknowledged and its author told", async () => {
  const record = new FakeRecord();
  record.statusOf = () => "quarantined";
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  await tablet.sync.run("saved");
  assert.equal(await waiting(tablet), 0);
  assert.equal((await (await tablet.present()).outbox.troubles(TA.id))[0].problems[0].message, "Not on your list");
});

test("an answer that would be asked for for ever is taken for none", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await tablet.sync.run("open");
  record.next(async ({ handle }) => reply({ ...(await (await handle()).json()), more: true }));
  await tablet.sync.run("open");
  assert.equal((await stateOf(tablet)).offline, true);
});

test("large requests go packed", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet, "Settled well after lunch. ".repeat(300));
  await tablet.sync.run("saved");
  const { options, content } = record.syncs()[0];
  assert.equal(options.headers["Content-Encoding"], "gzip");
  assert.ok(options.body.byteLength < JSON.stringify(content).length * 0.9, "what is sealed packs no better");
  assert.equal(await waiting(tablet), 0);
});

test("signing out without a network ends the browser's session when it returns, and wipes nothing", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  await tablet.device.removeSetting("current");
  await tablet.device.setSetting("is_signing_out", true);
  await tablet.sync.run("online");
  assert.equal(record.requests.filter(({ path }) => path === "/sign-out").length, 1);
  assert.equal(record.entries.size, 1);
  assert.equal(await tablet.device.setting("is_signing_out"), undefined);
});

test("a withdrawn tablet ends the browser's session before it erases, or it would enrol itself again", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  record.withdraw(TA);
  record.signOut = captivePortal;
  await tablet.sync.run("open");
  assert.ok(await tablet.device.enrolment(TA.id));
  record.signOut = () => reply({});
  tablet.clock.now += 60_000;
  await tablet.sync.run("open");
  assert.equal(await tablet.device.enrolment(TA.id), undefined);
});

test("who signs in after a long time offline is not made to wait for the network's longest pause", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record, { random: () => 1 });
  await writeNote(tablet);
  for (let time = 0; time < 8; time++) {
    record.next(noNetwork);
    await tablet.sync.run("online");
  }
  record.tokens.clear();
  await tablet.sync.run("online");
  assert.equal((await stateOf(tablet)).need, "sign-in");
  record.session = TA;
  await tablet.sync.run("open");
  assert.equal(await waiting(tablet), 0);
});

test("a captive portal's answer is not taken for having signed out", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  for (const portal of [captivePortal, redirectToLogin]) {
    record.signOut = portal;
    assert.equal(await tablet.sync.signOut(), false);
  }
  await tablet.device.setSetting("session", TA.id);
  record.signOut = () => reply({});
  assert.equal(await tablet.sync.signOut(), true);
  assert.equal(await tablet.device.setting("session"), "", "the same person is seen when they sign in anew");
});

test("one person's broken store does not hold up what another has waiting", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  await enrol(tablet, record, TEACHER);
  const { openPerson } = tablet.sync.world;
  tablet.sync.world.openPerson = (id) => {
    if (id === TEACHER.id) throw new Error("the store did not open");
    return openPerson(id);
  };
  await assert.rejects(tablet.sync.run("open"), /did not open/);
  assert.equal(await waiting(tablet), 0);
});
