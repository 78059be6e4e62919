// Columns over weeks: one for each, or what was planned as an outline with what was delivered inside
// (webapp/drawing/bars.py).

import { dayNumber, dayOfNumber, figure, total } from "../series/seen.js";
import { BASE, frame, plotOf, RIGHT } from "./axes.js";
import { dayMonthYear, said, spokenDay } from "./words.js";

export function drawing(chart, axis) {
  const { plot, values } = plotOf(chart, axis);
  const lines = chart.lines.map(({ name, points }, place) => {
    const style = chart.lines.length === 1 ? "alone" : place === 0 ? "outline" : "inside";
    return { name, style, bars: points.map((point) => barOf(point, plot, style)) };
  });
  return { ...frame(chart, plot, values), lines, summary: summary(chart), ...table(chart) };
}

/** A week's column, eight tenths of the week wide; the one inside another is narrower. */
function barOf({ day, value }, plot, style) {
  const begin = plot.x(day);
  const end = plot.x(dayOfNumber(dayNumber(day) + 7));
  const gap = Math.floor(((end - begin) * (style === "inside" ? 3 : 1)) / 10);
  const y = plot.y(value);
  return { x: Math.min(begin + gap, RIGHT - 2), y, width: Math.max(end - begin - 2 * gap, 2), height: BASE - y };
}

function summary(chart) {
  const days = chart.lines.flatMap(({ points }) => points.map(({ day }) => day)).sort();
  const sentences = chart.lines.map(({ name, points }) => {
    const most = points.reduce((high, point) => (point.value > high.value ? point : high));
    const who = chart.about ? `${chart.about}, ${name.toLowerCase()}` : name;
    const sum = said(chart, total(points.map(({ value }) => value)));
    const weeks = points.length === 1 ? "one week" : `${points.length} weeks`;
    const top = `${spokenDay(days[0], days.at(-1), most.day)} (${figure(most.value)})`;
    return `${who}: ${sum} in ${weeks}, most in the week from ${top}.`;
  });
  return sentences.join(" ");
}

function table(chart) {
  const weeks = new Map();
  for (const { points } of chart.lines)
    for (const { day, value, detail } of points) {
      const week = weeks.get(day) ?? { row: [dayMonthYear(day)], detail: "" };
      weeks.set(day, { row: [...week.row, figure(value)], detail: detail || week.detail });
    }
  const order = [...weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week);
  const has_details = order.some(({ detail }) => detail);
  return {
    heads: ["Week from", ...chart.lines.map(({ name }) => name), ...(has_details ? ["Counted"] : [])],
    table: order.map(({ row, detail }) => [...row, ...(has_details ? [detail] : [])]),
  };
}
