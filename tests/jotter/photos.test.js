// Photos of work: kept with a draft, saved with its note, delivered after it, and readable by nobody on the way.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { UNDO_MS } from "../../webapp/static/jotter/store/drafts.js";
import { everythingOn } from "./at_rest.js";
import { fieldValue } from "./browser.js";
import { captivePortal, noNetwork, status } from "./fake_record.js";
import { add, noteWith, own } from "./photo_notes.js";
import { CAMERA, READY } from "./pictures.js";
import { emptyMeeting, filledNote, NEW_MEETING, NEW_NOTE, school, valueId } from "./school.js";
import { openBytes, SEAL_KEY } from "./school_key.js";
import { enrol, later, notes, PUPIL, TA, TEACHER, unlock } from "./world.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

test("photos go with their note, sealed, and their digests are signed with it", async () => {
  const { tablet, record, fields } = await noteWith(2);
  const [{ entry }] = await notes(tablet);
  const rows = await own(tablet, fields.entry_id);
  assert.deepEqual(
    entry.body.attachment_ids,
    rows.map(({ id }) => id),
  );
  assert.deepEqual(
    entry.body.attachments,
    rows.map(({ id }) => ({ id, digest: sha256(READY) })),
  );
  await tablet.sync.run("saved");
  assert.deepEqual([...record.attachments.keys()].sort(), [...entry.body.attachment_ids].sort());
  for (const { sent, seal_key } of record.attachments.values()) {
    assert.equal(seal_key, SEAL_KEY.id);
    assert.deepEqual(new Uint8Array(await openBytes(new Uint8Array(sent))), READY);
  }
  const first_photo = record.requests.findIndex(({ path }) => path.includes("/attachments/"));
  assert.ok(record.requests.findIndex(({ path }) => path === "/api/v1/sync") < first_photo, "the note goes first");
  assert.deepEqual(await (await tablet.present()).photos.count(TA.id), { waiting: 0, stuck: 0 });
});

test("saving the same note twice makes one revision, photos and all", async () => {
  const { tablet, browser, fields } = await noteWith(1);
  await browser.post(NEW_NOTE, fields);
  assert.equal((await notes(tablet)).length, 1);
});

test("what was looked up for a form with a photo puts it to no other note", async () => {
  const { tablet, browser } = await school();
  const { entry_id } = await filledNote(browser);
  assert.deepEqual(await add(tablet, entry_id), {});
  const misled = await tablet.present({ saves: entry_id });
  const id = misled.newId();
  const body = { pupil_id: PUPIL, instrument: "narrative", text: "Of something else" };
  const { row } = await misled.save([{ id, kind: "observation", recorded_at: new Date().toISOString(), body }]);
  assert.deepEqual([row.id, row.entry.body.attachment_ids], [id, undefined]);
  assert.equal((await own(tablet, entry_id)).length, 1, "it waits where it was put");
});

test("a parent meeting has photos too", async () => {
  const { browser, tablet, record } = await school();
  const fields = await emptyMeeting(browser);
  await add(tablet, fields.entry_id, { kind: "parent_meeting" });
  await browser.post(NEW_MEETING, { ...fields, discussion: "We looked at her writing.", do: "finish" });
  await tablet.sync.run("saved");
  assert.equal(record.attachments.size, 1);
});

test("nothing of a photo lies readable on the tablet, in a draft or saved", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser);
  await add(tablet, fields.entry_id);
  const dots = Buffer.from(READY.slice(-120)).toString("latin1");
  assert.ok(!(await everythingOn(tablet)).includes(dots), "in a draft");
  await browser.post(NEW_NOTE, fields);
  assert.ok(!(await everythingOn(tablet)).includes(dots), "saved");
});

test("a draft keeps its photos through another worker, also where nothing was typed", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser, { text: "", setting: "" });
  await add(tablet, fields.entry_id);
  const draft = { ...fields, draft_kind: "observation", pupil_id: PUPIL, person: TA.id };
  assert.deepEqual(JSON.parse((await browser.post("/tablet/drafts", draft)).html), { is_kept: true });
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /Continue draft/);
  const { html } = await browser.get(`${NEW_NOTE}?draft=${fields.entry_id}`);
  assert.equal(fieldValue(html, "entry_id"), fields.entry_id);
  assert.match((await browser.get(`/tablet/photos/of/${fields.entry_id}`)).html, /aria-label="Remove photo 1"/);
});

test("a photo is taken out of a draft, and goes with a draft that is thrown away; never out of a saved note", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser);
  await add(tablet, fields.entry_id);
  await add(tablet, fields.entry_id);
  const [first] = await own(tablet, fields.entry_id);
  await browser.post(`/tablet/photos/${first.id}/remove`, { person: TA.id });
  assert.equal((await own(tablet, fields.entry_id)).length, 1);
  await browser.post("/tablet/drafts", { ...fields, draft_kind: "observation", pupil_id: PUPIL, person: TA.id });
  await browser.post(`/tablet/drafts/${fields.entry_id}/discard`, {});
  assert.equal((await own(tablet, fields.entry_id)).length, 1, "it can still be brought back");
  tablet.clock.now += UNDO_MS;
  await unlock(tablet, TA);
  await browser.post(`/tablet/drafts/${fields.entry_id}/discard`, {});
  assert.equal((await own(tablet, fields.entry_id)).length, 0);
  const saved = await noteWith(1);
  const [photo] = await own(saved.tablet, saved.fields.entry_id);
  await saved.browser.post(`/tablet/photos/${photo.id}/remove`, { person: TA.id });
  await saved.browser.post(`/tablet/drafts/${saved.fields.entry_id}/discard`, {});
  assert.equal((await own(saved.tablet, saved.fields.entry_id)).length, 1);
});

test("a worker that died between saving a note and letting its photos go has lost nothing", async () => {
  const { browser, tablet, record } = await school();
  const fields = await filledNote(browser);
  await add(tablet, fields.entry_id);
  const { release } = Object.getPrototypeOf(tablet.photos);
  Object.getPrototypeOf(tablet.photos).release = async () => {
    throw new Error("killed");
  };
  await browser.post(NEW_NOTE, fields);
  Object.getPrototypeOf(tablet.photos).release = release;
  await tablet.vault.lock();
  await tablet.sync.run("tick");
  assert.equal(record.attachments.size, 1);
});

test("photos of a draft are not sent", async () => {
  const { browser, tablet, record } = await school();
  const fields = await filledNote(browser);
  await add(tablet, fields.entry_id);
  await tablet.sync.run("button");
  assert.equal(record.attachments.size, 0);
});

test("a locked tablet delivers them, by whoever's token", async () => {
  const { tablet, record } = await noteWith(2);
  await enrol(tablet, record, TEACHER);
  record.end(TA);
  await tablet.vault.lock();
  await tablet.sync.run("tick");
  assert.equal(record.attachments.size, 2);
  assert.ok([...record.attachments.values()].every(({ by }) => by === TEACHER.id));
});

test("a photo is acknowledged by the record itself alone; a lost network is tried again", async () => {
  const { tablet, record } = await noteWith(1);
  record.photo_faults.push(captivePortal, noNetwork, status(500));
  for (const _ of record.photo_faults.slice()) {
    await tablet.sync.run("online");
    assert.deepEqual(await tablet.photos.count(), { waiting: 1, stuck: 0 });
    await later(tablet, 6 * 60_000);
    await unlock(tablet, TA);
  }
  assert.equal(await tablet.outbox.countAll(), 0, "its note was not held up");
  await tablet.sync.run("online");
  assert.deepEqual(await tablet.photos.count(), { waiting: 0, stuck: 0 });
});

test("one that the record refuses three times is stuck, said so, and holds up no other", async () => {
  const { tablet, record, browser } = await noteWith(2);
  const refused = (await tablet.photos.next(() => true)).id;
  const fetch = record.fetch;
  let is_refusing = true;
  tablet.world.fetch = (path, options) =>
    is_refusing && path.endsWith(refused) ? status(400)() : fetch(path, options);
  for (let time = 0; time < 3; time++) await tablet.sync.run("button");
  assert.deepEqual(await tablet.photos.count(), { waiting: 0, stuck: 1 });
  assert.equal(record.attachments.size, 1);
  assert.match((await browser.get("/tablet/outbox")).html, /1 photo could not be taken by the record/);
  is_refusing = false;
  await browser.post("/tablet/outbox/photos/retry", {});
  await tablet.sync.run("button");
  assert.equal(record.attachments.size, 2);
});

test("what an earlier life of the record took is offered again, the very bytes, for thirty days", async () => {
  const { tablet, record } = await noteWith(1);
  await tablet.sync.run("saved");
  const [id, before] = [...record.attachments][0];
  record.attachments.clear();
  record.epoch = "epoch-2";
  await tablet.sync.run("tick");
  await tablet.sync.run("tick");
  assert.equal(record.attachments.get(id).digest, before.digest);
  await later(tablet, 0);
  tablet.clock.now += 31 * DAY_MS;
  await unlock(tablet, TA);
  await tablet.sync.run("tick");
  assert.equal(await tablet.photos.get(id), undefined);
});

test("where room is short the sealed copy of what the record has is the first to go; the picture is still seen", async () => {
  const { tablet, record, browser } = await noteWith(1);
  tablet.world.estimate = async () => ({ usage: 9e8, quota: 1e9 });
  await tablet.sync.run("saved");
  const [id] = record.attachments.keys();
  assert.equal(await tablet.photos.travelOf(await tablet.photos.get(id)), null);
  assert.equal((await browser.get(`/tablet/photos/${id}`)).headers.get("Content-Type"), "image/jpeg");
});

test("a withdrawn tablet delivers its photos, then keeps nothing of them", async () => {
  const { tablet, record, fields } = await noteWith(2);
  record.withdraw(TA);
  await tablet.sync.run("tick");
  assert.equal(record.attachments.size, 2);
  assert.deepEqual(await tablet.photos.ofEntry(fields.entry_id), []);
  assert.equal(await tablet.device.enrolment(TA.id), undefined);
});

test("a full tablet says so, and keeps the words", async () => {
  const { browser, tablet } = await school();
  const fields = await filledNote(browser);
  tablet.world.estimate = async () => ({ usage: 95e6, quota: 1e8 });
  assert.match((await add(tablet, fields.entry_id)).problem, /no room for more photos/);
  tablet.world.estimate = async () => ({ usage: 0, quota: 1e9 });
  const { database } = tablet.photos;
  const { run } = database;
  database.run = (stores, ...rest) => {
    if (stores.includes("photo_bytes") && rest[0] === "readwrite")
      return Promise.reject(new DOMException("full", "QuotaExceededError"));
    return run.call(database, stores, ...rest);
  };
  assert.match((await add(tablet, fields.entry_id)).problem, /no room for more photos/);
  assert.equal((await browser.post(NEW_NOTE, fields)).status, 303);
});

test("what is no photo is refused with a sentence, beside the name of its file", async () => {
  const { browser, tablet } = await school();
  const { entry_id } = await filledNote(browser);
  const text = new TextEncoder().encode("only its name says so");
  for (const content of [text, new TextEncoder().encode("<svg onload='alert(1)'/>"), new Uint8Array(), READY.slice(2)])
    for (const is_ready of [true, false]) {
      const answer = await add(tablet, entry_id, { content: content.slice().buffer, is_ready });
      assert.ok(answer.needs_page || /^work\.jpg is not a photo that this tablet can open\.$/.test(answer.problem));
    }
  assert.equal((await own(tablet, entry_id)).length, 0);
});

test("what a page has made ready is stripped all the same, and may not be larger than it says", async () => {
  const { browser, tablet } = await school();
  const { entry_id } = await filledNote(browser);
  await add(tablet, entry_id, { content: CAMERA.slice().buffer });
  const [{ id }] = await own(tablet, entry_id);
  const kept = Buffer.from(await (await tablet.present()).photos.look(id, TA.id)).toString("latin1");
  assert.ok(!/Exif|Oakfield/.test(kept) && kept.startsWith("\xff\xd8"));
});

test("a locked jotter, another person and a note that was saved already take no photo", async () => {
  const { browser, tablet } = await school();
  const { entry_id } = await filledNote(browser);
  assert.match((await add(tablet, entry_id, { person: TEACHER.id })).problem, /locked/);
  const saved = await noteWith(0);
  assert.match((await add(saved.tablet, saved.fields.entry_id)).problem, /saved before the photo/);
  await tablet.vault.lock();
  assert.match((await add(tablet, entry_id)).problem, /locked/);
});

test("twenty photos of a note, and no more", async () => {
  const { browser, tablet } = await school();
  const { entry_id } = await filledNote(browser);
  for (let count = 0; count < 20; count++) assert.deepEqual(await add(tablet, entry_id), {});
  assert.match((await add(tablet, entry_id)).problem, /at most 20/);
});

test("one's own photo is seen with its note, without a network", async () => {
  const { tablet, record, browser, fields } = await noteWith(1);
  record.fetch = noNetwork;
  const [{ id }] = await own(tablet, fields.entry_id);
  const { html } = await browser.get(`/tablet/pupils/${PUPIL}`);
  assert.match(html, new RegExp(`<img class="photo-image" src="/tablet/photos/${id}" alt="Photo of work"`));
  const photo = await browser.get(`/tablet/photos/${id}`);
  assert.equal(photo.headers.get("Content-Type"), "image/jpeg");
  assert.equal(photo.headers.get("Cache-Control"), "no-store");
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}/photos/${id}`)).html, /Photo of work, large/);
  await enrol(tablet, record, TEACHER);
  assert.equal((await browser.get(`/tablet/photos/${id}`)).headers.get("Content-Type"), "image/svg+xml");
});

test("a colleague's photo is fetched when it is looked at, kept unreadable, and seen offline from then on", async () => {
  const { tablet, record, browser } = await school();
  const id = valueId(7);
  record.photos.set(id, READY);
  record.publish("observation", valueId(8), {
    ...{ pupil_id: PUPIL, text: "See the photo.", instrument: "narrative", author_id: TEACHER.id },
    ...{ recorded_at: "2026-11-24T09:00:00.000Z", attachment_ids: [id, valueId(9)] },
  });
  await tablet.sync.run("tick");
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /alt="Photo of work, 2 of 2"/);
  assert.equal((await browser.get(`/tablet/photos/${id}`)).headers.get("Content-Type"), "image/jpeg");
  assert.ok(!(await everythingOn(tablet)).includes(Buffer.from(READY.slice(-120)).toString("latin1")));
  record.next(noNetwork);
  record.photo_faults.push(noNetwork, noNetwork);
  await tablet.sync.run("tick");
  assert.equal((await browser.get(`/tablet/photos/${id}`)).headers.get("Content-Type"), "image/jpeg");
  assert.match((await browser.get(`/tablet/pupils/${PUPIL}`)).html, /1 photo, seen when the network is back/);
  assert.equal((await browser.get(`/tablet/photos/${valueId(9)}`)).headers.get("Content-Type"), "image/svg+xml");
});

test("a colleague's photo leaves the tablet with its note, as with a pupil who was withdrawn", async () => {
  const { tablet, record, browser } = await school();
  const [stays, goes] = [valueId(5), valueId(6)];
  for (const [photo, note] of [
    [stays, valueId(1)],
    [goes, valueId(2)],
  ]) {
    record.photos.set(photo, READY);
    record.publish("observation", note, {
      ...{ pupil_id: PUPIL, text: "See the photo.", instrument: "narrative", author_id: TEACHER.id },
      ...{ recorded_at: "2026-11-24T09:00:00.000Z", attachment_ids: [photo] },
    });
  }
  await tablet.sync.run("tick");
  for (const photo of [stays, goes]) await browser.get(`/tablet/photos/${photo}`);
  const { album } = await tablet.present();
  assert.equal((await album.known([stays, goes])).size, 2);
  record.publish("observation", valueId(2), null, { gone: true });
  await tablet.sync.run("tick");
  assert.deepEqual([...(await album.known([stays, goes]))], [stays]);
});

test("of colleagues' photos the sixty last looked at are kept", async () => {
  const { tablet } = await school();
  const { album } = await tablet.present();
  const idOf = (number) => `01900000-0000-7000-8000-0000000000${String(number).padStart(2, "0")}`;
  for (let number = 0; number < 65; number++)
    await album.keep(idOf(number), { content: READY, type: "image/jpeg" }, number);
  const known = await album.known(Array.from({ length: 65 }, (_, number) => idOf(number)));
  assert.equal(known.size, 60);
  assert.ok(!known.has(idOf(4)) && known.has(idOf(5)));
});
