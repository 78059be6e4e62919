// An observation as series are computed from it, and how its measures are read, whatever may stand in them
// (record/series/seen.py). Nothing here throws.

import { seenAt, wallOf } from "../times.js";

export const NOT_NAMED = "Not named";
const MOST_NAMED = 10;
const DAY_MS = 86_400_000;

/** {day, hour, weekday, instrument, setting, measures, outcome_ids} of a document's body; null without a moment. */
export function seenOf(body) {
  const wall = wallOf(seenAt(body));
  if (!wall) return null;
  const day = dayOf(wall);
  return {
    ...{ day, hour: wall.hour, weekday: weekdayOf(day), instrument: body.instrument ?? "" },
    setting: named(body.setting, ""),
    measures: isObject(body.measures) ? body.measures : {},
    outcome_ids: listed(body.outcome_ids).filter((id) => typeof id === "string"),
  };
}

const two = (number) => String(number).padStart(2, "0");
const dayOf = ({ year, month, day }) => `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/** Days since 1970; Monday is weekday 0. */
export const dayNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const dayOfNumber = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const weekdayOf = (day) => (((dayNumber(day) + 3) % 7) + 7) % 7;

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export function number(value) {
  return typeof value === "number" && Math.abs(value) < 1e9 ? value : null;
}

export function named(value, otherwise = NOT_NAMED) {
  const words = typeof value === "string" ? value.trim().split(/\s+/).join(" ") : "";
  return words || otherwise;
}

export const listed = (value) => (Array.isArray(value) ? value : []);
export const total = (values) => values.reduce((sum, value) => sum + value, 0);

/** To one decimal, halves upwards. */
export const tenth = (value) => Math.floor(value * 10 + 0.5) / 10;
export const figure = (value) => String(tenth(value) || 0);

export function lasting(seconds) {
  const whole = Math.floor(seconds + 0.5);
  const parts = [
    [Math.floor(whole / 3600), "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ];
  const said = parts.filter(([amount]) => amount).map(([amount, unit]) => `${amount} ${unit}`);
  return said.join(" ") || "0 s";
}

export const plural = (count, one) => (count === 1 ? `${count} ${one}` : `${count} ${one}s`);

const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** [[name, things], …] of [[name, thing], …], the name with most first; case makes no difference. */
export function grouped(pairs) {
  const groups = new Map();
  for (const [name, thing] of pairs) {
    const key = name.toLowerCase();
    if (!groups.has(key)) groups.set(key, { key, name, things: [] });
    groups.get(key).things.push(thing);
  }
  const order = [...groups.values()].sort((a, b) => b.things.length - a.things.length || byCode(a.key, b.key));
  return order.map(({ name, things }) => [name, things]);
}

/** [[day, things], …] of [[seen, thing], …], in the order of days. */
export function byDay(things) {
  const days = new Map();
  for (const [{ day }, thing] of things) days.set(day, [...(days.get(day) ?? []), thing]);
  return [...days].sort(([a], [b]) => byCode(a, b));
}

/** The first `most` groups, and a sentence that names the others, where there are any. */
export function mostNamed(groups, most) {
  const others = groups.slice(most).map(([name]) => name);
  const names = others.slice(0, MOST_NAMED).join(", ") + (others.length > MOST_NAMED ? " and more" : "");
  return [groups.slice(0, most), others.length ? [`Also recorded, and not drawn: ${names}.`] : []];
}
