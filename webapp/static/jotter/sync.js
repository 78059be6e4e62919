// Who speaks to the record, with which token, and when: one at a time, whoever's jotter is open first.

import { carryTokenOf } from "./store/device.js";
import { isDue } from "./sync/backoff.js";
import { enrol } from "./sync/enrol.js";
import { Exchange, PAGE_ASKS } from "./sync/exchange.js";
import { deliverPhotos, fetchPhoto } from "./sync/photos.js";
import { forgetSigningOut, signOut } from "./sync/session.js";

const LOCK = "jotter-sync";
// Of its own: a photo may take minutes on a slow line, and no note waits for it.
const PHOTOS_LOCK = "jotter-photos";
const CONTACT_EVERY_MS = 5 * 60 * 1000;
// As the Outbox warns; then sealed copies of what the record has are the first to go.
const FILLING = 0.8;
const SIGN_IN_HELPS = ["open", "online", "button"];

export class Sync {
  #queued = new Map();

  /**
   * `world` brings {device, outbox, vault, openPerson, erasePerson, sealOlder, fetch, locks, now, random, crypto,
   * client, announce}.
   */
  constructor(world) {
    this.world = world;
  }

  /**
   * Delivers what waits, whoever wrote it, and pulls for whoever's jotter is open. `why`: open, saved, online, tick,
   * button. One at a time, in all tabs; whoever asks while one waits its turn joins it, for it reads the outbox anew.
   */
  async run(why) {
    let is_record_away = false;
    try {
      is_record_away = await this.#inTurn(LOCK, () => this.#everyone(why));
    } finally {
      // Whatever became of the notes, unless they have just found the record out of reach.
      if (!is_record_away) await this.#inTurn(PHOTOS_LOCK, () => this.#photos(why));
    }
  }

  #inTurn(lock, work) {
    if (!this.#queued.has(lock)) {
      const turn = () => this.#queued.delete(lock) && work();
      this.#queued.set(lock, this.world.locks.request(lock, turn));
    }
    return this.#queued.get(lock);
  }

  /** → whether the record is to be left in peace just now. */
  async #everyone(why) {
    const { outbox, photos, vault, now, sealOlder } = this.world;
    const failures = [];
    // One person's broken store must not hold up what another has waiting.
    const attempt = (work) => work().catch((error) => failures.push(error) && "failed");
    // Somebody may have been away too long, or have closed the browser: then that is a lock, and a session to end.
    await attempt(() => vault.opened());
    await this.finishSigningOut();
    await attempt(sealOlder);
    // Before anything is counted: photos of saved notes wait too.
    await attempt(() => photos.release());
    const callers = await this.#callers();
    const called = new Set();
    let outcome = "idle";
    for (const caller of callers.filter(isAble)) {
      outcome = await attempt(() => this.#deliver(caller, why));
      if (outcome !== "idle") called.add(caller);
      if (outcome === "done" || outcome === "stop") break;
    }
    for (const caller of callers.filter((one) => isAble(one) && !called.has(one))) {
      if (outcome === "stop") break;
      outcome = await attempt(() => this.#contact(caller, why));
    }
    await outbox.forgetOld(now());
    if (failures.length) throw failures[0];
    return outcome === "stop";
  }

  /**
   * Everybody on this tablet, whoever is here first and whoever is withdrawn last. An open jotter has its bearer token,
   * every other its carry token, which delivers what is sealed and reads nothing; an older build's row still has the
   * bearer token in clear.
   */
  async #callers() {
    const { device, vault } = this.world;
    const [current, all, opened] = await Promise.all([device.setting("current"), device.enrolments(), vault.opened()]);
    const rank = ({ person_id, is_withdrawn }) => (person_id === current ? 0 : is_withdrawn ? 2 : 1);
    all.sort((a, b) => rank(a) - rank(b));
    return all.map((enrolment) => {
      const own = enrolment.person_id === opened?.person_id ? opened : null;
      const carry = carryTokenOf(enrolment);
      const token = own ? own.token : (carry ?? enrolment.token);
      const is_bearer = Boolean(own ?? (!carry && enrolment.token));
      return { enrolment, opened: own, token, is_bearer, is_current: enrolment.person_id === current };
    });
  }

  /** → "idle" with nothing to do, "refused" (let another try), "stop" (leave the record in peace) or "done". */
  async #deliver(caller, why) {
    const { device, outbox, announce } = this.world;
    const { opened, is_bearer, is_current, enrolment } = caller;
    const may = (row) => row.is_sealed || (is_bearer && row.person_id === enrolment.person_id);
    if (!opened && !(await outbox.canSend(may))) return "idle";
    const state = (await device.syncState(enrolment.person_id)) ?? {};
    if (state.need === "sign-in" && !SIGN_IN_HELPS.includes(why)) return "refused";
    if (this.#isDue(state, why)) return new Exchange(this.world, caller, may).run(why);
    // A page opened meanwhile learns when the next try is due, or it would wait for its own half minute; and news that
    // was told while the page was loading reached nobody.
    if (is_current) await announce({ has_turned: PAGE_ASKS.includes(why) });
    return "stop";
  }

  /** Whoever is not here: so that a withdrawal reaches them, and what an older build wrote in clear goes out. */
  async #contact(caller, why) {
    const { device, outbox, now } = this.world;
    const { person_id } = caller.enrolment;
    const may = (row) => caller.is_bearer && !row.is_sealed && row.person_id === person_id;
    const state = (await device.syncState(person_id)) ?? {};
    const is_time = Math.abs(now() - (state.contacted_at ?? 0)) >= CONTACT_EVERY_MS;
    if (!this.#isDue(state, why) || !(is_time || (await outbox.canSend(may)))) return "idle";
    return new Exchange(this.world, caller, may).run(why);
  }

  /** Those who are here by now: an exchange may have got another token, or have ended one. */
  async #photos(why) {
    const { photos, now, estimate } = this.world;
    await deliverPhotos(this.world, (await this.#callers()).filter(isAble), why);
    const { usage = 0, quota = 0 } = (await estimate?.().catch(() => null)) ?? {};
    await photos.forgetOld(now(), { is_filling: quota > 0 && usage / quota >= FILLING });
  }

  /** A colleague's photo, to be looked at: {content, type}, or null. */
  fetchPhoto(id, token) {
    return fetchPhoto(this.world, id, token);
  }

  /** A lost network is tried at each chance. */
  #isDue(state, why) {
    return Boolean(state.offline) || isDue(state, why, this.world.now());
  }

  /** → {enrolment, secret} or {problem}. The secret is for a vault: whoever has one here is not enrolled again. */
  enrol(name, check) {
    const { device, fetch, now, crypto } = this.world;
    return enrol({ device, name, check, fetch, now, crypto });
  }

  /** Locked or signed out, perhaps where the record could not be reached: the browser's session is ended now. */
  async finishSigningOut() {
    if (await this.world.device.setting("is_signing_out")) await this.signOut();
  }

  /** Somebody may have signed in since: `mark` is what the cookie says. */
  forgetSigningOut(mark) {
    return forgetSigningOut(this.world.device, mark);
  }

  /** Ends the browser's session at the desk; → whether the record itself, and no captive portal, has said so. */
  signOut() {
    return signOut(this.world);
  }
}

/** Who is open may lack a token and still get one, by the browser's session. */
function isAble({ enrolment, opened, token }) {
  return Boolean(opened) || (Boolean(token) && !enrolment.is_carry_dead);
}
