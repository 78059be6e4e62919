// Entries that the record has not acknowledged yet, and a copy of those it has, for thirty days.
//
// A revision (what was written, never changed) and its outbox row (how far it has come) are two stores, so that
// moving an entry along never touches its words. Nothing leaves the outbox but by acknowledge().

import { entryOf, outboxRow, travelOf } from "./revisions.js";
import { countedTo, countOf, look, saveEntries } from "./saving.js";

const BOTH = ["revisions", "outbox"];
const COUNTED = [...BOTH, "settings"];
const STUCK_AFTER_FAILURES = 3;
export const KEEP_ACKNOWLEDGED_MS = 30 * 24 * 60 * 60 * 1000;

const rangeOf = (...prefix) => IDBKeyRange.bound(prefix, [...prefix, []]);

export class Outbox {
  /** Everything is moved and counted without a `cover`; only what shows or sends plain words needs their reader's. */
  constructor(database, cover = null) {
    this.database = database;
    this.cover = cover;
  }

  /** The same outbox, seen by whoever has unlocked. */
  through(cover) {
    return new Outbox(this.database, cover);
  }

  /**
   * Writes a revision and its outbox row in one strict transaction and reads both again before it answers.
   * `draft` is {id, kind, body, recorded_at, person_id}; `place` is {about, school}: of which tablet, sealed for whom.
   * Saving the same words twice makes one revision.
   */
  async save(draft, now, opened, place) {
    return (await this.saveAll([draft], now, opened, place))[0];
  }

  /** The same for several at once: all of them or none. */
  saveAll(drafts, now, opened, place, held = null) {
    return saveEntries(this.database, drafts, now, opened, place, held);
  }

  /** What saveAll() begins with, where it is to be read beforehand. */
  look(ids) {
    return look(this.database, ids);
  }

  /**
   * The next entries to send, of those that `may` go, in the order they were written: at most so many, at most so
   * large, none that is stuck. One that has failed before goes alone and last, so that it cannot hold up the others.
   */
  async batch({ may, max_entries, max_bytes, skip = new Set() }) {
    const { rows, revisions, is_last } = await this.database.run(BOTH, "readonly", async (tx) => {
      const all = await tx.objectStore("outbox").getAll();
      const able = all.filter((row) => may(row) && row.state !== "stuck" && !skip.has(nameOf(row)));
      able.sort((a, b) => a.device_seq - b.device_seq);
      const untried = able.filter((row) => row.failures === 0);
      const rows = untried.length ? takeWithin(untried, max_entries, max_bytes) : able.slice(0, 1);
      const revisions = await Promise.all(rows.map((row) => tx.objectStore("revisions").get([row.id, row.revision])));
      return { rows, revisions, is_last: rows.length === able.length };
    });
    const sent = await Promise.all(revisions.map((revision) => travelOf(revision, this.cover)));
    const is_whole = (_, place) => sent[place] !== null;
    return { rows: rows.filter(is_whole), entries: sent.filter(is_whole), is_last };
  }

  markSent(rows, now) {
    return this.#changeRows(rows, (row) => ({ ...row, state: "sent", sent_at: now }));
  }

  /** The one way out of the outbox. `results` are the record's, each for an entry whose digest came back right. */
  acknowledge(results, epoch, now) {
    return this.database.run(BOTH, "readwrite", async (tx) => {
      for (const result of results) {
        const key = [result.id, result.revision];
        const row = await tx.objectStore("revisions").get(key);
        if (!row) continue;
        await tx.objectStore("revisions").put(acknowledged(row, result, epoch, now));
        await tx.objectStore("outbox").delete(key);
      }
    });
  }

  /** The record could not take this entry though it takes others. Three times, and it is stuck. */
  fail(row, reason) {
    return this.#changeRows([row], (kept) => {
      const failures = kept.failures + 1;
      return { ...kept, failures, reason, state: failures >= STUCK_AFTER_FAILURES ? "stuck" : "queued" };
    });
  }

  retry(id, revision) {
    return this.#changeRows([{ id, revision }], (row) => ({ ...row, failures: 0, state: "queued" }));
  }

  /** Whoever's it is, unless one person's is meant: a person who has left the tablet cannot tap `Try again`. */
  async retryAll(person_id = null) {
    const rows = await this.database.run(["outbox"], "readonly", (tx) => tx.store.getAll());
    await this.#changeRows(
      rows.filter((row) => row.state === "stuck" && (person_id === null || row.person_id === person_id)),
      (row) => ({ ...row, failures: 0, state: "queued" }),
    );
  }

  #changeRows(rows, change) {
    return this.database.run(["outbox"], "readwrite", async (tx) => {
      for (const { id, revision } of rows) {
        const row = await tx.store.get([id, revision]);
        if (row) await tx.store.put(change(row));
      }
    });
  }

  /** What a tablet says of itself at each sync: of everybody, or of one person. */
  async waiting(person_id = null) {
    const all = await this.database.run(["outbox"], "readonly", (tx) => tx.store.getAll());
    const rows = all.filter((row) => person_id === null || row.person_id === person_id);
    const stuck = rows.filter((row) => row.state === "stuck").length;
    const oldest = rows.reduce((first, row) => Math.min(first, row.saved_at), Infinity);
    return { queued: rows.length - stuck, stuck, oldest: rows.length ? new Date(oldest).toISOString() : null };
  }

  count(person_id) {
    return this.database.run(["outbox"], "readonly", (tx) => tx.store.index("by_person").count(rangeOf(person_id)));
  }

  countAll() {
    return this.database.run(["outbox"], "readonly", (tx) => tx.store.count());
  }

  /** How far each of a person's entries has come, without its words. */
  progress(person_id) {
    return this.database.run(["outbox"], "readonly", (tx) => tx.store.index("by_person").getAll(rangeOf(person_id)));
  }

  /** Whether anything that `may` go waits to be sent. */
  async canSend(may) {
    const rows = await this.database.run(["outbox"], "readonly", (tx) => tx.store.getAll());
    return rows.some((row) => row.state !== "stuck" && may(row));
  }

  /** Everything of a person that waits (of one kind, if you say so), newest first, with its words. */
  async list(person_id, { kind = null } = {}) {
    const found = await this.database.run(BOTH, "readonly", async (tx) => {
      const all = await tx.objectStore("outbox").index("by_person").getAll(rangeOf(person_id));
      const rows = all.filter((row) => !kind || row.kind === kind);
      const revisions = await Promise.all(rows.map((row) => tx.objectStore("revisions").get([row.id, row.revision])));
      return rows.map((row, place) => ({ ...revisions[place], ...row }));
    });
    return (await this.reveal(found)).reverse();
  }

  /** Whether any revision of this entry was ever saved here. */
  async has(id) {
    const range = rangeOf(id);
    return (await this.database.run(["revisions"], "readonly", (tx) => tx.store.count(range))) > 0;
  }

  /** What this person last wrote under an id here, delivered or not, with `is_waiting`; null where that is nothing. */
  async latestOf(person_id, id) {
    const rows = await this.database.run(["revisions"], "readonly", (tx) => tx.store.getAll(rangeOf(id)));
    const own = rows.filter((row) => row.person_id === person_id).at(-1);
    return own ? (await this.reveal([{ ...own, is_waiting: !own.acknowledged_at }]))[0] : null;
  }

  async get(id, revision) {
    const row = await this.database.run(BOTH, "readonly", async (tx) => ({
      ...(await tx.objectStore("outbox").get([id, revision])),
      ...(await tx.objectStore("revisions").get([id, revision])),
    }));
    return row.id ? (await this.reveal([row]))[0] : row;
  }

  /** What a person last wrote about a pupil on this tablet, delivered or not: rows with `entry` and `is_waiting`. */
  async recent(person_id, pupil_id, limit) {
    return this.reveal(await this.outlines(person_id, pupil_id, limit));
  }

  /** For each pupil a person has written about on this tablet: {pupil_id, order}, order as in newestFirst(). */
  lastWritten(person_id) {
    return this.database.run(["revisions"], "readonly", async (tx) => {
      const found = [];
      // By keys alone, and from each pupil on to the next: a month of notes is not read for it.
      let cursor = await tx.store.index("by_pupil").openKeyCursor(rangeOf(person_id));
      while (cursor) {
        const [, pupil_id, order] = cursor.key;
        found.push({ pupil_id, order });
        cursor = await cursor.continue([person_id, pupil_id, []]);
      }
      return found;
    });
  }

  /** The same without their words, for a list of which only some are shown: then reveal() those. */
  async outlines(person_id, pupil_id, limit) {
    const range = rangeOf(person_id, pupil_id);
    const rows = await this.database.run(["revisions"], "readonly", (tx) =>
      tx.store.index("by_pupil").getAll(range, limit),
    );
    return rows.map((row) => ({ ...row, kind: row.kind ?? row.entry.kind, is_waiting: !row.acknowledged_at }));
  }

  /** The same of all that waits, however long ago it happened. */
  async waitingOutlines(person_id, pupil_id) {
    const rows = await this.database.run(BOTH, "readonly", async (tx) => {
      const waiting = await tx.objectStore("outbox").index("by_person").getAll(rangeOf(person_id));
      return Promise.all(waiting.map(({ id, revision }) => tx.objectStore("revisions").get([id, revision])));
    });
    const about = rows.filter((row) => (row.pupil_id ?? row.entry?.body.pupil_id) === pupil_id);
    return about.map((row) => ({ ...row, kind: row.kind ?? row.entry.kind, is_waiting: !row.acknowledged_at }));
  }

  /** Acknowledged, but with something to say: kept for its author to see. */
  async troubles(person_id) {
    const rows = await this.database.run(["revisions"], "readonly", (tx) =>
      tx.store.index("by_trouble").getAll(person_id),
    );
    return this.reveal(rows);
  }

  /** Rows of a revision → the same with `entry`, their words. */
  reveal(rows) {
    return Promise.all(rows.map(async (row) => ({ ...row, entry: await entryOf(row, this.cover) })));
  }

  /** The record was restored from a backup: whatever an earlier life of it acknowledged is offered again. */
  offerAgain(epoch, now) {
    return this.database.run(BOTH, "readwrite", async (tx) => {
      const since = IDBKeyRange.lowerBound(now - KEEP_ACKNOWLEDGED_MS);
      const rows = await tx.objectStore("revisions").index("by_acknowledged").getAll(since);
      const older = rows.filter((row) => row.epoch !== epoch);
      for (const row of older) {
        await tx.objectStore("outbox").put({ ...outboxRow(row), is_again: true });
        await tx.objectStore("revisions").put(unacknowledged(row));
      }
      return older.length;
    });
  }

  /** Forgets copies acknowledged more than thirty days ago. What waits is never old enough to be forgotten. */
  forgetOld(now) {
    return this.database.run(COUNTED, "readwrite", async (tx) => {
      const before = IDBKeyRange.upperBound(now - KEEP_ACKNOWLEDGED_MS, true);
      for (const key of await tx.objectStore("revisions").index("by_acknowledged").getAllKeys(before))
        if (!(await tx.objectStore("outbox").getKey(key))) await forget(tx, key);
    });
  }

  /** A withdrawn tablet keeps nothing that the record has; what it has not, stays. */
  forgetAcknowledged(person_id) {
    return this.database.run(COUNTED, "readwrite", async (tx) => {
      for (const row of await tx.objectStore("revisions").index("by_acknowledged").getAll())
        if (row.person_id === person_id) await forget(tx, [row.id, row.revision]);
    });
  }
}

/** The words go, the number stays: the same one with other words would be nobody's to the record. */
async function forget(tx, [id, revision]) {
  await tx.objectStore("settings").put(Math.max(await countedTo(tx, id), revision), countOf(id));
  await tx.objectStore("revisions").delete([id, revision]);
}

function nameOf({ id, revision }) {
  return `${id}:${revision}`;
}

function takeWithin(rows, max_entries, max_bytes) {
  let bytes = 0;
  const chosen = [];
  for (const row of rows.slice(0, max_entries)) {
    bytes += row.size;
    if (chosen.length && bytes > max_bytes) break;
    chosen.push(row);
  }
  return chosen;
}

function acknowledged(row, result, epoch, now) {
  const { version = null, problems = [] } = result;
  // Its first answer was lost: what the record says is wrong with it is still so.
  const status = result.status === "duplicate" && problems.length ? "quarantined" : result.status;
  const has_trouble = status === "quarantined" || status === "conflict" || status === "merged";
  const mark = has_trouble ? { trouble_of: row.person_id } : {};
  return { ...row, ...mark, acknowledged_at: now, epoch, status, version, problems };
}

function unacknowledged(row) {
  const { acknowledged_at, epoch, status, problems, trouble_of, ...rest } = row;
  return rest;
}
