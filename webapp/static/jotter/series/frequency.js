// Frequency counts: how often in an hour, by day, a line for each behaviour (record/series/frequency.py).

import { chart, MOST_LINES, point } from "./chart.js";
import { byDay, figure, grouped, lasting, mostNamed, named, number, plural, tenth, total } from "./seen.js";

const HOUR_S = 3600;

export function charts(seen) {
  const whole = seen.filter(({ measures }) => number(measures.count) !== null && number(measures.observed_for_s) > 0);
  const groups = grouped(whole.map((each) => [named(each.measures.behaviour), [each, each.measures]]));
  const [drawn, notes] = mostNamed(groups, MOST_LINES);
  if (whole.length < seen.length)
    notes.push(`${plural(seen.length - whole.length, "count")} without how long was looked: not drawn.`);
  const lines = drawn.map(([name, group]) => ({ name, points: byDay(group).map(rateOf) }));
  if (!lines.length) return [];
  const said = { title: "How often", shape: "lines", measure: "Times an hour", unit: " an hour" };
  return [chart({ key: "frequency", ...said, lines, notes })];
}

/** All that was counted on a day, divided by all the time it was counted for. */
function rateOf([day, measures]) {
  const count = total(measures.map((each) => each.count));
  const time = total(measures.map((each) => each.observed_for_s));
  return point(day, tenth((count * HOUR_S) / time), `${figure(count)} in ${lasting(time)}`);
}
