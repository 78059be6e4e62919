// Counting and timing without a page: every state is made of moments, so that it goes on through a lock, a reload and a
// killed tab. Moments are milliseconds since 1970; a clock that jumps backwards never makes a time negative.

/** The moments of a form's field, "1764241200000,1764241203100": whatever is no moment is left out. */
export function momentsOf(text) {
  return String(text ?? "")
    .split(",")
    .map(momentIn)
    .filter((moment) => moment !== null);
}

/** One moment of a form's field, or null. */
export function momentIn(text) {
  return /^\d{10,15}$/.test(text ?? "") ? Number(text) : null;
}

/** `now`, but never before what has already happened. */
export function notBefore(now, ...happened) {
  return Math.max(now, ...happened.filter((moment) => moment !== null && moment !== undefined));
}

/** Milliseconds → seconds, to a tenth. */
export const secondsOf = (ms) => Math.round(Math.max(0, ms) / 100) / 10;

/** "3:07", "1:02:45"; with `tenths` "3:07.4". What has not ended is told as less, never as more. */
export function faceOf(ms, { tenths = false } = {}) {
  const whole = Math.floor(Math.max(0, ms) / 100);
  const seconds = Math.floor(whole / 10);
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const face = hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return tenths ? `${face}.${whole % 10}` : face;
}

// --- a tally: {count, taps, began, ended, gap}; `gap` is the milliseconds between that nobody watched ----------------

// "Stop watching" tapped by mistake and taken back is no gap.
const TAKEN_BACK_MS = 60_000;

/** One more; whoever taps is watching again. */
export function tap(tally, now) {
  const moment = notBefore(now, tally.began, tally.taps.at(-1));
  return { ...goOn(tally, moment), count: tally.count + 1, taps: [...tally.taps, moment] };
}

/** Watching again: what passed since it was stopped is not watched, unless it was but a moment. */
export function goOn(tally, now) {
  const { ended, gap = 0 } = tally;
  const missed = ended === null ? 0 : Math.max(0, now - ended);
  return { ...tally, ended: null, gap: missed > TAKEN_BACK_MS ? gap + missed : gap };
}

export function undoTap(tally) {
  if (!tally.taps.length) return tally;
  return { ...tally, count: Math.max(0, tally.count - 1), taps: tally.taps.slice(0, -1) };
}

/** The moment at which watching ended, or would end now. */
export const watchedUntil = ({ taps, began, ended }, now) => ended ?? notBefore(now, began, taps.at(-1));

// --- a stopwatch: {spells: [{start, stop | null}], instructed} ----------------------------------------------------

/** "1000-2000,5000-" → spells, the last perhaps still going on. */
export function spellsOf(text) {
  return String(text ?? "")
    .split(",")
    .map((spell) => /^(\d{10,15})-(\d{10,15})?$/.exec(spell))
    .filter(Boolean)
    .map(([, start, stop]) => ({ start: Number(start), stop: stop ? Number(stop) : null }));
}

export const spellsText = (spells) => spells.map(({ start, stop }) => `${start}-${stop ?? ""}`).join(",");

export const isRunning = ({ spells }) => spells.at(-1)?.stop === null;

/** Starts when it stands, stops when it runs. */
export function press(watch, now) {
  return isRunning(watch) ? stopped(watch, now) : started(watch, now);
}

function started({ spells, instructed }, now) {
  const start = notBefore(now, instructed, spells.at(-1)?.stop);
  return { instructed, spells: [...spells, { start, stop: null }] };
}

/** The spell that goes on, ended now; a watch that stands stays as it is. */
export function stopped(watch, now) {
  if (!isRunning(watch)) return watch;
  const { start } = watch.spells.at(-1);
  return { ...watch, spells: [...watch.spells.slice(0, -1), { start, stop: notBefore(now, start) }] };
}

/** From the instruction to the first start is the latency: it is given before anything is timed. */
export const instruct = (watch, now) => (watch.spells.length ? watch : { ...watch, instructed: now });

/** Takes back the last press: a stop goes on, a start has not been, an instruction was not given. */
export function undoPress(watch) {
  const last = watch.spells.at(-1);
  if (!last) return { ...watch, instructed: null };
  const before = watch.spells.slice(0, -1);
  return { ...watch, spells: last.stop === null ? before : [...before, { ...last, stop: null }] };
}

const lengthOf = ({ start, stop }, now) => Math.max(0, (stop ?? notBefore(now, start)) - start);

export const lengthNow = ({ spells }, now) => (spells.length ? lengthOf(spells.at(-1), now) : 0);
export const totalOf = ({ spells }, now) => spells.reduce((sum, spell) => sum + lengthOf(spell, now), 0);

/** Milliseconds from the instruction to the first start, or null. */
export function latencyOf({ spells, instructed }) {
  return instructed === null || !spells.length ? null : Math.max(0, spells[0].start - instructed);
}
