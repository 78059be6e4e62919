// Photos that have not arrived: counted and said, in nobody's way, never lost, and with the reason why.

import assert from "node:assert/strict";
import { test } from "node:test";
import { messagesFor } from "../../webapp/static/jotter/messages.js";
import { noNetwork, status } from "./fake_record.js";
import { add, noteWith, own } from "./photo_notes.js";
import { filledNote, NEW_NOTE, school, valueId } from "./school.js";
import { openBytes, SEAL_KEY } from "./school_key.js";
import { enrol, later, notes, TA, TEACHER, unlock, writeNote } from "./world.js";

const SYNCED = "Everything you saved is in the school";
const outboxOf = async (browser) => (await browser.get("/tablet/outbox")).html;

function resolvable() {
  const made = {};
  made.promise = new Promise((resolve) => Object.assign(made, { resolve }));
  return made;
}

/** A record that holds every photo back until `letGo()`; `asked` resolves when it has the first. */
function holdPhotos(tablet) {
  const { fetch } = tablet.world;
  const [asked, held] = [resolvable(), resolvable()];
  tablet.world.fetch = async (path, options) => {
    if (path.includes("/attachments/")) {
      asked.resolve();
      await held.promise;
    }
    return fetch(path, options);
  };
  return { asked: asked.promise, letGo: held.resolve };
}

test("nothing is called synced while photos wait or are stuck", async () => {
  const { tablet, record, browser } = await noteWith(2);
  assert.match(await outboxOf(browser), /3 waiting<\/span>/, "a note and two photos");
  record.photo_faults.push(noNetwork);
  await tablet.sync.run("saved");
  const html = await outboxOf(browser);
  assert.match(html, /2 waiting<\/span>/);
  assert.match(html, /<strong>2 photos waiting\.<\/strong>/);
  assert.ok(!html.includes(SYNCED) && !html.includes("All synced"));
  record.photo_faults.push(...Array.from({ length: 6 }, () => status(400)));
  for (let time = 0; time < 3; time++) await tablet.sync.run("button");
  assert.match(await outboxOf(browser), /2 waiting<\/span>/, "stuck");
  await browser.post("/tablet/outbox/photos/retry", {});
  await tablet.sync.run("button");
  const after = await outboxOf(browser);
  assert.ok(after.includes("All synced") && after.includes(SYNCED));
});

test("another's stuck photos are told, and tried again by whoever is here", async () => {
  const { tablet, record, browser } = await noteWith(1);
  record.photo_faults.push(...Array.from({ length: 3 }, () => status(400)));
  for (let time = 0; time < 3; time++) await tablet.sync.run("button");
  assert.deepEqual(await tablet.photos.count(), { waiting: 0, stuck: 1 });
  await enrol(tablet, record, TEACHER);
  assert.match(await outboxOf(browser), /1 photo by others waiting\./);
  assert.equal((await (await tablet.present()).status()).waiting, 0);
  await browser.post("/tablet/outbox/retry", {});
  await tablet.sync.run("button");
  assert.equal(record.attachments.size, 1);
  assert.doesNotMatch(await outboxOf(browser), /by others/);
});

test("a locked tablet counts everybody's photos", async () => {
  const { tablet } = await noteWith(2);
  await tablet.vault.lock();
  assert.equal((await (await tablet.present()).status()).waiting, 3);
});

test("the record is told how many photos wait, and of notes alone what it always was", async () => {
  const { tablet, record } = await noteWith(2);
  record.photo_faults.push(noNetwork);
  await tablet.sync.run("saved");
  assert.equal(record.syncs().at(-1).content.waiting.photos, 2);
  await tablet.sync.run("online");
  await tablet.sync.run("button");
  assert.deepEqual(record.syncs().at(-1).content.waiting, { queued: 0, stuck: 0, oldest: null });
});

test("a withdrawal that meets a worker which died before it let the photos go delivers them all the same", async () => {
  const { browser, tablet, record } = await school();
  const fields = await filledNote(browser);
  await add(tablet, fields.entry_id);
  const photos = Object.getPrototypeOf(tablet.photos);
  const { release } = photos;
  // The worker dies between saving and letting go, and the note reaches the record before the next one has begun.
  photos.release = async () => {};
  await browser.post(NEW_NOTE, fields);
  record.withdraw(TA);
  const { fetch } = tablet.world;
  tablet.world.fetch = (...request) => {
    photos.release = release;
    return fetch(...request);
  };
  await tablet.sync.run("tick");
  photos.release = release;
  assert.equal(record.attachments.size, 1);
  assert.equal(await tablet.device.enrolment(TA.id), undefined);
  assert.deepEqual(await tablet.photos.ofEntry(fields.entry_id), [], "nothing of it stays");
});

test("no note waits for a photo that is on its way", { timeout: 20_000 }, async () => {
  const { tablet, record } = await noteWith(2);
  const { asked, letGo } = holdPhotos(tablet);
  const first = tablet.sync.run("saved");
  await asked;
  assert.deepEqual(tablet.announced.at(-1), { is_syncing: true });
  await writeNote(tablet, "Written while the photos went.");
  const second = tablet.sync.run("saved");
  while (await tablet.outbox.countAll()) await new Promise((done) => setImmediate(done));
  assert.equal(record.attachments.size, 0, "the photos are still on their way");
  letGo();
  await Promise.all([first, second]);
  assert.equal(record.attachments.size, 2);
  assert.equal(tablet.announced.at(-1).is_syncing, false);
});

test("photos are not tried at a record that the notes have just found out of reach", async () => {
  const { tablet, record } = await noteWith(1);
  record.next(noNetwork);
  await tablet.sync.run("saved");
  assert.ok(!record.requests.some(({ path }) => path.includes("/attachments/")));
  await tablet.sync.run("online");
  assert.equal(record.attachments.size, 1);
});

test("a photo that went while the record was restored from a backup is not believed to be there", async () => {
  const { tablet, record } = await noteWith(1);
  await tablet.sync.run("tick");
  record.attachments.clear();
  const [{ id }] = await notesPhotos(tablet);
  await tablet.photos.database.run(["photos"], "readwrite", async (tx) =>
    tx.store.put({ ...(await tx.store.get(id)), state: "waiting" }),
  );
  const { asked, letGo } = holdPhotos(tablet);
  const going = tablet.sync.run("tick");
  await asked;
  record.epoch = "epoch-2";
  await tablet.device.setSetting("epoch", "epoch-2");
  letGo();
  await going;
  assert.equal((await tablet.photos.get(id)).state, "waiting");
});

const notesPhotos = (tablet) => tablet.photos.database.run(["photos"], "readonly", (tx) => tx.store.getAll());

test("a worker that cannot take a photo says so, and the form is not kept waiting", async () => {
  const { tablet } = await school();
  const answers = [];
  const port = { postMessage: (answer) => answers.push(answer) };
  tablet.present = async () => {
    throw new Error("the store is dead");
  };
  const { handlers } = messagesFor({ tablet, answer: async () => null, announce: async () => {} });
  await handlers.photo({ data: { entry_id: valueId(1), content: new ArrayBuffer(0), person: TA.id }, ports: [port] });
  assert.match(answers[0].problem, /could not be kept/);
});

test("a photo that its page offers twice, for want of an answer, is kept once", async () => {
  const { browser, tablet } = await school();
  const { entry_id } = await filledNote(browser);
  const photo_id = valueId(3);
  assert.deepEqual(await add(tablet, entry_id, { photo_id }), {});
  assert.deepEqual(await add(tablet, entry_id, { photo_id }), {});
  const [first, second] = await Promise.all([1, 2].map(() => add(tablet, entry_id, { photo_id: valueId(4) })));
  assert.ok(!first.problem || !second.problem);
  const ids = (await own(tablet, entry_id)).map(({ id }) => id);
  assert.deepEqual(ids.sort(), [photo_id, valueId(4)].sort());
});

test("a photo whose sealed copy has made room is sealed anew for a restored record, when its author is here", async () => {
  const { tablet, record } = await noteWith(1);
  tablet.world.estimate = async () => ({ usage: 9e8, quota: 1e9 });
  await tablet.sync.run("saved");
  const [id] = record.attachments.keys();
  record.attachments.clear();
  record.epoch = "epoch-2";
  await enrol(tablet, record, TEACHER);
  await tablet.sync.run("tick");
  assert.equal(record.attachments.size, 0, "nobody else can read it to seal it");
  assert.equal((await tablet.photos.count(TA.id)).waiting, 1, "it is not forgotten");
  await unlock(tablet, TA);
  await tablet.sync.run("button");
  const { sent, seal_key } = record.attachments.get(id);
  assert.equal(seal_key, SEAL_KEY.id);
  const [{ digest }] = await notesPhotos(tablet);
  const opened = await openBytes(new Uint8Array(sent));
  assert.deepEqual(new Uint8Array(await crypto.subtle.digest("SHA-256", opened)), digest);
});

test("a record in trouble counts for nothing when it comes to refuse a photo, and the reason is shown", async () => {
  const { tablet, record, browser } = await noteWith(1);
  for (let time = 0; time < 4; time++) {
    record.photo_faults.push(status(500));
    await tablet.sync.run("button");
    await later(tablet, 6 * 60_000);
    await unlock(tablet, TA);
  }
  record.photo_faults.push(status(400), status(400), status(413));
  await tablet.sync.run("button");
  assert.deepEqual(await tablet.photos.count(), { waiting: 1, stuck: 0 }, "refused once");
  await tablet.sync.run("button");
  await tablet.sync.run("button");
  const html = await outboxOf(browser);
  assert.match(html, /1 photo could not be taken by the record\. The record refused it \(413\)\. Nothing is lost/);
});

const loseBytes = (tablet, which = ["hidden", "travel"]) =>
  tablet.photos.database.run(["photo_bytes"], "readwrite", async (tx) => {
    for (const key of await tx.store.getAllKeys()) if (which.includes(key[1])) await tx.store.delete(key);
  });

test("a photo that the browser has lost is said so, told to the record, and waited for no longer", async () => {
  const { tablet, browser, record } = await noteWith(2);
  await loseBytes(tablet);
  record.photo_faults.push(noNetwork);
  await tablet.sync.run("button");
  assert.deepEqual(await tablet.photos.count(), { waiting: 0, stuck: 0 });
  assert.match(
    await outboxOf(browser),
    /2 photos are lost.*Your words are not touched by that\. The desk is told as soon/,
  );
  assert.ok(!(await outboxOf(browser)).includes("Nothing is lost"));
  await tablet.sync.run("button");
  const ids = (await notesPhotos(tablet)).map(({ id }) => id);
  assert.deepEqual(record.lost_attachments.sort(), ids.sort());
  await tablet.sync.run("button");
  assert.equal(record.lost_attachments.length, 2, "told once");
  const html = await outboxOf(browser);
  assert.match(html, /The desk has been told\./);
  assert.ok(html.includes("All synced"));
  assert.equal((await notes(tablet)).length, 0);
  assert.equal(record.syncs().at(-1).content.waiting.photos, undefined);
  await browser.post("/tablet/outbox/photos/lost", {});
  assert.doesNotMatch(await outboxOf(browser), /lost/);
  assert.deepEqual(await notesPhotos(tablet), []);
});

test("a locked tablet tells of a lost photo too, and an older build's that was called stuck is told", async () => {
  const { tablet, record } = await noteWith(1);
  await loseBytes(tablet);
  await tablet.photos.database.run(["photos"], "readwrite", async (tx) => {
    for (const row of await tx.store.getAll()) await tx.store.put({ ...row, state: "stuck", is_lost: true });
  });
  await tablet.vault.lock();
  assert.deepEqual(await tablet.photos.count(), { waiting: 0, stuck: 0 });
  await tablet.sync.run("tick");
  assert.equal(record.lost_attachments.length, 1);
});

test("a photo whose sealed copy alone is gone is sealed anew by its author, and is not lost", async () => {
  const { tablet, record } = await noteWith(1);
  await loseBytes(tablet, ["travel"]);
  await tablet.vault.lock();
  await tablet.sync.run("button");
  assert.deepEqual(await tablet.photos.count(), { waiting: 1, stuck: 0 });
  await unlock(tablet, TA);
  await tablet.sync.run("button");
  assert.equal(record.attachments.size, 1);
  assert.deepEqual(record.lost_attachments, []);
});

test("a withdrawn tablet tells what it has lost before it erases", async () => {
  const { tablet, record } = await noteWith(1);
  await loseBytes(tablet);
  record.withdraw(TA);
  await tablet.sync.run("tick");
  assert.equal(record.lost_attachments.length, 1);
  assert.equal(await tablet.device.enrolment(TA.id), undefined);
  assert.deepEqual(await notesPhotos(tablet), []);
});
