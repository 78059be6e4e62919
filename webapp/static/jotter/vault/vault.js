// Keys on the tablet: each person's own, wrapped by their passcode, and open for as long as they are there.
//
// The raw key exists only while it is being wrapped or unwrapped; whoever works with it gets one that cannot be
// exported. A worker is killed within seconds, so what is unlocked lies where the next one finds it: a key of the sitting
// in the store, also one that cannot be exported, and in the pocket the jotter's own, wrapped with it.

import { lookAround } from "../store/present.js";
import { isAway, Vaults } from "../store/vaults.js";
import { fromBase64url, toBase64url } from "./base64url.js";
import { decrypt, decryptBytes, encrypt, encryptBytes, importKey, newKey, unwrap, wrap } from "./cipher.js";
import { Cover } from "./cover.js";
import { keyFromPrf } from "./fingerprint.js";
import { isAsWanted, keyFrom, tune as tuneToDevice } from "./passcode.js";
import { importSignKey, sealVaultKey } from "./sealing.js";
import { NO_TRIES, wrong } from "./tries.js";

const TOUCH_EVERY_MS = 10_000;
const LEFT_AFTER_MS = 60_000;
const PLACE_BYTES = 16;

export class Vault {
  /** The key of the sitting that was last looked at: only so that not each page unwraps it anew. */
  #seen = null;

  /** `world` brings {device, crypto, now, sittings, pocket}; a test brings its own `tune`, for speed. */
  constructor({ device, crypto, now, sittings, pocket, tune = tuneToDevice }) {
    Object.assign(this, { device, crypto, now, sittings, pocket, tune });
    this.vaults = new Vaults(device.database, pocket);
  }

  /** A new vault, unlocked. `secret` is {token, sign_key_bytes}, as enrolment gave it. */
  async begin(person_id, passcode, { seal_key, device_id, secret }) {
    if (await this.has(person_id)) throw new Error("there is a vault already: it is unlocked, not begun");
    const raw = newKey(this.crypto);
    const place = { person: person_id, device: device_id, seal_key };
    const vault = {
      person_id,
      passcode: await this.#wrap(raw, passcode, person_id),
      recovery: seal_key ? await sealVaultKey(raw, place) : null,
      tries: NO_TRIES,
      secret: await encrypt(await importKey(raw, this.crypto), kept(secret), this.crypto),
    };
    await this.vaults.begin(vault, await this.#unlockedRow(vault, raw));
    raw.fill(0);
    return { is_open: true };
  }

  /** → {is_open: true} | {problem: "wrong", tries_left, wait_ms?} | {problem: "wait", wait_ms} | {problem: "missing"} */
  async unlock(person_id, passcode) {
    const { vault, raw, problem } = await this.#unwrap(person_id, passcode);
    if (problem) return problem;
    const { work_factor } = await this.#school(person_id);
    const is_wanted = isAsWanted(vault.passcode, work_factor);
    // The school has chosen otherwise since: only now is the passcode here to be wrapped anew.
    return this.#open(vault, raw, is_wanted ? {} : { passcode: await this.#wrap(raw, passcode, person_id) });
  }

  /** The passcode's tries are not counted here: nobody guesses 32 random bytes. */
  async unlockByFingerprint(person_id, prf_bytes) {
    const vault = await this.vaults.get(person_id);
    if (!vault?.fingerprint) return { problem: "missing" };
    const key = await keyFromPrf(prf_bytes, this.crypto);
    const raw = await decryptBytes(key, vault.fingerprint.wrapped, this.crypto).catch(() => null);
    return raw ? this.#open(vault, raw) : wrong(vault.tries, this.now());
  }

  async fingerprintOf(person_id) {
    const { fingerprint } = (await this.vaults.get(person_id)) ?? {};
    return fingerprint ? { credential_id: fingerprint.credential_id, salt: fingerprint.salt } : null;
  }

  /** → {is_added: true}, or a problem as unlock() has it. */
  async addFingerprint(person_id, passcode, { credential_id, salt, prf_bytes }) {
    const { raw, problem } = await this.#unwrap(person_id, passcode);
    if (problem) return problem;
    const wrapped = await encryptBytes(await keyFromPrf(prf_bytes, this.crypto), raw, this.crypto);
    await this.vaults.change(person_id, { fingerprint: { credential_id, salt, wrapped }, tries: NO_TRIES });
    return { is_added: true };
  }

  removeFingerprint(person_id) {
    return this.vaults.change(person_id, { fingerprint: null });
  }

  /** → {is_changed: true}, or a problem as unlock() has it. */
  async changePasscode(person_id, old, passcode) {
    const { raw, problem } = await this.#unwrap(person_id, old);
    if (problem) return problem;
    await this.vaults.change(person_id, { passcode: await this.#wrap(raw, passcode, person_id), tries: NO_TRIES });
    return { is_changed: true };
  }

  /** What the school is asked to open when a passcode is forgotten: {seal_key, sealed}, or null. */
  async recoveryOf(person_id) {
    return (await this.vaults.get(person_id))?.recovery ?? null;
  }

  /** The school has opened the key: a new passcode guards it from now on. */
  async recover(person_id, raw_key, passcode) {
    const vault = await this.vaults.get(person_id);
    if (!vault) return { problem: "missing" };
    const raw = /^[\w-]+$/.test(raw_key) ? fromBase64url(raw_key) : new Uint8Array();
    if (!(await this.#contents(vault, raw).catch(() => null))) return { problem: "wrong" };
    return this.#open(vault, raw, { passcode: await this.#wrap(raw, passcode, person_id) });
  }

  has(person_id) {
    return this.vaults.has(person_id);
  }

  /** With {is_session_new} the browser's session is not ended by it. */
  lock(options = {}) {
    this.#seen = null;
    return this.vaults.lock(null, options);
  }

  /** Withdrawn: with the key goes whatever it has hidden. */
  erase(person_id) {
    return this.vaults.erase(person_id);
  }

  touch() {
    return this.vaults.touch(this.now(), TOUCH_EVERY_MS);
  }

  /** Who has unlocked and is still there: {person_id, cover, sign_key, token}, or null. `around` is what is here. */
  async opened({ is_navigation = false, has_open_page = true, around = lookAround(this.device.database) } = {}) {
    const sitting = this.sittings.look();
    const { open: seen } = await around;
    if (!seen) return null;
    if (await this.#isOver(seen, await sitting, is_navigation && !has_open_page)) {
      await this.vaults.lock(seen.unlocked);
      return null;
    }
    const key = await this.#keyOf(seen.unlocked);
    if (!key) {
      await this.vaults.lock(seen.unlocked);
      return null;
    }
    const cover = new Cover(key, this.crypto);
    const { token, sign_key } = await cover.reveal(seen.vault.secret);
    return { person_id: seen.unlocked.person_id, cover, sign_key: await this.#signKeyOf(sign_key), token };
  }

  /** Enrolled again: → whether the new secret was kept, for which this jotter must be open. */
  async renew(person_id, { token, sign_key_bytes = null }) {
    const { open: seen } = await lookAround(this.device.database);
    if (seen?.unlocked.person_id !== person_id || !seen.vault) return false;
    const key = await this.#keyOf(seen.unlocked);
    if (!key) return false;
    const before = await decrypt(key, seen.vault.secret, this.crypto);
    const after = sign_key_bytes ? kept({ token, sign_key_bytes }) : { ...before, token };
    return this.vaults.renew(person_id, await encrypt(key, after, this.crypto));
  }

  /** The jotter's key, which no script can take out; null when what the sitting wrapped is gone. */
  async #keyOf({ place, key: sitting_key }) {
    if (this.#seen?.place === place) return this.#seen.key;
    const wrapped = await this.pocket.look(place);
    if (!wrapped || !sitting_key) return null;
    this.#seen = { place, key: await unwrap(sitting_key, wrapped, this.crypto) };
    return this.#seen.key;
  }

  #signKeyOf(sign_key) {
    return sign_key ? importSignKey(fromBase64url(sign_key), this.crypto) : null;
  }

  async #isOver({ unlocked, lock_ms, is_current }, sitting, has_been_left) {
    const now = this.now();
    if (!is_current || isAway(unlocked, now, lock_ms)) return true;
    const is_still_on = await this.sittings.isStillOn(unlocked.sitting, sitting);
    if (is_still_on === false) return true;
    // Where the browser's end cannot be seen, the last page's end is taken for it.
    return has_been_left && isAway(unlocked, now, is_still_on ? LEFT_AFTER_MS : 0);
  }

  async #wrap(raw, passcode, person_id) {
    const { work_factor } = await this.#school(person_id);
    const parameters = await this.tune({ crypto: this.crypto, now: this.now, work_factor });
    const key = await keyFrom(passcode, parameters, this.crypto);
    return { ...parameters, wrapped: await encryptBytes(key, raw, this.crypto) };
  }

  async #unwrap(person_id, passcode) {
    const { vault, wait_ms } = await this.vaults.countTry(person_id, this.now());
    if (!vault) return { problem: wait_ms ? { problem: "wait", wait_ms } : { problem: "missing" } };
    const key = await keyFrom(passcode, vault.passcode, this.crypto);
    const raw = await decryptBytes(key, vault.passcode.wrapped, this.crypto).catch(() => null);
    return raw ? { vault, raw } : { problem: wrong(vault.tries, this.now()) };
  }

  async #open(vault, raw, changes = {}) {
    const unlocked = await this.#unlockedRow(vault, raw);
    await this.vaults.open({ ...changes, recovery: await this.#freshRecovery(vault, raw) }, unlocked);
    raw.fill(0);
    return { is_open: true };
  }

  /** Throws when `raw` is another vault's. */
  async #contents({ secret }, raw) {
    return decrypt(await importKey(raw, this.crypto), secret, this.crypto);
  }

  async #unlockedRow(vault, raw) {
    await this.#contents(vault, raw);
    const { key, wrapped } = await wrap(raw, this.crypto);
    const place = toBase64url(this.crypto.getRandomValues(new Uint8Array(PLACE_BYTES)));
    await this.pocket.keep(place, wrapped);
    const sitting = await this.sittings.begin();
    return { person_id: vault.person_id, place, key, sitting, touched_at: this.now() };
  }

  /** What the record last said of the school. */
  async #school(person_id) {
    return (await this.device.enrolment(person_id))?.school ?? {};
  }

  /** The school's key may have changed since, or been unknown: only now is there something to seal to it again. */
  async #freshRecovery({ person_id, recovery }, raw) {
    const { seal_key } = await this.#school(person_id);
    if (!seal_key || recovery?.seal_key === seal_key.id) return recovery;
    const about = await this.device.setting("device");
    // Without it the passcode still opens: that must not fail for a key that is none.
    return sealVaultKey(raw, { person: person_id, device: about.id, seal_key }).catch(() => recovery);
  }
}

function kept({ token = null, sign_key_bytes = null }) {
  return { token, sign_key: sign_key_bytes ? toBase64url(sign_key_bytes) : null };
}
