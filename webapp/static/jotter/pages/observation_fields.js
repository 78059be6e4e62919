// The form of an observation, read: what every kind of it has, and the fields of its instrument.

import { EMPTY, instrumentOf } from "../instruments/index.js";
import { isId } from "../store/ids.js";
import { localField, momentOf, twiceShown } from "../times.js";
import { hasMoreThan, textOf, textsOf, tooLong } from "./fields.js";

const CLOCKS_DIFFER_MS = 5 * 60 * 1000;
const SETTING_MAX = 200;
const COMMON = { entry_id: "", group_id: "", text: "", when: "", when_at: "", setting: "", instrument: "narrative" };
const LISTS = { outcomes: [], also: [] };

/** A form that nobody has typed in. A draft of an older build is laid over it: it knows of fewer fields. */
export function emptyFields(jotter) {
  const ids = { entry_id: jotter.newId(), group_id: jotter.newId() };
  return { ...COMMON, ...LISTS, ...EMPTY, ...ids, ...whenFields(jotter.now()) };
}

/** `When` as it is offered: what the field shows, and the very moment, which a field of minutes cannot tell. */
export function whenFields(moment) {
  return { when: localField(moment), when_at: new Date(moment).toISOString() };
}

/** The moment meant by `When`, null where it means none. Left as it was offered, it is that very moment. */
export function seenMoment({ when, when_at }, now) {
  const offered = Date.parse(when_at ?? "");
  return !Number.isNaN(offered) && localField(offered) === when ? offered : momentOf(when, now);
}

/** Also what a draft keeps. What an older build's form does not send stands as it is at first. */
export function fieldsOf(sent) {
  const all = Object.entries({ ...COMMON, ...LISTS, ...EMPTY });
  const read = (name, empty) => {
    if (Array.isArray(empty)) return textsOf(sent, name);
    return sent.has(name) ? textOf(sent, name) : empty;
  };
  return Object.fromEntries(all.map(([name, empty]) => [name, read(name, empty)]));
}

/** `place` is {now, lists} → a sentence for each field that cannot stand. */
export function wrongWith(fields, place) {
  const instrument = instrumentOf(fields.instrument);
  const errors = [...(instrument?.wrongWith(fields, place) ?? []), ...wrongWithAll(fields, place.now)];
  if (!instrument) errors.push({ name: "instrument", message: "Choose a kind of observation" });
  return errors;
}

/** The same of what every kind of observation has. */
export function wrongWithAll(fields, now) {
  const { entry_id, text, setting } = fields;
  const errors = tooLong("text", "What you saw", text);
  if (!isId(entry_id)) errors.push({ name: "", message: "This form is broken. Copy your words and open it again" });
  if (hasMoreThan(SETTING_MAX, setting))
    errors.push({ name: "setting", message: "Setting is too long: the most is 200 characters" });
  const moment = seenMoment(fields, now);
  if (moment === null) errors.push({ name: "when", message: "Give a day and a time" });
  else if (moment > now + CLOCKS_DIFFER_MS) errors.push({ name: "when", message: "When cannot be in the future" });
  return errors;
}

/** Which of the two half past ones `When` is, where the clocks go back. */
export function whenHint(fields, now) {
  const said = twiceShown(seenMoment(fields, now) ?? "");
  return said && `The clocks went back: this is ${said}`;
}

/**
 * One entry for this pupil and one for each of `Also for`, whose ids lie in the form: sent again they are the same.
 * Outcomes are one pupil's own, so the others' entries name none.
 */
export function entriesOf(fields, pupil_id, place) {
  const recorded_at = new Date(place.now).toISOString();
  const others = alsoOf(fields).filter((other) => other.pupil_id !== pupil_id);
  const group_id = others.length && isId(fields.group_id) ? fields.group_id : null;
  const body = bodyOf(fields, pupil_id, group_id, place);
  const entry = ({ entry_id, ...rest }) => ({
    id: entry_id,
    kind: "observation",
    recorded_at,
    body: { ...body, ...rest },
  });
  const { outcome_id, ...measures } = body.measures;
  return [
    { id: fields.entry_id, kind: "observation", recorded_at, body },
    ...others.map((other) => entry({ ...other, measures, outcome_ids: [] })),
  ];
}

/** `Also for` as the form has it, "pupil:entry", each pupil once. */
export function alsoOf({ also }) {
  const pairs = also.map((one) => one.split(":")).filter(([pupil_id, entry_id]) => isId(pupil_id) && isId(entry_id));
  return Object.entries(Object.fromEntries(pairs)).map(([pupil_id, entry_id]) => ({ pupil_id, entry_id }));
}

function bodyOf(fields, pupil_id, group_id, place) {
  const { text, setting, instrument, outcomes } = fields;
  const measures = instrumentOf(instrument).measuresOf(fields, place);
  const outcome_ids = [...new Set([...outcomes, measures.outcome_id])].filter(isId);
  const observed_at = new Date(seenMoment(fields, place.now)).toISOString();
  return { pupil_id, instrument, observed_at, text, setting, measures, outcome_ids, attachment_ids: [], group_id };
}
