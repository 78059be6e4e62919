// Each person's wrapped key on this tablet, and which jotter is unlocked: rows only, no cryptography.

import { NO_TRIES, oneMore, pauseOf } from "../vault/tries.js";
import { HABITS } from "./device.js";
import { Unlocked } from "./unlocked.js";

const OPENING = ["vaults", "settings"];
const STRICT = { durability: "strict" };

export class Vaults {
  constructor(database, pocket) {
    this.database = database;
    this.unlocked = new Unlocked(database, pocket);
  }

  get(person_id) {
    return this.database.run(["vaults"], "readonly", (tx) => tx.store.get(person_id));
  }

  has(person_id) {
    return this.database.run(["vaults"], "readonly", async (tx) => (await tx.store.count(person_id)) > 0);
  }

  /** A new vault, open at once. A second one would bury what the first one's key has hidden: it is refused. */
  begin(vault, unlocked) {
    return this.#open(unlocked, (store) => store.add(vault));
  }

  /** Opens one jotter and locks every other. `changes` go into the vault with the same stroke. */
  open(changes, unlocked) {
    return this.#open(unlocked, (store) => change(store, unlocked.person_id, { ...changes, tries: NO_TRIES }));
  }

  /** The vault first: broken off between the two, the jotter is locked, and its passcode opens it. */
  async #open(unlocked, keep) {
    const work = async (tx) => {
      await keep(tx.objectStore("vaults"));
      await tx.objectStore("settings").put(unlocked.person_id, "current");
    };
    await this.database.run(OPENING, "readwrite", work, STRICT);
    await this.unlocked.put(unlocked);
  }

  change(person_id, changes) {
    return this.database.run(["vaults"], "readwrite", (tx) => change(tx.store, person_id, changes), STRICT);
  }

  /** → {vault} with the try counted already, {wait_ms} when it is too early for one, or {} where there is no vault. */
  countTry(person_id, now) {
    const work = async (tx) => {
      const vault = await tx.store.get(person_id);
      const wait_ms = vault ? pauseOf(vault.tries, now) : 0;
      if (!vault || wait_ms) return { wait_ms };
      const tried = { ...vault, tries: oneMore(vault.tries, now) };
      await tx.store.put(tried);
      return { vault: tried };
    };
    return this.database.run(["vaults"], "readwrite", work, STRICT);
  }

  lock(seen = null, options = {}) {
    return this.unlocked.lock(seen, options);
  }

  /** Somebody is there. Who was away too long is not: that jotter is locked instead. */
  async touch(now, apart_ms) {
    const row = await this.unlocked.row();
    if (!row || Math.abs(now - row.touched_at) < apart_ms) return;
    const enrolment = await this.database.run(["enrolments"], "readonly", (tx) => tx.store.get(row.person_id));
    if (isAway(row, now, lockTime(enrolment))) await this.lock(row);
    else await this.unlocked.change(row, { touched_at: now });
  }

  /** → whether it was still open, and so has taken the new secret. */
  async renew(person_id, secret) {
    const row = await this.unlocked.row();
    if (row?.person_id !== person_id) return false;
    await this.change(person_id, { secret });
    return true;
  }

  /** With it goes the only way to read what it hid. */
  async erase(person_id) {
    await this.database.run(["vaults"], "readwrite", (tx) => tx.store.delete(person_id), STRICT);
    const row = await this.unlocked.row();
    if (row?.person_id === person_id) await this.lock();
  }
}

/** A clock that has jumped either way is no reason to stay open. */
export function isAway({ touched_at }, now, lock_ms) {
  return Math.abs(now - touched_at) >= lock_ms;
}

async function change(store, person_id, changes) {
  const vault = await store.get(person_id);
  if (vault) await store.put({ ...vault, ...changes });
}

/** How long a jotter stays open without a touch. */
export function lockTime(enrolment) {
  return { ...HABITS, ...enrolment?.school }.lock_minutes * 60_000;
}
