// A parent meeting's body as the fields of its form, and the fields as a body. What nobody touched stays as it was.

import { isId } from "../store/ids.js";
import { purposeName } from "../words.js";
import { textOf, textsOf } from "./fields.js";

export const PROMPTS = { explore: "Explore", focus: "Focus", plan: "Plan", review: "Review" };
export const PLAIN_TEXTS = {
  needs: "Interpreter or other need",
  parent_view: "Parent's view",
  child_view: "Child's view",
  discussion: "What we discussed",
};
export const LINES = { agenda: "Agenda", bring: "What to bring" };
export const TEXTS = { ...LINES, present: "People present", ...PLAIN_TEXTS, ...PROMPTS };
export const SIGNATURES_MAX = 6;
const POINTS_MAX = 20_000;
const FLAT = ["entry_id", "base_version", "held_on", "purpose", "next_meeting", ...Object.keys(TEXTS)];

export const newAction = (id) => ({ id, text: "", owner: "", due: "", is_new: true });
export const newSignature = (id) => ({ id, name: "", role: "", at: "", strokes: "", is_typed: false, is_new: true });

export const isBlankAction = ({ text, owner, due }) => !text && !owner && !due;
export const isBlankSignature = ({ name, role, strokes }) => !name && !role && !strokes;

/** Also what a draft keeps. The fields of rows come as lists, row by row; of ticks only those that are set. */
export function fieldsOf(sent) {
  const fields = Object.fromEntries(FLAT.map((name) => [name, textOf(sent, name)]));
  const after_revision = Number.parseInt(sent.get("after_revision") ?? "", 10) || 0;
  const columns = (...names) => names.map((name) => textsOf(sent, name));
  const [texts, owners, dues] = columns("action_text", "action_owner", "action_due");
  const actions = sent.getAll("action_id").map((id, row) => ({
    id,
    text: (texts[row] ?? "").trim(),
    owner: (owners[row] ?? "").trim(),
    due: dues[row] ?? "",
  }));
  const [names, roles, moments, drawn, typed] = columns(
    ...["signature_name", "signature_role", "signature_at", "signature_strokes", "signature_typed"],
  );
  const signatures = sent.getAll("signature_id").map((id, row) => ({
    id,
    name: (names[row] ?? "").trim(),
    role: (roles[row] ?? "").trim(),
    at: moments[row] ?? "",
    strokes: drawn[row] ?? "",
    is_typed: typed.includes(id),
  }));
  const done = sent.getAll("earlier_done");
  const earlier = sent.getAll("earlier_id").map((id) => ({ id, done: done.includes(id) }));
  return { ...fields, after_revision, actions, signatures, earlier };
}

/** Whether nothing was typed, drawn or ticked. */
export function isEmpty(fields) {
  const { actions, signatures, earlier } = fields;
  const has_words = Object.keys(TEXTS).some((name) => fields[name]) || fields.purpose || fields.next_meeting;
  const has_rows = actions.some((row) => !isBlankAction(row)) || signatures.some((row) => !isBlankSignature(row));
  return !fields.base_version && !fields.after_revision && !has_words && !has_rows && !earlier.some(({ done }) => done);
}

/** The form's fields for a body, however little of it there is. */
export function fieldsOfBody(entry_id, body, jotter) {
  const texts = Object.fromEntries(Object.keys(PLAIN_TEXTS).map((name) => [name, body[name] ?? ""]));
  const lines = Object.fromEntries(Object.keys(LINES).map((name) => [name, linesText(body[name])]));
  const prompts = Object.fromEntries(Object.keys(PROMPTS).map((name) => [name, body.prompts?.[name] ?? ""]));
  return {
    ...{
      entry_id,
      base_version: "",
      after_revision: 0,
      held_on: body.held_on ?? "",
      purpose: purposeName(body.purpose),
    },
    ...{ next_meeting: body.next_meeting ?? "", present: presentText(body.present) },
    ...texts,
    ...lines,
    ...prompts,
    actions: (body.actions ?? []).map(({ id, text, owner, due }) => ({ id, text, owner: owner ?? "", due: due ?? "" })),
    signatures: (body.signatures ?? []).map((signature) => signatureFields(signature, jotter)),
    earlier: (body.actions_earlier ?? []).map(({ id, done }) => ({ id, done: Boolean(done) })),
  };
}

function signatureFields({ id, name, role, signed_at, typed, strokes, width, height }, jotter) {
  const told = strokes?.length ? JSON.stringify({ width: width ?? 1000, height: height ?? 300, strokes }) : "";
  const row = { id: id ?? jotter.newId(), name: name ?? "", role: role ?? "", at: signed_at ?? "" };
  return { ...row, strokes: told, is_typed: Boolean(typed) };
}

/** The body that is sent: of `before`, what the form does not show or nobody changed stays as it came. */
export function bodyOf(fields, pupil_id, { before, is_finished, now }) {
  const shown = fieldsOfBody("", before, { newId: () => "" });
  const kept = (name, made) =>
    JSON.stringify(fields[name]) === JSON.stringify(shown[name]) && before[name] !== undefined ? before[name] : made;
  const texts = Object.keys({ ...PLAIN_TEXTS, ...LINES }).map((name) => [name, kept(name, fields[name])]);
  const prompts = Object.fromEntries(Object.keys(PROMPTS).map((name) => [name, fields[name]]));
  const has_prompts = before.prompts || Object.values(prompts).some(Boolean);
  return {
    pupil_id,
    held_on: fields.held_on,
    purpose: kept("purpose", fields.purpose),
    present: kept("present", peopleOf(fields.present, before.present)),
    ...Object.fromEntries(texts),
    ...(has_prompts ? { prompts: { ...before.prompts, ...prompts } } : {}),
    actions: kept("actions", actionsOf(fields.actions, before.actions)),
    actions_earlier: ticksOf(fields.earlier, before.actions_earlier ?? []),
    next_meeting: fields.next_meeting || null,
    signatures: signaturesOf(fields.signatures, before.signatures ?? [], now),
    finished: is_finished,
    attachment_ids: before.attachment_ids ?? [],
    ...(before.attachments ? { attachments: before.attachments } : {}),
  };
}

const rowOf = (rows, id) => (rows ?? []).find((row) => row.id === id);

function actionsOf(rows, before) {
  const told = rows.filter((row) => !isBlankAction(row));
  return told.map(({ id, text, owner, due }) => ({ ...rowOf(before, id), id, text, owner, due: due || null }));
}

/** An action that is open and was never ticked is not worth a word: somebody else may have done it meanwhile. */
function ticksOf(earlier, before) {
  const ticked = earlier.filter(({ id, done }) => done && !rowOf(before, id)).map(({ id }) => ({ id, done: true }));
  const as_before = before.map((tick) => ({ ...tick, done: rowOf(earlier, tick.id)?.done ?? tick.done }));
  return [...as_before, ...ticked];
}

function signaturesOf(rows, before, now) {
  return rows
    .filter((row) => !isBlankSignature(row))
    .map(({ id, name, role, at, strokes, is_typed }, place) => {
      const { strokes: _drawn, typed: _typed, width, height, ...was } = rowOf(before, id) ?? before[place] ?? {};
      const drawing = is_typed ? { typed: true } : { ...(width ? { width, height } : {}), ...drawingOf(strokes) };
      return { ...was, id, name, role, signed_at: at || now, ...drawing };
    });
}

/** {width, height, strokes} of what the pad wrote; null where it is none. */
export function drawingOf(text) {
  try {
    const { width, height, strokes } = JSON.parse(text);
    const points = strokes.flat();
    const is_point = (point) => point.length === 3 && point.every(Number.isFinite);
    const is_drawing = points.length && points.length <= POINTS_MAX && points.every(is_point);
    return is_drawing && width > 0 && height > 0 ? { width, height, strokes } : null;
  } catch {
    return null;
  }
}

function linesText(lines) {
  return Array.isArray(lines) ? lines.join("\n") : (lines ?? "");
}

function presentText(present) {
  const told = { true: "PR", false: "no PR" };
  return (present ?? [])
    .map(({ name, relation, has_responsibility }) =>
      [name, relation, told[has_responsibility]].filter(Boolean).join(", "),
    )
    .join("\n");
}

const RESPONSIBILITY = /[\s,(]*\b(no )?(?:PR|parental responsibility)\b\)?\s*$/i;

/** One person a line: "Fatima Yusuf, mother", "Fatima Yusuf (mother)", with "PR" for parental responsibility. */
export function peopleOf(text, before = []) {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const found = RESPONSIBILITY.exec(line);
    const has_words = found && found.index > 0;
    const rest = has_words ? line.slice(0, found.index) : line;
    const [, name, relation] = /^(.+?)(?:\s*[,(]\s*(.*?)\)?)?$/.exec(rest);
    const { has_responsibility: _was, ...known } = (before ?? []).find((one) => one.name === name) ?? {};
    return { ...known, name, relation: relation ?? "", ...(has_words ? { has_responsibility: !found[1] } : {}) };
  });
}

export const isBroken = ({ entry_id }) => !isId(entry_id);
