// Registers the service worker, waits until it is in control, and offers a newer build without forcing it.

import { keepOpenDraft } from "./drafts.js";

const RELOADS = "jotter-reloads";
const CONTROL_LIMIT_MS = 15_000;

export function startWorker() {
  const worker = {
    is_in_control: () => Boolean(navigator.serviceWorker?.controller),
    /** To the worker in control, or nowhere: whoever needs an answer asks for a page. */
    tell: (message) => navigator.serviceWorker?.controller?.postMessage(message),
    /** To the worker in control by a road of its own, on which nothing can reach a network; → its answer. */
    ask,
    /** Asks a worker that is there but does not control this page (a hard reload) to take it over. */
    claim: async () => (await navigator.serviceWorker?.getRegistration())?.active?.postMessage({ type: "claim" }),
  };
  if (navigator.serviceWorker) register(worker).catch(() => show("shell-failed"));
  else show("shell-failed");
  return worker;
}

function ask(message, limit_ms, transfer = []) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => reject(new Error("the worker did not answer")), limit_ms);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    navigator.serviceWorker.controller.postMessage(message, [port2, ...transfer]);
  });
}

async function register(worker) {
  const shell = document.querySelector("[data-shell]");
  if (shell) setTimeout(() => show("shell-failed"), CONTROL_LIMIT_MS);
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  if (shell) return leaveShell(worker);
  offerUpdate(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", () => offerUpdate(registration));
  });
  // A page may stay open for days: it looks for a newer build whenever it is looked at again.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
  if (!worker.is_in_control()) await worker.claim();
}

/** The server's stand-in page: as soon as the worker is in control, the same address is its own to answer. */
async function leaveShell(worker) {
  await navigator.serviceWorker.ready;
  if (!worker.is_in_control()) {
    const taken = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
    await worker.claim();
    await taken;
  }
  // Counted, so that a browser in which this cannot work says so instead of reloading for ever.
  const reloads = Number(sessionStorage.getItem(RELOADS) ?? 0);
  if (reloads > 3) return show("shell-failed");
  sessionStorage.setItem(RELOADS, reloads + 1);
  location.reload();
}

function offerUpdate(registration) {
  sessionStorage.removeItem(RELOADS);
  if (!registration.waiting || !navigator.serviceWorker.controller) return;
  const offer = document.getElementById("update");
  if (!offer) return;
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => takeUpdate(registration, offer), { once: true });
}

async function takeUpdate(registration, offer) {
  await keepOpenDraft();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.type === "update-later")
      offer.textContent = "To finish the update, close every Jotter page and open it again.";
  });
  registration.waiting?.postMessage({ type: "update", schema: document.body.dataset.schema });
}

function show(id) {
  const element = document.getElementById(id);
  if (element) element.hidden = false;
}
