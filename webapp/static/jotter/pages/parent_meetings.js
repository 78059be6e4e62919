// A parent meeting: prepared, held and finished, on this tablet or begun on another. A draft goes to the record too.

import { page, seeOther } from "../router.js";
import { isId } from "../store/ids.js";
import { today } from "../times.js";
import { isStructured, PURPOSES } from "../words.js";
import { problemsOf } from "./fields.js";
import { bodyOf, fieldsOf, fieldsOfBody, newAction, newSignature, SIGNATURES_MAX } from "./meeting_fields.js";
import { wrongWith } from "./meeting_problems.js";
import { earlierActions } from "./meetings_begun.js";
import { pageAfter, saveOrExplain } from "./saving.js";
import { isSavedElsewhere, sourceOf } from "./sources.js";

const KIND = "parent_meeting";
const SAVED_ELSEWHERE = {
  name: "",
  message:
    "This meeting was saved in another tab meanwhile. What you typed is still here: save once more to keep it instead.",
};

export function addRoutes(route) {
  route.get("/tablet/pupils/:id/meetings/new", async ({ jotter, params, query }) => {
    const asked = query.get("draft") ?? query.get("meeting");
    return form(jotter, params.id, await fieldsToBegin(jotter, params.id, isId(asked) ? asked : null));
  });

  /** One form, and what its buttons do: a row more or less, keep as a draft, finish. */
  route.save("/tablet/pupils/:id/meetings/new", async ({ jotter, params, form: sent }) => {
    const fields = fieldsOf(sent);
    const [doing, which] = (sent.get("do") ?? "finish").split(":");
    const changed = ROWS[doing]?.(fields, which ?? jotter.newId());
    if (changed) return form(jotter, params.id, changed);
    return save(jotter, params.id, fields, doing !== "save-draft");
  });
}

const ROWS = {
  "add-action": (fields, id) => ({ ...fields, actions: [...fields.actions, newAction(id)] }),
  "remove-action": (fields, id) => ({ ...fields, actions: without(fields.actions, id) }),
  "add-signature": (fields, id) => ({ ...fields, signatures: [...fields.signatures, newSignature(id)] }),
  "remove-signature": (fields, id) => ({ ...fields, signatures: without(fields.signatures, id) }),
};

const without = (rows, id) => rows.filter((row) => row.id !== id);

/** What was typed here last, or else the meeting as it was begun, or a new one. */
async function fieldsToBegin(jotter, pupil_id, id) {
  const draft = id && (await jotter.drafts.get(id));
  if (draft) return { ...fieldsOfBody(id, {}, jotter), ...draft.fields }; // an older build's knows fewer fields
  const source = id && (await sourceOf(jotter, KIND, id));
  if (source?.body.pupil_id === pupil_id) return { ...fieldsOfBody(id, source.body, jotter), ...source.place };
  const empty = { pupil_id, held_on: today(jotter.now()), purpose: "" };
  return fieldsOfBody(jotter.newId(), empty, jotter);
}

async function save(jotter, pupil_id, fields, is_finished) {
  const errors = wrongWith(fields, today(jotter.now()), is_finished);
  if (errors.length) return refuse(jotter, pupil_id, fields, errors);
  const source = await sourceOf(jotter, KIND, fields.entry_id);
  const now = new Date(jotter.now()).toISOString();
  const body = bodyOf(fields, pupil_id, { before: source?.body ?? {}, is_finished, now });
  const last = source?.own;
  if (isSavedElsewhere(last, fields, body)) {
    // The record would take it for a change of that other revision: somebody must have meant it.
    const rebased = { ...fields, base_version: "", after_revision: last.revision };
    return refuse(jotter, pupil_id, rebased, [SAVED_ELSEWHERE]);
  }
  const base_version = Number.parseInt(fields.base_version, 10) || null;
  const entry = { id: fields.entry_id, kind: KIND, recorded_at: now, base_version, body };
  const failed = await saveOrExplain(jotter, [entry]);
  if (failed) return form(jotter, pupil_id, fields, [failed], 507);
  return seeOther(await pageAfter(jotter, pupil_id), is_finished ? "meeting" : "draft");
}

/** What the record could not take is kept here as a draft all the same, as far as this tablet can. */
async function refuse(jotter, pupil_id, fields, errors) {
  const draft = { id: fields.entry_id, kind: KIND, pupil_id, fields };
  if (isId(fields.entry_id)) await jotter.drafts.keep(draft, jotter.now()).catch(() => {});
  return form(jotter, pupil_id, fields, errors);
}

async function form(jotter, pupil_id, fields, errors = [], status = errors.length ? 422 : 200) {
  const [pupil, earlier, outcomes, is_draft] = await Promise.all([
    jotter.shelf.get("pupil", pupil_id),
    earlierActions(jotter, pupil_id, fields),
    jotter.shelf.ofPupil("outcome", pupil_id),
    jotter.drafts.has(fields.entry_id),
  ]);
  const wrong = problemsOf(errors);
  const has = (...names) => names.some((name) => fields[name] || wrong.wrong[name]);
  return page(
    "tablet/parent_meeting.html",
    {
      title: "New parent meeting",
      pupil_id,
      pupil: pupil ?? null,
      fields,
      is_draft,
      earlier,
      outcomes: outcomes.filter(({ body }) => !body.met),
      ...wrong,
      is_prepared: has("agenda", "bring", "needs"),
      is_structured: isStructured(fields.purpose) || has("explore", "focus", "plan", "review"),
      may_sign: fields.signatures.length < SIGNATURES_MAX,
      purposes: Object.values(PURPOSES),
    },
    { status },
  );
}
