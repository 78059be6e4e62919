// When a note was written and arrived, where that differs: "Written 14:20 · arrived Wed 4 Mar, 08:02".
// Its twin is webapp/times_apart.py.

import { clockOf, wallOf, weekdayAndDay } from "./times.js";

// Less than this is no difference that anybody asks about.
const APART_MS = 3_600_000;
const STEPS = [
  ["written", "recorded_at"],
  ["arrived", "received_at"],
];

/**
 * When a note's document was written and arrived, as far as each is more than an hour from what was before it; "" where
 * none is. When it happened stands wherever a note is shown, and is not told again.
 */
export function timesApart(body) {
  const told = body && typeof body === "object" ? body : {};
  const shown = [Object.hasOwn(told, "held_on") ? held(told) : seen(told)];
  for (const [word, name] of STEPS) {
    const next = { word, wall: momentOf(told, name) };
    if (isApart(shown.at(-1), next)) shown.push(next);
  }
  if (shown.length === 1) return "";
  const parts = shown.map((each, place) => said(each, shown[place - 1]?.wall));
  const line = (shown[0].word === "written" ? parts : parts.slice(1)).join(" · ");
  return line[0].toUpperCase() + line.slice(1);
}

const seen = (body) => ({ word: "seen", wall: momentOf(body, "observed_at") ?? momentOf(body, "recorded_at") });

/** A meeting has a day and no hour; one that is only prepared is told by its writing. */
function held(body) {
  if (body.finished) return { word: "held", wall: wallOf(body.held_on) };
  return { word: "written", wall: momentOf(body, "recorded_at") };
}

function momentOf(body, name) {
  const value = body[name];
  return typeof value === "string" && value.length > "2026-11-24".length ? wallOf(value) : null;
}

const dayOf = ({ year, month, day }) => year * 10_000 + month * 100 + day;

function isApart(before, after) {
  if (!before.wall || !after.wall || before.word === after.word) return false;
  if (before.word === "held") return dayOf(after.wall) > dayOf(before.wall);
  return Math.abs(after.wall.moment - before.wall.moment) > APART_MS;
}

function said({ word, wall }, before) {
  const is_other_year = before && before.year !== wall.year;
  const day = `${weekdayAndDay(wall)}${is_other_year ? ` ${wall.year}` : ""}`;
  return before && dayOf(before) === dayOf(wall) ? `${word} ${clockOf(wall)}` : `${word} ${day}, ${clockOf(wall)}`;
}
