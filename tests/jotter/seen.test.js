// When what was just shown counts as seen: by frames, and by whether anybody looks.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { seen } from "../../webapp/static/jotter/page/seen.js";
import { askSoon } from "../../webapp/static/jotter/page/sync.js";

let frames;
beforeEach(() => {
  frames = [];
  globalThis.requestAnimationFrame = (work) => frames.push(work);
});

const at_once = (work) => work();
const openPage = (visibilityState) => Object.assign(new EventTarget(), { visibilityState });
const isOver = (promise) =>
  Promise.race([promise.then(() => true), new Promise((done) => setImmediate(() => done(false)))]);

test("it is seen when a frame has passed", async () => {
  const waiting = seen(openPage("visible"), at_once);
  assert.equal(await isOver(waiting), false);
  frames[0]();
  assert.equal(await isOver(waiting), true);
});

test("a page that nobody looks at is not waited for", async () => {
  assert.equal(await isOver(seen(openPage("hidden"), at_once)), true);
  assert.deepEqual(frames, []);
});

test("a page that is put away before the frame comes is not waited for either", async () => {
  const page = openPage("visible");
  const waiting = seen(page, at_once);
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await isOver(waiting), true);
});

test("what was saved is sent from a page that is put away at once", async () => {
  globalThis.navigator ??= {};
  const page = openPage("visible");
  const asked = new Promise((done) => askSoon(done, page));
  assert.equal(await isOver(asked), false);
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await asked, "saved");
});
