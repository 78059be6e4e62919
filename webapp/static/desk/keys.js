// Keyboard shortcuts for the pile: next, previous, reviewed, undo, question, link; `?` lists them.
// They press the page's own buttons and links, so that there is one way of doing each thing.

const BUSY = ".htmx-request, .htmx-settling";
const done = []; // ids of the notes reviewed on this page, the last one last
let waiting = null; // what the last key asked for while its note was being swapped
let returning = ""; // the id of the note that an undo brings back
let beyond = ""; // the id of the last note there was when a step went on to the next page of the pile

export function watchKeys(page) {
  page.addEventListener("keydown", onKey);
  page.addEventListener("click", onClick);
  page.addEventListener("htmx:afterSettle", onSettled);
  for (const failure of ["htmx:responseError", "htmx:sendError"]) page.addEventListener(failure, forgetWaiting);
  for (const opener of page.querySelectorAll("[data-opens]")) opener.hidden = false;
}

const actions = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  r: review,
  u: undo,
  q: () => press(current(), '[data-key="q"]'),
  l: () => press(current(), '[data-key="l"]'),
  "?": () => document.getElementById("keys")?.showModal(),
};

function onKey(event) {
  if (event.key === "Escape") return cancel(event);
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const action = document.querySelector("[data-pile]") && actions[event.key];
  if (!action || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  const note = event.key === "u" ? document.getElementById(done.at(-1)) : current();
  if (isBusy(note)) waiting = action;
  else action();
}

function onClick(event) {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
  const leaver = event.target.closest("[data-cancel]");
  if (leaver && leaveForm(leaver)) event.preventDefault();
  const reviewer = event.target.closest('[data-key="r"]');
  if (reviewer) done.push(reviewer.closest("[data-note]").id);
}

function isTyping(element) {
  return element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

const notes = () => [...document.querySelectorAll("[data-note]")];
const current = () => document.activeElement?.closest("[data-note]") ?? null;
const opener = (note) => note.querySelector("[data-open]");

/** A note that is just being swapped is about to be another element, whose buttons work only once it has settled:
 * pressed before, they send the page's own form and load the whole page anew. So the next key waits. */
function isBusy(note) {
  return Boolean(note && (note.matches(BUSY) || note.querySelector(BUSY)));
}

/** To the note so many steps on; those already reviewed are passed over. At the page's end the next is fetched, and the
 * step is made when it is there. */
function step(by) {
  const all = notes();
  const here = all.indexOf(current());
  const ahead = by > 0 ? all.slice(here + 1) : all.slice(0, Math.max(here, 0)).reverse();
  const next = ahead.find(opener);
  if (next) focusOn(next);
  if (next || by < 0) beyond = "";
  else if (!beyond) fetchOlder(all.at(-1));
}

function fetchOlder(last) {
  const older = document.querySelector("[data-older]");
  if (older && last) beyond = last.id;
  older?.click();
}

/** The first note that has come in behind the one that a step went beyond; told once. */
function newcomer() {
  const all = notes();
  const last = all.findIndex(({ id }) => id === beyond);
  const next = last < 0 ? undefined : all.slice(last + 1).find(opener);
  if (next) beyond = "";
  return next;
}

function focusOn(note) {
  opener(note).focus({ preventScroll: true });
  note.scrollIntoView({ block: "nearest" });
}

function review() {
  const note = current();
  const button = note?.querySelector('[data-key="r"]');
  if (!button) return;
  step(1);
  button.click();
}

function undo() {
  beyond = "";
  returning = done.pop() ?? "";
  press(document.getElementById(returning), '[data-key="u"]');
}

function press(note, selector) {
  note?.querySelector(selector)?.click();
}

function cancel(event) {
  const leaver = event.target.closest?.("[data-note], main")?.querySelector("[data-cancel]");
  if (leaver && !document.querySelector("dialog[open]")) leaveForm(leaver);
}

/** Puts a form that was opened inside a note away again, and the eye back on the note. */
function leaveForm(leaver) {
  const note = leaver.closest("[data-note]");
  if (!note) return false;
  leaver.closest("form").remove();
  focusOn(note);
  return true;
}

/** What came in takes the focus when nothing else has it: the form that was asked for, the note that came back. */
function onSettled(event) {
  const arrived = event.detail.elt;
  const field = arrived.querySelector?.(
    '[aria-invalid="true"], .note-form textarea, .note-form input:not([type=hidden])',
  );
  const returned = document.getElementById(returning);
  const next = newcomer();
  if (field) field.focus();
  else if (returned && opener(returned)) {
    focusOn(returned);
    returning = "";
  } else if (next && !isTyping(document.activeElement)) focusOn(next);
  else if (document.activeElement === document.body) focusOnArrived(arrived);
  actOnWaiting();
}

/** A key must not act minutes later, on another note. */
function forgetWaiting() {
  waiting = null;
  beyond = "";
}

function actOnWaiting() {
  const action = waiting;
  waiting = null;
  action?.();
}

function focusOnArrived(arrived) {
  const note = arrived.closest?.("[data-note]") ?? arrived.querySelector?.("[data-note]");
  const target = note ? (opener(note) ?? note.querySelector("button")) : arrived.querySelector?.("a, button");
  target?.focus();
}
