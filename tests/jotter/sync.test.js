// Push and pull: what the record answers, or fails to, and what then becomes of each entry.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import {
  captivePortal,
  cutAfterCommit,
  FakeRecord,
  noNetwork,
  portalNeedsLogin,
  problem,
  redirectToLogin,
  reply,
  silence,
  status,
} from "./fake_record.js";
import {
  enrolledTablet,
  later,
  notes,
  PUPIL,
  stateOf,
  stuck,
  waiting,
  writeNote,
  writeNotes,
  writeUnsealed,
} from "./world.js";

test("what was written offline reaches the record once, and the tablet knows it", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 3);
  await tablet.sync.run("saved");
  assert.equal(record.entries.size, 3);
  assert.equal(await waiting(tablet), 0);
  assert.deepEqual(record.syncs()[0].content.waiting.queued, 3);
});

test("the pull brings documents, page by page", async () => {
  const record = new FakeRecord();
  for (let number = 0; number < 1200; number++) record.publish("outcome", `o${number}`, { pupil_id: PUPIL, text: "" });
  record.publish("pupil", PUPIL, { given_name: "Leo", family_name: "Hart" });
  const tablet = await enrolledTablet(record);
  await tablet.sync.run("open");
  const { shelf } = await tablet.present();
  assert.equal((await shelf.all("outcome")).length, 1200);
  assert.equal((await shelf.pupils())[0].body.given_name, "Leo");
  assert.equal(record.syncs().length, 3);
});

for (const [name, fault] of Object.entries({
  captivePortal,
  portalNeedsLogin,
  redirectToLogin,
  noNetwork,
  cutAfterCommit,
})) {
  test(`nothing leaves the outbox on ${name}, and it arrives once at the next try`, async () => {
    const record = new FakeRecord();
    const tablet = await enrolledTablet(record);
    await writeNote(tablet);
    record.next(fault);
    await tablet.sync.run("saved");
    assert.equal(await waiting(tablet), 1);
    assert.equal((await stateOf(tablet)).offline, true);
    await tablet.sync.run("online");
    assert.equal(await waiting(tablet), 0);
    assert.equal((await stateOf(tablet)).offline, false);
    assert.equal(record.entries.size, 1);
  });
}

test("a request that is never answered ends after its time limit", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  record.next(silence);
  // By hand: the mock timers of Debian's Node 18 are asked for in another way than those of Node 20.
  const timers = [];
  const asked = mock.method(globalThis, "setTimeout", (work, ms) => timers.push({ work, ms }));
  const running = tablet.sync.run("saved");
  while (!record.syncs().length) await new Promise((resolve) => setImmediate(resolve));
  asked.mock.restore();
  for (const { work, ms } of timers) if (ms === 30_000) work();
  await running;
  assert.deepEqual([(await stateOf(tablet)).why, await waiting(tablet)], ["timeout", 1]);
});

test("an answer with another nonce acknowledges nothing", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  record.next(async ({ handle }) => reply({ ...(await (await handle()).json()), nonce: "someone else's" }));
  await tablet.sync.run("saved");
  assert.equal(await waiting(tablet), 1);
});

test("an answer with another digest keeps the entry and lets the others go", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 3);
  record.next(async ({ handle }) => {
    const answer = await (await handle()).json();
    answer.results[1].digest = "0".repeat(64);
    return reply(answer);
  });
  await tablet.sync.run("saved");
  const [left] = await notes(tablet);
  assert.deepEqual([await waiting(tablet), left.entry.body.text], [1, "Note 2"]);
  await tablet.sync.run("button");
  assert.equal(await waiting(tablet), 0);
});

test("what no digest can be made of leaves on null from quarantine, and on null alone", async () => {
  for (const [digest, status, left] of [
    [null, "quarantined", 0],
    [null, "duplicate", 0],
    [null, "accepted", 1],
    ["0".repeat(64), "quarantined", 1],
    [undefined, "quarantined", 1],
  ]) {
    const record = new FakeRecord();
    const tablet = await enrolledTablet(record);
    await writeUnsealed(tablet, "half an emoji: \ud83d");
    record.next(async ({ handle }) => {
      const answer = await (await handle()).json();
      Object.assign(answer.results[0], { digest, status, version: null });
      return reply(answer);
    });
    await tablet.sync.run("saved");
    assert.equal(await waiting(tablet), left, `${digest} ${status}`);
  }
});

test("an answer that leaves out a result keeps that entry", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 2);
  record.next(async ({ handle }) => {
    const answer = await (await handle()).json();
    answer.results.pop();
    return reply(answer);
  });
  await tablet.sync.run("saved");
  assert.equal(await waiting(tablet), 1);
});

test("at most fifty go at a time, and only the last batch pulls", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 120);
  await tablet.sync.run("saved");
  assert.deepEqual(
    record.syncs().map(({ content }) => [content.entries.length, content.pull ?? content.limit]),
    [
      [50, false],
      [50, false],
      [20, 500],
    ],
  );
});

test("413 halves the batch until it fits", async () => {
  const record = new FakeRecord();
  record.refuses = (entries) => (entries.length > 10 ? problem(413, { max_entries: 200, max_bytes: 1 }) : null);
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 40);
  await tablet.sync.run("saved");
  assert.equal(record.entries.size, 40);
  assert.equal(await waiting(tablet), 0);
});

test("one entry that the record fails at holds up nothing, and is stuck after three times", async () => {
  const record = new FakeRecord();
  record.refuses = (entries) => (entries.some(({ body }) => body.text === "Note 7") ? problem(500) : null);
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 20);
  for (let time = 0; time < 8 && (await stuck(tablet)) === 0; time++) {
    await tablet.sync.run("tick");
    await later(tablet, 5 * 60 * 1000);
  }
  assert.equal(record.entries.size, 19);
  assert.equal(await stuck(tablet), 1);
  await writeNote(tablet, "Written later");
  await tablet.sync.run("saved");
  assert.equal(record.entries.size, 20);
});

test("an entry that was stuck goes when its author says so and the record has mended", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  const row = await writeNote(tablet);
  for (let time = 0; time < 3; time++) await tablet.outbox.fail(row, "refused");
  await tablet.sync.run("button");
  assert.equal(await waiting(tablet), 1);
  await tablet.outbox.retry(row.id, row.revision);
  await tablet.sync.run("button");
  assert.equal(await waiting(tablet), 0);
});

test("a server in trouble is not answered by blaming entries", async () => {
  const record = new FakeRecord();
  record.refuses = () => problem(503);
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, 3);
  for (let time = 0; time < 10; time++) {
    await tablet.sync.run("tick");
    await later(tablet, 5 * 60 * 1000);
  }
  assert.equal(await stuck(tablet), 0);
  record.refuses = () => null;
  await tablet.sync.run("tick");
  assert.equal(await waiting(tablet), 0);
});

test("an open Outbox hears of every turn that it tells in words, and no list of pupils is swapped for it", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  const heard = () => tablet.announced.splice(0).some(({ has_turned }) => has_turned);
  await tablet.sync.run("open");
  heard();
  record.next(status(429, {}, { "Retry-After": "90" }));
  await tablet.sync.run("tick");
  assert.ok(tablet.announced.every(({ has_changed }) => !has_changed));
  assert.ok(heard(), "asked for patience");
  tablet.clock.now += 91_000;
  await tablet.sync.run("tick");
  assert.ok(heard(), "patient no longer");
  await tablet.sync.run("tick");
  assert.ok(!heard(), "nothing is new");
});

test("429 is left in peace for as long as it asks, whoever taps", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  record.next(status(429, {}, { "Retry-After": "90" }));
  await tablet.sync.run("saved");
  tablet.clock.now += 89_000;
  for (const why of ["tick", "saved", "button", "online"]) await tablet.sync.run(why);
  assert.equal(record.syncs().length, 1);
  tablet.clock.now += 2_000;
  await tablet.sync.run("tick");
  assert.equal(await waiting(tablet), 0);
});

for (const [status_code, headers] of [
  [503, {}],
  [500, {}],
  [429, {}],
  [503, { "Retry-After": "90" }],
])
  for (const why of ["open", "saved", "button", "online"])
    test(`after ${status_code} ${JSON.stringify(headers)} ${why} tries at once, whatever the backoff`, async () => {
      const record = new FakeRecord();
      const tablet = await enrolledTablet(record, { random: () => 1 });
      await writeNote(tablet);
      record.next(status(status_code, {}, headers));
      await tablet.sync.run("tick");
      await tablet.sync.run("tick");
      assert.equal(record.syncs().length, 1, "what comes by itself waits");
      await tablet.sync.run(why);
      assert.equal(await waiting(tablet), 0);
    });

test("a clock that is set back makes nobody wait for longer", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  record.next(status(429, {}, { "Retry-After": "90" }));
  await tablet.sync.run("tick");
  tablet.clock.now -= 3 * 24 * 60 * 60 * 1000;
  await tablet.sync.run("tick");
  assert.equal(await waiting(tablet), 0);
});

test("a page opened while the record is left in peace is told when the next try is due", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  record.next(status(429, {}, { "Retry-After": "90" }));
  await tablet.sync.run("tick");
  const told = tablet.announced.length;
  await tablet.sync.run("open");
  assert.equal(tablet.announced.length, told + 1);
  assert.ok(tablet.announced.at(-1).has_turned, "what turned while it was loading is shown");
});

test("each failure waits longer, by chance, up to five minutes", async () => {
  const record = new FakeRecord();
  record.refuses = () => problem(503);
  const tablet = await enrolledTablet(record, { random: () => 1 });
  const waits = [];
  for (let time = 0; time < 12; time++) {
    await tablet.sync.run("tick");
    const wait = (await stateOf(tablet)).retry_at - tablet.clock.now;
    waits.push(wait / 1000);
    await later(tablet, wait);
  }
  assert.deepEqual(waits.slice(0, 4), [1, 2, 4, 8]);
  assert.equal(waits.at(-1), 300);
});

test("a lost network is tried again at every chance", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  record.next(noNetwork, noNetwork);
  await tablet.sync.run("tick");
  await tablet.sync.run("tick");
  await tablet.sync.run("tick");
  assert.equal(record.syncs().length, 3);
});
