// A time sample without a page: which interval is on, which is asked about, and what was said of each.
//
// A sample is {began, ended, interval_ms, planned, rule}; the marks of one behaviour are a text with a letter for each
// interval: 1 seen, 0 not seen, - blank.

import { notBefore } from "./clocks.js";

const BLANK = "-";

/** How long it has run, in milliseconds: to its end, and never longer than planned. */
export function ranFor({ began, ended, interval_ms, planned }, now) {
  if (began === null) return 0;
  return Math.min((ended ?? notBefore(now, began)) - began, interval_ms * planned);
}

export const isOver = (sample, now) =>
  sample.ended !== null || (sample.began !== null && ranFor(sample, now) >= sample.interval_ms * sample.planned);

/** How many intervals have passed whole. */
export const passed = (sample, now) => Math.floor(ranFor(sample, now) / sample.interval_ms);

/** The place, from 0, of the interval that is on; null before the first and after the last. */
export function current(sample, now) {
  return sample.began === null || isOver(sample, now) ? null : passed(sample, now);
}

/**
 * The place of the interval that is asked about now: the one that is on for `partial`, for a glimpse is enough; the one
 * just passed for `momentary` and `whole`, which only its end can tell. Null while there is none.
 */
export function asked(sample, now) {
  if (sample.began === null) return null;
  const on = current(sample, now);
  if (on === null) return passed(sample, now) ? passed(sample, now) - 1 : null;
  if (sample.rule === "partial") return on;
  return on ? on - 1 : null;
}

/** Milliseconds until the interval that is on ends. */
export function leftOf(sample, now) {
  return current(sample, now) === null ? 0 : sample.interval_ms - (ranFor(sample, now) % sample.interval_ms);
}

/** How many intervals there are to answer for: those that passed, and one broken off if something was said of it. */
export function lengthOf(sample, marks, now) {
  const answered = Math.max(0, ...marks.map((text) => text.replace(/-+$/, "").length));
  return Math.min(Math.max(passed(sample, now), answered), sample.planned);
}

/** The marks with one said: `value` true, false or null. */
export function marked(marks, place, value) {
  const letters = [...marks.padEnd(place + 1, BLANK)];
  letters[place] = value === null ? BLANK : value ? "1" : "0";
  return letters.join("");
}

/** [true, false, null …], as many as `length`. */
export function answersOf(marks, length) {
  const answer = { 1: true, 0: false };
  return Array.from({ length }, (_, place) => answer[marks[place]] ?? null);
}

/** Every blank of a behaviour said to be `no`. */
export const filledWithNo = (marks, length) => marks.padEnd(length, BLANK).slice(0, length).replaceAll(BLANK, "0");

/** The numbers, from 1, of the intervals that are blank for some behaviour. */
export function blanks(marks, length) {
  const numbers = Array.from({ length }, (_, place) => place + 1);
  return numbers.filter((number) => marks.some((text) => !["0", "1"].includes(text[number - 1])));
}
