// The one jotter that is open: {person_id, place, key, sitting, touched_at}. `key` (a CryptoKey that cannot be exported)
// unwraps the jotter's own, which lies wrapped in the pocket at `place` (vault/pocket.js) until the jotter is locked.

const STORES = ["unlocked"];
const STRICT = { durability: "strict" };

export class Unlocked {
  constructor(database, pocket) {
    Object.assign(this, { database, pocket });
  }

  async row() {
    const [row = null] = await this.database.run(STORES, "readonly", (tx) => tx.store.getAll());
    return row;
  }

  /** Opens one, and locks every other. */
  async put(row) {
    const work = async (tx) => {
      const [before] = await tx.store.getAll();
      await tx.store.clear();
      await tx.store.put(row);
      return before;
    };
    const before = await this.database.run(STORES, "readwrite", work, STRICT);
    if (before) await this.pocket.drop(before.place);
  }

  /** Changes what was `seen`, if it is still that. */
  change(seen, changes) {
    return this.database.run(STORES, "readwrite", async (tx) => {
      const [row] = await tx.store.getAll();
      if (isSame(row, seen)) await tx.store.put({ ...row, ...changes });
    });
  }

  /**
   * Whatever is open; or only what was `seen`, when somebody may have unlocked anew meanwhile. With every lock the
   * browser's session at the desk is over: nobody waits for a network here, so it is owed from the same stroke on, and
   * ended at the next contact (sync/session.js). Unless `is_session_new`: whoever signs in locks the one before, and
   * their own session has only begun.
   */
  async lock(seen = null, { is_session_new = false } = {}) {
    // Killed after this, what is left is the passcode's alone.
    if (!seen) await this.pocket.empty();
    const work = async (tx) => {
      const [row] = await tx.objectStore("unlocked").getAll();
      if (seen && !isSame(row, seen)) return;
      await tx.objectStore("unlocked").clear();
      if (!is_session_new) await tx.objectStore("settings").put(true, "is_signing_out");
      await tx.objectStore("settings").delete("fresh_person");
    };
    await this.database.run([...STORES, "settings"], "readwrite", work, STRICT);
    // Another unlocking has a place of its own: what was seen is over in any case.
    if (seen) await this.#drop(seen);
    else await this.pocket.empty();
  }

  /** A touch may have come between: then the same sitting goes on, and its key with it. */
  async #drop(seen) {
    const row = await this.row();
    if (row?.place !== seen.place) await this.pocket.drop(seen.place);
  }
}

function isSame(row, seen) {
  return row?.place === seen.place && row.touched_at === seen.touched_at;
}
