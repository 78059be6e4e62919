// When to try again: exponential backoff with full jitter, from one second to five minutes.

const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60 * 1000;
// Of what an answer asks for.
const MOST_PATIENCE_MS = 60 * 60 * 1000;
const TOO_MANY_REQUESTS = 429;

export function backoff(failures, random) {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures));
  return Math.max(FIRST_MS, Math.round(random() * ceiling));
}

/** After so many failures in a row and this answer: {retry_at, told_until}, the latter for as long as a 429 asks. */
export function waitAfter(failures, { status, retry_after_s = 0 }, now, random) {
  const asked_ms = Math.min(retry_after_s * 1000, MOST_PATIENCE_MS);
  const retry_at = now + Math.max(backoff(failures - 1, random), asked_ms);
  return { retry_at, told_until: status === TOO_MANY_REQUESTS && asked_ms ? now + asked_ms : 0 };
}

/**
 * Whether to try now. What comes by itself waits for the backoff; an opened page, a saved note, a network that is back
 * and a tap on `Sync now` do not. What the record asked for nobody cuts short.
 */
export function isDue({ retry_at = 0, told_until = 0 }, why, now) {
  return !isAhead(told_until, now) && (why !== "tick" || !isAhead(retry_at, now));
}

/** Further ahead than anybody waits it lies because the clock was set back meanwhile. */
const isAhead = (moment, now) => moment > now && moment <= now + MOST_PATIENCE_MS;
