// A sitting ends with the browser, also where the browser's cookies cannot be asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSittings } from "../../webapp/static/jotter/vault/sittings.js";
import { FakeRecord } from "./fake_record.js";
import { crypto, enrolledTablet, TA, unlock } from "./world.js";

/** As a worker has them; `die()` is what Chromium does to them when it starts a worker again. */
function createCookies() {
  const kept = new Map();
  let is_dead = false;
  const malformed = () => {
    if (is_dead) throw new TypeError("Cookie was malformed and could not be stored");
  };
  return {
    kept,
    die: () => {
      is_dead = true;
    },
    set: async (cookie) => {
      malformed();
      kept.set(cookie.name, cookie);
    },
    delete: async (name) => {
      malformed();
      kept.delete(name);
    },
    get: async (name) => (is_dead ? null : (kept.get(name) ?? null)),
  };
}

test("a sitting is remembered by a cookie that ends with the browser and goes to no other site", async () => {
  const cookies = createCookies();
  const sittings = createSittings(cookies, crypto);
  const sitting = await sittings.begin();
  const [{ name, path, sameSite, expires }] = cookies.kept.values();
  assert.deepEqual([name, path, sameSite, expires], ["jotter_sitting", "/", "strict", undefined]);
  assert.equal(await sittings.isStillOn(sitting, await sittings.look()), true);
  cookies.kept.clear();
  assert.equal(await sittings.isStillOn(sitting, await sittings.look()), false);
});

test("of two unlockings at once neither ends the other's sitting", async () => {
  const sittings = createSittings(createCookies(), crypto);
  const one = await sittings.begin();
  const two = await sittings.begin();
  assert.deepEqual(
    [await sittings.isStillOn(one, await sittings.look()), await sittings.isStillOn(two, await sittings.look())],
    [true, true],
  );
});

test("a dead cookie store does not keep anybody out, and the jotter is locked once no page is open", async () => {
  const cookies = createCookies();
  let is_page_open = true;
  const sittings = createSittings(cookies, crypto);
  const tablet = await enrolledTablet(new FakeRecord(), { sittings, hasOpenPage: async () => is_page_open });
  const is_locked = async () => (await tablet.present({ is_navigation: true })).is_locked;
  cookies.die();
  assert.equal(await is_locked(), false, "a worker that was started again is no end of a sitting");
  is_page_open = false;
  assert.equal(await is_locked(), true, "at once, without a minute's grace");
  is_page_open = true;
  assert.deepEqual(await unlock(tablet, TA), { is_open: true });
  assert.equal(await is_locked(), false);
  is_page_open = false;
  assert.equal(await is_locked(), true);
});

test("with a cookie, or in a browser without a cookie store, a page may be opened again within a minute", async () => {
  for (const cookies of [createCookies(), undefined]) {
    const sittings = createSittings(cookies, crypto);
    const tablet = await enrolledTablet(new FakeRecord(), { sittings, hasOpenPage: async () => false });
    tablet.clock.now += 59_000;
    assert.equal((await tablet.present({ is_navigation: true })).is_locked, false);
    tablet.clock.now += 2_000;
    assert.equal((await tablet.present({ is_navigation: true })).is_locked, true);
  }
});
