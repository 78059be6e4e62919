// Values and days in words, as short as a drawing needs them (webapp/drawing/words.py).

import { figure } from "../series/seen.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const partsOf = (day) => day.split("-").map(Number);

export const dayMonth = (day) => `${partsOf(day)[2]} ${MONTHS[partsOf(day)[1] - 1]}`;
export const dayMonthYear = (day) => `${dayMonth(day)} ${partsOf(day)[0]}`;
export const monthYear = (day) => `${MONTHS[partsOf(day)[1] - 1]} ${partsOf(day)[0]}`;

/** A value of a chart: by its name where the axis names values, or with its unit. */
export function said(chart, value) {
  return chart.ticks.find((tick) => tick.value === value)?.text ?? `${figure(value)}${chart.unit}`;
}

/** Counted by code point, as Python does. */
export function shortened(text, most) {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** A day of a span: its year is said where the span has more than one. */
export function spokenDay(first, last, day) {
  return first.slice(0, 4) === last.slice(0, 4) ? dayMonth(day) : dayMonthYear(day);
}
