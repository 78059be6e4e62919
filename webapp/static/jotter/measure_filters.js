// Template filters that tell what an instrument measured, in words; the same as webapp/measure_filters.py.
//
// A note may hold anything where a number or a list is wanted. Whatever is not what is wanted is told as nothing.

import { AREAS, ATTAINMENTS, HELP, RULES, SCALES } from "./measure_words.js";
import { clockSeconds } from "./times.js";

const BLANKS_AROUND = /^[ \t\r\n]+|[ \t\r\n]+$/g;
const MOMENT = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const BRIEF_CHARACTERS = 60;
const MOST = 1e9;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const numberOf = (value) => (typeof value === "number" && Math.abs(value) < MOST ? value : null);
const figure = (value) => String(Math.floor(value * 10 + 0.5) / 10);
const within = (names, code) => (Object.hasOwn(names, code) ? names[code] : code);
const scaleOf = (code) => (typeof code === "string" && Object.hasOwn(SCALES, code) ? SCALES[code] : null);

const textOf = (value) => (typeof value === "string" ? value : "");
const members = (value) => (isObject(value) ? value : {});
const listed = (value) => (Array.isArray(value) ? value : []);
const worded = (value) => (typeof value === "string" ? value.replace(BLANKS_AROUND, "") : "");
const by = (between) => (parts) => parts.map(worded).filter(Boolean).join(between);
const joined = by(", ");

function brief(text) {
  const characters = Array.from(text);
  return characters.length <= BRIEF_CHARACTERS ? text : `${characters.slice(0, BRIEF_CHARACTERS - 1).join("")}…`;
}

function picked(value) {
  const { chosen, text } = members(value);
  return worded(value) || [joined(listed(chosen)), worded(text)].filter(Boolean).join("; ");
}

function number(value) {
  const known = numberOf(value);
  return known === null ? "" : figure(known);
}

function signed(value) {
  const known = numberOf(value);
  return known === null ? "" : `${known > 0 ? "+" : ""}${figure(known)}`;
}

function lasting(value) {
  const seconds = numberOf(value);
  if (seconds === null || seconds < 0) return "";
  if (seconds < 59.95) return `${figure(seconds)} s`;
  const whole = Math.floor(seconds + 0.5);
  const parts = [
    [Math.floor(whole / 3600), "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ];
  const told = parts.filter(([amount]) => amount).map((part) => part.join(" "));
  return told.join(" ");
}

/** The count over the time, as record/instruments/frequency.py has it. */
function perHour(count, seconds) {
  const [known, watched] = [numberOf(count), numberOf(seconds)];
  return known === null || !watched || watched < 0 ? "" : figure((known * 3600) / watched);
}

function percent(part, whole) {
  const [known, of] = [numberOf(part), numberOf(whole)];
  return known === null || !of || of < 0 ? "" : String(Math.floor((100 * known) / of + 0.5));
}

const yeses = (intervals) => listed(intervals).filter((each) => each === true).length;
const percentYes = (intervals) => percent(yeses(intervals), listed(intervals).length);

function momentOf(value) {
  const moment = typeof value === "string" && MOMENT.test(value) ? Date.parse(value.replace(" ", "T")) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

function spellSeconds(spell) {
  const [start, stop] = [momentOf(members(spell).start), momentOf(members(spell).stop)];
  return start === null || stop === null ? null : (stop - start) / 1000;
}

function stepName(score, code) {
  const known = scaleOf(code);
  return (Number.isInteger(score) && known?.labels[score - known.least]) || "";
}

function mostOn(code) {
  const known = scaleOf(code);
  return known ? String(known.least + known.labels.length - 1) : "";
}

function scored(scores) {
  const told = members(scores);
  const areas = Object.entries(AREAS).map(([code, name]) => ({ name, score: number(told[code]) }));
  return areas.filter(({ score }) => score);
}

export const MEASURE_FILTERS = {
  members,
  listed,
  rows: (value) => listed(value).filter(isObject),
  worded,
  brief,
  joined,
  spaced: by(" "),
  labelled: by(": "),
  picked,
  number,
  signed,
  lasting,
  per_hour: perHour,
  percent,
  yeses,
  percent_yes: percentYes,
  spell_seconds: spellSeconds,
  scale_name: (code) => scaleOf(code)?.name ?? worded(code),
  step_name: stepName,
  most_on: mostOn,
  scored,
  help_name: (code) => (typeof code === "string" ? within(HELP, code) : ""),
  rule_name: (code) => (typeof code === "string" ? within(RULES, code) : ""),
  attainment_name: (value) => (Number.isInteger(value) && ATTAINMENTS[value]) || "",
  clock_seconds: (value) => (momentOf(value) === null ? textOf(value) : clockSeconds(value)),
  is_no: (value) => value === false,
};
