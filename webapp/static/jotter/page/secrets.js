// Forms that hold a passcode: handed to the worker by message, so that they cannot reach a network.

import { handOver } from "./by_message.js";
import { fillIn, offerFingerprint } from "./fingerprint.js";
import { sayIn, UNSURE } from "./forms.js";

// Argon2 takes its time on an old tablet, and setting up fetches the pupils.
const LIMIT_MS = 60_000;

export function guardSecrets(worker) {
  // In the capture phase, after the check that the worker is in control.
  document.addEventListener(
    "submit",
    (event) => {
      if (!event.target.matches("form[data-secret]")) return;
      event.preventDefault();
      if (event.target.getAttribute("aria-busy") !== "true") send(event.target, worker);
    },
    true,
  );
  offerFingerprint();
}

async function send(form, worker) {
  form.setAttribute("aria-busy", "true");
  try {
    const problem = form.dataset.fingerprint ? await fillIn(form) : "";
    if (problem) return stay(form, problem);
    const { to, html } = await handOver(worker, form, null, LIMIT_MS);
    if (to) location.assign(to);
    else show(html);
  } catch {
    stay(form, UNSURE);
  }
}

function stay(form, text) {
  form.removeAttribute("aria-busy");
  sayIn(form, text);
}

/** What was wrong, in place of the page; the focus goes to where it is put right. */
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = document.importNode(page.getElementById("main"), true);
  document.getElementById("main").replaceWith(main);
  document.title = page.title;
  (main.querySelector(".error-summary, [aria-invalid=true]") ?? main.querySelector("h1"))?.focus();
  offerFingerprint();
}
