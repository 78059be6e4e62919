// The documents pulled from the record: what this person may see, as it stood at the last sync.
//
// By what a document is found lies in clear (kind, ids, day, order); what it says is hidden. Crypto is never awaited
// inside a transaction: hidden before it, revealed after it, and no more of them than were asked for.

import { happenedAt } from "./happened.js";
import { newestFirst } from "./ids.js";

const ALL = ["documents", "meta"];
export const UNFINISHED = "9999-12-31";
const rangeOf = (...prefix) => IDBKeyRange.bound(prefix, [...prefix, []]);

export class Shelf {
  constructor(database, cover) {
    this.database = database;
    this.cover = cover;
  }

  /** {cursor, epoch, round, is_full}: where the last pull ended. */
  async position() {
    const position = await this.database.run(["meta"], "readonly", (tx) => tx.store.get("position"));
    return position ?? { cursor: null, epoch: null, round: 0, is_full: false };
  }

  /** The next pull starts from nothing. What is on the shelf stays readable until that pull has ended. */
  startAgain(epoch) {
    return this.database.run(["meta"], "readwrite", async (tx) => {
      const { round = 0, ...position } = (await tx.store.get("position")) ?? {};
      await tx.store.put({ ...position, cursor: null, is_full: false, round, epoch }, "position");
    });
  }

  /** The next pull brings everything anew. */
  forget() {
    return this.database.run(ALL, "readwrite", async (tx) => {
      await tx.objectStore("documents").clear();
      const { round = 0 } = (await tx.objectStore("meta").get("position")) ?? {};
      await tx.objectStore("meta").put({ cursor: null, epoch: null, round, is_full: false }, "position");
    });
  }

  /**
   * Stores one page of changes and then its cursor, in one transaction.
   * A pull that began from null is a full picture: when it ends, what it did not bring is swept away.
   */
  async apply({ changes, cursor, more, epoch }) {
    const rows = await Promise.all(changes.map((change) => (change.gone ? null : hiddenRow(change, this.cover))));
    return this.database.run(ALL, "readwrite", async (tx) => {
      const documents = tx.objectStore("documents");
      const position = (await tx.objectStore("meta").get("position")) ?? { cursor: null, round: 0 };
      const begins = position.cursor === null;
      const round = begins ? position.round + 1 : position.round;
      const is_full = begins || position.is_full;
      const write = ({ kind, id }, place) =>
        rows[place] ? documents.put({ ...rows[place], round }) : documents.delete([kind, id]);
      await Promise.all(changes.map(write));
      if (is_full && !more) await sweep(documents, round);
      await tx.objectStore("meta").put({ cursor, epoch, round, is_full: is_full && more }, "position");
      return changes.length;
    });
  }

  async get(kind, id) {
    const row = await this.#rows((store) => store.get([kind, id]));
    return row && this.#revealed(row);
  }

  async has(kind, id) {
    return (await this.#rows((store) => store.count([kind, id]))) > 0;
  }

  all(kind) {
    return this.#read((store) => store.getAll(rangeOf(kind)));
  }

  /** Documents of one kind about one pupil, newest first. */
  async ofPupil(kind, pupil_id, limit) {
    return this.reveal(await this.outlines(kind, pupil_id, limit));
  }

  /** The same without their words, for a list of which only some are shown: then reveal() those. */
  outlines(kind, pupil_id, limit) {
    return this.#rows((store) => store.index("by_pupil").getAll(rangeOf(kind, pupil_id), limit));
  }

  reveal(rows) {
    return Promise.all(rows.map((row) => this.#revealed(row)));
  }

  /** Meetings that are prepared or begun, and not finished. */
  async unfinishedMeetings() {
    const found = await this.from("parent_meeting", UNFINISHED);
    return found.filter(({ body }) => !body.finished);
  }

  /** Documents of one kind that carry a day (next meeting, due) on or after `day`, earliest first. */
  from(kind, day, limit) {
    const range = IDBKeyRange.bound([kind, day], [kind, []]);
    return this.#read((store) => store.index("by_day").getAll(range, limit));
  }

  async pupils() {
    const pupils = await this.all("pupil");
    const name = ({ body }) => `${body.given_name} ${body.family_name}`;
    return pupils.sort((a, b) => name(a).localeCompare(name(b), "en-GB"));
  }

  /** Names by id, for whoever wrote something: of these people, or of everybody. */
  async peopleNames(ids = null) {
    const wanted = ids && [...new Set(ids)].filter(Boolean);
    const people = wanted ? await Promise.all(wanted.map((id) => this.get("person", id))) : await this.all("person");
    return Object.fromEntries(people.filter(Boolean).map(({ id, body }) => [id, body.name]));
  }

  async #read(question) {
    return this.reveal(await this.#rows(question));
  }

  #rows(question) {
    return this.database.run(["documents"], "readonly", (tx) => question(tx.store));
  }

  /** A document that an older build pulled lies there in clear until it is hidden. */
  async #revealed({ hidden, ...row }) {
    return hidden ? { ...row, body: await this.cover.reveal(hidden) } : row;
  }
}

async function hiddenRow({ kind, id, version, body }, cover) {
  const pupil_id = kind === "pupil" ? id : (body.pupil_id ?? "");
  const order = newestFirst(happenedAt(kind, body, body.recorded_at) ?? body.asked_at ?? body.due);
  const day = dayOf(kind, body);
  // In clear, like all by which a document is found: so a photo goes when no note that is here names it any more.
  const photos = body.attachment_ids?.length ? { photo_ids: body.attachment_ids } : {};
  return { kind, id, version, pupil_id, order, ...(day ? { day } : {}), ...photos, hidden: await cover.hide(body) };
}

function dayOf(kind, body) {
  // One that is prepared or begun waits to be held, whenever that was to be.
  if (kind === "parent_meeting") return body.finished ? body.next_meeting : UNFINISHED;
  if (kind === "action" && !body.done) return body.due ?? "9999-12-31";
  if (kind === "question" && !body.answer) return (body.asked_at ?? "").slice(0, 10) || "9999-12-31";
  return kind === "conflict" && !body.settled ? "9999-12-31" : null;
}

async function sweep(documents, round) {
  const stale = await documents.index("by_round").getAllKeys(IDBKeyRange.upperBound(round, true));
  await Promise.all(stale.map((key) => documents.delete(key)));
}
