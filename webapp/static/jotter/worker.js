// The service worker, the tablet's own little Flask: installs its build, answers /tablet/, starts a sync. No more.
// It is killed within seconds of idleness: nothing that matters may live in its globals.

import templates from "../dist/templates.js";
import { Tablet } from "./jotter.js";
import { messagesFor } from "./messages.js";
import { hasOpenPage } from "./open_pages.js";
import { broken, createFrame, lost } from "./pages/frame.js";
import { gate } from "./pages/gate.js";
import { createRouter } from "./pages/index.js";
import { createRenderer } from "./render.js";
import { createAnswerer } from "./router.js";
import { DEVICE_SCHEMA } from "./store/device.js";
import { PERSON_SCHEMA } from "./store/person.js";
import { createPocket } from "./vault/pocket.js";
import { createSittings } from "./vault/sittings.js";

const { version, precache, assets, integrity = {} } = __BUILD__;
const SCHEMA = `${DEVICE_SCHEMA}.${PERSON_SCHEMA}`;
const CACHE = `jotter-${version}`;
const PRECACHED = new Set(precache);

const render = createRenderer(templates, assets);
const tablet = new Tablet({
  now: () => Date.now(),
  random: () => Math.random(),
  crypto: self.crypto,
  fetch: (path, options) => fetch(path, options),
  locks: navigator.locks,
  client: version,
  estimate: () => navigator.storage.estimate(),
  sittings: createSittings(self.cookieStore, self.crypto),
  pocket: createPocket(self.caches),
  hasOpenPage: () => hasOpenPage(navigator.locks, self.clients),
  announce,
});
const answer = createAnswerer({
  router: createRouter(),
  open: (asked) => tablet.present(asked),
  render,
  frame: createFrame({ version, schema: SCHEMA }),
  gate,
  lost,
  broken,
  version,
});

/** Tells every open page how syncing stands, and whose jotter is open; {is_syncing, has_changed, has_turned}. */
async function announce({ is_syncing = false, has_changed = false, has_turned = false } = {}) {
  const jotter = await tablet.present();
  const status = await jotter.status();
  const retry_in_ms = status.retry_at ? Math.max(0, status.retry_at - Date.now()) : null;
  const html = render("tablet/_sync.html", { status: { ...status, is_syncing } });
  const here = jotter.person?.id ?? "";
  const person = jotter.is_locked ? "" : here;
  const news = { type: "status", html, has_changed, has_turned, retry_in_ms, here, person };
  for (const page of await self.clients.matchAll({ type: "window" })) page.postMessage(news);
}

/** By content hash: a captive portal's page in place of a file fails the whole installation, which is tried again. */
async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(precache.map((url) => new Request(url, { cache: "no-cache", integrity: integrity[url] ?? "" })));
}

async function dropOldBuilds() {
  const names = (await caches.keys()).filter((name) => name.startsWith("jotter-") && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromCache(request) {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request);
}

const { handlers, draftsKept } = messagesFor({ tablet, answer, announce, schema: SCHEMA });

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropOldBuilds()));
self.addEventListener("sync", (event) => event.waitUntil(handlers.sync({ data: { why: "online" } })));
self.addEventListener("message", (event) => event.waitUntil(Promise.resolve(handlers[event.data?.type]?.(event))));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  if (PRECACHED.has(url.pathname)) event.respondWith(fromCache(event.request));
  else if (/^\/tablet(\/|$)/.test(url.pathname)) event.respondWith(draftsKept().then(() => answer(event.request)));
});
