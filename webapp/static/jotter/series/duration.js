// Durations: the total and the longest minutes of a day, a chart for each behaviour (record/series/duration.py).

import { chart, MOST_CHARTS, point } from "./chart.js";
import { byDay, grouped, isObject, listed, mostNamed, named, number, plural, tenth, total } from "./seen.js";

const MOMENT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}.*([Zz]|[+-]\d{2}:?\d{2})$/;

export function charts(seen) {
  const timed = seen.map((each) => [each, { spells: lengths(each.measures), total: totalOf(each.measures) }]);
  const whole = timed.filter(([, times]) => times.total !== null);
  const groups = grouped(whole.map(([each, times]) => [named(each.measures.behaviour), [each, times]]));
  const [drawn, notes] = mostNamed(groups, MOST_CHARTS);
  const found = drawn.map(([name, group], place) => chartOf(place, name, byDay(group)));
  found.at(-1)?.notes.push(...notes);
  return found;
}

function chartOf(place, about, days) {
  const totals = [];
  const longest = [];
  for (const [day, times] of days) {
    const spells = times.flatMap((each) => each.spells);
    const detail = spells.length ? plural(spells.length, "spell") : "";
    totals.push(point(day, minutes(total(times.map((each) => each.total))), detail));
    if (spells.length) longest.push(point(day, minutes(Math.max(...spells))));
  }
  const lines = [{ name: "Total", points: totals }];
  if (longest.length) lines.push({ name: "Longest spell", points: longest });
  const said = { title: "How long", shape: "lines", measure: "Minutes", unit: " minutes" };
  return chart({ key: `duration-${place + 1}`, ...said, about, lines });
}

const minutes = (seconds) => tenth(seconds / 60);

/** The seconds of each spell that has a start and a stop. */
function lengths({ spells }) {
  const ends = listed(spells).map((spell) => (isObject(spell) ? [momentOf(spell.start), momentOf(spell.stop)] : []));
  return ends.filter(([start, stop]) => stop >= start).map(([start, stop]) => (stop - start) / 1000);
}

const momentOf = (text) => (typeof text === "string" && MOMENT.test(text) ? Date.parse(text) : Number.NaN);

/** The seconds as they were told, or of the spells; null where neither is said. */
function totalOf(measures) {
  const told = number(measures.total_s);
  if (told !== null && told >= 0) return told;
  const spells = lengths(measures);
  return spells.length ? total(spells) : null;
}
