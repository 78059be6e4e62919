// Photos of work: put to a note while it is written, taken out again, and shown, this person's own and colleagues'.

import { checkReady, makeReady, NoCanvas, Unfit } from "../photos/ready.js";
import { bytes, facts, page } from "../router.js";
import { StoreFailed } from "../store/db.js";
import { isId } from "../store/ids.js";
import { MOST_OF_A_NOTE } from "../store/photos.js";
import { sealPhoto } from "../vault/sealing.js";
import { lost } from "./frame.js";

// Notes must still fit when no photo does any more.
const ROOM_FOR_NOTES_BYTES = 20e6;
const FULL = "There is no room for more photos on this tablet. Your words are kept.";
const LOCKED = "Your jotter was locked meanwhile. Unlock it, then add the photo again.";
const TOO_LATE = "This note was saved before the photo was ready. Write a new note for it.";
export const NOT_KEPT = "The photo could not be kept: this tablet's store did not answer. Your words are kept.";
const TOO_MANY = `A note has at most ${MOST_OF_A_NOTE} photos.`;

export function addRoutes(route) {
  route.get("/tablet/photos/of/:entry", async ({ jotter, params }) => {
    const rows = await jotter.photos.ofEntry(params.entry);
    const own = rows.filter(({ person_id }) => person_id === jotter.person.id);
    return page("tablet/_photo_list.html", {
      photos: own.map(({ id, state }) => ({ id, is_draft: state === "draft" })),
    });
  });

  route.post("/tablet/photos/:id/remove", async ({ jotter, params }) =>
    facts({ is_removed: (await jotter.photos.remove(params.id, jotter.person.id)) > 0 }),
  );

  route.get("/tablet/photos/:id", async ({ jotter, params }) => {
    const found = isId(params.id) ? await lookAt(jotter, params.id) : null;
    return found ? bytes(found.content, found.type) : bytes(placeholder(), "image/svg+xml");
  });

  route.get("/tablet/pupils/:id/photos/:photo", async ({ jotter, params }) => {
    const pupil = await jotter.shelf.get("pupil", params.id);
    if (!pupil || !isId(params.photo)) return lost();
    return page("tablet/photo.html", { title: "Photo of work", pupil, photo_id: params.photo });
  });
}

/** One's own lie here; a colleague's is fetched when it is looked at, and kept for the next time. */
async function lookAt(jotter, id) {
  const content = await jotter.photos.look(id, jotter.person.id).catch(() => null);
  if (content) return { content, type: "image/jpeg" };
  const kept = await jotter.album.look(id, jotter.now()).catch(() => null);
  if (kept) return kept;
  const fetched = await jotter.sync.fetchPhoto(id, jotter.opened.token);
  // Seen it is in any case; a full tablet only forgets it again.
  if (fetched) await jotter.album.keep(id, fetched, jotter.now()).catch(() => {});
  return fetched;
}

/** What stands in the place of a photo that cannot be had now. */
function placeholder() {
  const words = ["This photo has not", "reached this tablet", "yet."];
  const lines = words.map((line, place) => `<text x="68" y="${56 + place * 16}">${line}</text>`).join("");
  const look = 'font-family="sans-serif" font-size="10" text-anchor="middle" fill="#535c62"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 136 136"><rect width="136" height="136" fill="#ebe8de"/><g ${look}>${lines}</g></svg>`;
  return new TextEncoder().encode(svg);
}

/**
 * A file that somebody chose, by message: {entry_id, kind, person, name, content: ArrayBuffer, is_ready, photo_id}. → {}
 * when it is kept; else {problem}, a sentence, or {needs_page: true} where the page must make it ready. `photo_id` is the
 * page's: one that it offers again, because no answer came in time, is kept once.
 */
export async function takePhoto(jotter, { entry_id, kind, person, name, content, is_ready, photo_id }) {
  if (!jotter.opened || jotter.person.id !== person || !isId(entry_id)) return { problem: LOCKED };
  try {
    const id = isId(photo_id) ? photo_id : jotter.newId();
    if (await isKept(jotter, id, entry_id)) return {};
    const refused = await refusal(jotter, entry_id, kind, content.byteLength);
    if (refused) return { problem: refused };
    const raw = new Uint8Array(content);
    const ready = is_ready ? checkReady(raw) : await makeReady(raw);
    // Meanwhile the note may have been saved without it, or the same photo been offered again.
    if (await isSaved(jotter, entry_id, kind)) return { problem: TOO_LATE };
    if (!(await isKept(jotter, id, entry_id))) await keep(jotter, id, entry_id, ready);
    return {};
  } catch (error) {
    if (error instanceof NoCanvas) return { needs_page: true };
    if (error instanceof Unfit) return { problem: `${name || "This file"} ${error.message}.`, may_page_try: !is_ready };
    const is_full = error?.name === "QuotaExceededError" || (error instanceof StoreFailed && error.isFull);
    return { problem: is_full || /quota/i.test(error?.message ?? "") ? FULL : NOT_KEPT };
  }
}

async function isKept(jotter, id, entry_id) {
  const row = await jotter.photos.get(id);
  return row?.entry_id === entry_id && row.person_id === jotter.person.id;
}

const isSaved = async (jotter, entry_id, kind) => kind === "observation" && (await jotter.outbox.has(entry_id));

async function refusal(jotter, entry_id, kind, size) {
  if (await isSaved(jotter, entry_id, kind)) return TOO_LATE;
  if ((await jotter.photos.ofEntry(entry_id)).length >= MOST_OF_A_NOTE) return TOO_MANY;
  const { usage = 0, quota = 0 } = (await jotter.world.estimate().catch(() => null)) ?? {};
  // A photo made ready is small, and lies here twice; what was chosen is an upper bound that is easily known.
  return quota && quota - usage < ROOM_FOR_NOTES_BYTES + Math.min(size, 2e6) ? FULL : "";
}

async function keep(jotter, id, entry_id, content) {
  const { crypto } = jotter.world;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const seal_key = jotter.enrolment.school?.seal_key;
  const travel = seal_key ? await sealPhoto(content, seal_key, crypto) : null;
  const photo = { id, person_id: jotter.person.id, entry_id, digest, made_at: jotter.now() };
  await jotter.photos.add(photo, content, travel);
}

/** What a list of notes is told of each note's photos (shared/_photos.html). */
export async function withPhotos(jotter, pupil_id, notes, { is_offline }) {
  const idsOf = ({ body }) => (body.attachment_ids ?? []).filter(isId);
  const all = notes.flatMap(idsOf);
  if (!all.length) return notes;
  const [own, seen] = await Promise.all([jotter.photos.known(all), jotter.album.known(all)]);
  const is_near = (id) => !is_offline || own.has(id) || seen.has(id);
  return notes.map((note) => ({ ...note, photos: told(idsOf(note), pupil_id, is_near) }));
}

function told(ids, pupil_id, is_near) {
  const near = ids.filter(is_near);
  const photos = near.map((id, place) => ({
    url: `/tablet/photos/${id}`,
    href: `/tablet/pupils/${pupil_id}/photos/${id}`,
    alt: near.length === 1 ? "Photo of work" : `Photo of work, ${place + 1} of ${near.length}`,
  }));
  const far = ids.length - near.length;
  if (far) photos.push({ words: `${far === 1 ? "1 photo" : `${far} photos`}, seen when the network is back` });
  return photos;
}
