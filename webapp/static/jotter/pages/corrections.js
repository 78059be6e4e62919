// A saved observation, corrected by its author: a new revision, of the same happening. The old one is kept.

import { page, seeOther } from "../router.js";
import { isId } from "../store/ids.js";
import { problemsOf, textOf } from "./fields.js";
import { lost } from "./frame.js";
import { listsOf } from "./lists.js";
import { fieldsOf as observationFields, seenMoment, whenFields, whenHint, wrongWithAll } from "./observation_fields.js";
import { ownNote } from "./own_notes.js";
import { pageAfter, saveOrExplain } from "./saving.js";
import { isSavedElsewhere } from "./sources.js";

const CORRECT = "/tablet/pupils/:id/notes/:note/correct";
const SAVED_ELSEWHERE = {
  name: "",
  message: "This note was changed in another tab meanwhile. What you typed is still here: save once more to keep it.",
};
// A pupil who was taken off the list takes their notes along, perhaps while one is being corrected.
const NOT_HERE = {
  name: "",
  message:
    "This note is not on this tablet any more, so it cannot be changed here. What you typed is still here: copy it, and give it to your SENCO.",
};

export function addRoutes(route) {
  route.get(CORRECT, async ({ jotter, params }) => {
    const source = await sourceToCorrect(jotter, params);
    const draft = await jotter.drafts.get(params.note);
    if (!source) return draft?.kind === "correction" ? wordsAlone(jotter, params, draft.fields, 200) : lost();
    return form(jotter, params, source, { ...fieldsFrom(source, params.note), ...draft?.fields });
  });

  route.save(CORRECT, async ({ jotter, params, form: sent }) => {
    const source = await sourceToCorrect(jotter, params);
    const fields = fieldsOf(sent);
    if (!source) return isId(params.note) && fields.text ? wordsAlone(jotter, params, fields, 422) : lost();
    const errors = wrongWith(fields, source, jotter.now());
    if (errors.length) return form(jotter, params, source, fields, { errors });
    return save(jotter, params, source, fields);
  });
}

/** Also what a draft keeps. */
export function fieldsOf(sent) {
  const { text, when, when_at, setting, outcomes } = observationFields(sent);
  const place = ["entry_id", "base_version", "after_revision"].map((name) => [name, textOf(sent, name)]);
  return { ...Object.fromEntries(place), text, when, when_at, setting, outcomes };
}

async function sourceToCorrect(jotter, params) {
  const found = isId(params.note) ? await ownNote(jotter, params) : null;
  return found?.kind === "observation" ? found.source : null;
}

function fieldsFrom({ body, own, document, place }, entry_id) {
  const { text = "", setting = "", outcome_ids = [] } = body;
  const written = document?.body.recorded_at ?? own?.entry.recorded_at;
  const seen = Date.parse(body.observed_at ?? written);
  return { entry_id, ...place, text, setting, outcomes: outcome_ids, ...whenFields(seen) };
}

function wrongWith(fields, { body }, now) {
  const errors = wrongWithAll(fields, now);
  if (!fields.text && body.instrument === "narrative") errors.push({ name: "text", message: "Write what you saw" });
  return errors;
}

async function save(jotter, params, source, fields) {
  const now = jotter.now();
  const body = await corrected(jotter, params.id, source.body, fields, now);
  if (isSavedElsewhere(source.own, fields, body)) {
    const rebased = { ...fields, base_version: "", after_revision: source.own.revision };
    return form(jotter, params, source, rebased, { errors: [SAVED_ELSEWHERE] });
  }
  const base_version = Number.parseInt(fields.base_version, 10) || null;
  const recorded_at = new Date(now).toISOString();
  const entry = { id: params.note, kind: "observation", recorded_at, base_version, body };
  const failed = await saveOrExplain(jotter, [entry]);
  if (failed) return form(jotter, params, source, fields, { errors: [failed], status: 507 });
  return seeOther(await pageAfter(jotter, params.id), "saved");
}

/** What the form does not show stays as it came: measures, photos, and links to outcomes that are not offered here. */
async function corrected(jotter, pupil_id, before, fields, now) {
  const offered = new Set((await openOutcomes(jotter, pupil_id)).map(({ value }) => value));
  const kept = (before.outcome_ids ?? []).filter((id) => !offered.has(id) || fields.outcomes.includes(id));
  const outcome_ids = [...new Set([...kept, ...fields.outcomes.filter((id) => offered.has(id))])];
  const observed_at = new Date(seenMoment(fields, now)).toISOString();
  return { ...before, observed_at, text: fields.text, setting: fields.setting, outcome_ids };
}

async function openOutcomes({ shelf }, pupil_id) {
  const outcomes = await shelf.ofPupil("outcome", pupil_id);
  return outcomes.filter(({ body }) => !body.met).map(({ id, body }) => ({ value: id, text: body.text }));
}

const wordsAlone = (jotter, params, fields, status) =>
  form(
    jotter,
    params,
    { body: { instrument: "narrative" } },
    { ...fields, entry_id: params.note },
    { errors: [NOT_HERE], status, can_save: false },
  );

async function form(jotter, params, { body }, fields, { errors = [], ...how } = {}) {
  const { status = errors.length ? 422 : 200, can_save = true } = how;
  const [pupil, outcome_options, lists, is_draft] = await Promise.all([
    jotter.shelf.get("pupil", params.id),
    openOutcomes(jotter, params.id),
    listsOf(jotter.shelf),
    jotter.drafts.has(params.note),
  ]);
  const when_hint = whenHint(fields, jotter.now());
  const context = { title: "Correct your note", pupil_id: params.id, pupil: pupil ?? null, body, fields, is_draft };
  const offered = { outcome_options, lists, when_hint, can_save, ...problemsOf(errors) };
  return page("tablet/correct.html", { ...context, ...offered }, { status });
}
