// Enrolment: one person on this device, by the browser session they signed in with, which ends with it.

import { HABITS } from "../store/device.js";
import { newId } from "../store/ids.js";
import { newSignKey } from "../vault/sealing.js";
import { post, remove } from "./request.js";
import { hasEnded } from "./session.js";

const PATH = "/api/v1/enrolments";
const LIMIT_MS = 15_000;

/**
 * → {enrolment, secret} or {problem: "sign-in" | "role" | "offline" | "busy" | "refused" | "other"}. The secret,
 * {token, sign_key_bytes}, is not kept here: the caller gives it to a vault. `expected` is whose session it must be.
 */
export async function enrol({ device, name, check, expected = null, fetch, now, crypto }) {
  const known = await device.setting("device");
  const self = known ?? { id: newId(now(), crypto), name, check };
  const { public_jwk, private_bytes } = await newSignKey(crypto);
  const content = contentOf({ ...self, name: name ?? self.name }, public_jwk);
  const answer = await post(PATH, content, { fetch, limit_ms: LIMIT_MS, must_be_record: false });
  if (answer.status !== 201 || !answer.json?.token) return { problem: problemOf(answer) };
  await hasEnded(device);
  const { token, person } = answer.json;
  const before = await device.enrolment(person.id);
  const is_other = expected !== null && person.id !== expected;
  if (is_other && !before) return letGo(token, fetch);
  const enrolment = enrolmentOf(answer.json, before, now());
  await device.keepEnrolment({ ...self, name: name ?? self.name }, enrolment, { is_current: expected === null });
  await device.changeSyncState(person.id, { need: null, offline: false, failures: 0, retry_at: 0 });
  return is_other ? { problem: "other" } : { enrolment, secret: { token, sign_key_bytes: private_bytes } };
}

function contentOf({ id, name, check }, sign_key) {
  return { device: { id, name, ...(check ? { check } : {}) }, sign_key };
}

/** A row of an older build had the token itself in clear: it has ended now, but what lies in clear is still to hide. */
function enrolmentOf({ enrolment_id, carry_token, person, school }, before, enrolled_at) {
  const habits = { ...HABITS, ...before?.school, ...school };
  const older = before?.token || before?.is_older ? { is_older: true } : {};
  return { person_id: person.id, person, school: habits, enrolment_id, enrolled_at, carry_token, ...older };
}

/** The session was somebody else's, who has nothing on this tablet: nor shall they have now. */
async function letGo(token, fetch) {
  await remove(`${PATH}/current`, { fetch, token, limit_ms: LIMIT_MS });
  return { problem: "other" };
}

/** Ends an enrolment; → whether the record knows of none like it any more. */
export async function endEnrolment(token, fetch) {
  const { status } = await remove(`${PATH}/current`, { fetch, token, limit_ms: LIMIT_MS });
  return [204, 401, 404].includes(status);
}

function problemOf(answer) {
  if (answer.offline || answer.status >= 500) return "offline";
  if (answer.status === 401) return "sign-in";
  if (answer.status === 403) return "role";
  return answer.status === 429 ? "busy" : "refused";
}
