// What is being written: kept as it is typed, on this tablet, until it is saved or thrown away by its author.

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
      const is_overtaken = row.sent_by && known?.sent_by === row.sent_by && known.number > row.number;
      if (!is_overtaken) await tx.store.put(row);
    });
  }

  async get(id) {
    const row = await this.database.run(["drafts"], "readonly", (tx) => tx.store.get(id));
    return row && this.#revealed(row);
  }

  async has(id) {
    return (await this.database.run(["drafts"], "readonly", (tx) => tx.store.count(id))) > 0;
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
    return Promise.all(rows.map((row) => this.#revealed(row)));
  }

  /** A draft of an older build lies there in clear until it is hidden. */
  async #revealed({ hidden, ...row }) {
    return hidden ? { ...row, fields: await this.cover.reveal(hidden) } : row;
  }
}
