// Photos of this tablet's notes: hidden for their author's eyes, sealed for the road, from the draft until thirty days
// after the record has them.
//
// What is known of a photo and its bytes are two stores, so that counting and moving along never reads a picture.
// `state`: "draft" as long as its note is, "waiting", "stuck", "lost" when its bytes are not here any more (and with
// `told_at` once the record knows that), or "done" once the record has it.

import { KEEP_ACKNOWLEDGED_MS } from "./outbox.js";

const BOTH = ["photos", "photo_bytes"];
const ALL = [...BOTH, "revisions"];
const STRICT = { durability: "strict" };
const STUCK_AFTER_FAILURES = 3;
export const MOST_OF_A_NOTE = 20;

const rangeOf = (id) => IDBKeyRange.bound([id], [id, []]);

export class Photos {
  /** Everything is moved and counted without a `cover`; only whoever has it sees a picture. */
  constructor(database, cover = null) {
    Object.assign(this, { database, cover });
  }

  through(cover) {
    return new Photos(this.database, cover);
  }

  /** `photo` is {id, person_id, entry_id, digest, made_at}; `travel` {seal_key, content, digest}, or null unsealed. */
  async add(photo, content, travel) {
    const hidden = await this.cover.hideBytes(content);
    const size = content.byteLength;
    const row = { ...photo, size, state: "draft", failures: 0, is_sealed: Boolean(travel) };
    const sealed = travel ? { seal_key: travel.seal_key, travel_digest: travel.digest } : {};
    const work = async (tx) => {
      await tx.objectStore("photos").add({ ...row, ...sealed });
      await tx.objectStore("photo_bytes").add(hidden, [photo.id, "hidden"]);
      if (travel) await tx.objectStore("photo_bytes").add(travel.content, [photo.id, "travel"]);
    };
    await this.database.run(BOTH, "readwrite", work, STRICT);
  }

  get(id) {
    return this.database.run(["photos"], "readonly", (tx) => tx.store.get(id));
  }

  /** A note's photos, in the order in which they were put to it. */
  async ofEntry(entry_id) {
    const rows = await this.database.run(["photos"], "readonly", (tx) => tx.store.index("by_entry").getAll(entry_id));
    return rows.sort((a, b) => a.made_at - b.made_at || (a.id < b.id ? -1 : 1));
  }

  /** Which of these photos lie here. */
  async known(ids) {
    return this.database.run(["photos"], "readonly", async (tx) => {
      const keys = await Promise.all(ids.map((id) => tx.store.getKey(id)));
      return new Set(keys.filter((key) => key !== undefined));
    });
  }

  /** The picture itself, for its author; null for another's, and for one that is not here any more. */
  async look(id, person_id) {
    const [row, hidden] = await this.database.run(BOTH, "readonly", (tx) =>
      Promise.all([tx.objectStore("photos").get(id), tx.objectStore("photo_bytes").get([id, "hidden"])]),
    );
    return row?.person_id === person_id && hidden ? this.cover.revealBytes(hidden) : null;
  }

  /** Its author takes one out of a draft. */
  remove(id, person_id) {
    return this.#removeWhere(
      (tx) => tx.objectStore("photos").getAll(id),
      (row) => row.person_id === person_id && row.state === "draft",
    );
  }

  /** The draft was thrown away. */
  dropDraft(entry_id) {
    return this.#removeWhere(
      (tx) => tx.objectStore("photos").index("by_entry").getAll(entry_id),
      (row) => row.state === "draft",
    );
  }

  /** The note that names them is saved: they may go. Also what a worker that died between the two has left. */
  release() {
    return this.database.run(["photos", "revisions"], "readwrite", async (tx) => {
      for (const row of await tx.objectStore("photos").index("by_state").getAll("draft"))
        if (await isNamed(tx, row)) await tx.objectStore("photos").put({ ...row, state: "waiting" });
    });
  }

  /** The next one of those that `may` go: whichever has failed least often, then the oldest. */
  async next(may, skip = new Set()) {
    const rows = await this.#waiting();
    const able = rows.filter((row) => row.state === "waiting" && may(row) && !skip.has(row.id));
    return able.sort((a, b) => a.failures - b.failures || a.made_at - b.made_at)[0] ?? null;
  }

  /** What the record is sent of one: {content, digest, seal_key}, plain only where it could not be sealed; or null. */
  async travelOf({ id, is_sealed, seal_key, travel_digest, digest }) {
    const content = await this.database.run(["photo_bytes"], "readonly", (tx) =>
      tx.store.get([id, is_sealed ? "travel" : "hidden"]),
    );
    if (!content) return null;
    if (is_sealed) return { content, digest: travel_digest, seal_key };
    return this.cover ? { content: await this.cover.revealBytes(content), digest, seal_key: null } : null;
  }

  acknowledge(id, epoch, now) {
    const clean = { failures: 0, refusals: 0, reason: null };
    return this.#change(id, (row) => ({ ...row, ...clean, state: "done", acknowledged_at: now, epoch }));
  }

  /** `is_refusal`: the record refused this very photo; three times, and it is stuck. Any failure lets others go first. */
  fail(id, reason, { is_refusal = true } = {}) {
    return this.#change(id, (row) => {
      const refusals = (row.refusals ?? 0) + (is_refusal ? 1 : 0);
      const state = refusals >= STUCK_AFTER_FAILURES ? "stuck" : row.state;
      return { ...row, failures: row.failures + 1, refusals, reason, state };
    });
  }

  /**
   * What travels is not here any more. While its author's own copy is, it is sealed anew when they are back; without
   * that nothing could ever be sent, and nobody waits for it. → whether it is lost.
   */
  lose(id) {
    return this.database.run(BOTH, "readwrite", async (tx) => {
      const photos = tx.objectStore("photos");
      const row = await photos.get(id);
      if (!row) return false;
      const has_own = (await tx.objectStore("photo_bytes").getKey([id, "hidden"])) !== undefined;
      if (row.is_sealed && has_own) await photos.put({ ...row, is_sealed: false, is_sealed_anew: true });
      else await photos.put({ ...row, state: "lost", reason: null });
      return !(row.is_sealed && has_own);
    });
  }

  /** Lost, and the record does not know it yet; of a person, or of everybody. */
  async untold(person_id = null) {
    const rows = await this.#inState("lost");
    return rows.filter((row) => !row.told_at && (person_id === null || row.person_id === person_id));
  }

  noteTold(id, now) {
    return this.#change(id, (row) => ({ ...row, state: "lost", told_at: now }));
  }

  /** Their author has read that they are lost. What the record has not been told is kept for that. */
  forgetLost(person_id) {
    return this.#removeWhere(
      (tx) => tx.objectStore("photos").index("by_state").getAll("lost"),
      (row) => row.person_id === person_id && Boolean(row.told_at),
    );
  }

  async retryAll() {
    const clean = { failures: 0, refusals: 0, state: "waiting" };
    for (const { id, state } of await this.#waiting())
      if (state === "stuck") await this.#change(id, (row) => ({ ...row, ...clean }));
  }

  /** {waiting, stuck} of a person, or of everybody. */
  async count(person_id = null) {
    const rows = (await this.#waiting()).filter((row) => person_id === null || row.person_id === person_id);
    const stuck = rows.filter(({ state }) => state === "stuck").length;
    return { waiting: rows.length - stuck, stuck };
  }

  /** What a person is told: {refused: [{reason, count}] of the stuck ones, lost, is_loss_told}. */
  async troublesOf(person_id) {
    const stuck = (await this.ofPerson(person_id)).filter(({ state }) => state === "stuck");
    const lost = (await this.#inState("lost")).filter((row) => row.person_id === person_id);
    const refused = new Map();
    for (const { reason } of stuck) refused.set(reason, (refused.get(reason) ?? 0) + 1);
    return {
      lost: lost.length,
      is_loss_told: lost.every(({ told_at }) => Boolean(told_at)),
      refused: [...refused].map(([reason, count]) => ({ reason, count })),
    };
  }

  /** Of a person's: those that lie here for their author's eyes alone, and are yet to be sealed for the road. */
  async unsealed(person_id) {
    return (await this.ofPerson(person_id)).filter(({ is_sealed }) => !is_sealed);
  }

  /** Seals one for the road, by its author's cover; `seal` makes {seal_key, content, digest} of its bytes. */
  async seal({ id }, seal) {
    const hidden = await this.database.run(["photo_bytes"], "readonly", (tx) => tx.store.get([id, "hidden"]));
    if (!hidden) return;
    const { seal_key, content, digest } = await seal(await this.cover.revealBytes(hidden));
    await this.database.run(
      BOTH,
      "readwrite",
      async (tx) => {
        const row = await tx.objectStore("photos").get(id);
        if (!row || row.is_sealed) return;
        await tx.objectStore("photos").put({ ...row, is_sealed: true, seal_key, travel_digest: digest });
        await tx.objectStore("photo_bytes").put(content, [id, "travel"]);
      },
      STRICT,
    );
  }

  /** What of a person's has not been delivered; what could not be sealed goes only while they are here. */
  async ofPerson(person_id) {
    return (await this.#waiting()).filter((row) => row.person_id === person_id);
  }

  /**
   * The record was restored from a backup: whatever an earlier life of it took is offered again. Where its sealed copy
   * has made room, its author seals it once more.
   */
  offerAgain(epoch, now) {
    return this.database.run(BOTH, "readwrite", async (tx) => {
      const photos = tx.objectStore("photos");
      for (const row of await photos.index("by_state").getAll("done")) {
        const is_recent = row.acknowledged_at >= now - KEEP_ACKNOWLEDGED_MS;
        if (row.epoch === epoch || !is_recent) continue;
        const [travel, hidden] = await Promise.all(
          ["travel", "hidden"].map((what) => tx.objectStore("photo_bytes").getKey([row.id, what])),
        );
        if (travel) await photos.put({ ...row, state: "waiting" });
        else if (hidden)
          await photos.put({ ...row, state: "waiting", is_sealed: false, is_sealed_anew: row.is_sealed });
      }
    });
  }

  /** Thirty days after the record has it; where room is short, its sealed copy goes at once. */
  forgetOld(now, { is_filling = false } = {}) {
    return this.database.run(BOTH, "readwrite", async (tx) => {
      for (const row of await tx.objectStore("photos").index("by_state").getAll("done")) {
        if (row.acknowledged_at < now - KEEP_ACKNOWLEDGED_MS) await erase(tx, row.id);
        else if (is_filling) await tx.objectStore("photo_bytes").delete([row.id, "travel"]);
      }
      for (const row of await tx.objectStore("photos").index("by_state").getAll("lost"))
        if (row.told_at < now - KEEP_ACKNOWLEDGED_MS) await erase(tx, row.id);
    });
  }

  /** A withdrawn tablet keeps nothing that the record has, nor what was never saved. */
  forgetDelivered(person_id) {
    return this.#removeWhere(
      (tx) => tx.objectStore("photos").getAll(),
      (row) => row.person_id === person_id && (["done", "draft"].includes(row.state) || Boolean(row.told_at)),
    );
  }

  #waiting() {
    return this.#inState("waiting", "stuck");
  }

  /** Those of an older build that were lost were called stuck. */
  async #inState(...wanted) {
    const rows = await this.database.run(["photos"], "readonly", (tx) => {
      const index = tx.store.index("by_state");
      return Promise.all([...new Set([...wanted, "stuck"])].map((state) => index.getAll(state)));
    });
    const states = rows.flat().map((row) => (row.state === "stuck" && row.is_lost ? { ...row, state: "lost" } : row));
    return states.filter(({ state }) => wanted.includes(state));
  }

  #change(id, change) {
    return this.database.run(["photos"], "readwrite", async (tx) => {
      const row = await tx.store.get(id);
      if (row) await tx.store.put(change(row));
    });
  }

  /** A note that was saved meanwhile has its photos for good. */
  #removeWhere(find, is_wanted) {
    return this.database.run(ALL, "readwrite", async (tx) => {
      let removed = 0;
      for (const row of await find(tx)) {
        if (!is_wanted(row) || (row.state === "draft" && (await isNamed(tx, row)))) continue;
        await erase(tx, row.id);
        removed++;
      }
      return removed;
    });
  }
}

async function isNamed(tx, { id, entry_id }) {
  const revisions = await tx.objectStore("revisions").getAll(rangeOf(entry_id));
  return revisions.some(({ photo_ids = [] }) => photo_ids.includes(id));
}

async function erase(tx, id) {
  await tx.objectStore("photos").delete(id);
  await tx.objectStore("photo_bytes").delete(rangeOf(id));
}
