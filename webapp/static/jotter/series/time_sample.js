// Time samples: the share of intervals in which a behaviour was seen, by day (record/series/time_sample.py).

import { chart, MOST_LINES, point } from "./chart.js";
import { byDay, grouped, isObject, listed, mostNamed, named, plural, tenth } from "./seen.js";

const RULES = { momentary: "momentary", partial: "partial interval", whole: "whole interval" };

export function charts(seen) {
  const [drawn, notes] = mostNamed(grouped(seen.flatMap(samples)), MOST_LINES);
  const lines = drawn.map(([name, group]) => ({ name, points: byDay(group).map(shareOf) }));
  if (!lines.length) return [];
  const said = { title: "How much of the time", shape: "lines", measure: "% of intervals", unit: " %", most: 100 };
  return [chart({ key: "time_sample", ...said, lines, notes })];
}

/** By different rules the same behaviour gives different shares: each rule has its own line. */
function samples(each) {
  const { rule, behaviours } = each.measures;
  const how = typeof rule === "string" && Object.hasOwn(RULES, rule) ? RULES[rule] : "";
  return listed(behaviours)
    .filter(isObject)
    .map(({ name, intervals }) => [named(name), listed(intervals).filter((mark) => typeof mark === "boolean")])
    .filter(([, marks]) => marks.length)
    .map(([name, marks]) => [how ? `${name}, ${how}` : name, [each, marks]]);
}

function shareOf([day, sampled]) {
  const marks = sampled.flat();
  const yes = marks.filter(Boolean).length;
  return point(day, tenth((100 * yes) / marks.length), `${yes} of ${plural(marks.length, "interval")}`);
}
