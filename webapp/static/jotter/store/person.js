// One database for each person who uses the tablet: their shelf, their drafts, and photos they looked at.

import { Database } from "./db.js";

/** Upgrades of a person's database, in order. Add a step at the end; never change or remove one. */
const UPGRADES = [
  (db) => {
    const documents = db.createObjectStore("documents", { keyPath: ["kind", "id"] });
    documents.createIndex("by_pupil", ["kind", "pupil_id", "order"]);
    documents.createIndex("by_day", ["kind", "day"]);
    documents.createIndex("by_round", "round");
    db.createObjectStore("meta");
    db.createObjectStore("drafts", { keyPath: "id" }).createIndex("by_pupil", "pupil_id");
  },
  (db) => {
    db.createObjectStore("photos", { keyPath: "id" }).createIndex("by_seen", "seen_at");
  },
  (_db, tx) => {
    tx.objectStore("documents").createIndex("by_photo", "photo_ids", { multiEntry: true });
  },
];
export const PERSON_SCHEMA = UPGRADES.length;

export function personDatabase(person_id, prefix = "jotter-person-") {
  return new Database(prefix + person_id, UPGRADES);
}
