// A new observation: the form of whichever instrument, saved in thirty seconds; for one pupil or for several.

import { INSTRUMENTS, instrumentOf } from "../instruments/index.js";
import { page, seeOther } from "../router.js";
import { isId } from "../store/ids.js";
import { KINDS } from "../words.js";
import { filledFrom, ownObservations, repeated } from "./earlier.js";
import { problemsOf } from "./fields.js";
import { listsOf } from "./lists.js";
import { alsoOf, emptyFields, entriesOf, fieldsOf, whenHint, wrongWith } from "./observation_fields.js";
import { isHelped, noteHelped } from "./preferences.js";
import { pageAfter, saveOrExplain } from "./saving.js";

const NEW = "/tablet/pupils/:id/observations/new";
const KINDS_TO_CHOOSE = Object.keys(INSTRUMENTS).map((value) => ({ value, text: KINDS[value] }));

export function addRoutes(route) {
  route.get(NEW, async ({ jotter, params, query }) => {
    const draft = isId(query.get("draft")) ? await jotter.drafts.get(query.get("draft")) : null;
    if (!draft) return form(jotter, params.id, await begun(jotter, params.id, query));
    const fields = { ...emptyFields(jotter), ...draft.fields };
    const changed = instrumentOf(fields.instrument)?.continued(fields, { now: jotter.now(), kept_at: draft.kept_at });
    const is_watch_ended = Boolean(changed?.count_ended);
    return form(jotter, params.id, { ...fields, ...changed }, { is_watch_ended });
  });

  route.save(NEW, async ({ jotter, params, form: sent }) => {
    const fields = fieldsOf(sent);
    const place = await checkedAgainst(jotter, fields);
    const errors = wrongWith(fields, place);
    if (errors.length) return form(jotter, params.id, fields, { errors });
    // A help that stays open is a nuisance, not a loss: it must not make a saved note look unsaved.
    const [failed, next, is_helped] = await Promise.all([
      saveOrExplain(jotter, entriesOf(fields, params.id, place)),
      pageAfter(jotter, params.id),
      isHelped(jotter, fields.instrument).catch(() => true),
    ]);
    if (failed) return form(jotter, params.id, fields, { errors: [failed], status: 507 });
    if (!is_helped) await noteHelped(jotter, fields.instrument).catch(() => {});
    return seeOther(next, "saved");
  });

  /** Another kind was chosen: its part of the form, with everything that has been typed. */
  route.post("/tablet/pupils/:id/observations/kind", async ({ jotter, params, form: sent }) => {
    const fields = fieldsOf(sent);
    return form(jotter, params.id, { ...fields, ...(await offered(jotter, params.id, fields)) }, { status: 200 });
  });

  /** Who else may be ticked, asked for when somebody wants to know. */
  route.get("/tablet/pupils/:id/observations/also", async ({ jotter, params }) =>
    page("tablet/_also_for.html", { also_options: await othersOf(jotter, params.id, []) }),
  );
}

/** The form as it opens: of the kind that is asked for, or the last note of this person anew. */
async function begun(jotter, pupil_id, query) {
  const empty = emptyFields(jotter);
  const own = await ownObservations(jotter, pupil_id);
  const asked = instrumentOf(query.get("instrument")) ? { instrument: query.get("instrument") } : {};
  const fields = { ...empty, ...asked, ...(query.has("repeat") ? repeated(own) : {}) };
  return { ...fields, ...(await offered(jotter, pupil_id, fields, own)) };
}

/** What an instrument's part holds when it is first shown: as last time, and from now on. Nothing typed is touched. */
async function offered(jotter, pupil_id, fields, own = null) {
  const { begin, EMPTY } = instrumentOf(fields.instrument) ?? {};
  if (!begin) return {};
  const observations = own ?? (await ownObservations(jotter, pupil_id));
  const news = { ...filledFrom(observations, fields.instrument), ...begin(fields, jotter.now()) };
  const is_untouched = ([name]) => String(fields[name]) === String(EMPTY[name]);
  return Object.fromEntries(Object.entries(news).filter(is_untouched));
}

/** What a note is checked against and measured by. */
async function checkedAgainst(jotter, { instrument }) {
  const lists = instrumentOf(instrument)?.NEEDS_LISTS ? await listsOf(jotter.shelf) : null;
  return { now: jotter.now(), lists };
}

async function placeOf(jotter, pupil_id) {
  const { shelf } = jotter;
  const [lists, outcomes] = await Promise.all([listsOf(shelf), shelf.ofPupil("outcome", pupil_id)]);
  const open = outcomes.filter(({ body }) => !body.met);
  return { now: jotter.now(), lists, outcomes: open.map(({ id, body }) => ({ value: id, text: body.text })) };
}

async function form(jotter, pupil_id, fields, { errors = [], status = errors.length ? 422 : 200, ...said } = {}) {
  const [pupil, place, also_options, is_draft] = await Promise.all([
    jotter.shelf.get("pupil", pupil_id),
    placeOf(jotter, pupil_id),
    fields.also.length ? othersOf(jotter, pupil_id, alsoOf(fields)) : [],
    jotter.drafts.has(fields.entry_id),
  ]);
  const form_name = instrumentOf(fields.instrument) ? fields.instrument : "narrative";
  const { EMPTY: own_fields, ...instrument } = INSTRUMENTS[form_name];
  const context = {
    title: "New observation",
    pupil_id,
    pupil: pupil ?? null,
    ...said,
    fields,
    is_draft,
    kept: keptFields(fields, own_fields),
    ...problemsOf(errors),
    ...place,
    ...instrument.shows(fields, place),
    instrument_form: `tablet/instruments/_${form_name}.html`,
    form_name,
    when_hint: whenHint(fields, place.now),
    is_help_open: !(await isHelped(jotter, fields.instrument)),
    instruments: KINDS_TO_CHOOSE,
    outcome_options: place.outcomes,
    also_options,
  };
  return page("tablet/observation.html", context, { status });
}

/** What was typed for another kind travels along unseen, so that choosing that one again brings it back. */
function keptFields(fields, own_fields) {
  const others = Object.values(INSTRUMENTS).flatMap(({ EMPTY }) => Object.entries(EMPTY));
  return others
    .filter(([name, empty]) => !Object.hasOwn(own_fields, name) && String(fields[name]) !== String(empty))
    .flatMap(([name]) => [fields[name]].flat().map((value) => ({ name, value })));
}

/** Every other pupil of this person, this pupil's class first. */
async function othersOf(jotter, pupil_id, chosen) {
  const pupils = await jotter.shelf.pupils();
  const class_name = pupils.find(({ id }) => id === pupil_id)?.body.class_name;
  const entries = Object.fromEntries(chosen.map((one) => [one.pupil_id, one.entry_id]));
  const others = pupils.filter(({ id }) => id !== pupil_id);
  const is_mate = ({ body }) => Boolean(class_name) && body.class_name === class_name;
  return [...others.filter(is_mate), ...others.filter((pupil) => !is_mate(pupil))].map(({ id, body }) => ({
    value: `${id}:${entries[id] ?? jotter.newId()}`,
    text: `${body.given_name} ${body.family_name}`,
    hint: body.class_name ?? "",
    is_chosen: Object.hasOwn(entries, id),
  }));
}
