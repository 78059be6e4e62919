// One's own saved note, opened: what it says, what became of it, and the way to correct it.

import { page } from "../router.js";
import { lost } from "./frame.js";
import { withPhotos } from "./photos.js";
import { sourceOf } from "./sources.js";

const KINDS = ["observation", "parent_meeting"];

export const addressOf = (pupil_id, id) => `/tablet/pupils/${pupil_id}/notes/${id}`;

export function addRoutes(route) {
  route.get("/tablet/pupils/:id/notes/:note", async ({ jotter, params }) => {
    const found = await ownNote(jotter, params);
    if (!found) return lost();
    const { kind, source } = found;
    const pupil = await jotter.shelf.get("pupil", params.id);
    const status = await jotter.status();
    const { own, document } = source;
    const body = { ...source.body, ...timesOf(source) };
    const [note] = await withPhotos(jotter, params.id, [{ id: params.note, kind, body }], status);
    return page("tablet/note.html", {
      title: "Your note",
      pupil_id: params.id,
      pupil: pupil ?? null,
      note,
      correct: correctionOf(kind, params),
      became: await whatBecame(jotter, params.id, own, document),
    });
  });
}

/** {kind, source} of a note that this person wrote about the pupil; null for anything else. */
export async function ownNote(jotter, { id: pupil_id, note }) {
  for (const kind of KINDS) {
    const source = await sourceOf(jotter, kind, note);
    if (source?.own && source.own.entry.kind !== kind) continue;
    const is_own = source?.own || source?.document?.body.author_id === jotter.person.id;
    if (is_own && source.body.pupil_id === pupil_id) return { kind, source };
  }
  return null;
}

/** The record's, and where it has none yet when it was saved here. */
function timesOf({ own, document }) {
  const { recorded_at = own?.entry.recorded_at, received_at } = document?.body ?? {};
  return received_at ? { recorded_at, received_at } : { recorded_at };
}

function correctionOf(kind, { id, note }) {
  const is_meeting = kind === "parent_meeting";
  return is_meeting ? `/tablet/pupils/${id}/meetings/new?meeting=${note}` : `${addressOf(id, note)}/correct`;
}

/** {where, is_read, questions, outcomes}: how far it has come, and what others did with it. */
async function whatBecame({ shelf }, pupil_id, own, document) {
  const id = own?.id ?? document.id;
  const [questions, outcomes, actions] = await Promise.all([
    shelf.ofPupil("question", pupil_id),
    shelf.ofPupil("outcome", pupil_id),
    shelf.ofPupil("action", pupil_id),
  ]);
  const linked = document?.body.outcome_ids ?? [];
  return {
    where: whereIs(own, document),
    problems: own?.problems ?? [],
    is_read: Boolean(document?.body.reviewed),
    questions: questions.filter(({ body }) => body.entry_id === id),
    outcomes: outcomes.filter((outcome) => linked.includes(outcome.id)).map(({ body }) => body.text),
    action_count: actions.filter(({ body }) => body.from_entry === id).length,
  };
}

function whereIs(own, document) {
  if (own?.is_waiting) return document ? "correction-waiting" : "waiting";
  if (own?.status === "quarantined" && !document) return "quarantined";
  return own?.status === "conflict" ? "conflict" : "recorded";
}
