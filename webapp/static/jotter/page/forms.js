// Forms: what was typed stays on the screen until the worker itself has said that it is saved.

import { whenIdle } from "./seen.js";

export const UNSURE =
  "Not saved yet: this page has lost its connection to the tablet's store. Your words are still here. Tap again in a moment.";
export const SLOW = "Not confirmed within 3 seconds. Your words are still here. Tap again: it will not be saved twice.";
const FAILED = "Not saved: something went wrong on this tablet. Your words are still here. Tap again in a moment.";
const NOT_YOURS =
  "Not saved: whoever opened this form is not signed in any more. Your words are still here. Sign in in another tab, then tap again.";

const LOCKED =
  "Not saved: your jotter was locked meanwhile. Your words are still here. Unlock it in another tab, then tap again.";

export function watchForms(worker) {
  // In the capture phase, before htmx or the browser sends it anywhere.
  document.addEventListener("submit", (event) => stopIfUncontrolled(event, worker), true);
  document.addEventListener("submit", markBusy);
  document.addEventListener("keydown", keepEnterFromSending);
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.getResponseHeader("X-Jotter-Worker")) return;
    event.preventDefault();
    say(event, UNSURE);
    worker.claim();
  });
  document.addEventListener("htmx:timeout", (event) => say(event, SLOW));
  document.addEventListener("htmx:sendError", (event) => say(event, UNSURE));
  document.addEventListener("htmx:responseError", (event) => say(event, refusalOf(answerOf(event.detail.xhr))));
  // The same words are heard anew where they were gone in between.
  document.addEventListener("htmx:beforeSend", ({ detail }) => isPost(detail) && sayAloud(""));
  document.addEventListener("htmx:beforeSwap", clearSaved);
  document.addEventListener("htmx:afterSettle", showResult);
  dropMessageFromAddress();
}

function stopIfUncontrolled(event, worker) {
  if (worker.is_in_control() || !event.target.action.includes("/tablet/")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  say(event, UNSURE);
  worker.claim();
}

const answerOf = (xhr) => ({ status: xhr.status, is_locked: Boolean(xhr.getResponseHeader("X-Jotter-Locked")) });

export function refusalOf({ status, is_locked }) {
  if (status !== 403) return FAILED;
  return is_locked ? LOCKED : NOT_YOURS;
}

const say = (event, text) => sayIn(event.target.closest?.("form"), text);

export function sayIn(form, text) {
  const place = form?.querySelector("[data-form-message]");
  if (!place) return;
  place.textContent = text;
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

/** To whoever listens: in a place that has stood on the page all the while, empty, and is not swapped with it. */
export function sayAloud(text) {
  const place = document.getElementById("said");
  if (place && place.textContent !== text) place.textContent = text;
}

/** What the page says at its top that has been done. */
export function sayDone() {
  sayAloud(document.querySelector("#main > .message-done [role=status]")?.textContent ?? "");
}

/** On a tablet's keyboard Enter is tapped by mistake: a form being written is sent by its buttons alone. */
function keepEnterFromSending(event) {
  if (event.key === "Enter" && event.target.matches("form[data-draft] input")) event.preventDefault();
}

/** A second tap on a form that the browser sends itself must not send it twice. */
function markBusy({ target, defaultPrevented }) {
  if (!defaultPrevented && target.dataset.once !== undefined) target.setAttribute("aria-busy", "true");
}

/**
 * A form that was saved goes before its place is taken. htmx would look through it for what it must undo, with two events
 * for each element, and the browser would lay the new page out once more for the focus that is lost in it. An answer that
 * is not shown takes no place.
 */
function clearSaved({ detail }) {
  const is_saved = detail.target.querySelector("form[data-draft] [data-saved=yes]");
  if (detail.shouldSwap && detail.target.id === "main" && is_saved) detail.target.replaceChildren();
}

const isPost = ({ requestConfig }) => requestConfig?.verb === "post";

/** After a swap of the page the focus goes to what is new: the problem, or the heading; what was done is said aloud. */
function showResult({ detail }) {
  if (detail.target?.id !== "main" && detail.elt?.id !== "main") return;
  const place = document.querySelector(".error-summary") ?? document.querySelector("#main h1");
  if (isPost(detail)) sayDone();
  if (!document.querySelector("#main [autofocus]")) place?.focus();
  const address = detail.xhr?.getResponseHeader("X-Jotter-Address");
  if (address) takeAddress(address);
}

/** The page that took the form's place has its own address. Browsers take their time over it. */
export function takeAddress(address) {
  whenIdle(() => history.replaceState(null, "", withoutMessage(new URL(address, location.href))));
}

function dropMessageFromAddress() {
  const url = new URL(location.href);
  if (url.searchParams.has("said")) history.replaceState(history.state, "", withoutMessage(url));
}

/** `?said=saved` has been shown; a reload should not show it again. */
function withoutMessage(url) {
  url.searchParams.delete("said");
  return url;
}
