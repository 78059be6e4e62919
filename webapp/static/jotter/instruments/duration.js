// Duration: how long each spell of a behaviour lasted, and how long after the instruction the first began.

import { momentOf } from "../times.js";
import { latencyOf, momentIn, secondsOf, spellsOf, stopped, totalOf } from "./clocks.js";
import { DAY_S, longer, NAME_MAX, said } from "./numbers.js";

const SPELLS_MAX = 1_000;
// A spell typed as ending earlier than it began went over midnight, unless it would last longer than this.
const OVER_MIDNIGHT_MS = 12 * 60 * 60 * 1000;
// The clock on the wall may be ahead of the tablet's.
const CLOCKS_DIFFER_MS = 5 * 60 * 1000;

export const EMPTY = { behaviour: "", spells: "", instructed_at: "", typed_start: "", typed_stop: "" };

export const again = ({ behaviour = "" }) => ({ behaviour });

export function wrongWith(fields, { now }) {
  const errors = longer("behaviour", "Behaviour", fields.behaviour, NAME_MAX);
  const typed = typedSpell(fields, now);
  if (typed.error) return [...errors, typed.error];
  const { spells } = watchOf(fields, now);
  const says = (message) => [...errors, { name: "spells", message }];
  if (!spells.length && !typed.spell && !fields.text)
    return says("Start and stop the stopwatch, or type when it began and ended");
  if (spells.length >= SPELLS_MAX) return says("More than 1,000 spells cannot be kept: save these, and begin anew");
  if (spells.some(({ start, stop }) => stop < start)) return says("A spell cannot stop before it starts: undo it");
  if (spells.some(({ start, stop }) => stop - start > DAY_S * 1000))
    return says("The stopwatch has run for more than a day: undo that spell");
  if ((latencyOf(watchOf(fields, now)) ?? 0) > DAY_S * 1000)
    return says("The instruction was given more than a day before the first start");
  const overlap = typed.spell && spells.some((one) => one.start < typed.spell.stop && typed.spell.start < one.stop);
  if (overlap)
    errors.push({ name: "typed_start", message: "The stopwatch was running at that time: leave one of the two out" });
  return errors;
}

export function measuresOf(fields, { now }) {
  const watch = watchOf(fields, now);
  const { spell } = typedSpell(fields, now);
  const spells = [...watch.spells, ...(spell ? [spell] : [])].sort((a, b) => a.start - b.start);
  const latency = latencyOf(watch);
  return said({
    behaviour: fields.behaviour,
    spells: spells.map(({ start, stop }) => ({ start: momentText(start), stop: momentText(stop) })),
    total_s: spells.length ? secondsOf(totalOf({ spells }, now)) : null,
    latency_s: latency === null ? null : secondsOf(latency),
  });
}

/** A stopwatch that is still running when it is saved stops then. */
function watchOf({ spells, instructed_at }, now) {
  return stopped({ spells: spellsOf(spells), instructed: momentIn(instructed_at) }, now);
}

/** What somebody timed by the clock on the wall: {spell} of the day of `When`, {error}, or neither. */
function typedSpell({ typed_start, typed_stop, when }, now) {
  if (!typed_start && !typed_stop) return {};
  const wrong = (name, message) => ({ error: { name, message } });
  const day = String(when).slice(0, 10);
  const spellOf = (from, to) => ({ start: momentOf(`${from}T${typed_start}`), stop: momentOf(`${to}T${typed_stop}`) });
  const sameDay = spellOf(day, day);
  if (sameDay.start === null) return wrong("typed_start", "Give the time at which it began");
  if (sameDay.stop === null) return wrong("typed_stop", "Give the time at which it ended");
  const spell = sameDay.stop < sameDay.start ? overMidnight(spellOf, day, { when, now }) : sameDay;
  if (!spell) return wrong("typed_stop", "It cannot end before it began");
  if (spell.start > now + CLOCKS_DIFFER_MS) return wrong("typed_start", "It cannot begin in the future");
  if (spell.stop > now + CLOCKS_DIFFER_MS) return wrong("typed_stop", "It cannot end in the future");
  return { spell };
}

/** Into that day or out of it, whichever is over by now and nearer to `When`; null for one of more than half a day. */
function overMidnight(spellOf, day, { when, now }) {
  const noted = momentOf(when);
  const distance = ({ start, stop }) => Math.max(0, start - noted, noted - stop);
  const spells = [spellOf(dayBeside(day, -1), day), spellOf(day, dayBeside(day, 1))];
  const short = spells.filter(({ start, stop }) => stop - start <= OVER_MIDNIGHT_MS);
  const over = short.filter(({ stop }) => stop <= now + CLOCKS_DIFFER_MS);
  return over.sort((a, b) => distance(a) - distance(b))[0] ?? short[0] ?? null;
}

/** "2026-11-24", 1 → "2026-11-25". */
function dayBeside(day, days) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_S * 1000).toISOString().slice(0, 10);
}

const momentText = (moment) => new Date(moment).toISOString();
