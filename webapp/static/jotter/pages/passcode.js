// Choosing a passcode, changing it, and letting a fingerprint or face stand in for it.

import { page, seeOther } from "../router.js";
import { fromBase64url } from "../vault/base64url.js";
import { problemWith } from "../vault/passcode.js";
import { problemsOf } from "./fields.js";
import { wordsOf } from "./unlock.js";

export function addRoutes(route) {
  route.get("/tablet/passcode", ({ jotter }) => form(jotter));

  route.post("/tablet/passcode", async ({ jotter, form: sent }) => {
    const errors = passcodeErrors(sent);
    if (errors.length) return form(jotter, { errors });
    const { problem, wait_ms } = await jotter.vault.changePasscode(
      jotter.person.id,
      sent.get("old") ?? "",
      sent.get("passcode"),
    );
    if (problem) return form(jotter, { errors: [{ name: "old", message: wordsOf(problem, wait_ms) }] });
    return seeOther("/tablet/passcode", "passcode");
  });

  /** The page's script has asked the device for its fingerprint's secret; the passcode says whose jotter it may open. */
  route.post("/tablet/passcode/fingerprint", async ({ jotter, form: sent }) => {
    const [credential_id, salt, prf] = ["credential_id", "salt", "prf"].map((name) => sent.get(name) ?? "");
    if (!prf)
      return form(jotter, { errors: [{ name: "", message: "This device has no fingerprint or face for Jotter" }] });
    const held = { credential_id, salt, prf_bytes: fromBase64url(prf) };
    const { problem, wait_ms } = await jotter.vault.addFingerprint(jotter.person.id, sent.get("own") ?? "", held);
    if (problem) return form(jotter, { errors: [{ name: "own", message: wordsOf(problem, wait_ms) }] });
    return seeOther("/tablet/passcode", "fingerprint");
  });

  route.post("/tablet/passcode/fingerprint/remove", async ({ jotter }) => {
    await jotter.vault.removeFingerprint(jotter.person.id);
    return seeOther("/tablet/passcode", "no-fingerprint");
  });
}

/** What is wrong with a new passcode and its repetition. */
export function passcodeErrors(form) {
  const [passcode, repeated] = ["passcode", "repeated"].map((name) => form.get(name) ?? "");
  const problem = problemWith(passcode);
  if (problem) return [{ name: "passcode", message: problem }];
  return passcode === repeated ? [] : [{ name: "repeated", message: "The two are not the same. Type it again" }];
}

async function form(jotter, { errors = [] } = {}) {
  const fingerprint = await jotter.vault.fingerprintOf(jotter.person.id);
  const context = { title: "Passcode", fingerprint, ...problemsOf(errors) };
  return page("tablet/passcode.html", context, { status: errors.length ? 422 : 200 });
}
