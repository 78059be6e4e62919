// Time sample: in how many intervals of a stretch of time a behaviour was seen.

import { momentIn } from "./clocks.js";
import { longer, NAME_MAX, outside, wholeOf } from "./numbers.js";
import { answersOf, blanks, lengthOf } from "./sampling.js";

const ROWS = [1, 2, 3, 4, 5];
const NUMBERS_SHOWN = 5;
const SETTINGS = { interval_s: "15", planned: "20", rule: "momentary", cue: "none" };
const INTERVAL_MOST_S = 3600;
const INTERVALS_MOST = 1000;
export const RULES = ["momentary", "partial", "whole"];

const perRow = (name) => Object.fromEntries(ROWS.map((row) => [`${name}_${row}`, ""]));

export const EMPTY = { ...SETTINGS, ...perRow("sample"), ...perRow("marks"), sample_began: "", sample_ended: "" };
export const OFFERED = Object.keys(SETTINGS);

export function again({ behaviours = [], interval_s, rule }) {
  const names = Object.fromEntries(
    behaviours.slice(0, ROWS.length).map(({ name }, place) => [`sample_${place + 1}`, name ?? ""]),
  );
  return {
    ...names,
    ...(interval_s ? { interval_s: String(interval_s) } : {}),
    ...(RULES.includes(rule) ? { rule } : {}),
  };
}

/** The rows of the form: one at least, and as many as hold something. */
export function shows(fields) {
  const used = ROWS.filter((row) => fields[`sample_${row}`] || fields[`marks_${row}`]).at(-1) ?? 1;
  return {
    rows: ROWS.map((row) => ({
      row,
      name: fields[`sample_${row}`],
      marks: fields[`marks_${row}`],
      is_used: row <= used,
    })),
  };
}

export function wrongWith(fields, { now }) {
  const errors = [
    ...outside("interval_s", "Seconds of an interval", fields.interval_s || "x", 1, INTERVAL_MOST_S),
    ...outside("planned", "How many intervals", fields.planned || "x", 1, INTERVALS_MOST),
    ...(RULES.includes(fields.rule) ? [] : [{ name: "rule", message: "Choose what counts as yes" }]),
    ...wrongNames(fields),
  ];
  return errors.length ? errors : wrongMarks(fields, now);
}

function wrongNames(fields) {
  const rows = usedRows(fields);
  const names = rows.map((row) => fields[`sample_${row}`]);
  if (!rows.length) return [{ name: "sample_1", message: "Name the behaviour" }];
  return rows.flatMap((row, place) => {
    const name = `sample_${row}`;
    if (!names[place]) return [{ name, message: "Name the behaviour" }];
    if (names.indexOf(names[place]) < place) return [{ name, message: "Give each behaviour a name of its own" }];
    return longer(name, "Behaviour", names[place], NAME_MAX);
  });
}

function wrongMarks(fields, now) {
  const { marks, length } = sampled(fields, now);
  const says = (message) => [{ name: "intervals", message }];
  if (!length) return says("Start the timer and answer at least one interval");
  const numbers = blanks(marks, length);
  if (!numbers.length) return [];
  const rest = numbers.length - NUMBERS_SHOWN;
  const shown = numbers.slice(0, NUMBERS_SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  return says(
    `${numbers.length === 1 ? "Interval" : "Intervals"} ${shown} left blank: choose it below and say yes or no`,
  );
}

export function measuresOf(fields, { now }) {
  const { rows, marks, length } = sampled(fields, now);
  const began = momentIn(fields.sample_began);
  return {
    behaviours: rows.map((row, place) => ({
      name: fields[`sample_${row}`],
      intervals: answersOf(marks[place], length),
    })),
    interval_s: wholeOf(fields.interval_s),
    rule: fields.rule,
    ...(began === null ? {} : { began_at: new Date(began).toISOString() }),
  };
}

const usedRows = (fields) => ROWS.filter((row) => fields[`sample_${row}`] || fields[`marks_${row}`]);

function sampled(fields, now) {
  const rows = usedRows(fields);
  const marks = rows.map((row) => fields[`marks_${row}`]);
  return { rows, marks, length: lengthOf(sampleOf(fields), marks, now) };
}

/** The form's fields as instruments/sampling.js wants them; whatever is typed, within the bounds of a time sample. */
export function sampleOf({ sample_began, sample_ended, interval_s, planned, rule }) {
  return {
    began: momentIn(sample_began),
    ended: momentIn(sample_ended),
    interval_ms: within(wholeOf(interval_s) || 15, INTERVAL_MOST_S) * 1000,
    planned: within(wholeOf(planned) || 20, INTERVALS_MOST),
    rule,
  };
}

const within = (number, most) => Math.min(Math.max(number, 1), most);
