// Photos of colleagues' notes that were looked at here: hidden like everything else, the oldest looks going first.

const STORES = ["photos"];
const MOST = 60;

export class Album {
  constructor(database, cover) {
    Object.assign(this, { database, cover });
  }

  async look(id, now) {
    const row = await this.database.run(STORES, "readwrite", async (tx) => {
      const found = await tx.store.get(id);
      if (found) await tx.store.put({ ...found, seen_at: now });
      return found;
    });
    return row ? { content: await this.cover.revealBytes(row.hidden), type: row.type } : null;
  }

  async keep(id, { content, type }, now) {
    const hidden = await this.cover.hideBytes(content);
    await this.database.run(STORES, "readwrite", async (tx) => {
      await tx.store.put({ id, type, hidden, seen_at: now });
      const keys = await tx.store.index("by_seen").getAllKeys();
      for (const key of keys.slice(0, Math.max(0, keys.length - MOST))) await tx.store.delete(key);
    });
  }

  /** What no note on the shelf names any more has gone with its note, or with its pupil. */
  prune() {
    return this.database.run([...STORES, "documents"], "readwrite", async (tx) => {
      const by_photo = tx.objectStore("documents").index("by_photo");
      const photos = tx.objectStore("photos");
      for (const id of await photos.getAllKeys()) if (!(await by_photo.count(id))) await photos.delete(id);
    });
  }

  /** Which of these photos lie here. */
  known(ids) {
    return this.database.run(STORES, "readonly", async (tx) => {
      const keys = await Promise.all(ids.map((id) => tx.store.getKey(id)));
      return new Set(keys.filter((key) => key !== undefined));
    });
  }
}
