// Saving entries: made ready outside, written in one strict transaction, and read again before they are called saved.

import { StoreFailed } from "./db.js";
import { entryOf, makeRevision } from "./revisions.js";

const ALL = ["revisions", "outbox", "settings"];
// Each time somebody saves in between, one of those who wait gets through.
const MOST_TIMES = 30;

const rangeOf = (id) => IDBKeyRange.bound([id], [id, []]);

/** → [{row, is_new}], one for each draft: all are saved, or none is. Throws StoreFailed when they are not. */
export async function saveEntries(database, drafts, now, opened, place, held = null) {
  try {
    const ids = drafts.map(({ id }) => id);
    for (let time = 0; time < MOST_TIMES; time++) {
      const seen = (time === 0 && held) || (await look(database, ids));
      const saved = await tryOnce(database, drafts, now, opened, place, seen);
      if (saved) return saved;
    }
  } catch (error) {
    throw error instanceof StoreFailed ? error : new StoreFailed("the entries were not saved", { cause: error });
  }
  throw new StoreFailed("others saved all the time");
}

/** Signing and sealing cannot be awaited inside a transaction: if a number is taken meanwhile, it is done anew. */
async function tryOnce(database, drafts, now, opened, place, { earlier, last, counted }) {
  const before = await Promise.all(earlier.map((row) => row && entryOf(row, opened.cover)));
  const is_new = drafts.map((draft, index) => !(before[index] && isSame(before[index], draft)));
  let device_seq = last;
  const made = await Promise.all(
    drafts.map((draft, index) => {
      if (!is_new[index]) return null;
      device_seq += 1;
      const revision = (earlier[index]?.revision ?? counted[index]) + 1;
      return makeRevision(draft, { revision, device_seq }, now, opened, place);
    }),
  );
  if (device_seq > last && !(await write(database, made.filter(Boolean), { drafts, earlier, last, device_seq })))
    return null;
  return Promise.all(
    made.map(async (one, index) => {
      if (!one) {
        await readBack(database, earlier[index]);
        return { row: { ...earlier[index], entry: before[index] }, is_new: false };
      }
      await readBack(database, one.row, one.entry, opened.cover);
      return { row: { ...one.row, entry: one.entry }, is_new: true };
    }),
  );
}

/** What is held of these entries, and how far this tablet has counted. Should it change meanwhile, nothing is written. */
export function look(database, ids) {
  return database.run(["revisions", "settings"], "readonly", async (tx) => {
    const forEach = (ask) => Promise.all(ids.map((id) => ask(tx, id)));
    const [last, earlier, counted] = await Promise.all([lastNumber(tx), forEach(latest), forEach(countedTo)]);
    return { earlier, last, counted };
  });
}

/** Everything in one transaction: of a note for several pupils never only a part is kept. */
function write(database, made, { drafts, earlier, last, device_seq }) {
  const work = async (tx) => {
    const [last_now, ...now] = await Promise.all([lastNumber(tx), ...drafts.map(({ id }) => latest(tx, id))]);
    // Acknowledged meanwhile, it has a version to build on.
    const is_as_seen = (row, index) =>
      row?.revision === earlier[index]?.revision && row?.version === earlier[index]?.version;
    if (last_now !== last || !now.every(is_as_seen)) return false;
    await Promise.all([
      ...made.map(({ row }) => tx.objectStore("revisions").add(row)),
      ...made.map(({ outbox_row }) => tx.objectStore("outbox").add(outbox_row)),
      tx.objectStore("settings").put(device_seq, "device_seq"),
    ]);
    return true;
  };
  return database.run(ALL, "readwrite", work, { durability: "strict" });
}

/** How far the revisions of an entry were counted of which this tablet keeps no copy any more. */
export const countedTo = async (tx, id) => (await tx.objectStore("settings").get(countOf(id))) ?? 0;
export const countOf = (id) => `revision:${id}`;

const latest = async (tx, id) => (await tx.objectStore("revisions").getAll(rangeOf(id))).at(-1);
const lastNumber = async (tx) => (await tx.objectStore("settings").get("device_seq")) ?? 0;

async function readBack(database, row, entry = null, cover = null) {
  const key = [row.id, row.revision];
  const [revision, waiting] = await database.run(["revisions", "outbox"], "readonly", (tx) =>
    Promise.all([tx.objectStore("revisions").get(key), tx.objectStore("outbox").get(key)]),
  );
  // A sync in another tab may have delivered it already: then its outbox row is rightly gone.
  const is_held = Boolean(revision) && (Boolean(waiting) || Boolean(revision.acknowledged_at));
  const is_whole = is_held && revision.travel?.sealed === row.travel?.sealed;
  if (!is_whole || (entry && !isEqual(await entryOf(revision, cover), entry)))
    throw new StoreFailed("the entry could not be read back");
}

const isEqual = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const baseOf = ({ base_version = null }) => base_version;
/** The same words upon other words of the record are a change of these. */
const isSame = (entry, draft) =>
  entry.kind === draft.kind && baseOf(entry) === baseOf(draft) && isEqual(entry.body, draft.body);
