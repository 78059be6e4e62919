// What is wrong with the form of a parent meeting, in a sentence beside each field. The record has the same rules.

import { isDay } from "../times.js";
import { hasMoreThan, tooLong } from "./fields.js";
import {
  drawingOf,
  isBlankAction,
  isBlankSignature,
  isBroken,
  peopleOf,
  SIGNATURES_MAX,
  TEXTS,
} from "./meeting_fields.js";

const LIST_MAX = 100;
const NEEDS_MAX = 2000;
const PURPOSE_MAX = 2000;
const ACTION_MAX = 2000;
const NAME_MAX = 200;
const EARLIEST = "1990-01-01";
const DAY_MS = 24 * 60 * 60 * 1000;

/** → a list of {name, message}; `today` is the day at the school. */
export function wrongWith(fields, today, is_finished) {
  const errors = Object.entries(TEXTS).flatMap(([name, label]) => tooLong(name, label, fields[name]));
  if (isBroken(fields)) errors.push({ name: "", message: "This form is broken. Copy your words and open it again" });
  errors.push(...wrongDays(fields, today, is_finished));
  if (!fields.purpose) errors.push({ name: "purpose", message: "Say what the meeting is for" });
  if (hasMoreThan(PURPOSE_MAX, fields.purpose))
    errors.push({ name: "purpose", message: "Purpose has at most 2,000 characters" });
  if (hasMoreThan(NEEDS_MAX, fields.needs))
    errors.push({ name: "needs", message: "Interpreter or other need has at most 2,000 characters" });
  errors.push(...wrongPeople(fields));
  if (fields.actions.length > LIST_MAX) errors.push({ name: "actions", message: "A meeting has at most 100 actions" });
  for (const action of fields.actions.filter((one) => !isBlankAction(one))) errors.push(...wrongAction(action));
  for (const one of fields.signatures.filter((row) => !isBlankSignature(row))) errors.push(...wrongSignature(one));
  if (fields.signatures.length > SIGNATURES_MAX)
    errors.push({ name: "signatures", message: "A meeting has at most 6 signatures" });
  return errors;
}

function wrongDays({ held_on, next_meeting }, today, is_finished) {
  const held = (message) => [{ name: "held_on", message }];
  const next = (message) => [{ name: "next_meeting", message }];
  if (!isDay(held_on)) return held("Give the day of the meeting");
  if (held_on < EARLIEST) return held("This day is too long ago: is the year right?");
  if (is_finished && held_on > today)
    return held("A finished meeting cannot be in the future. Save it as a draft until then");
  if (held_on > daysAfter(today, 366)) return held("A meeting can be prepared at most a year ahead");
  if (!next_meeting) return [];
  if (!isDay(next_meeting)) return next("Give the day of the next meeting, or leave it empty");
  if (next_meeting < held_on) return next("The next meeting cannot be before this one");
  const [, later] = [held_on, today].sort();
  return next_meeting > daysAfter(later, 2 * 366) ? next("The next meeting is too far ahead: is the year right?") : [];
}

function daysAfter(day, days) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function wrongPeople(fields) {
  const people = peopleOf(fields.present);
  const errors = [];
  if (people.length > LIST_MAX) errors.push({ name: "present", message: "A meeting has at most 100 people" });
  if (people.some(({ name, relation }) => hasMoreThan(NAME_MAX, name) || hasMoreThan(NAME_MAX, relation)))
    errors.push({ name: "present", message: "One person a line, at most 200 characters each" });
  return errors;
}

function wrongAction({ id, text, owner, due }) {
  const errors = [];
  if (!text) errors.push({ name: `action_text-${id}`, message: "Say what was agreed" });
  if (hasMoreThan(ACTION_MAX, text))
    errors.push({ name: `action_text-${id}`, message: "An action has at most 2,000 characters" });
  if (hasMoreThan(NAME_MAX, owner))
    errors.push({ name: `action_owner-${id}`, message: "Who has at most 200 characters" });
  if (due && !isDay(due)) errors.push({ name: `action_due-${id}`, message: "Give a day, or leave it empty" });
  return errors;
}

function wrongSignature({ id, name, role, strokes, is_typed }) {
  const at = `signature_name-${id}`;
  if (!name) return [{ name: at, message: "Say whose signature this is, or take it out" }];
  if (hasMoreThan(NAME_MAX, name)) return [{ name: at, message: "A name has at most 200 characters" }];
  if (hasMoreThan(NAME_MAX, role))
    return [{ name: `signature_role-${id}`, message: "A role has at most 200 characters" }];
  if (is_typed || drawingOf(strokes)) return [];
  const message = strokes
    ? "This signature cannot be kept: clear it and sign again"
    : "Sign on the glass, or tick that the typed name stands for it, or take it out";
  return [{ name: at, message }];
}
