// The browser's own session at the desk's door, which is not the jotter's: setting up ends it, and so does every lock.

import { post } from "./request.js";

/** Ends it, whosever it is; → whether the record itself, and no captive portal, has said so. */
export async function signOut({ device, fetch }) {
  const { status } = await post("/sign-out", {}, { fetch, limit_ms: 2500 });
  if (status !== 200) return false;
  await hasEnded(device);
  await device.removeSetting("is_signing_out");
  return true;
}

/** The answer has deleted the cookie that names them. */
export function hasEnded(device) {
  return device.setSetting("session", "");
}

/**
 * `mark` is what the cookie says of a sign-in: `<person id>.<what no other sign-in has>`, an id alone from a record
 * of before. → whose it is.
 */
export const personOf = (mark) => (mark ?? "").split(".")[0];

/** What was signed in to since the lock is not what is to be ended: a sign-in that nobody here has heard of yet. */
export async function forgetSigningOut(device, mark) {
  if (mark && mark !== (await device.setting("session"))) await device.removeSetting("is_signing_out");
}
