// Lines over days: a dash and a marker of its own for each, broken where nothing joins two points
// (webapp/drawing/lines.py).

import { dayNumber } from "../series/seen.js";
import { frame, plotOf } from "./axes.js";
import { dayMonthYear, said, spokenDay } from "./words.js";

const MOST_DAYS_JOINED = 21;
const DENSE_FROM = 60;
const MARKED_UP_TO = 30;

export function drawing(chart, axis) {
  const { plot, values } = plotOf(chart, axis);
  return {
    ...frame(chart, plot, values),
    lines: chart.lines.map((line, place) => lineOf(line, place, plot)),
    summary: summary(chart),
    ...table(chart),
  };
}

function lineOf({ name, points: found }, place, plot) {
  const is_marked = found.length <= MARKED_UP_TO;
  const points = found.map(({ day, value, mark }, number) => ({
    ...{ x: plot.x(day), y: plot.y(value) },
    starts: number === 0 || !isJoined(found[number - 1].day, day, plot.axis.phases),
    mark: is_marked ? mark : "",
  }));
  return { name, style: place + 1, is_dense: points.length >= DENSE_FROM, points };
}

/** Not across a change of strategy, and not far apart: nobody looked in between. */
function isJoined(before, day, phases) {
  const is_near = dayNumber(day) - dayNumber(before) <= MOST_DAYS_JOINED;
  return is_near && !phases.some(({ on }) => before < on && on <= day);
}

function summary(chart) {
  const days = chart.lines.flatMap(({ points }) => points.map(({ day }) => day)).sort();
  const spoken = ({ value, day }) => `${said(chart, value)} on ${spokenDay(days[0], days.at(-1), day)}`;
  const sentences = chart.lines.map(({ name, points }) => {
    const count = new Set(points.map(({ day }) => day)).size;
    const ends = points.length > 1 ? [points[0], points.at(-1)] : points;
    const who = chart.about ? `${chart.about}, ${name.toLowerCase()}` : name;
    return `${who}: ${ends.map(spoken).join(", ")}, ${count === 1 ? "one day" : `${count} days`} observed.`;
  });
  return sentences.join(" ");
}

/** A row for each point, oldest first; of one day in the order of the lines. */
function table(chart) {
  const has_names = chart.lines.length > 1;
  const has_details = chart.lines.some(({ points }) => points.some(({ detail }) => detail));
  const all = chart.lines.flatMap(({ name, points }) => points.map((point) => ({ ...point, name })));
  // A sort in JavaScript is stable: the order of the lines stands within a day.
  const rows = all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    heads: ["Day", ...(has_names ? ["Which"] : []), chart.measure, ...(has_details ? ["Counted"] : [])],
    table: rows.map(({ day, name, value, detail }) => [
      dayMonthYear(day),
      ...(has_names ? [name] : []),
      said(chart, value),
      ...(has_details ? [detail] : []),
    ]),
  };
}
