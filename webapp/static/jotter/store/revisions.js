// How a revision lies on the tablet: where it belongs in clear, its words hidden, and a sealed form that travels.

import { sealEntry } from "../vault/sealing.js";
import { happenedAt } from "./happened.js";
import { newestFirst } from "./ids.js";

/**
 * A draft → {row, outbox_row, entry}: its next revision, with this number of the device. `base_version` is
 * that of the record's own words which the writer had before them; none where they went on from their own last ones.
 */
export async function makeRevision(draft, { revision, device_seq }, now, opened, { about, school }) {
  const { id, kind, body, recorded_at, person_id } = draft;
  const base_version = draft.base_version ?? null;
  const entry = { id, kind, revision, base_version, recorded_at, device_seq, schema: 1, body };
  const [travel, hidden] = await Promise.all([sealed(entry, opened, about, school), opened.cover.hide(entry)]);
  const order = newestFirst(happenedAt(kind, body, recorded_at));
  const place = { id, revision, person_id, kind, pupil_id: body.pupil_id ?? "", order };
  // In clear: a locked tablet must know which photos are a note's.
  if (body.attachment_ids?.length) place.photo_ids = body.attachment_ids;
  const row = { ...place, device_seq, saved_at: now, ...(travel ? { travel } : {}), hidden };
  return { row, outbox_row: outboxRow(row), entry };
}

/** Only where somebody can open it and somebody signs for it; else it goes plain, with its author's own token. */
export async function sealed(entry, { person_id, sign_key, cover }, about, school) {
  if (!sign_key || !school?.seal_key) return null;
  const how = { author: person_id, device: about.id, sign_key, seal_key: school.seal_key, crypto: cover.crypto };
  return sealEntry(entry, how);
}

/** How far it has come. `size` is about that of what travels. */
export function outboxRow(row) {
  const { id, revision, person_id, device_seq, saved_at, travel, entry, hidden } = row;
  const size = hidden && !travel ? hidden.text.byteLength : bytesOf(travel ?? entry);
  const place = { id, revision, person_id, kind: row.kind ?? entry.kind, device_seq, saved_at, size };
  return { ...place, is_sealed: Boolean(travel), state: "queued", failures: 0 };
}

const bytesOf = (value) => new TextEncoder().encode(JSON.stringify(value)).length;

/** Its words, for its author's eyes; those of an older build lie in clear until they are hidden. */
export async function entryOf(row, cover) {
  if (row.entry) return row.entry;
  // Hidden with a key that was erased since, at a withdrawal: what travels is still whole, only nobody reads it here.
  return cover.reveal(row.hidden).catch(() => unreadable(row));
}

function unreadable({ id, revision, kind, pupil_id }) {
  return { id, kind, revision, recorded_at: null, body: { pupil_id, text: "" }, is_unreadable: true };
}

/** What the record is sent, or null where nothing can be. */
export async function travelOf(row, cover) {
  if (row.travel) return row.travel;
  if (row.hidden && !cover) return null;
  const entry = await entryOf(row, cover);
  return entry.is_unreadable ? null : entry;
}
