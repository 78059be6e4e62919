// A forgotten passcode: the record opens the jotter's key, sealed to the school, for its owner's browser session.

import { post } from "./request.js";

const PATH = "/api/v1/vault/recoveries";
const LIMIT_MS = 15_000;

/** `recovery` is {seal_key, sealed}. → {key} or {problem: "sign-in" | "offline" | "refused"}. */
export async function recoverKey({ device_id, recovery, fetch }) {
  const content = { device_id, ...recovery };
  const answer = await post(PATH, content, { fetch, limit_ms: LIMIT_MS, must_be_record: false });
  if (answer.status === 201 && answer.json?.key) return { key: answer.json.key };
  if (answer.status === 401) return { problem: "sign-in" };
  return { problem: answer.offline || answer.status >= 500 ? "offline" : "refused" };
}
