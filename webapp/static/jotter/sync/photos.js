// Photos on the road: after the notes, one at a time, each acknowledged by the record's own answer; and fetched to be seen.

import { toBase64 } from "../vault/base64url.js";
import { sealPhoto } from "../vault/sealing.js";
import { isDue, waitAfter } from "./backoff.js";
import { fetchBytes, put } from "./request.js";

const PATH = "/api/v1/attachments/";
const STATE = "sync:photos";
const TAKEN = [200, 201];
const BUSY = [408, 425, 429];
const LIMIT_MS = 120_000;
const FETCH_LIMIT_MS = 10_000;

/**
 * Delivers what waits with whichever of the `callers` may, and tells the open pages how it goes. Whatever goes wrong
 * with a photo is no reason to hold up a note: this comes last, and waits by itself.
 */
export async function deliverPhotos(world, callers, why) {
  const { device, photos, now, announce } = world;
  const state = (await device.setting(STATE)) ?? {};
  if (!isDue(state, why, now())) return;
  if (!(await photos.count()).waiting && !(await photos.untold()).length) return;
  // A lost network is tried again every few seconds: that is not worth a word each time.
  const is_busy = why === "button" || !state.failures;
  if (is_busy) await announce({ is_syncing: true });
  const skip = new Set();
  let has_changed = false;
  try {
    for (const caller of callers) {
      const outcome = await withCaller(world, caller, skip);
      has_changed ||= outcome.has_changed;
      if (outcome.is_over) break;
    }
  } finally {
    if (is_busy || has_changed) await announce({ is_syncing: false, has_changed });
  }
}

/** → {has_changed, is_over}: whether to leave the record in peace. */
export async function withCaller(world, { token, opened, is_bearer, enrolment }, skip = new Set()) {
  const { photos, device, now } = world;
  const own = opened ? photos.through(opened.cover) : photos;
  const may = (row) => row.is_sealed || Boolean(is_bearer && opened && row.person_id === enrolment.person_id);
  const epochNow = async () => (await device.setting("epoch")) ?? null;
  if (opened) await sealLeft(world, own, enrolment);
  let has_changed = false;
  for (let row = await own.next(may, skip); row; row = await own.next(may, skip)) {
    const epoch = await epochNow();
    const answer = await send(row, own, token, world.fetch);
    if (isTaken(answer, row)) {
      await device.setSetting(STATE, {});
      has_changed = true;
      // Notes go beside it: where they have met a record restored meanwhile, nobody knows which life took the photo.
      if (epoch === (await epochNow())) await photos.acknowledge(row.id, epoch, now());
      else skip.add(row.id);
    } else if (answer.status === 401) return { has_changed, is_over: false };
    else if (isTrouble(answer)) {
      // Whichever photo it is, the others go first next time.
      if (answer.status >= 500) await photos.fail(row.id, "The record could not take it.", { is_refusal: false });
      await wait(world, answer);
      return { has_changed, is_over: true };
    } else {
      if (answer.is_gone) await photos.lose(row.id);
      else await photos.fail(row.id, `The record refused it (${answer.status}).`);
      has_changed = true;
      skip.add(row.id);
    }
  }
  return tellLost(world, token, has_changed);
}

/** The desk learns what this tablet will never send, so that nobody waits for it. */
async function tellLost(world, token, has_changed) {
  const { photos, fetch, now } = world;
  let has_told = has_changed;
  for (const { id } of await photos.untold()) {
    const answer = await put(`${PATH}${id}/loss`, null, { fetch, token, limit_ms: LIMIT_MS });
    if (answer.status === 204) await photos.noteTold(id, now());
    else if (answer.status === 401) break;
    else if (isTrouble(answer)) {
      await wait(world, answer);
      return { has_changed: has_told, is_over: true };
    }
    has_told ||= answer.status === 204;
  }
  return { has_changed: has_told, is_over: false };
}

/** What could not be sealed when it was made, or whose sealed copy has made room, is sealed now that its author is here. */
async function sealLeft({ crypto }, own, { person_id, school }) {
  if (!school?.seal_key) return;
  for (const row of await own.unsealed(person_id))
    await own.seal(row, (content) => sealPhoto(content, school.seal_key, crypto));
}

/** Sealed anew, a photo is other bytes than those the record may still have under its id. */
const isTaken = ({ status }, { is_sealed_anew }) =>
  TAKEN.includes(status) || (status === 409 && Boolean(is_sealed_anew));

const isTrouble = ({ offline, status }) => Boolean(offline) || status >= 500 || BUSY.includes(status);

async function send(row, photos, token, fetch) {
  const travel = await photos.travelOf(row);
  if (!travel) return { is_gone: true };
  const headers = { "Content-Digest": `sha-256=:${toBase64(travel.digest)}:` };
  if (travel.seal_key) headers["X-Jotter-Seal-Key"] = travel.seal_key;
  return put(PATH + row.id, travel.content, { fetch, token, headers, limit_ms: LIMIT_MS });
}

async function wait({ device, now, random }, answer) {
  const failures = ((await device.setting(STATE))?.failures ?? 0) + 1;
  await device.setSetting(STATE, { failures, ...waitAfter(failures, answer, now(), random) });
}

/** A colleague's photo, to be looked at now: {content, type}, or null where it cannot be had. */
export async function fetchPhoto(world, id, token) {
  if (!token) return null;
  const answer = await fetchBytes(PATH + id, { fetch: world.fetch, token, limit_ms: FETCH_LIMIT_MS });
  return answer.status === 200 && /^image\/(jpeg|png|webp)$/.test(answer.type) ? answer : null;
}
