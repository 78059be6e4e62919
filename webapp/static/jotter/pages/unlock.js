// Unlocking and locking: the passcode, the fingerprint, and whose turn it is.

import { page, seeOther } from "../router.js";
import { fromBase64url } from "../vault/base64url.js";
import { problemsOf } from "./fields.js";

export function addRoutes(route) {
  const is_open = true;
  route.get("/tablet/unlock", () => seeOther("/tablet/"), { is_open });

  route.post("/tablet/unlock", ({ jotter, form }) => unlock(jotter, form, byPasscode), { is_open });
  route.post("/tablet/unlock/fingerprint", ({ jotter, form }) => unlock(jotter, form, byFingerprint), { is_open });

  /** By the button, or by the page's script after minutes without a touch. */
  route.post(
    "/tablet/lock",
    async ({ jotter }) => {
      await jotter.vault.lock();
      await jotter.world.announce({});
      return seeOther("/tablet/");
    },
    { is_open },
  );
}

async function unlock(jotter, form, by) {
  const next = safeNext(form.get("next"));
  const person_id = jotter.person?.id;
  // Chosen anew in another tab meanwhile: the page as it is now is shown, and nobody's passcode is tried on another's.
  if (!person_id || jotter.joining || !jotter.has_vault || form.get("person") !== person_id) return seeOther(next);
  // A page that was opened before the silence.
  if (await jotter.isSilent()) return seeOther("/tablet/");
  const { is_open, ...problem } = await by(jotter.vault, person_id, form);
  if (!is_open) return unlockPage(jotter, { next, ...problem });
  await jotter.device.removeSetting("fresh_person");
  await jotter.world.announce({});
  return seeOther(next);
}

const byPasscode = (vault, person_id, form) => vault.unlock(person_id, form.get("passcode") ?? "");

function byFingerprint(vault, person_id, form) {
  return vault.unlockByFingerprint(person_id, fromBase64url(form.get("prf") ?? ""));
}

/** `problem` and `wait_ms` are the vault's own: "wrong" or "wait". */
export async function unlockPage(jotter, { next = "/tablet/", problem = null, wait_ms = 0 } = {}) {
  const [fingerprint, waiting] = await Promise.all([
    jotter.vault.fingerprintOf(jotter.person.id),
    jotter.outbox.countAll(),
  ]);
  const errors = problem ? [{ name: "passcode", message: wordsOf(problem, wait_ms) }] : [];
  const context = { title: "Unlock", next: safeNext(next), fingerprint, waiting, ...problemsOf(errors) };
  return page("tablet/unlock.html", context, { status: problem ? 422 : 200 });
}

export function wordsOf(problem, wait_ms) {
  const seconds = Math.ceil((wait_ms ?? 0) / 1000);
  const pause = seconds ? ` Wait ${seconds === 1 ? "1 second" : `${seconds} seconds`}, then try again` : "";
  if (problem === "wait") return `Too many wrong tries.${pause}`;
  return `That is not the passcode${pause ? `.${pause}` : ""}`;
}

/** Only back into the jotter itself. */
function safeNext(address) {
  const is_page = /^\/tablet\/[\w\-/?=&]*$/.test(address ?? "") && !/^\/tablet\/(unlock|lock)/.test(address);
  return is_page ? address : "/tablet/";
}

export async function signedOutPage(jotter, { title = "Sign in" } = {}) {
  const [people, waiting] = await Promise.all([peopleOf(jotter), jotter.outbox.countAll()]);
  return page("tablet/signed_out.html", { title, people, waiting });
}

/** A tablet that was not heard of for long may be one that the school wants erased: it shows nothing meanwhile. */
export async function silentPage({ outbox, enrolment }) {
  const context = { title: "Sign in", days: enrolment.school?.silent_days, waiting: await outbox.countAll() };
  return page("tablet/silent.html", context);
}

/**
 * Who has a jotter on this tablet. One from before there were passcodes opens by signing in alone; one that was
 * withdrawn with notes that only its author's passcode can send stays until they are sent.
 */
export async function peopleOf({ device, vault, person }) {
  const people = (await device.enrolments()).map(async ({ person_id, person: { name }, is_withdrawn = false }) => ({
    id: person_id,
    name,
    is_withdrawn,
    has_vault: await vault.has(person_id),
    is_here: person_id === person?.id,
  }));
  const here = (await Promise.all(people)).filter((one) => one.has_vault || !one.is_withdrawn);
  return here.sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
