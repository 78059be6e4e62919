// The outbox: what is saved is there, once, until it is acknowledged.

import assert from "node:assert/strict";
import { test } from "node:test";
import { StoreFailed } from "../../webapp/static/jotter/store/db.js";
import { newId } from "../../webapp/static/jotter/store/ids.js";
import { FakeRecord } from "./fake_record.js";
import {
  anotherWorker,
  createTablet,
  crypto,
  enrol,
  enrolledTablet,
  notes,
  TA,
  TEACHER,
  unlock,
  writeNote,
  writeNotes,
} from "./world.js";

const LIMITS = { may: () => true, max_entries: 50, max_bytes: 512 * 1024 };
const DAY_MS = 24 * 60 * 60 * 1000;

test("a saved note is in the outbox with its revision and its number on the device", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const row = await writeNote(tablet);
  const { rows, entries } = await tablet.outbox.batch(LIMITS);
  assert.equal(rows.length, 1);
  assert.deepEqual(Object.keys(entries[0]), ["id", "revision", "device_seq", "seal_key", "sealed"]);
  assert.deepEqual([entries[0].id, entries[0].revision, entries[0].device_seq], [row.id, 1, 1]);
  const [{ entry }] = await notes(tablet);
  assert.deepEqual([entry.id, entry.revision, entry.device_seq, entry.schema], [row.id, 1, 1, 1]);
});

test("numbers on the device have no gaps, also when many notes are saved at once", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await Promise.all(Array.from({ length: 20 }, (_, number) => writeNote(tablet, `Note ${number}`)));
  const { entries } = await tablet.outbox.batch(LIMITS);
  assert.deepEqual(
    entries.map((entry) => entry.device_seq),
    Array.from({ length: 20 }, (_, number) => number + 1),
  );
});

test("what was looked up too early, or for another entry, spoils nothing", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const first = await writeNote(tablet, "As it was first written");
  const early = await tablet.present({ saves: first.id });
  const { entry } = (await notes(tablet))[0];
  const draft = ({ id, kind, recorded_at, body }, text) => ({ id, kind, recorded_at, body: { ...body, text } });
  await (await tablet.present()).save([draft(entry, "Said better meanwhile")]);
  const { row } = await early.save([draft(entry, "Said better still")]);
  assert.deepEqual([row.revision, row.device_seq], [3, 3]);
  const other = newId(tablet.clock.now, crypto);
  const misled = await tablet.present({ saves: first.id });
  const saved = await misled.save([{ ...draft(entry, "Another note"), id: other }]);
  assert.deepEqual([saved.row.id, saved.row.revision, saved.row.device_seq], [other, 1, 4]);
});

test("two tabs that save at once share out the numbers without a gap", async () => {
  const record = new FakeRecord();
  const one = await enrolledTablet(record);
  const two = anotherWorker(record, one);
  const rows = await Promise.all([one, two].flatMap((tab) => [1, 2, 3, 4, 5].map(() => writeNote(tab, "At once"))));
  const numbers = rows.map(({ device_seq }) => device_seq).sort((a, b) => a - b);
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  await one.sync.run("saved");
  const sent = record.pushed().map(({ device_seq }) => device_seq);
  assert.deepEqual(sent, numbers, "inside the seal it is the same");
  assert.ok([...record.entries.values()].every((entry, place) => entry.device_seq === place + 1));
});

test("two tabs that save the same form at once make one note", async () => {
  const record = new FakeRecord();
  const one = await enrolledTablet(record);
  const two = anotherWorker(record, one);
  const id = "01900000-0000-7000-8000-00000000dddd";
  const rows = await Promise.all([one, two].map((tab) => writeNote(tab, "Once", { id })));
  assert.deepEqual(
    rows.map(({ revision }) => revision),
    [1, 1],
  );
  assert.equal(await one.outbox.countAll(), 1);
});
test("a save that fails takes no number and leaves nothing behind", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await assert.rejects(writeNote(tablet, "Cannot be written as JSON", { body: { measures: 1n } }), StoreFailed);
  assert.equal(await tablet.outbox.countAll(), 0);
  const row = await writeNote(tablet);
  assert.equal(row.device_seq, 1);
});

test("a save asks for strict durability, for revision, outbox row and number together", async (t) => {
  const tablet = await enrolledTablet(new FakeRecord());
  await tablet.outbox.countAll();
  const asked = [];
  const { transaction } = IDBDatabase.prototype;
  t.after(() => {
    IDBDatabase.prototype.transaction = transaction;
  });
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    asked.push({ stores: [...stores].sort(), mode, ...options });
    return transaction.call(this, stores, mode, options);
  };
  await writeNote(tablet);
  const writes = asked.filter(({ stores, mode }) => mode === "readwrite" && !stores.includes("drafts"));
  assert.deepEqual(writes, [{ stores: ["outbox", "revisions", "settings"], mode: "readwrite", durability: "strict" }]);
});

test("what cannot be read back is not called saved", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const { run } = tablet.device.database;
  tablet.device.database.run = async function (stores, mode, work, options) {
    const saved = await run.call(this, stores, mode, work, options);
    if (mode === "readwrite") await run.call(this, ["revisions"], "readwrite", (tx) => tx.store.clear());
    return saved;
  };
  await assert.rejects(writeNote(tablet), StoreFailed);
});

for (const [what, spoil] of Object.entries({
  seal: (row) => ({ ...row, travel: { ...row.travel, sealed: "AAAA" } }),
  words: (row) => ({ ...row, hidden: { ...row.hidden, text: new ArrayBuffer(64) } }),
}))
  test(`a note whose ${what} came back otherwise is not called saved`, async () => {
    const tablet = await enrolledTablet(new FakeRecord());
    const { run } = tablet.device.database;
    tablet.device.database.run = async function (stores, mode, ...rest) {
      const saved = await run.call(this, stores, mode, ...rest);
      if (mode !== "readwrite" || !stores.includes("outbox")) return saved;
      await run.call(this, ["revisions"], "readwrite", async (tx) => tx.store.put(spoil((await tx.store.getAll())[0])));
      return saved;
    };
    await assert.rejects(writeNote(tablet), StoreFailed);
  });

test("saving the same words twice makes one revision", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const first = await writeNote(tablet, "Same");
  const second = await writeNote(tablet, "Same", { id: first.id });
  assert.equal(second.revision, 1);
  assert.equal(await tablet.outbox.count(TA.id), 1);
});

test("changed words under the same id make a second revision, and both are kept", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const first = await writeNote(tablet, "Before");
  const second = await writeNote(tablet, "After", { id: first.id });
  assert.deepEqual([second.revision, second.device_seq], [2, 2]);
  const kept = await notes(tablet);
  assert.deepEqual(
    kept.map(({ entry }) => entry.body.text),
    ["After", "Before"],
  );
});

test("a save survives the tablet being closed and opened again", async () => {
  const record = new FakeRecord();
  const before = await enrolledTablet(record);
  await writeNote(before, "Kept");
  before.device.database.close();
  const after = createTablet(record, { name: before.name });
  await unlock(after, TA);
  assert.equal((await notes(after))[0].entry.body.text, "Kept");
});

test("a dead database handle is dropped and opened anew, and the save succeeds", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet, "One");
  const opened = await new Promise((resolve, reject) => {
    const request = indexedDB.open(`${tablet.name}-device`);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  opened.close();
  // The browser ended the connection: the handle is still held, and every transaction on it throws.
  const held = tablet.device.database;
  await held.run(["outbox"], "readonly", (tx) => void tx.db.close());
  await writeNote(tablet, "Two");
  assert.equal(await tablet.outbox.count(TA.id), 2);
});

test("a full tablet is told as such, and nothing is half saved", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet);
  const { run } = tablet.device.database;
  tablet.device.database.run = function (stores, mode, ...rest) {
    if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
    return run.call(this, stores, mode, ...rest);
  };
  await assert.rejects(writeNote(tablet, "Too much"), (error) => error instanceof StoreFailed && error.isFull);
  tablet.device.database.run = run;
  assert.equal(await tablet.outbox.count(TA.id), 1);
});

test("a batch stays within its number and its bytes, and says whether it is the last", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNotes(tablet, 5);
  const two = await tablet.outbox.batch({ ...LIMITS, max_entries: 2, max_bytes: 1e6 });
  assert.deepEqual([two.rows.length, two.is_last], [2, false]);
  const tight = await tablet.outbox.batch({ ...LIMITS, max_bytes: 1 });
  assert.equal(tight.rows.length, 1, "one entry always goes, however large");
  assert.equal((await tablet.outbox.batch(LIMITS)).is_last, true);
});

test("an entry that failed before goes alone and after the others", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const [bad] = await writeNotes(tablet, 3);
  await tablet.outbox.fail(bad, "refused");
  const first = await tablet.outbox.batch(LIMITS);
  assert.deepEqual([first.rows.length, first.is_last], [2, false]);
});

test("three failures make an entry stuck; trying again makes it wait anew", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const row = await writeNote(tablet);
  for (let time = 0; time < 3; time++) await tablet.outbox.fail(row, "refused");
  assert.deepEqual(await numbers(tablet), { queued: 0, stuck: 1 });
  assert.equal((await tablet.outbox.batch(LIMITS)).rows.length, 0);
  await tablet.outbox.retry(row.id, row.revision);
  assert.deepEqual(await numbers(tablet), { queued: 1, stuck: 0 });
});

test("acknowledged entries leave the outbox and are kept for thirty days", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const row = await writeNote(tablet);
  await tablet.outbox.acknowledge([{ ...row, status: "accepted" }], "epoch-1", tablet.clock.now);
  assert.equal(await tablet.outbox.count(TA.id), 0);
  await tablet.outbox.forgetOld(tablet.clock.now + 29 * DAY_MS);
  assert.equal(await tablet.outbox.has(row.id), true);
  await tablet.outbox.forgetOld(tablet.clock.now + 31 * DAY_MS);
  assert.equal(await tablet.outbox.has(row.id), false);
});

test("a duplicate with problems is what still waits in quarantine", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const row = await writeNote(tablet);
  const problems = [{ field: "body.pupil_id", message: "Not on your list" }];
  await tablet.outbox.acknowledge([{ ...row, status: "duplicate", problems }], "epoch-1", tablet.clock.now);
  const { outbox } = await tablet.present();
  const [trouble] = await outbox.troubles(TA.id);
  assert.deepEqual([trouble.status, trouble.problems], ["quarantined", problems]);
});

test("whose words are forgotten its revisions are counted on, so that no number is used twice", async () => {
  for (const forget of [
    (tablet) => tablet.outbox.forgetOld(tablet.clock.now + 31 * DAY_MS),
    (tablet) => tablet.outbox.forgetAcknowledged(TA.id),
  ]) {
    const tablet = await enrolledTablet(new FakeRecord());
    const first = await writeNote(tablet, "One");
    const second = await writeNote(tablet, "Two", { id: first.id });
    const taken = [first, second].map((row) => ({ ...row, status: "accepted" }));
    await tablet.outbox.acknowledge(taken, "epoch-1", tablet.clock.now);
    await forget(tablet);
    assert.equal(await tablet.outbox.has(first.id), false);
    assert.equal((await writeNote(tablet, "Three", { id: first.id })).revision, 3);
    assert.equal((await writeNote(tablet, "Four", { id: first.id })).revision, 4);
    assert.equal((await writeNote(tablet, "Another's first")).revision, 1);
  }
});

test("what waits is never old enough to be forgotten", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  await writeNote(tablet);
  await tablet.outbox.forgetOld(tablet.clock.now + 700 * DAY_MS);
  assert.equal(await tablet.outbox.count(TA.id), 1);
});

test("each person sees and counts only their own", async () => {
  const record = new FakeRecord();
  const tablet = await enrolledTablet(record);
  await writeNote(tablet);
  await enrol(tablet, record, TEACHER);
  await writeNote(tablet, "From the teacher");
  assert.equal(await tablet.outbox.count(TA.id), 1);
  assert.deepEqual(
    (await notes(tablet)).map(({ entry }) => entry.body.text),
    ["From the teacher"],
  );
  assert.deepEqual([await tablet.outbox.count(TEACHER.id), await tablet.outbox.countAll()], [1, 2]);
});

test("a quarantined entry stays visible to its author after it was acknowledged", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const row = await writeNote(tablet);
  await tablet.outbox.acknowledge([{ ...row, status: "quarantined", problems: [] }], "epoch-1", 1);
  const { outbox } = await tablet.present();
  assert.equal((await outbox.troubles(TA.id))[0].status, "quarantined");
  assert.equal((await outbox.troubles(TEACHER.id)).length, 0);
});

async function numbers(tablet) {
  const { queued, stuck } = await tablet.outbox.waiting(TA.id);
  return { queued, stuck };
}
