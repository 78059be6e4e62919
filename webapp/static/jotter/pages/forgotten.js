// A forgotten passcode: the school's record opens the jotter's key for its owner, who has signed in anew for it.

import { page, seeOther } from "../router.js";
import { recoverKey } from "../sync/recovery.js";
import { problemsOf } from "./fields.js";
import { passcodeErrors } from "./passcode.js";

const PROBLEMS = {
  "sign-in": "Sign in once more, then try again",
  offline: "The school's record cannot be reached. This needs the network",
  refused:
    "The school's record could not open this jotter. Ask the SENCO. What you saved here still reaches the record",
};

export function addRoutes(route) {
  const is_open = true;
  route.get("/tablet/forgotten", async ({ jotter }) => (await isNotFor(jotter)) ?? form(jotter), { is_open });

  route.post("/tablet/forgotten", async ({ jotter, form: sent }) => (await isNotFor(jotter)) ?? recover(jotter, sent), {
    is_open,
  });
}

/** Only for whoever is here, has a vault and stands before it. */
async function isNotFor({ person, joining, has_vault, is_locked }) {
  return person && has_vault && is_locked && !joining ? null : seeOther("/tablet/");
}

async function recover(jotter, sent) {
  const { device, person, vault, world } = jotter;
  if (!(await hasSignedIn(jotter))) return form(jotter, { problem: "sign-in" });
  const errors = passcodeErrors(sent);
  if (errors.length) return form(jotter, { errors });
  const { key, problem } = await askForKey(jotter);
  if (problem) return form(jotter, { problem });
  const { is_open } = await vault.recover(person.id, key, sent.get("passcode"));
  if (!is_open) return form(jotter, { problem: "refused" });
  await device.removeSetting("fresh_person");
  await world.announce({});
  return seeOther("/tablet/", "passcode");
}

/** Since the jotter was locked: a session that was left open is not enough to open it. */
async function hasSignedIn({ device, person }) {
  return (await device.setting("fresh_person")) === person.id;
}

async function askForKey({ about, person, vault, world }) {
  const recovery = await vault.recoveryOf(person.id);
  return recovery ? recoverKey({ device_id: about.id, recovery, fetch: world.fetch }) : { problem: "refused" };
}

async function form(jotter, { errors = [], problem = null } = {}) {
  const told = problem ? [{ name: "", message: PROBLEMS[problem] }] : errors;
  const must_sign_in = problem === "sign-in" || !(await hasSignedIn(jotter));
  const context = { title: "Forgotten passcode", must_sign_in, ...problemsOf(told) };
  return page("tablet/forgotten.html", context, { status: told.length ? 422 : 200 });
}
