// The two axes: where a day and a value stand, which of them are labelled, what marks the days (webapp/drawing/axes.py).

import { dayNumber, dayOfNumber, figure, weekdayOf } from "../series/seen.js";
import { dayMonth, monthYear, shortened } from "./words.js";

export const WIDTH = 1000;
const HEIGHT = 520;
export const RIGHT = 950;
export const BASE = 440;
const LEFT = 90;
const LEFT_OF_WORDS = 250;
const TOP = 30;
const PHASE_ROW = 38;
const BANDS_NAMED = 34;
const MOST_ROWS_OF_PHASES = 3;
const PHASE_CHARACTERS = 24;
const CHARACTER_WIDTH = 17;
const DAY_STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1456];
const MOST_DAYS_LABELLED = 6;
const MONTHS_FROM_DAYS = 91;
const VALUE_STEPS_IN_TENTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MOST_VALUES_LABELLED = 5;
const WIDE_BAND = 170;
const NARROW_BAND = 60;

/** `part` of `whole` in steps of a drawing, halves upwards. */
export const scaled = (part, whole, length) => Math.floor((part * length) / whole + 0.5);

const isWithin = (day, { first, last }) => first <= day && day <= last;

/** {plot: {axis, left, top, x(day), y(value)}, values: [{y, text}, …]}. */
export function plotOf(chart, axis) {
  const { values, most } = valuesOf(chart);
  const left = values.some(({ text }) => [...text].length > 4) ? LEFT_OF_WORDS : LEFT;
  const first = dayNumber(axis.first);
  const span = Math.max(1, dayNumber(axis.last) - first);
  const x = (day) => left + scaled(Math.min(Math.max(dayNumber(day) - first, 0), span), span, RIGHT - left);
  const phases = phaseLines(axis, left, x);
  const top = TOP + PHASE_ROW * (1 + Math.max(-1, ...phases.map(({ row }) => row)));
  const y = (value) => {
    const within = Math.min(Math.max(value, chart.least), most);
    return BASE - scaled(within - chart.least, most - chart.least, BASE - top);
  };
  return { plot: { axis, left, top, phases, x, y }, values: values.map(({ value, text }) => ({ y: y(value), text })) };
}

function valuesOf(chart) {
  if (chart.ticks.length) return { values: chart.ticks, most: chart.ticks.at(-1).value };
  const points = chart.lines.flatMap((line) => line.points);
  const highest = chart.most ?? points.reduce((high, { value }) => Math.max(high, value), 0);
  const tenths = Math.max(10, Math.ceil((highest - chart.least) * 10));
  const step = stepOf(tenths, chart.shape === "columns" ? 10 : 1); // what is counted is counted whole
  const count = chart.most === null ? Math.ceil(tenths / step) : Math.floor(tenths / step);
  const values = Array.from({ length: count + 1 }, (_, place) => chart.least + (place * step) / 10);
  return { values: values.map((value) => ({ value, text: figure(value) })), most: chart.most ?? values.at(-1) };
}

function stepOf(tenths, least) {
  for (let size = 1; ; size *= 1000) {
    const step = VALUE_STEPS_IN_TENTHS.find((each) => each >= least && tenths <= each * size * MOST_VALUES_LABELLED);
    if (step) return step * size;
  }
}

function dayLabels({ axis, x }) {
  const [first, last] = [dayNumber(axis.first), dayNumber(axis.last)];
  const step = DAY_STEPS.find((each) => last - first < each * MOST_DAYS_LABELLED) ?? DAY_STEPS.at(-1);
  const text = step >= MONTHS_FROM_DAYS ? monthYear : dayMonth;
  const labels = [];
  let number = step < 7 ? first : first + ((7 - weekdayOf(axis.first)) % 7);
  for (; number <= last; number += step) {
    const day = dayOfNumber(number);
    labels.push({ x: x(day), text: text(day) });
  }
  return labels;
}

function bandsOf({ axis, x: placeOf }) {
  const shown = axis.half_terms.filter(({ first, last }) => last >= axis.first && first <= axis.last);
  return shown.map(({ name, first, last }) => {
    const x = placeOf(first);
    const width = Math.max(placeOf(last) - x, 1);
    return { x, width, middle: x + Math.floor(width / 2), text: bandText(name, width) };
  });
}

function bandText(name, width) {
  if (width >= WIDE_BAND) return shortened(name, Math.floor(width / 17));
  const words = name.trim().split(/\s+/);
  const is_numbered = words.length >= 2 && /^[1-9]$/.test(words[1]);
  return is_numbered && width >= NARROW_BAND ? [...words[0]].slice(0, 2).join("") + words[1] : "";
}

/** Labels above the plot, each in the first row where it has room; where one has room in none, all are numbers. */
function phaseLines(axis, left, placeOf) {
  const shown = axis.phases.filter(({ on }) => isWithin(on, axis));
  const middle = Math.floor((left + RIGHT) / 2);
  const labelled = shown.map((phase) => phaseLine(phase, placeOf, middle, shortened(phase.label, PHASE_CHARACTERS)));
  const rows = rowsOf(labelled);
  const lines = rows ? labelled : shown.map((phase, place) => phaseLine(phase, placeOf, middle, String(place + 1)));
  return lines.map((line, place) => {
    const row = rows ? rows[place] : place % MOST_ROWS_OF_PHASES;
    return { ...line, row, y: TOP + PHASE_ROW * row - 8, is_numbered: !rows };
  });
}

function phaseLine({ on, label: name }, placeOf, middle, label) {
  const x = placeOf(on);
  const sides = x > middle ? { anchor: "end", text_x: x - 8 } : { anchor: "start", text_x: x + 8 };
  return { x, label, ...sides, name, day: on };
}

/** The row of each label, or null where one has no room. */
function rowsOf(labelled) {
  const taken = Array.from({ length: MOST_ROWS_OF_PHASES }, () => []);
  const rows = [];
  for (const { label, anchor, text_x } of labelled) {
    const width = [...label].length * CHARACTER_WIDTH;
    const begin = text_x - (anchor === "end" ? width : 0);
    const end = begin + width + CHARACTER_WIDTH;
    const row = taken.findIndex((spans) => spans.every(([first, last]) => end <= first || last <= begin));
    if (row < 0) return null;
    taken[row].push([begin, end]);
    rows.push(row);
  }
  return rows;
}

/** What every drawing with days along it has. */
export function frame(chart, plot, values) {
  const { phases } = plot;
  const bands = bandsOf(plot);
  const height = bands.length ? HEIGHT : HEIGHT - BANDS_NAMED;
  return {
    ...caption(chart),
    ...{ width: WIDTH, height, left: plot.left, right: RIGHT, top: plot.top, base: BASE, levels: values },
    ...{ days: dayLabels(plot), bands, phases },
    has_numbered_phases: phases.some(({ is_numbered }) => is_numbered),
  };
}

/** What every drawing has. */
export function caption({ key, title, about, shape, measure, notes }) {
  return { key, title, about, shape, measure, notes };
}
