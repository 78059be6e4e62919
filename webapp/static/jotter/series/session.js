// Sessions: minutes delivered against minutes planned, by week, a chart for each provision (record/series/session.py).

import { chart, MOST_CHARTS, point } from "./chart.js";
import { grouped, mostNamed, named, number, plural, total } from "./seen.js";
import { mondayOf } from "./weeks.js";

export function charts(seen) {
  const timed = seen.filter((each) => planned(each) !== null || minutes(each, "delivered_minutes") !== null);
  const [drawn, notes] = mostNamed(grouped(timed.map((each) => [named(each.measures.provision), each])), MOST_CHARTS);
  const found = drawn.map(([name, group], place) => chartOf(place, name, group));
  found.at(-1)?.notes.push(...notes);
  return found;
}

function minutes({ measures }, name) {
  const value = number(measures[name]);
  return value !== null && value >= 0 ? value : null;
}

const planned = (each) => minutes(each, "planned_minutes");
const isAbsent = ({ measures }) => measures.present === false;
const delivered = (each) => (isAbsent(each) ? 0 : (minutes(each, "delivered_minutes") ?? 0));

function chartOf(place, about, group) {
  const weeks = new Map();
  for (const each of group) weeks.set(mondayOf(each.day), [...(weeks.get(mondayOf(each.day)) ?? []), each]);
  const order = [...weeks].sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = (sessions, of) => total(sessions.map((each) => of(each) ?? 0));
  const detail = (sessions) => {
    const absent = sessions.filter(isAbsent).length;
    return plural(sessions.length, "session") + (absent ? `, ${absent} not present` : "");
  };
  const lines = [
    { name: "Planned", points: order.map(([monday, all]) => point(monday, sum(all, planned))) },
    { name: "Delivered", points: order.map(([monday, all]) => point(monday, sum(all, delivered), detail(all))) },
  ];
  const said = { title: "Sessions", shape: "columns", measure: "Minutes", unit: " minutes" };
  return chart({ key: `session-${place + 1}`, ...said, about, lines });
}
