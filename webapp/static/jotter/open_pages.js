// Every page of the tablet holds one shared lock as long as it is open, so that the worker can ask whether any is.

export const OPEN_PAGE = "jotter-open";

/** The page that is being left still counts; one that is loading may not hold its lock yet, but is a client already. */
export async function hasOpenPage(locks, clients) {
  const [{ held = [] }, windows] = await Promise.all([locks.query(), clients.matchAll({ type: "window" })]);
  const is_ours = ({ url }) => new URL(url).pathname.startsWith("/tablet");
  return held.some(({ name }) => name === OPEN_PAGE) || windows.some(is_ours);
}

export function holdPageOpen(locks) {
  return locks.request(OPEN_PAGE, { mode: "shared" }, () => new Promise(() => {}));
}
