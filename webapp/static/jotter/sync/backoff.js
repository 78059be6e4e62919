// When to try again: exponential backoff with full jitter, from one second to five minutes.

const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60 * 1000;

export function backoff(failures, random) {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures));
  return Math.max(FIRST_MS, Math.round(random() * ceiling));
}
