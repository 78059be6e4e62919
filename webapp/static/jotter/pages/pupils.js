// The pupil's page: who they are, what helps, what they are working towards, what was lately noted.

import { page } from "../router.js";
import { newestFirst } from "../store/ids.js";
import { KINDS, optionsOf, WAYS } from "../words.js";
import { lost } from "./frame.js";
import { meetingsBegun, openActions } from "./meetings_begun.js";
import { addressOf } from "./own_notes.js";
import { withPhotos } from "./photos.js";
import { openQuestions } from "./today.js";

const NOTES_SHOWN = 30;
// Straight after saving: the new note must be seen at once; the rest of the list follows by itself.
const NOTES_SHOWN_FIRST = 6;
const MOST_SHOWN = 3000;
const JUST_SAVED = ["saved", "meeting", "draft"];
const MOST_CHARTED = 20_000;

export function addRoutes(route) {
  route.get("/tablet/pupils/:id", async (asked) => {
    const { id } = asked.params;
    const { jotter } = asked;
    const [pupil, outcomes, notes, actions, questions, drafts, begun] = await Promise.all([
      jotter.shelf.get("pupil", id),
      jotter.shelf.ofPupil("outcome", id),
      recentNotes(asked, id),
      openActions(jotter, id),
      openQuestions(jotter, {}),
      jotter.drafts.ofPupil(id),
      meetingsBegun(jotter),
    ]);
    if (!pupil) return lost();
    return page("tablet/pupil.html", {
      title: "Pupil",
      pupil,
      has_profile: Object.values(pupil.body.profile ?? {}).some((part) => part?.length),
      outcomes,
      ...notes,
      ways: optionsOf(WAYS),
      repeat_of: nameOfLast(notes.notes, jotter.person),
      actions,
      questions: questions.filter(({ pupil_id }) => pupil_id === pupil.id),
      drafts,
      begun: begun.filter(({ pupil_id }) => pupil_id === pupil.id),
    });
  });

  /** The list alone, asked for again when a sync has changed something. */
  route.get("/tablet/pupils/:id/notes", async (asked) => {
    const pupil = await asked.jotter.shelf.get("pupil", asked.params.id);
    if (!pupil) return lost();
    return page("tablet/_recent_notes.html", { pupil, ...(await recentNotes(asked, pupil.id)) });
  });
}

const isMine = ({ revision, body }, person) => revision !== undefined || body.author_id === person.id;

/** What `Repeat last` would open: the newest observation of this person's among those shown. */
function nameOfLast(notes, person) {
  const last = notes.find((note) => note.kind === "observation" && isMine(note, person));
  return last ? (KINDS[last.body.instrument] ?? "") : "";
}

/**
 * What waits comes first, whatever a wrong clock says; then everybody's notes, what happened last first. What was just
 * saved stays first as long as this page is open (`first`), so that its author sees it arrive.
 */
async function recentNotes({ jotter, query }, pupil_id) {
  const is_first = query.get("said") === "saved";
  const asked_for = Number.parseInt(query.get("show") ?? "", 10) || (is_first ? NOTES_SHOWN_FIRST : NOTES_SHOWN);
  const limit = Math.min(asked_for, MOST_SHOWN);
  const { shelf, outbox, person } = jotter;
  const [status, own, waiting, observations, meetings, outcomes] = await Promise.all([
    jotter.status(),
    outbox.outlines(person.id, pupil_id, limit),
    outbox.waitingOutlines(person.id, pupil_id),
    shelf.outlines("observation", pupil_id, limit + 1),
    shelf.outlines("parent_meeting", pupil_id, limit + 1),
    shelf.ofPupil("outcome", pupil_id),
  ]);
  const texts = Object.fromEntries(outcomes.map(({ id, body }) => [id, body.text]));
  const still = [...waiting, ...own].filter((row) => mayBeElsewhere(row, status.last_ok_at));
  const first = JUST_SAVED.includes(query.get("said")) ? newestOf(waiting)?.id : query.get("first");
  const rows = withFirst(merge(still, [...observations, ...meetings]), first);
  const worded = (await withWords(jotter, rows.slice(0, limit))).map((note) => ({
    ...note,
    href: isMine(note, person) ? addressOf(pupil_id, note.id) : "",
    outcomes: (note.body.outcome_ids ?? []).map((id) => texts[id]).filter(Boolean),
  }));
  const notes = await withPhotos(jotter, pupil_id, worded, status);
  if (rows.length <= limit) return { notes, first };
  return is_first ? { notes, first, show_rest: NOTES_SHOWN } : { notes, first, show_more: limit + NOTES_SHOWN };
}

const newestOf = (rows) => [...rows].sort((a, b) => b.device_seq - a.device_seq)[0];
const withFirst = (rows, first) => [...rows.filter(({ id }) => id === first), ...rows.filter(({ id }) => id !== first)];

/** Every observation of a pupil since a moment (all where null) that is, or will be, in the record. */
export async function observationsSince(jotter, pupil_id, since) {
  const { shelf, outbox, person } = jotter;
  const [status, own, documents] = await Promise.all([
    jotter.status(),
    outbox.outlines(person.id, pupil_id, MOST_CHARTED),
    shelf.outlines("observation", pupil_id, MOST_CHARTED),
  ]);
  const is_meant = ({ kind, status: said }) => kind === "observation" && said !== "quarantined";
  const still = own.filter((row) => is_meant(row) && mayBeElsewhere(row, status.last_ok_at));
  const rows = merge(still, documents).filter(({ order }) => since === null || order <= newestFirst(since));
  return (await withWords(jotter, rows)).map(({ body }) => body);
}

/** Only what is shown is revealed: in what order it stands is known without a word of it. */
async function withWords({ shelf, outbox, person }, rows) {
  const [mine, documents] = await Promise.all([
    outbox.reveal(rows.filter(isOwn)),
    shelf.reveal(rows.filter((row) => !isOwn(row))),
  ]);
  const authors = await shelf.peopleNames(documents.map(({ body }) => body.author_id));
  return rows.map((row) => (isOwn(row) ? asNote(mine.shift(), person) : marked(documents.shift(), person, authors)));
}

const isOwn = (row) => row.revision !== undefined;

/**
 * Acknowledged before the last whole pull, and yet not on the shelf: then the record has let go of it since. Only a
 * note in quarantine is nowhere else to be seen.
 */
function mayBeElsewhere({ acknowledged_at, status }, last_ok_at) {
  return !acknowledged_at || status === "quarantined" || acknowledged_at >= (last_ok_at ?? 0);
}

function merge(own, documents) {
  const written = new Map();
  for (const row of own) if (row.kind !== "answer") keepLatest(written, row);
  const filed = new Set(documents.map(({ id }) => id));
  const mine = [...written.values()];
  const waiting = mine.filter((note) => note.is_waiting).sort((a, b) => b.device_seq - a.device_seq);
  const unfiled = mine.filter((note) => !note.is_waiting && !filed.has(note.id));
  const recorded = documents.filter(({ id }) => !written.get(id)?.is_waiting);
  return [...waiting, ...[...unfiled, ...recorded].sort((a, b) => a.order - b.order)];
}

function keepLatest(notes, note) {
  const known = notes.get(note.id);
  if (!known || known.revision < note.revision) notes.set(note.id, note);
}

function asNote({ entry, is_waiting, status, device_seq }, person) {
  const body = { ...entry.body, recorded_at: entry.recorded_at };
  const { id, kind, revision } = entry;
  return { id, kind, revision, device_seq, body, is_waiting, author: person.name, mark: markOf(is_waiting, status) };
}

function markOf(is_waiting, status) {
  if (is_waiting) return "Waiting";
  return status === "quarantined" ? "With the SENCO to sort out" : "Synced";
}

function marked(document, person, authors) {
  const { author_id } = document.body;
  return { ...document, author: authors[author_id] ?? "", mark: author_id === person.id ? "Synced" : "" };
}
