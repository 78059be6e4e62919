// Locking: by the button, and by itself when nobody has touched any page of the tablet for some minutes.

import { holdPageOpen } from "../open_pages.js";
import { keepOpenDraft } from "./drafts.js";
import { forgetCookie } from "./person.js";

const TELL_EVERY_MS = 10_000;
// Before the worker would refuse: what is being typed must still become a draft.
const AHEAD_MS = 3_000;
const LIMIT_MS = 5_000;
const SIGNS = ["pointerdown", "keydown", "input"];

export function watchLock(worker) {
  if (navigator.locks) holdPageOpen(navigator.locks);
  document.addEventListener(
    "submit",
    (event) => {
      if (!event.target.matches("form[data-lock]")) return;
      event.preventDefault();
      lock(worker);
    },
    true,
  );
  const minutes = Number(document.body.dataset.lockMinutes);
  if (document.body.dataset.person && minutes) watchIdleness(worker, minutes * 60_000 - AHEAD_MS);
}

/** The pupils leave the screen first; then what is being written is kept, and only then the key goes. */
async function lock(worker) {
  forgetCookie();
  document.getElementById("main").hidden = true;
  // A store that hangs must not keep the jotter open: what was typed has been kept as it was typed.
  await Promise.race([keepOpenDraft(), new Promise((resolve) => setTimeout(resolve, LIMIT_MS))]);
  const message = { type: "form", action: "/tablet/lock", body: "" };
  await worker.ask(message, LIMIT_MS).catch(() => {});
  location.assign("/tablet/");
}

function watchIdleness(worker, limit_ms) {
  const others = new BroadcastChannel("jotter-touch");
  let touched_at = Date.now();
  let told_at = 0;
  let later = null;
  let is_locking = false;

  function touch() {
    touched_at = Date.now();
    if (touched_at - told_at >= TELL_EVERY_MS) tell();
    // The last touch of many counts too.
    else later ??= setTimeout(tell, TELL_EVERY_MS);
  }

  function tell() {
    clearTimeout(later);
    later = null;
    told_at = Date.now();
    worker.tell({ type: "touch" });
    others.postMessage("touch");
  }

  function check() {
    const left_ms = touched_at + limit_ms - Date.now();
    if (left_ms > 0) setTimeout(check, left_ms);
    else if (!is_locking) {
      is_locking = true;
      lock(worker);
    }
  }

  // Somebody works in another tab: this one is not left.
  others.onmessage = () => {
    touched_at = Date.now();
  };
  for (const sign of SIGNS) document.addEventListener(sign, touch, { capture: true, passive: true });
  // A tablet that slept has not counted the minutes.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
  check();
}
