// IndexedDB, opened with care: upgrades that only add, a time limit, and one new try on a dead connection.

import { deleteDB, openDB } from "idb";

const OPEN_LIMIT_MS = 4000;
// WebKit ends connections behind our back; each engine words it its own way.
const DEAD = /connection|closing|closed|lost|terminated|database server/i;

/** The store cannot be used now. What was to be saved is not saved. */
export class StoreFailed extends Error {
  constructor(message, { cause } = {}) {
    super(message, { cause });
    this.name = "StoreFailed";
    this.isFull = isQuota(cause);
  }
}

function isQuota(error) {
  return error?.name === "QuotaExceededError" || /quota/i.test(error?.message ?? "");
}

function isDead(error) {
  if (error?.name === "InvalidStateError") return true;
  return ["UnknownError", "AbortError"].includes(error?.name) && !isQuota(error) && DEAD.test(error.message);
}

/** One database. `upgrades` is a list of steps (db, tx); step n leads from version n to n + 1. Steps only ever add. */
export class Database {
  #opening = null;

  constructor(name, upgrades, { limit_ms = OPEN_LIMIT_MS } = {}) {
    this.name = name;
    this.upgrades = upgrades;
    this.limit_ms = limit_ms;
  }

  /** Runs `work(tx)` in one transaction, and where it writes waits until it is complete. `work` may run twice: see isDead. */
  async run(stores, mode, work, { durability = "default" } = {}) {
    const opening = this.#open();
    try {
      return await this.#once(opening, stores, mode, work, durability);
    } catch (error) {
      if (!isDead(error)) throw error;
    }
    // Another may have found it dead at the same time, and opened it anew already.
    if (this.#opening === opening) this.close();
    return this.#once(this.#open(), stores, mode, work, durability);
  }

  async #once(opening, stores, mode, work, durability) {
    const db = await opening;
    const tx = db.transaction(stores, mode, { durability });
    try {
      if (mode === "readonly") return await readIn(tx, work);
      const [value] = await Promise.all([work(tx), tx.done]);
      return value;
    } catch (error) {
      abort(tx);
      await tx.done.catch(() => {});
      // A full disk shows itself in the transaction; the request only says that it was aborted.
      throw tx.error ?? error;
    }
  }

  #open() {
    if (this.#opening) return this.#opening;
    const opening = this.#openAnew();
    this.#opening = opening;
    opening.catch(() => this.#forget(opening));
    return opening;
  }

  #forget(opening) {
    if (this.#opening === opening) this.#opening = null;
  }

  #openAnew() {
    const forget = () => {
      this.#opening = null;
    };
    const opening = openDB(this.name, this.upgrades.length, {
      upgrade: (db, from, to, tx) => this.upgrades.slice(from, to).forEach((step) => void step(db, tx)),
      // Another build wants to upgrade: give way at once, and open again when next asked.
      blocking: (_from, _to, event) => {
        event.target.close();
        forget();
      },
      terminated: forget,
    });
    return withLimit(opening, this.limit_ms, () => new StoreFailed(`the store did not open: ${this.name}`));
  }

  close() {
    this.#opening?.then(
      (db) => db.close(),
      () => {},
    );
    this.#opening = null;
  }

  /** Erases all of it. Resolves when it is gone, or rejects after the limit when another page holds it. */
  async erase() {
    this.close();
    const failed = () => new StoreFailed(`the store could not be erased: ${this.name}`);
    await withLimit(deleteDB(this.name), this.limit_ms, failed);
  }
}

/** What was read stands, however its transaction ends: nobody waits for the browser to say that it has. */
function readIn(tx, work) {
  tx.done.catch(() => {});
  return work(tx);
}

function abort(tx) {
  try {
    tx.abort();
  } catch {
    // It had ended by itself.
  }
}

/** Some WebKits never settle an open. A handle that comes too late is closed, so that it blocks nobody. */
function withLimit(promise, limit_ms, makeError) {
  return new Promise((resolve, reject) => {
    let is_late = false;
    const timer = setTimeout(() => {
      is_late = true;
      reject(makeError());
    }, limit_ms);
    promise.then(
      (value) => {
        clearTimeout(timer);
        if (is_late) value?.close?.();
        else resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
