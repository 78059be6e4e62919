// Frequency: how often a behaviour was seen while somebody watched.

import { momentIn, momentsOf, notBefore, secondsOf, watchedUntil } from "./clocks.js";
import { DAY_S, longer, NAME_MAX, outside, said, wholeOf } from "./numbers.js";

const COUNT_MAX = 10_000;
const MINUTE_MS = 60_000;
// A draft that was left for longer is not being watched for any more.
const LEFT_MS = 30 * MINUTE_MS;
// Watched for as long, a count is worth keeping though nothing was tapped: a form just opened and left is none.
export const KEPT_AFTER_MS = 30_000;

const CLOCK = { count_began: "", count_ended: "", count_gap: "" };
export const EMPTY = { behaviour: "", count: "0", taps: "", ...CLOCK, watched_minutes: "" };
export const OFFERED = ["count_began"];

/** Opening the form is beginning to watch. */
export const begin = (_fields, now) => ({ count_began: String(now) });

/** Nothing seen while somebody watched says something. */
export const isBegun = ({ count_began }, now) => now - (momentIn(count_began) ?? now) >= KEPT_AFTER_MS;

/** A draft that was left while its watch ran: it ended with the last tap, or when the draft was last kept. */
export function continued(fields, { now, kept_at }) {
  const { taps, began, ended } = tallyOf(fields);
  const left_at = notBefore(taps.at(-1) ?? kept_at, began);
  const is_left = began !== null && ended === null && now - notBefore(kept_at, left_at) > LEFT_MS;
  return is_left ? { count_ended: String(left_at) } : {};
}

export const again = ({ behaviour = "" }) => ({ behaviour });

export function wrongWith(fields, { now }) {
  const errors = [
    ...longer("behaviour", "Behaviour", fields.behaviour, NAME_MAX),
    ...(fields.count === "" ? [{ name: "count", message: "Say how often, 0 if never" }] : []),
    ...outside("count", "Count", fields.count, 0, COUNT_MAX),
    ...outside("watched_minutes", "Minutes watched", fields.watched_minutes, 1, DAY_S / 60),
  ];
  if (errors.length) return errors;
  const { taps } = tallyOf(fields);
  const times = taps.length === 1 ? "once" : `${taps.length} times`;
  if (wholeOf(fields.count) < taps.length)
    return [
      { name: "count", message: `You have tapped ${times}: the count cannot be less. Undo a tap, or count them all` },
    ];
  if (!reachesTaps(fields, now)) {
    const least = Math.max(1, Math.ceil((taps.at(-1) - taps[0]) / MINUTE_MS));
    return [{ name: "watched_minutes", message: `You tapped for longer than that: give ${least} minutes or more` }];
  }
  if (watched(fields, now).watched_ms > DAY_S * 1000)
    return [
      {
        name: "watched_minutes",
        message: "You began to watch more than a day ago: say for how many minutes you watched",
      },
    ];
  return [];
}

export function measuresOf(fields, { now }) {
  const { taps, gap } = tallyOf(fields);
  const count = wholeOf(fields.count);
  const { began, watched_ms } = watched(fields, now);
  // A count typed from memory says nothing of how long somebody watched.
  const is_watched = watched_ms > 0 && (taps.length > 0 || count === 0 || fields.watched_minutes !== "");
  const observed_for_s = is_watched ? Math.max(0.1, secondsOf(watched_ms)) : null;
  // Watched with a pause: how long is known, but no one stretch of time that holds every tap.
  if (gap) return said({ behaviour: fields.behaviour, count, observed_for_s });
  return said({
    behaviour: fields.behaviour,
    count,
    observed_for_s,
    began_at: is_watched ? momentText(began) : null,
    taps: taps.map(momentText),
  });
}

function tallyOf({ taps, count_began, count_ended, count_gap }) {
  const gap = Number(count_gap) || 0;
  return { taps: momentsOf(taps), began: momentIn(count_began), ended: momentIn(count_ended), gap };
}

/** Without pauses the minutes that somebody says must hold every tap. */
function reachesTaps(fields, now) {
  const { taps, gap } = tallyOf(fields);
  const { began, until } = watched(fields, now);
  return !taps.length || gap > 0 || (began <= taps[0] && taps.at(-1) <= until);
}

/**
 * From when until when, and for how many milliseconds: as the clock has it, or as many minutes as somebody says. These
 * run from when the watch began; later if the taps say so, earlier if they would not be over yet.
 */
function watched(fields, now) {
  const tally = tallyOf(fields);
  const last = tally.taps.at(-1);
  const until = notBefore(watchedUntil(tally, now), tally.began, last);
  const began = tally.began ?? tally.taps[0] ?? until;
  const minutes = wholeOf(fields.watched_minutes);
  if (!minutes) return { began, until, watched_ms: Math.max(0, until - began - tally.gap) };
  const watched_ms = minutes * MINUTE_MS;
  const from = Math.min(notBefore(began, last && last - watched_ms), notBefore(now, until) - watched_ms);
  return { began: from, until: from + watched_ms, watched_ms };
}

const momentText = (moment) => new Date(moment).toISOString();
