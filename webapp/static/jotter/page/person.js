// Who signed in at the school's door? When the cookie says another sign-in than when the worker last heard of one, the
// worker is told; whose jotter is shown is for it to say.

const COOKIE = /(?:^|; )jotter_person=([^;]*)/;

/** The mark of a sign-in in this browser, `<person id>.<what no other has>`, or null. */
export const signedIn = () => COOKIE.exec(document.cookie)?.[1] || null;

export async function matchPerson(worker) {
  // Before the form is sent: another open page must not take the cookie for a person who has just signed in.
  document.addEventListener("submit", ({ target }) => target.matches("[data-sign-out]") && forgetCookie(), true);
  const { device, session } = document.body.dataset;
  if (!device || !worker.is_in_control()) return;
  const signed_in = signedIn() ?? "";
  if (signed_in !== session && (await isLedOn(signed_in))) return;
  // Here only whoever signs in from now on counts.
  if (signed_in && document.querySelector("[data-signed-out]")) {
    forgetCookie();
    await tell("");
  }
}

/** → whether another page is on its way, because somebody has signed in anew. */
async function isLedOn(signed_in) {
  const main = document.getElementById("main");
  // Somebody else's pupils must not stay on the screen meanwhile.
  if (signed_in && document.body.dataset.person) main.hidden = true;
  const is_changed = await tell(signed_in);
  if (is_changed) location.assign(location.pathname === "/tablet/forgotten" ? location.pathname : "/tablet/");
  else main.hidden = false;
  return is_changed;
}

/** → whether what is shown is another page now. */
async function tell(person) {
  const body = new URLSearchParams({ person });
  const response = await fetch("/tablet/person", { method: "POST", body }).catch(() => null);
  return response?.ok ? (await response.json()).is_changed : false;
}

export function forgetCookie() {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = "jotter_person=; Max-Age=0; Path=/; SameSite=Lax";
}
