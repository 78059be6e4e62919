// When a page is at rest, and what it says that it waits for: requests that end in every way there is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { tellWhenSettled } from "../../webapp/static/jotter/page/settled.js";

const ID = "01900000-0000-7000-8000-00000000aaaa";

/** What the page's <html> says, over a document that hears what reaches it. */
function openPage(options) {
  const page = new EventTarget();
  const said = new Map();
  page.documentElement = {
    toggleAttribute: (name, is_on) => (is_on ? said.set(name, "") : said.delete(name)),
    setAttribute: (name, value) => said.set(name, value),
    removeAttribute: (name) => said.delete(name),
  };
  const tell = tellWhenSettled(page, options);
  const hears = (name, detail) => page.dispatchEvent(Object.assign(new Event(name), { detail }));
  const begins = (path, verb = "get") => {
    const xhr = new EventTarget();
    hears("htmx:beforeSend", { xhr, requestConfig: { verb, path } });
    return xhr;
  };
  return { said: () => Object.fromEntries(said), hears, begins, tell };
}

const ends = (xhr) => xhr.dispatchEvent(new Event("loadend"));

test("a page at rest says so, and one that waits says what for", () => {
  const { said, begins } = openPage();
  assert.deepEqual(said(), { "data-settled": "" });
  const xhr = begins(`/tablet/pupils/${ID}/notes?first=${ID}`);
  assert.deepEqual(said(), { "data-waits-for": "GET /tablet/pupils/:id/notes" });
  ends(xhr);
  assert.deepEqual(said(), { "data-settled": "" });
});

test("a request whose element has left the page ends all the same", () => {
  const { said, begins } = openPage();
  const [rest, anew] = [begins("/tablet/"), begins("/tablet/outbox/list", "post")];
  assert.deepEqual(said(), { "data-waits-for": "GET /tablet/, POST /tablet/outbox/list" });
  ends(rest);
  assert.deepEqual(said(), { "data-waits-for": "POST /tablet/outbox/list" });
  ends(anew); // no `htmx:afterRequest` has reached the document
  assert.deepEqual(said(), { "data-settled": "" });
});

test("saving, and a worker that is not there yet, are waited for by name", () => {
  let is_there = false;
  const { said, hears, tell } = openPage({ is_ready: () => is_there });
  hears("jotter:saving");
  assert.deepEqual(said(), { "data-waits-for": "saving, worker" });
  hears("jotter:rests");
  assert.deepEqual(said(), { "data-waits-for": "worker" });
  is_there = true;
  tell();
  assert.deepEqual(said(), { "data-settled": "" });
});
