// Drafts: kept as they are typed, by the page's script; thrown away only by their author.

import { EMPTY, instrumentOf, OFFERED as OF_INSTRUMENTS } from "../instruments/index.js";
import { facts, seeOther } from "../router.js";
import { isId } from "../store/ids.js";
import { fieldsOf as correctionFields } from "./corrections.js";
import { textOf } from "./fields.js";
import { isEmpty as isEmptyMeeting, bodyOf as meetingBody, fieldsOf as meetingFields } from "./meeting_fields.js";
import { fieldsOf as observationFields } from "./observation_fields.js";
import { fieldsOf as answerFields } from "./questions.js";
import { pageAfter } from "./saving.js";

const READERS = {
  observation: observationFields,
  parent_meeting: meetingFields,
  answer: answerFields,
  correction: correctionFields,
};
// Filled in before anybody typed: these alone make no draft.
const OFFERED_HERE = [
  "entry_id",
  "group_id",
  "when",
  "when_at",
  "base_version",
  "after_revision",
  "instrument",
  "pupil_id",
  "question_id",
];
const OFFERED = [...OFFERED_HERE, ...OF_INSTRUMENTS];

export function addRoutes(route) {
  route.post("/tablet/drafts", async ({ jotter, form }) => {
    const kind = textOf(form, "draft_kind");
    const pupil_id = textOf(form, "pupil_id");
    const fields = READERS[kind]?.(form);
    if (!fields || !isId(fields.entry_id) || !isId(pupil_id)) return facts({ is_kept: false }, { status: 422 });
    const typed = { kind, pupil_id, fields, typed_at: Number(form.get("draft_at")) || 0 };
    // A draft that was typed before the tap on save may arrive after it.
    if (await wasSaved(jotter, typed)) return facts({ is_kept: false, is_saved: true });
    const has_photos = (await jotter.photos.ofEntry(fields.entry_id)).some(({ state }) => state === "draft");
    const has_nothing = kind === "parent_meeting" ? isEmptyMeeting(fields) : isEmpty(fields, jotter.now());
    const is_kept = !has_nothing || has_photos;
    if (!is_kept) await jotter.drafts.remove(fields.entry_id);
    else await jotter.drafts.keep({ id: fields.entry_id, kind, pupil_id, fields, ...sentAs(form) }, jotter.now());
    // Saved while it was being kept: a note in the Outbox needs no draft.
    if (!(await wasSaved(jotter, typed))) return facts(is_kept ? { is_kept } : { is_kept, is_empty: true });
    await jotter.drafts.remove(fields.entry_id);
    return facts({ is_kept: false, is_saved: true });
  });

  route.post("/tablet/drafts/:id/discard", async ({ jotter, params }) => {
    await forgetDiscarded(jotter);
    const path = await pageOf(jotter, await jotter.drafts.get(params.id));
    await jotter.drafts.discard(params.id, jotter.now());
    return seeOther(`${path}?undo=${params.id}`, "discarded");
  });

  route.post("/tablet/drafts/:id/restore", async ({ jotter, params }) => {
    await jotter.drafts.restore(params.id);
    return seeOther(await pageOf(jotter, await jotter.drafts.get(params.id)), "restored");
  });
}

/** The page that offers a draft. */
async function pageOf(jotter, draft) {
  return draft ? pageAfter(jotter, draft.pupil_id) : "/tablet/";
}

/** What was thrown away an hour ago goes for good, with its photos. */
async function forgetDiscarded(jotter) {
  for (const id of await jotter.drafts.sweep(jotter.now())) await jotter.photos.dropDraft(id);
}

/**
 * Whether what was typed lies in the Outbox already. A meeting is saved again and again: its form says after which
 * revision it was opened, and words typed after a save of which its page knew nothing, in another tab or unconfirmed,
 * are in no revision.
 */
async function wasSaved(jotter, { kind, pupil_id, fields, typed_at }) {
  const { entry_id, after_revision = 0 } = fields;
  const saved = await jotter.outbox.latestOf(jotter.person.id, entry_id);
  if (!saved || saved.revision <= after_revision) return false;
  if (kind !== "parent_meeting" || saved.entry.is_unreadable) return true;
  return typed_at <= Date.parse(saved.entry.recorded_at) || says(saved.entry, pupil_id, fields);
}

/** Whether a saved meeting has these very words. */
function says({ body, recorded_at }, pupil_id, fields) {
  const typed = meetingBody(fields, pupil_id, { before: body, is_finished: body.finished, now: recorded_at });
  return JSON.stringify(typed) === JSON.stringify(body);
}

/** By which page, and as its how manyeth: a page's drafts may overtake one another on their way. */
function sentAs(form) {
  const number = Number(form.get("draft_number"));
  return form.get("draft_page") && Number.isSafeInteger(number) ? { sent_by: form.get("draft_page"), number } : {};
}

function isEmpty(fields, now) {
  if (instrumentOf(fields.instrument)?.isBegun(fields, now)) return false;
  const is_typed = ([name, value]) => !OFFERED.includes(name) && value?.length > 0 && value !== EMPTY[name];
  return !Object.entries(fields).some(is_typed);
}
