// The jotter of whoever is using the tablet: every store a page may ask, put together.

import { Album } from "./store/album.js";
import { Device, deviceDatabase, HABITS } from "./store/device.js";
import { Drafts } from "./store/drafts.js";
import { newId } from "./store/ids.js";
import { hideOlder } from "./store/older.js";
import { Outbox } from "./store/outbox.js";
import { personDatabase } from "./store/person.js";
import { Photos } from "./store/photos.js";
import { lookAround } from "./store/present.js";
import { Shelf } from "./store/shelf.js";
import { Sync } from "./sync.js";
import { Vault } from "./vault/vault.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOTHING = { notes: 0, photos: 0 };
const sumOf = ({ notes, photos }) => notes + photos;

/**
 * `world` brings what differs between a tablet and a test: {now, random, crypto, fetch, locks, client, announce,
 * estimate, sittings, pocket, hasOpenPage}. Database handles are kept here, for they are dear to open; everything else is
 * read anew each time, and so is whatever can read: a cover lives no longer than one request.
 */
export class Tablet {
  #people = new Map();

  constructor(world, databases = { device: deviceDatabase, person: personDatabase }) {
    this.databases = databases;
    const database = databases.device();
    this.device = new Device(database);
    this.outbox = new Outbox(database);
    this.photos = new Photos(database);
    this.vault = new Vault({ ...world, device: this.device });
    this.world = {
      ...world,
      device: this.device,
      outbox: this.outbox,
      photos: this.photos,
      vault: this.vault,
      openPerson: (...who) => this.openPerson(...who),
      erasePerson: (id) => this.erasePerson(id),
      sealOlder: () => this.sealOlder(),
    };
    this.sync = new Sync(this.world);
  }

  /** A person's shelf, drafts and album; readable only through their cover. */
  openPerson(person_id, cover = null) {
    if (!this.#people.has(person_id)) this.#people.set(person_id, this.databases.person(person_id));
    const database = this.#people.get(person_id);
    const [shelf, drafts, album] = [Shelf, Drafts, Album].map((Part) => new Part(database, cover));
    return { database, shelf, drafts, album };
  }

  async erasePerson(person_id) {
    await this.openPerson(person_id).database.erase();
    this.#people.delete(person_id);
  }

  /**
   * What an older build left in clear is hidden, its token last: as long as that lies in clear, there is more to do.
   * Each sync of an open jotter goes on with it, should it be interrupted.
   */
  async sealOlder() {
    await this.#forgetClear();
    const opened = await this.vault.opened();
    const enrolment = await this.device.enrolment(opened?.person_id);
    if (!enrolment?.token && !enrolment?.is_older) return;
    const { person_id, token } = opened;
    await hideOlder(opened, this.openPerson(person_id).database, this.device.database);
    if (token === null && enrolment.token) await this.vault.renew(person_id, { token: enrolment.token });
    await this.device.changeEnrolment(person_id, { token: undefined, is_older: undefined });
  }

  /** Of others, who have no passcode yet: what the record brings them again must not lie here in clear meanwhile. */
  async #forgetClear() {
    const current = await this.device.setting("current");
    for (const { person_id } of await this.device.enrolments())
      if (person_id !== current && !(await this.vault.has(person_id))) await this.openPerson(person_id).shelf.forget();
  }

  /**
   * What a page is given: the present person's jotter; locked, it has neither shelf nor drafts. `saves` is the id of an
   * entry that is about to be saved: what is held of it is looked up meanwhile.
   */
  async present({ is_navigation = false, saves = null } = {}) {
    const looked = saves ? this.lookUp([saves]) : null;
    looked?.catch(() => {}); // told to whoever saves
    const has_open_page = !is_navigation || ((await this.world.hasOpenPage?.()) ?? true);
    const around = lookAround(this.device.database);
    const [here, opened] = await Promise.all([around, this.vault.opened({ is_navigation, has_open_page, around })]);
    const is_theirs = here.enrolment?.person_id === opened?.person_id;
    return new Jotter(this, { ...here, looked, opened: is_theirs ? opened : null });
  }

  /** What saving these entries begins with: their photos, which lie under the first, and what is held of them. */
  async lookUp(ids) {
    const [photos, held] = await Promise.all([this.photos.ofEntry(ids[0]), this.outbox.look(ids)]);
    return { ids, photos, held };
  }
}

export class Jotter {
  /** `here` is what lookAround() found; without `has_vault` an older build was used, and a passcode is chosen first. */
  constructor(tablet, { opened, ...here }) {
    const { device, sync, vault, world } = tablet;
    Object.assign(this, { tablet, device, sync, vault, world, opened, ...here });
    this.person = here.enrolment?.person ?? null;
    this.is_locked = Boolean(this.person) && !opened;
    const { shelf, drafts, album } = opened ? tablet.openPerson(opened.person_id, opened.cover) : {};
    this.shelf = shelf ?? null;
    this.drafts = drafts ?? null;
    this.album = album ?? null;
    this.photos = opened ? tablet.photos.through(opened.cover) : tablet.photos;
    this.outbox = opened ? tablet.outbox.through(opened.cover) : tablet.outbox;
  }

  now() {
    return this.world.now();
  }

  newId() {
    return newId(this.now(), this.world.crypto);
  }

  /**
   * Saves entries, all of them or none; only when they have been read back are their drafts let go. → the first. Photos
   * that were put to the form lie under the first one, and each copy of a group's note names them: whoever may see any
   * of these pupils may see the photo.
   */
  async save([first, ...others]) {
    const { about, opened } = this;
    const { photos, held } = await this.#lookedUp([first, ...others].map(({ id }) => id));
    const with_photos = this.#withPhotos(first, photos);
    const { attachment_ids = [], attachments } = with_photos.body;
    const named = attachment_ids.length ? { attachment_ids, ...(attachments ? { attachments } : {}) } : {};
    const copies = others.map((entry) => ({ ...entry, body: { ...entry.body, ...named } }));
    const entries = [with_photos, ...copies];
    const drafts = entries.map((entry) => ({ ...entry, person_id: opened.person_id }));
    const place = { about, school: this.enrolment.school };
    const [saved] = await this.outbox.saveAll(drafts, this.now(), opened, place, held);
    // Nobody waits for it: whoever reads drafts next reads them after this. One that stays behind is a nuisance, not a
    // loss: it must not make a saved note look unsaved.
    for (const { id } of entries) this.drafts.remove(id).catch(() => {});
    // Each sync does so too, should this be broken off.
    if (with_photos.body.attachment_ids?.length) await this.photos.release().catch(() => {});
    return saved;
  }

  /** Once at the most, and for that entry alone: of whatever else is saved it says nothing. */
  async #lookedUp(ids) {
    const early = await this.looked?.catch(() => null);
    this.looked = null;
    return String(early?.ids) === String(ids) ? early : this.tablet.lookUp(ids);
  }

  /** With the digest of each photo: so its author signs the photos as well. What the entry names already stays. */
  #withPhotos(entry, rows) {
    const { attachment_ids = [], attachments = [] } = entry.body;
    const fresh = rows.filter((row) => row.person_id === this.opened.person_id && !attachment_ids.includes(row.id));
    if (!fresh.length) return entry;
    const told = fresh.map(({ id, digest }) => ({ id, digest: hexOf(digest) }));
    const ids = [...attachment_ids, ...fresh.map(({ id }) => id)];
    return { ...entry, body: { ...entry.body, attachment_ids: ids, attachments: [...attachments, ...told] } };
  }

  /** Who last used an older build chooses a passcode, online or not: then what lies here in clear is hidden. */
  async choosePasscode(passcode) {
    const { person_id, school, token = null } = this.enrolment;
    const place = { seal_key: school?.seal_key ?? null, device_id: this.about.id };
    await this.vault.begin(person_id, passcode, { ...place, secret: { token, sign_key_bytes: null } });
    await this.tablet.sealOlder();
  }

  /**
   * How syncing stands, as every page shows it: notes and photos together. Locked, nobody's are anybody's own: all that
   * waits is told.
   */
  async status() {
    const [all, own, state] = await Promise.all([
      this.undelivered(),
      this.person ? this.undelivered(this.person.id) : NOTHING,
      this.person ? this.device.syncState(this.person.id) : null,
    ]);
    const { need = null, offline = false, retry_at = 0, last_ok_at = null, told_until = 0 } = state ?? {};
    const is_record_in_trouble = (state?.server_errors ?? 0) > 0;
    const of_others = { notes: all.notes - own.notes, photos: all.photos - own.photos };
    const counts = { waiting: sumOf(this.opened ? own : all), of_others: sumOf(of_others), others: of_others };
    return { ...counts, need, is_offline: offline, retry_at, last_ok_at, told_until, is_record_in_trouble };
  }

  /** {notes, photos} that the record does not have yet, stuck ones too: of a person, or of everybody. */
  async undelivered(person_id = null) {
    const [notes, photos] = await Promise.all([
      person_id === null ? this.outbox.countAll() : this.outbox.count(person_id),
      this.photos.count(person_id),
    ]);
    return { notes, photos: photos.waiting + photos.stuck };
  }

  /** Nothing was heard from the record for so long that its person must sign in before anything is shown. */
  async isSilent() {
    if (!this.person) return false;
    const { last_ok_at = 0, signed_in_at = 0 } = (await this.device.syncState(this.person.id)) ?? {};
    const heard_at = Math.max(last_ok_at ?? 0, signed_in_at, this.enrolment.enrolled_at ?? 0);
    const { silent_days } = { ...HABITS, ...this.enrolment.school };
    return this.now() - heard_at >= silent_days * DAY_MS;
  }

  /** {used, room, percent, is_filling} of the space this browser gives us, or null where it will not say. */
  async storage() {
    const { usage, quota } = (await this.world.estimate().catch(() => null)) ?? {};
    if (!quota) return null;
    const percent = Math.round((usage / quota) * 100);
    return { used: sizeOf(usage), room: sizeOf(quota), percent, is_filling: percent >= 80 };
  }
}

const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function sizeOf(bytes) {
  const [number, unit] = bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${number < 10 ? Math.round(number * 10) / 10 : Math.round(number)} ${unit}`;
}
