// How often a passcode may be tried: ten times freely, then once a minute. Nothing is ever wiped for it.

const FREE_TRIES = 10;
const PAUSE_MS = 60_000;
export const NO_TRIES = { count: 0, until: 0 };

/** One try more: counted before the passcode is looked at, so that a killed worker gives none away. */
export function oneMore({ count }, now) {
  return { count: count + 1, until: count + 1 >= FREE_TRIES ? now + PAUSE_MS : 0 };
}

/** How long until the next try. A clock that was set back since must not make the minute a day. */
export function pauseOf({ until }, now) {
  return until > now && until - now <= PAUSE_MS ? until - now : 0;
}

/** What to say of a wrong one. */
export function wrong(tries, now) {
  const wait_ms = pauseOf(tries, now);
  return { problem: "wrong", tries_left: Math.max(0, FREE_TRIES - tries.count), ...(wait_ms ? { wait_ms } : {}) };
}
