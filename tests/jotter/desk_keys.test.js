// The keys of the desk over a pile that comes page by page. The document is the least that they ask of one.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { watchKeys } from "../../webapp/static/desk/keys.js";

const PAGE = 50;
const listeners = {};
let pile;

/** A note as the page has it: a link that takes the focus, and a button as long as it is not reviewed. */
function aNote(id) {
  const note = { id, reviewed: false, matches: () => false, scrollIntoView() {} };
  const part = (click) => ({
    focus: () => focusOn(note),
    click,
    closest: (what) => (what === "[data-note]" ? note : null),
  });
  const open = part();
  const review = part(() => {
    note.reviewed = true;
    settle(note);
  });
  note.querySelector = (what) => {
    if (note.reviewed) return null;
    return { "[data-open]": open, '[data-key="r"]': review }[what] ?? null;
  };
  note.closest = () => note;
  return note;
}

const body = { closest: () => null };
const focusOn = (note) => {
  document.activeElement = { closest: (what) => (what === "[data-note]" ? note : null) };
};
const here = () => document.activeElement.closest("[data-note]")?.id;
const settle = (elt) => listeners["htmx:afterSettle"]({ detail: { elt } });
const press = (key) => listeners.keydown({ key, target: document.activeElement, preventDefault() {} });
const asked = { times: 0, click: () => asked.times++ };

function olderCome() {
  pile.push(...Array.from({ length: PAGE }, (_, place) => aNote(`note-${pile.length + place}`)));
  settle({ querySelector: () => null });
}

before(() => {
  globalThis.document = {
    querySelectorAll: () => pile,
    querySelector: (what) => ({ "[data-pile]": {}, "[data-older]": asked })[what] ?? null,
    getElementById: (id) => pile.find((note) => note.id === id) ?? null,
    body,
  };
  watchKeys({ addEventListener: (name, act) => (listeners[name] = act), querySelectorAll: () => [] });
});

beforeEach(() => {
  listeners["htmx:sendError"]();
  pile = Array.from({ length: PAGE }, (_, place) => aNote(`note-${place}`));
  asked.times = 0;
  focusOn(pile.at(-1));
});

test("next, on the last note of a page, is the first of the page that it fetches", () => {
  press("j");
  press("j"); // impatient: the page is asked for once
  assert.equal(here(), "note-49");
  olderCome();
  assert.deepEqual([here(), asked.times], ["note-50", 1]);
});

test("reviewed, on the last note of a page, goes on as on any other", () => {
  press("r");
  olderCome();
  assert.equal(here(), "note-50");
});

test("who has stepped back meanwhile stays there", () => {
  press("j");
  press("k");
  olderCome();
  assert.equal(here(), "note-48");
});

test("a page that could not be fetched, and comes later by the mouse, takes the focus from nobody", () => {
  press("j");
  listeners["htmx:sendError"]();
  focusOn(pile[9]);
  olderCome();
  assert.equal(here(), "note-9");
});
