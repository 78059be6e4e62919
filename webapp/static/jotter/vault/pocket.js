// What is in a person's pocket while their jotter is open: its key, wrapped with that of the sitting.
//
// The sitting's key lies in IndexedDB: a CryptoKey that no script can export. But browsers write its bytes into their
// files as they are, and a row that was deleted stays readable there until they are rewritten, which may be never. So
// what it unwraps lies here: an entry of a cache is a file of its own, and goes when it is deleted (measured in
// Chromium: tests/e2e/faults/test_the_vault_at_rest.py).

const CACHE = "unlocked"; // not "jotter-…": those are the builds'

/** → {keep(place, bytes), look(place) → bytes or null, drop(place), empty()}. `caches` are the worker's. */
export function createPocket(caches) {
  const addressOf = (place) => `/tablet/unlocked/${place}`;
  const open = () => caches.open(CACHE);
  return {
    keep: async (place, bytes) => (await open()).put(addressOf(place), new Response(bytes)),

    async look(place) {
      const found = await (await open()).match(addressOf(place));
      return found ? new Uint8Array(await found.arrayBuffer()) : null;
    },

    drop: async (place) => (await open()).delete(addressOf(place)),

    /** Each entry by itself: a whole cache that is deleted lives on as long as anybody holds it. */
    async empty() {
      const cache = await open();
      await Promise.all((await cache.keys()).map((request) => cache.delete(request)));
    },
  };
}
