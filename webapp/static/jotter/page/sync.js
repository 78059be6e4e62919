// When to sync: on opening, on saving, when the network returns, every 30 s while visible; and what is shown of it.

import { signedIn } from "./person.js";
import { seen } from "./seen.js";

const EVERY_MS = 30_000;

export function startSyncing(worker) {
  let retry = null;
  const ask = (why) => worker.tell({ type: "sync", why, signed_in: signedIn() });

  function showStatus({ data }) {
    if (data?.type !== "status" || hasAnotherOwner(data)) return;
    const region = document.getElementById("sync-status");
    // Written only when it changed: a screen reader reads out every change.
    if (region && region.dataset.shown !== data.html) {
      region.innerHTML = data.html;
      region.dataset.shown = data.html;
    }
    if (data.has_changed) refresh("changed");
    else if (data.has_turned) refresh("turned");
    clearTimeout(retry);
    if (data.retry_in_ms) retry = setTimeout(tick, Math.min(data.retry_in_ms, EVERY_MS) + 50);
  }

  function tick() {
    if (document.visibilityState === "visible") ask("tick");
  }

  navigator.serviceWorker?.addEventListener("message", showStatus);
  navigator.serviceWorker?.addEventListener("controllerchange", () => ask("open"));
  window.addEventListener("online", () => ask("online"));
  window.addEventListener("offline", () => ask("online"));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask("open"));
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful && detail.requestConfig?.verb === "post") askSoon(ask);
  });
  document.addEventListener("jotter:saved", () => askSoon(ask));
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sync === undefined || !worker.is_in_control()) return;
    event.preventDefault();
    ask("button");
  });
  // Locked while it was on its way, or kept by the browser for `back`: no news has reached it.
  window.addEventListener("pageshow", () => document.body.dataset.person && worker.tell({ type: "status" }));
  setInterval(tick, EVERY_MS);
  ask("open");
  askToPersist().catch(() => {});
}

/** Once a sitting: Firefox asks its person each time. */
async function askToPersist() {
  if (sessionStorage.getItem("jotter-asked-to-persist") || (await navigator.storage?.persisted?.())) return;
  sessionStorage.setItem("jotter-asked-to-persist", "1");
  await navigator.storage?.persist?.();
}

/** `Saved` is seen before the network is thought of. Where there is Background Sync it is asked too. */
export function askSoon(ask, page = document) {
  seen(page, setTimeout).then(() => ask("saved"));
  navigator.serviceWorker?.ready.then((registration) => registration.sync?.register("jotter-sync")).catch(() => {});
}

/**
 * Locked, signed out, changed or withdrawn meanwhile: the pupils leave the screen. Words being written stay when it is
 * somebody else's turn; whoever locks has kept them as a draft.
 */
function hasAnotherOwner({ person, here }) {
  const { person: shown } = document.body.dataset;
  if (!shown) return isOvertaken(person, here);
  if (shown === person) return false;
  const is_busy = document.querySelector("form[data-draft], form[aria-busy='true']");
  if (!person || !is_busy) location.assign("/tablet/");
  return true;
}

/** A page that asks for a passcode: of somebody whose turn it is no more, or in a tab that was left meanwhile. */
function isOvertaken(person, here) {
  if (document.querySelector("form[aria-busy='true']")) return false;
  const is_another_s = here !== document.body.dataset.here;
  const is_left = person && document.visibilityState === "hidden" && document.querySelector("[data-locked]");
  if (is_another_s) location.assign("/tablet/");
  else if (is_left) location.reload();
  return is_another_s;
}

/**
 * Lists that a sync may have changed ask for themselves anew; a form being filled in is never touched. `turned`: only
 * how syncing stands, which the Outbox alone tells in words; no other list must be swapped from under a finger for it.
 */
function refresh(what) {
  if (globalThis.htmx) htmx.trigger(document.body, `jotter:${what}`);
}
