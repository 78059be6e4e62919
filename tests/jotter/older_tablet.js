// A tablet as a build from before the vault left it: everything in clear, one note waiting, one delivered.

import { openDB } from "idb";
import { createTablet, PUPIL, TA } from "./world.js";

export const TOKEN = "token-of-old";
export const WORDS = ["Bartholomew", "Waiting in clear", "Delivered in clear", "Drafted in clear", TOKEN];
const [WAITING, DELIVERED, DRAFT] = ["a", "b", "c"].map((end) => `01900000-0000-7000-8000-00000000fff${end}`);
const TIME = "2026-11-20T09:00:00.000Z";

let tablets = 0;

/** `documents` more of them lie on its shelf, so that hiding them takes its time. */
export async function olderTablet(record, { documents = 0 } = {}) {
  const name = `older-${++tablets}`;
  await fillDevice(name);
  await fillPerson(name, documents);
  record.tokens.set(TOKEN, { person: TA });
  return createTablet(record, { name });
}

async function fillDevice(name) {
  const db = await openDB(`${name}-device`, 1, {
    upgrade(created) {
      created.createObjectStore("settings");
      created.createObjectStore("enrolments", { keyPath: "person_id" });
      const revisions = created.createObjectStore("revisions", { keyPath: ["id", "revision"] });
      revisions.createIndex("by_pupil", ["person_id", "pupil_id", "order"]);
      revisions.createIndex("by_acknowledged", "acknowledged_at");
      revisions.createIndex("by_trouble", "trouble_of");
      const outbox = created.createObjectStore("outbox", { keyPath: ["id", "revision"] });
      outbox.createIndex("by_person", ["person_id", "device_seq"]);
    },
  });
  await db.put("settings", { id: "01900000-0000-7000-8000-0000000000d1", name: "Oak class 2" }, "device");
  await db.put("settings", TA.id, "current");
  await db.put("settings", 2, "device_seq");
  const enrolment = { person_id: TA.id, person: TA, school: { id: "s" }, enrolment_id: "e", token: TOKEN };
  await db.put("enrolments", { ...enrolment, enrolled_at: Date.parse(TIME) });
  const acknowledged = { acknowledged_at: Date.parse(TIME), epoch: "epoch-1", status: "accepted", version: 1 };
  await db.put("revisions", { ...revision(DELIVERED, 1, "Delivered in clear"), ...acknowledged });
  await db.put("revisions", revision(WAITING, 2, "Waiting in clear"));
  const place = { id: WAITING, revision: 1, person_id: TA.id, kind: "observation", device_seq: 2 };
  await db.put("outbox", { ...place, saved_at: Date.parse(TIME), size: 300, state: "queued", failures: 0 });
  db.close();
}

function revision(id, device_seq, text) {
  const body = { pupil_id: PUPIL, instrument: "narrative", text, setting: "", measures: {}, outcome_ids: [] };
  const told = { id, kind: "observation", revision: 1, base_version: null, recorded_at: TIME };
  const place = { id, revision: 1, person_id: TA.id, pupil_id: PUPIL, order: -Date.parse(TIME), device_seq };
  return { ...place, saved_at: Date.parse(TIME), entry: { ...told, device_seq, schema: 1, body } };
}

async function fillPerson(name, more) {
  const db = await openDB(`${name}-person-${TA.id}`, 1, {
    upgrade(created) {
      const documents = created.createObjectStore("documents", { keyPath: ["kind", "id"] });
      documents.createIndex("by_pupil", ["kind", "pupil_id", "order"]);
      documents.createIndex("by_day", ["kind", "day"]);
      documents.createIndex("by_round", "round");
      created.createObjectStore("meta");
      created.createObjectStore("drafts", { keyPath: "id" }).createIndex("by_pupil", "pupil_id");
    },
  });
  const body = { given_name: "Bartholomew", family_name: "Hart", year_group: "3", profile: {} };
  await db.put("documents", { kind: "pupil", id: PUPIL, version: 1, body, pupil_id: PUPIL, order: 0, round: 1 });
  for (let number = 0; number < more; number++) {
    const outcome = { kind: "outcome", id: `o${number}`, version: 1, pupil_id: PUPIL, order: 0, round: 1 };
    await db.put("documents", { ...outcome, body: { pupil_id: PUPIL, text: "Outcome in clear" } });
  }
  const fields = { entry_id: DRAFT, text: "Drafted in clear", when: "", now: "", outcomes: [] };
  await db.put("drafts", { id: DRAFT, kind: "observation", pupil_id: PUPIL, fields, kept_at: 1 });
  await db.put("meta", { cursor: "0", epoch: "epoch-1", round: 1, is_full: false }, "position");
  db.close();
}
