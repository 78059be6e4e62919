// Saving what was written: `Saved` is said, where the thumb is, as soon as the worker has it for good; the page that
// follows is asked for when that has been seen.

import { handOver } from "./by_message.js";
import { refusalOf, SLOW, sayAloud, sayDone, sayIn, takeAddress } from "./forms.js";
import { seen } from "./seen.js";

const LIMIT_MS = 3_000;
const PATIENCE_MS = 300;
const busy = new WeakSet();
// A button that asks for a row more or less is htmx's.
const SAVES = "form[data-draft] button[type=submit]:not([hx-post])";

/** After whoever else may hold a form back, or wants to know that it is sent. */
export function watchSaving(worker) {
  document.addEventListener("submit", (event) => take(event, worker), true);
  document.addEventListener("click", sendAtOnce, true);
}

/**
 * What a browser does between the tap and `submit` (filling in passwords, checking fields) is for forms that it sends
 * itself, and takes a slow tablet longer than all that a page does.
 */
function sendAtOnce(event) {
  const submitter = event.target.closest?.(SAVES);
  if (!submitter || event.defaultPrevented) return;
  event.preventDefault();
  submitter.form.dispatchEvent(new SubmitEvent("submit", { submitter, bubbles: true, cancelable: true }));
}

function take(event, worker) {
  const { target: form, submitter } = event;
  if (!form.matches("form[data-draft]")) return;
  event.preventDefault();
  // A second tap while the first one is under way is the same tap.
  if (!busy.has(form)) save(worker, form, submitter);
}

async function save(worker, form, submitter) {
  busy.add(form);
  // Whatever changes the page's looks costs a slow tablet time that the answer then waits for.
  const slow = setTimeout(() => form.setAttribute("aria-busy", "true"), PATIENCE_MS);
  const answered = handOver(worker, form, submitter, LIMIT_MS).catch(() => null);
  tell("jotter:saving");
  const answer = await answered;
  clearTimeout(slow);
  if (!answer?.to) explain(form, answer);
  else if (!(await follow(form, answer.to))) return; // the browser is on its way
  form.removeAttribute("aria-busy");
  busy.delete(form);
  tell("jotter:rests");
}

/** → whether the page that follows stands in the form's place. */
async function follow(form, to) {
  const page = document.getElementById("main");
  const said = form.querySelector("[data-saved]");
  said.dataset.saved = "yes";
  await seen();
  sayAloud(said.dataset.words);
  await asked(to);
  // Saved it is: whatever kept its page from coming, a page asked for anew may come.
  if (page.isConnected) {
    location.assign(to);
    return false;
  }
  sayDone(); // of a draft or a meeting it says more
  takeAddress(to);
  tell("jotter:saved");
  return true;
}

/** Whoever asked hears nothing from htmx where it fails at the answer itself: the document does. */
async function asked(to) {
  const over = new AbortController();
  const failed = new Promise((done) => document.addEventListener("htmx:onLoadError", done, { signal: over.signal }));
  const answered = globalThis.htmx?.ajax("GET", to, { target: "#main", swap: "outerHTML" }).catch(() => {});
  await Promise.race([answered, failed]);
  over.abort();
}

/** No answer in time is no news: it may be saved all the same. */
function explain(form, answer) {
  if (!answer) sayIn(form, SLOW);
  else if (answer.html && [200, 404, 422, 507].includes(answer.status))
    htmx.swap("#main", answer.html, { swapStyle: "outerHTML" }, { select: "#main" });
  else sayIn(form, refusalOf(answer));
}

const tell = (name) => document.dispatchEvent(new CustomEvent(name));
