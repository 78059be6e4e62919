// What the tablet knows of itself: its name and number, who has used it, who is using it, how syncing stands.

import { Database } from "./db.js";

/** Upgrades of the device's database, in order. Add a step at the end; never change or remove one. */
const UPGRADES = [
  (db) => {
    db.createObjectStore("settings");
    db.createObjectStore("enrolments", { keyPath: "person_id" });
    const revisions = db.createObjectStore("revisions", { keyPath: ["id", "revision"] });
    revisions.createIndex("by_pupil", ["person_id", "pupil_id", "order"]);
    revisions.createIndex("by_acknowledged", "acknowledged_at");
    revisions.createIndex("by_trouble", "trouble_of");
    const outbox = db.createObjectStore("outbox", { keyPath: ["id", "revision"] });
    outbox.createIndex("by_person", ["person_id", "device_seq"]);
  },
  (db) => {
    db.createObjectStore("vaults", { keyPath: "person_id" });
    db.createObjectStore("unlocked", { keyPath: "person_id" });
  },
  (db) => {
    const photos = db.createObjectStore("photos", { keyPath: "id" });
    photos.createIndex("by_entry", "entry_id");
    photos.createIndex("by_state", "state");
    db.createObjectStore("photo_bytes");
  },
];
export const DEVICE_SCHEMA = UPGRADES.length;

/** How a school that has said nothing else wants its tablets: enrolments of older builds know of no such thing. */
export const HABITS = { lock_minutes: 5, silent_days: 30 };

export function deviceDatabase(name = "jotter-device") {
  return new Database(name, UPGRADES);
}

export class Device {
  constructor(database) {
    this.database = database;
  }

  /** `device` {id, name, check}, `current` (person id), `sync` of a person … */
  setting(key) {
    return this.database.run(["settings"], "readonly", (tx) => tx.store.get(key));
  }

  setSetting(key, value) {
    return this.database.run(["settings"], "readwrite", (tx) => tx.store.put(value, key));
  }

  removeSetting(key) {
    return this.database.run(["settings"], "readwrite", (tx) => tx.store.delete(key));
  }

  enrolment(person_id) {
    if (!person_id) return Promise.resolve(undefined);
    return this.database.run(["enrolments"], "readonly", (tx) => tx.store.get(person_id));
  }

  enrolments() {
    return this.database.run(["enrolments"], "readonly", (tx) => tx.store.getAll());
  }

  /** The device and the person are one: they are kept in one transaction. */
  async keepEnrolment(device, enrolment, { is_current = true } = {}) {
    const stores = ["settings", "enrolments"];
    await this.database.run(
      stores,
      "readwrite",
      async (tx) => {
        await tx.objectStore("settings").put(device, "device");
        if (is_current) await tx.objectStore("settings").put(enrolment.person_id, "current");
        await tx.objectStore("enrolments").put(enrolment);
      },
      { durability: "strict" },
    );
  }

  async removeEnrolment(person_id) {
    await this.database.run(["settings", "enrolments"], "readwrite", async (tx) => {
      await tx.objectStore("enrolments").delete(person_id);
      await tx.objectStore("settings").delete(syncKey(person_id));
      await tx.objectStore("settings").delete(preferencesKey(person_id));
      await close(tx.objectStore("settings"), person_id);
    });
  }

  /** Withdrawn, but something is undelivered, or the record not told yet: the token stays for that alone. */
  async keepWithdrawn(person_id) {
    await this.database.run(["settings", "enrolments"], "readwrite", async (tx) => {
      await change(tx.objectStore("enrolments"), person_id, { is_withdrawn: true });
      await close(tx.objectStore("settings"), person_id);
    });
  }

  changeEnrolment(person_id, changes) {
    return this.database.run(["enrolments"], "readwrite", (tx) => change(tx.store, person_id, changes));
  }

  /** The school has a new name, another key, other habits: everybody here belongs to it. */
  updateSchool(id, { name, seal_key, lock_minutes, silent_days, work_factor }) {
    return this.database.run(["enrolments"], "readwrite", async (tx) => {
      const told = { name, seal_key, lock_minutes, silent_days, work_factor };
      const news = Object.fromEntries(Object.entries(told).filter(([, value]) => (value ?? null) !== null));
      for (const row of await tx.store.getAll())
        if (row.school?.id === id) await tx.store.put({ ...row, school: { ...row.school, ...news } });
    });
  }

  /** Whoever signs in at the door has been heard of, though their locked jotter cannot be enrolled anew. */
  noteSignIn(person_id, now) {
    return this.changeSyncState(person_id, { signed_in_at: now, need: null });
  }

  /** How somebody likes their jotter here; see pages/preferences.js. */
  preferences(person_id) {
    return this.setting(preferencesKey(person_id));
  }

  changePreferences(person_id, changes) {
    return this.#changeSetting(preferencesKey(person_id), changes);
  }

  syncState(person_id) {
    return this.setting(syncKey(person_id));
  }

  /** Changes part of how syncing stands for a person, and leaves the rest. */
  changeSyncState(person_id, changes) {
    return this.#changeSetting(syncKey(person_id), changes);
  }

  #changeSetting(key, changes) {
    return this.database.run(["settings"], "readwrite", async (tx) => {
      const value = { ...(await tx.store.get(key)), ...changes };
      await tx.store.put(value, key);
      return value;
    });
  }
}

async function change(store, person_id, changes) {
  const row = await store.get(person_id);
  if (row) await store.put({ ...row, ...changes });
}

/** Whoever was put out at the desk must not slip in again by a session that still lives: they sign in anew. */
async function close(settings, person_id) {
  for (const name of ["joining", "fresh_person"])
    if ((await settings.get(name)) === person_id) await settings.delete(name);
  if ((await settings.get("current")) !== person_id) return;
  await settings.delete("current");
  await settings.put(true, "is_closed");
}

/** What delivers while its person's jotter is locked: `carrier_token` in a row that an earlier build kept. */
export const carryTokenOf = ({ carry_token, carrier_token }) => carry_token ?? carrier_token;

export function syncKey(person_id) {
  return `sync:${person_id}`;
}

const preferencesKey = (person_id) => `preferences:${person_id}`;
