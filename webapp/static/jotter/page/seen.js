// Waiting for the browser: until what was just shown has been seen, or until nothing else is to do.

/** When nothing else is to do, or soon at the latest. */
export function whenIdle(work) {
  if (globalThis.requestIdleCallback) requestIdleCallback(work, { timeout: 300 });
  else requestAnimationFrame(() => setTimeout(work));
}

/** A frame has passed, or nobody looks: a tablet that is put away between two frames shows no other. */
export function seen(page = document, is_idle = whenIdle) {
  return new Promise((done) => {
    if (page.visibilityState !== "visible") return done();
    page.addEventListener("visibilitychange", done, { once: true });
    requestAnimationFrame(() => is_idle(done));
  });
}
