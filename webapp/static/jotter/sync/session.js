// The browser's own session at the desk's door, which is not the jotter's.

import { post } from "./request.js";

/** Ends it; → whether the record itself, and no captive portal, has said so. */
export async function signOut({ device, fetch }) {
  const { status } = await post("/sign-out", {}, { fetch, limit_ms: 2500 });
  // The answer has deleted the cookie that names them: the same person signing in again must be seen to do so anew.
  if (status === 200) await device.setSetting("session_person", "");
  return status === 200;
}
