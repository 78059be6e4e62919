// What the browser's database keeps of an open jotter opens nothing without what lies in the pocket, nor that alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decrypt, unwrap, wrap } from "../../webapp/static/jotter/vault/cipher.js";
import { createPocket } from "../../webapp/static/jotter/vault/pocket.js";
import { FakeRecord } from "./fake_record.js";
import { anotherWorker, crypto, enrolledTablet, openOn, TA, unlock } from "./world.js";

/** CacheStorage, as far as the pocket needs it. */
function createCaches() {
  const kept = new Map();
  const cache = {
    put: async (address, response) => void kept.set(address, await response.arrayBuffer()),
    match: async (address) => (kept.has(address) ? new Response(kept.get(address)) : undefined),
    delete: async (address) => kept.delete(address),
    keys: async () => [...kept.keys()],
  };
  return { kept, open: async () => cache };
}

/** The same tablet after its worker was killed: what it had in its memory is gone. */
const startedAgain = (tablet) => anotherWorker(new FakeRecord(), tablet);

test("a worker that was started again finds the jotter open by what is in the pocket, and locked without it", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  assert.equal((await startedAgain(tablet).present()).is_locked, false);
  await tablet.world.pocket.empty();
  assert.equal((await startedAgain(tablet).present()).is_locked, true);
  assert.deepEqual(await unlock(tablet, TA), { is_open: true });
  assert.equal((await startedAgain(tablet).present()).is_locked, false);
});

test("the store holds a key that no script can take out, which unwraps what is in the pocket and does nothing else", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const { unlocked, vault } = await openOn(tablet);
  assert.equal(unlocked.key.extractable, false);
  assert.deepEqual(unlocked.key.usages, ["unwrapKey"]);
  assert.deepEqual(Object.keys(unlocked).sort(), ["key", "person_id", "place", "sitting", "touched_at"]);
  const [[place, wrapped]] = tablet.world.pocket.keys;
  assert.equal(place, unlocked.place);
  const key = await unwrap(unlocked.key, wrapped, crypto);
  assert.equal(key.extractable, false);
  assert.ok((await decrypt(key, vault.secret, crypto)).token);
  const { key: another } = await wrap(new Uint8Array(32), crypto);
  await assert.rejects(unwrap(another, wrapped, crypto));
});

test("every unlocking has a key of its own, and a lock leaves none", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const [first] = [...tablet.world.pocket.keys.keys()];
  await unlock(tablet, TA);
  const places = [...tablet.world.pocket.keys.keys()];
  assert.equal(places.length, 1);
  assert.notEqual(places[0], first);
  await tablet.vault.lock();
  assert.equal(tablet.world.pocket.keys.size, 0);
});

test("a jotter that locks itself leaves no key either", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  tablet.clock.now += 6 * 60_000;
  assert.equal((await tablet.present()).is_locked, true);
  assert.equal(tablet.world.pocket.keys.size, 0);
});

test("a lock that comes too late takes nothing from whoever has unlocked meanwhile", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const { unlocked: seen } = await openOn(tablet);
  await unlock(tablet, TA);
  await tablet.vault.vaults.lock(seen);
  assert.equal((await startedAgain(tablet).present()).is_locked, false);
});

test("the pocket keeps, shows, drops and is emptied", async () => {
  const caches = createCaches();
  const pocket = createPocket(caches);
  await pocket.keep("a", new Uint8Array([1, 2]));
  await pocket.keep("b", new Uint8Array([3]));
  assert.deepEqual(await pocket.look("a"), new Uint8Array([1, 2]));
  await pocket.drop("a");
  assert.deepEqual([await pocket.look("a"), await pocket.look("b")], [null, new Uint8Array([3])]);
  await pocket.empty();
  assert.equal(caches.kept.size, 0);
});

test("a lock that is broken off half-way has emptied the pocket already", async () => {
  const tablet = await enrolledTablet(new FakeRecord());
  const { unlocked } = tablet.vault.vaults;
  const { run } = unlocked.database;
  unlocked.database.run = () => Promise.reject(new Error("killed"));
  await assert.rejects(tablet.vault.lock());
  unlocked.database.run = run;
  assert.equal(tablet.world.pocket.keys.size, 0);
  assert.equal((await startedAgain(tablet).present()).is_locked, true);
});
