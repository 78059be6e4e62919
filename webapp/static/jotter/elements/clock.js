// What time it is, for every element that counts or times: a moment, never a number of ticks. Tests bring their own.

export const clock = { now: () => Date.now() };

const EVERY_MS = 100;

/** Calls `show` now and then: what is shown is told from the clock each time, however seldom a browser lets it. */
export function keepShowing(show) {
  show();
  const timer = setInterval(show, EVERY_MS);
  document.addEventListener("visibilitychange", show);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", show);
  };
}
