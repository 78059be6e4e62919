// A tablet without a browser: real stores in a fake IndexedDB, a clock that is set by hand, a scripted record.

import "fake-indexeddb/auto";
import { webcrypto } from "node:crypto";
import { Tablet } from "../../webapp/static/jotter/jotter.js";
import { deviceDatabase } from "../../webapp/static/jotter/store/device.js";
import { newId } from "../../webapp/static/jotter/store/ids.js";
import { personDatabase } from "../../webapp/static/jotter/store/person.js";
import { lookAround } from "../../webapp/static/jotter/store/present.js";

export const crypto = webcrypto;
export const PUPIL = "01900000-0000-7000-8000-00000000aaaa";
export const TA = { id: "01900000-0000-7000-8000-000000000001", name: "Beth Marsh", role: "ta" };
export const TEACHER = { id: "01900000-0000-7000-8000-000000000002", name: "Raj Patel", role: "teacher" };
export const PASSCODE = "blue kettle 9";
const START = Date.parse("2026-11-24T10:15:00.000Z");

let tablets = 0;

/** Locks by name, as navigator.locks gives them: callers wait their turn. */
export function createLocks() {
  const last = new Map();
  return {
    request(name, work) {
      const mine = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(
        name,
        mine.catch(() => {}),
      );
      return mine;
    },
  };
}

/** A browser's sittings: `end()` closes it. */
export function createSittings() {
  let on = null;
  return {
    begin: async () => {
      on = newId(START, webcrypto);
      return on;
    },
    look: async () => on,
    isStillOn: async (sitting, now) => sitting === now,
    end: () => {
      on = null;
    },
  };
}

/** Where the sitting's key lies; `keys` is all of it. */
export function createPocket() {
  const keys = new Map();
  return {
    keys,
    keep: async (place, bytes) => void keys.set(place, bytes),
    look: async (place) => keys.get(place) ?? null,
    drop: async (place) => void keys.delete(place),
    empty: async () => keys.clear(),
  };
}

/** `record` is a FakeRecord; `options` replace parts of the world (another tab shares `name` and `locks`). */
export function createTablet(record, options = {}) {
  const name = options.name ?? `tablet-${++tablets}`;
  const clock = options.clock ?? { now: START };
  const announced = [];
  const world = {
    now: () => clock.now,
    random: () => 0.5,
    crypto,
    fetch: record.fetch,
    locks: createLocks(),
    client: "test",
    estimate: async () => ({ usage: 1e6, quota: 1e9 }),
    announce: async (news) => void announced.push(news),
    sittings: createSittings(),
    pocket: createPocket(),
    tune: async () => ({ salt: webcrypto.getRandomValues(new Uint8Array(16)), iterations: 1, memory_kib: 8 }),
    ...options,
  };
  const databases = {
    device: () => deviceDatabase(`${name}-device`),
    person: (id) => personDatabase(id, `${name}-person-`),
  };
  const tablet = new Tablet(world, databases);
  return Object.assign(tablet, { clock, announced, name, locks: world.locks });
}

/** Enrols a person as signing in and setting up does: their jotter is open then. */
export async function enrol(tablet, record, person = TA) {
  record.session = person;
  const { enrolment, secret } = await tablet.sync.enrol("Oak class 2", { survives: true });
  const { id: device_id } = await tablet.device.setting("device");
  await tablet.vault.begin(person.id, PASSCODE, { seal_key: enrolment.school.seal_key, device_id, secret });
  return enrolment;
}

/** Another person of the tablet unlocks it. */
export const unlock = (tablet, person) => tablet.vault.unlock(person.id, PASSCODE);

/** Whose jotter is open, as it lies in the store: null where every one is locked. */
export const openOn = async (tablet) => (await lookAround(tablet.device.database)).open;

export async function enrolledTablet(record, options = {}) {
  const tablet = createTablet(record, options);
  await enrol(tablet, record);
  return tablet;
}

/** Time goes by, and whoever has unlocked is there all the while. */
export async function later(tablet, ms) {
  for (let left = ms; left > 0; left -= 60_000) {
    tablet.clock.now += Math.min(left, 60_000);
    await tablet.vault.touch();
  }
}

/** The same tablet seen by another worker: a second tab's, or one that was started again and remembers nothing. */
export const anotherWorker = (record, { name, clock, world }) =>
  createTablet(record, { name, clock, sittings: world.sittings, pocket: world.pocket });

/** Writes a note as the page does, whoever has unlocked, and gives what was saved. */
export async function writeNote(tablet, text = "Shared the blocks without being asked.", more = {}) {
  const body = { pupil_id: PUPIL, instrument: "narrative", text, setting: "", measures: {}, outcome_ids: [] };
  const id = more.id ?? newId(tablet.clock.now, crypto);
  const recorded_at = new Date(tablet.clock.now).toISOString();
  const jotter = await tablet.present();
  const { row } = await jotter.save([{ id, kind: "observation", body: { ...body, ...more.body }, recorded_at }]);
  return row;
}

/** What waits of whoever has unlocked, newest first, with its words. */
export async function notes(tablet) {
  const { outbox, person } = await tablet.present();
  return outbox.list(person.id);
}

export async function writeNotes(tablet, count) {
  const rows = [];
  for (let number = 1; number <= count; number++) rows.push(await writeNote(tablet, `Note ${number}`));
  return rows;
}

/** How many of a person's entries the record has not acknowledged. */
export const waiting = (tablet, person = TA) => tablet.outbox.count(person.id);

/** What the tablet knows of a person's syncing. */
export const stateOf = (tablet, person = TA) => tablet.device.syncState(person.id);

/** How many entries the record failed at, three times each. */
export async function stuck(tablet) {
  return (await tablet.outbox.waiting(TA.id)).stuck;
}

/** Two people have written; nobody is there now. */
export async function lockedTablet(record, ta_notes = 1) {
  const tablet = await enrolledTablet(record);
  await writeNotes(tablet, ta_notes);
  await enrol(tablet, record, TEACHER);
  await writeNote(tablet, "From the teacher");
  await tablet.vault.lock();
  return tablet;
}

/** Without a key to seal to or to sign with, as an older build's enrolment leaves it. */
export async function writeUnsealed(tablet, text) {
  const { device } = tablet;
  const { school } = await device.enrolment(TA.id);
  await device.changeEnrolment(TA.id, { school: { ...school, seal_key: null } });
  await writeNote(tablet, text);
  await device.changeEnrolment(TA.id, { school });
}
