// One caller's turn with the record, from the first push to the last page; it believes nothing that is not proved.

import { carryTokenOf } from "../store/device.js";
import { newId } from "../store/ids.js";
import { waitAfter } from "./backoff.js";
import { digestOf } from "./digest.js";
import { enrol } from "./enrol.js";
import { withCaller } from "./photos.js";
import { post } from "./request.js";
import { personOf } from "./session.js";
import { withdraw } from "./withdrawal.js";

const PATH = "/api/v1/sync";
const PAGE = 500;
const MAX_ENTRIES = 50;
const MAX_BYTES = 512 * 1024;
const SHOWN = ["need", "offline", "told_until", "server_errors"];
const BUSY = [408, 425, 429];
/** A page that was just opened may have been built before the news it shows; whoever taps wants to see where it stands. */
export const PAGE_ASKS = ["open", "button"];

export class Exchange {
  /**
   * `caller` is {enrolment, opened, token, is_bearer, is_current}; `may` says which rows of the outbox it delivers.
   * Only who is open pulls: for the others nothing could be hidden.
   */
  constructor(world, caller, may) {
    Object.assign(this, { world, may, ...caller });
    this.person_id = caller.enrolment.person_id;
    this.outbox = caller.opened ? world.outbox.through(caller.opened.cover) : world.outbox;
    this.skip = new Set();
    this.has_changed = false;
    this.has_turned = false;
  }

  /** → "done", "stop" (the record is left in peace) or "refused" (this token is no good). */
  async run(why) {
    const { device, openPerson, announce } = this.world;
    if (this.opened) Object.assign(this, openPerson(this.person_id, this.opened.cover));
    this.state = (await device.syncState(this.person_id)) ?? {};
    this.limit = this.state.batch_limit ?? MAX_ENTRIES;
    // A lost network is tried again every few seconds: that is not worth a word each time.
    const has_work = (await this.outbox.canSend(this.may)) || (this.shelf && (await this.#cursor()) === null);
    const is_busy = why === "button" || (has_work && !this.state.offline);
    if (is_busy) await announce({ is_syncing: true });
    try {
      await this.#enrolWithSession(why);
      let outcome;
      do outcome = await this.#step();
      while (outcome === "again");
      return outcome;
    } finally {
      const has_turned = this.has_turned || PAGE_ASKS.includes(why);
      if (this.is_current || this.has_changed || is_busy)
        await announce({ is_syncing: false, has_changed: this.has_changed, has_turned });
    }
  }

  async #cursor() {
    return this.shelf ? (await this.shelf.position()).cursor : null;
  }

  async #step() {
    const { may, limit: max_entries, skip } = this;
    const batch = await this.outbox.batch({ may, max_entries, max_bytes: MAX_BYTES, skip });
    if (this.is_withdrawn && !batch.rows.length) return this.#erase();
    const wants_pull = Boolean(this.shelf) && batch.is_last && !this.is_withdrawn;
    if (!wants_pull && !batch.rows.length && this.has_asked) return this.#end();
    const cursor = await this.#cursor();
    await this.outbox.markSent(batch.rows, this.world.now());
    const { answer, nonce } = await this.#ask(batch.entries, cursor, wants_pull);
    if (answer.offline) return this.#isOffline(answer.offline, batch);
    if (answer.status === 200 || isExpired(answer)) return this.#take(batch, answer, nonce, cursor, wants_pull);
    return this.#refused(batch, answer);
  }

  async #ask(entries, cursor, pull) {
    const { now, crypto, client, fetch } = this.world;
    this.has_asked = true;
    const nonce = newId(now(), crypto);
    const [notes, photos] = await Promise.all([this.outbox.waiting(), this.world.photos.count()]);
    const undelivered = photos.waiting + photos.stuck;
    const waiting = undelivered ? { ...notes, photos: undelivered } : notes;
    const sent_at = new Date(now()).toISOString();
    const content = { protocol: 1, client, sent_at, nonce, cursor, limit: PAGE, waiting, entries };
    // Only a tablet that keeps what comes asks for it: the record notes who has read what.
    if (!pull) Object.assign(content, { limit: 1, pull });
    return { nonce, answer: await post(PATH, content, { fetch, token: this.token }) };
  }

  // --- answers that took the entries ---

  async #take(batch, { status, json }, nonce, cursor, wants_pull) {
    if (json?.nonce !== nonce || isGoingRound(status, json, cursor, wants_pull))
      return this.#isOffline("stranger", batch);
    await this.#takeResults(batch, json);
    this.limit = Math.min(MAX_ENTRIES, this.limit * 2);
    if (json.command?.wipe) return this.#isWithdrawn();
    const is_new_life = await this.#meetEpoch(json.epoch);
    if (this.shelf && (status === 409 || (is_new_life && cursor !== null))) {
      await this.shelf.startAgain(json.epoch);
      return "again";
    }
    if (wants_pull) await this.#takeChanges(json);
    return !batch.is_last || json.more || is_new_life ? "again" : this.#end();
  }

  /** Only an entry whose id, revision and digest came back may leave the outbox. */
  async #takeResults({ rows, entries }, { results = [], epoch }) {
    const { crypto, now } = this.world;
    const proved = [];
    for (const [index, entry] of entries.entries()) {
      const result = results.find(({ id, revision }) => id === entry.id && revision === entry.revision);
      if (result && isReceipt(result, await digestOf(entry, crypto))) proved.push(result);
      else await this.#blame(rows[index], "The record's answer did not match what was written.");
    }
    await this.outbox.acknowledge(proved, epoch, now());
    if (proved.length) this.has_changed = true;
  }

  /** → true when the record has been restored from a backup: what an earlier life acknowledged is offered again. */
  async #meetEpoch(epoch) {
    const { device, now } = this.world;
    const position = this.shelf && (await this.shelf.position());
    const known = await device.setting("epoch");
    const is_new_life = [known, position?.epoch].some((one) => one && one !== epoch);
    if (is_new_life) await Promise.all([this.outbox, this.world.photos].map((kept) => kept.offerAgain(epoch, now())));
    if (is_new_life && this.shelf) await this.shelf.startAgain(epoch);
    if (known !== epoch) await device.setSetting("epoch", epoch);
    return is_new_life;
  }

  async #takeChanges({ changes = [], cursor, more = false, epoch }) {
    const schools = changes.filter(({ kind, gone }) => kind === "school" && !gone);
    for (const { id, body } of schools) await this.world.device.updateSchool(id, body);
    const taken = await this.shelf.apply({ changes, cursor, more, epoch });
    if (taken) await this.album.prune();
    if (taken) this.has_changed = true;
  }

  /** Withdrawn at the desk, or left: everything is handed over, in as many requests as it takes, then erased. */
  async #isWithdrawn() {
    const { may, person_id, is_bearer } = this;
    if (this.is_withdrawn) return "again";
    this.is_withdrawn = true;
    // Its author may never be here again to say `Try again`.
    await this.outbox.retryAll(person_id);
    this.may = (row) => may(row) || (row.person_id === person_id && (row.is_sealed || is_bearer));
    return "again";
  }

  async #erase() {
    // A worker may have died between saving a note and letting its photos go.
    await this.world.photos.release();
    await withCaller(this.world, this);
    const outcome = await withdraw(this, this.world);
    if (outcome === "offline") return this.#wait({ offline: true });
    this.has_changed = true;
    return outcome === "waits" ? this.#end() : "done";
  }

  async #end() {
    const last_ok_at = this.world.now();
    const clean = { offline: false, need: null, failures: 0, server_errors: 0, retry_at: 0, told_until: 0 };
    // Only who is open has pulled: for the others nothing is known of what the record holds.
    const pulled = this.shelf ? { last_ok_at } : {};
    await this.#keep({ ...clean, ...pulled, contacted_at: last_ok_at, batch_limit: MAX_ENTRIES });
    return "done";
  }

  // --- answers that took nothing ---

  async #isOffline(why, { rows }) {
    // A slow line may never carry a large batch within the limit.
    const is_slow = why === "timeout" && this.state.failures > 0 && rows.length > 1;
    const batch_limit = is_slow ? Math.ceil(rows.length / 2) : this.limit;
    return this.#wait({ offline: true, why, batch_limit });
  }

  async #refused(batch, { status, json, retry_after_s }) {
    if (status === 401) return this.#unknownToken();
    if (status === 426) return this.#wait({ offline: false, need: "update" });
    if (BUSY.includes(status)) return this.#wait({ offline: false }, { status, retry_after_s });
    if (status === 413) return this.#tooLarge(batch, json);
    if (status >= 500) return this.#broken(batch, { status, retry_after_s });
    return this.#divide(batch, `The record refused it (${status}).`);
  }

  async #unknownToken() {
    if (this.opened && (await this.#enrolAgain())) return "again";
    if (!this.opened) await this.world.device.changeEnrolment(this.person_id, { is_carry_dead: true });
    // The waits of a lost network end here, or a person who signs in would wait for the longest of them.
    await this.#keep({ need: "sign-in", offline: false, failures: 0, retry_at: 0, told_until: 0 });
    return "refused";
  }

  /** Enrolled by an older build, nobody else can carry this person's notes: mended where they are known to be signed in. */
  async #enrolWithSession(why) {
    if (!this.opened || carryTokenOf(this.enrolment) || why === "tick") return;
    if (personOf(await this.world.device.setting("session")) === this.person_id) await this.#enrolAgain();
  }

  /** By the browser's session, if it is this person's. Once, and only while open: the new token needs their key. */
  async #enrolAgain() {
    const { device, vault, fetch, now, crypto } = this.world;
    const session = personOf(await device.setting("session"));
    if (this.has_tried_enrolling || (session && session !== this.person_id)) return false;
    this.has_tried_enrolling = true;
    const { enrolment, secret } = await enrol({ device, expected: this.person_id, fetch, now, crypto });
    if (!enrolment || !(await vault.renew(this.person_id, secret))) return false;
    Object.assign(this, { enrolment, token: secret.token });
    return true;
  }

  async #tooLarge(batch, json) {
    if (json?.max_entries) this.limit = Math.min(this.limit, json.max_entries);
    return this.#divide(batch, "It is too large for the record.");
  }

  /** A server in trouble is left in peace; one that fails at these very entries gets them in halves. */
  async #broken(batch, answer) {
    const server_errors = (this.state.server_errors ?? 0) + 1;
    await this.#keep({ server_errors });
    const is_repeated = server_errors > 1 || batch.rows.some((row) => row.failures);
    if (!batch.rows.length || !is_repeated || !(await this.#isWell()))
      return this.#wait({ offline: false, batch_limit: this.limit }, answer);
    return this.#divide(batch, "The record could not take it.");
  }

  async #isWell() {
    const { answer } = await this.#ask([], await this.#cursor(), false);
    return answer.status === 200 || answer.status === 409;
  }

  async #divide({ rows }, reason) {
    if (!rows.length) return this.#wait({ offline: false });
    if (rows.length > 1) this.limit = Math.min(this.limit, Math.ceil(rows.length / 2));
    else await this.#blame(rows[0], reason);
    return "again";
  }

  /** It failed alone. The others go on without it; after three times it is stuck until its author says. */
  async #blame(row, reason) {
    await this.outbox.fail(row, reason);
    this.skip.add(`${row.id}:${row.revision}`);
    this.has_changed = true;
  }

  async #wait(changes, answer = {}) {
    const { now, random } = this.world;
    const failures = (this.state.failures ?? 0) + 1;
    await this.#keep({ ...changes, failures, ...waitAfter(failures, answer, now(), random) });
    return "stop";
  }

  async #keep(changes) {
    const before = this.state;
    this.state = await this.world.device.changeSyncState(this.person_id, changes);
    // The Outbox says these in words: an open one shows them at once.
    if (SHOWN.some((name) => (before[name] || null) !== (this.state[name] || null))) this.has_turned = true;
  }
}

/** An answer that would make us ask the same again for ever. */
function isGoingRound(status, { more, cursor: next }, cursor, wants_pull) {
  return (status === 409 && cursor === null) || (wants_pull && more && next === cursor);
}

/** Of what no digest can be made, `null` from quarantine is the receipt. */
function isReceipt({ digest, status }, expected) {
  return digest === expected && (expected !== null || ["quarantined", "duplicate"].includes(status));
}

function isExpired({ status, json }) {
  return status === 409 && json?.code === "cursor_expired";
}
