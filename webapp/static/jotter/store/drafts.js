// What is being written: kept as it is typed, on this tablet, until it is saved or thrown away by its author; and what
// was thrown away for a little longer, for whoever meant another button.

export const UNDO_MS = 3_600_000;

export class Drafts {
  /** Without a `cover` drafts can be removed, but neither kept nor read. */
  constructor(database, cover) {
    this.database = database;
    this.cover = cover;
  }

  /**
   * `draft` is {id, kind, pupil_id, fields}; `fields` are the form's own, so that it can be filled in again. With
   * {sent_by, number} what one page sent earlier never replaces what it sent later, whichever comes first.
   */
  async keep({ fields, ...draft }, now) {
    const row = { ...draft, kept_at: now, hidden: await this.cover.hide(fields) };
    return this.database.run(["drafts"], "readwrite", async (tx) => {
      const known = await tx.store.get(row.id);
      const is_same_page = row.sent_by && known?.sent_by === row.sent_by;
      const is_overtaken = is_same_page && (known.number > row.number || known.discarded_at);
      if (!is_overtaken) await tx.store.put(row);
    });
  }

  async get(id) {
    const row = await this.#row(id);
    return row && !row.discarded_at ? this.#revealed(row) : undefined;
  }

  async has(id) {
    const row = await this.#row(id);
    return Boolean(row && !row.discarded_at);
  }

  /** Throws a draft away; until UNDO_MS have passed it can be brought back. */
  discard(id, now) {
    return this.#mark(id, { discarded_at: now });
  }

  restore(id) {
    return this.#mark(id, { discarded_at: undefined });
  }

  async isDiscarded(id) {
    return Boolean((await this.#row(id))?.discarded_at);
  }

  /** Forgets what was thrown away too long ago; → the ids of those drafts. */
  sweep(now) {
    return this.database.run(["drafts"], "readwrite", async (tx) => {
      const rows = await tx.store.getAll();
      const gone = rows.filter(({ discarded_at }) => discarded_at && Math.abs(now - discarded_at) >= UNDO_MS);
      for (const { id } of gone) await tx.store.delete(id);
      return gone.map(({ id }) => id);
    });
  }

  remove(id) {
    return this.database.run(["drafts"], "readwrite", (tx) => tx.store.delete(id));
  }

  ofPupil(pupil_id) {
    return this.#read((store) => store.index("by_pupil").getAll(pupil_id));
  }

  async all() {
    const drafts = await this.#read((store) => store.getAll());
    return drafts.sort((a, b) => b.kept_at - a.kept_at);
  }

  async #read(question) {
    const rows = await this.database.run(["drafts"], "readonly", (tx) => question(tx.store));
    return Promise.all(rows.filter(({ discarded_at }) => !discarded_at).map((row) => this.#revealed(row)));
  }

  #row(id) {
    return this.database.run(["drafts"], "readonly", (tx) => tx.store.get(id));
  }

  #mark(id, changes) {
    return this.database.run(["drafts"], "readwrite", async (tx) => {
      const row = await tx.store.get(id);
      if (row) await tx.store.put({ ...row, ...changes });
    });
  }

  /** A draft of an older build lies there in clear until it is hidden. */
  async #revealed({ hidden, ...row }) {
    return hidden ? { ...row, fields: await this.cover.reveal(hidden) } : row;
  }
}
