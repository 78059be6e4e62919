// What only the page can tell of the device: is it installed, has the browser promised to keep its store?

import { signedIn } from "./person.js";

const HOME = "/tablet/";
// Setting up takes a session that has just begun: not only after a passcode was thought of.
const SIGN_IN = `/sign-in?next=${HOME}`;

export async function checkThisDevice() {
  const place = document.getElementById("device-check");
  if (!place) return;
  if (location.pathname === HOME && !signedIn() && navigator.onLine) return location.replace(SIGN_IN);
  const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  await navigator.storage?.persist?.().catch(() => false);
  const persistent = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
  const seen = { installed: installed ? "yes" : "no", persistent: persistent ? "yes" : "no" };
  for (const [name, value] of Object.entries(seen)) document.querySelector(`input[name="${name}"]`).value = value;
  const response = await fetch(`/tablet/set-up/check?${new URLSearchParams(seen)}`).catch(() => null);
  if (response?.headers.has("X-Jotter-Worker")) place.innerHTML = await response.text();
}
