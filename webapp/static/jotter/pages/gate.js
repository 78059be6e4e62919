// Who may see a page of the jotter: nobody, until the tablet is set up, somebody is here, and their jotter is unlocked.

import { page } from "../router.js";
import { firstPasscodePage, joinPage, setUpPage } from "./set_up.js";
import { signedOutPage, silentPage, unlockPage } from "./unlock.js";

/** → the page that is shown in place of the one that was asked for, or null: the jotter is open. */
export async function gate(jotter, asked = {}) {
  const { method = "GET", form = null, is_htmx = false } = asked;
  if (method === "POST") return refusal(jotter, form?.get("person"));
  const closed = await closedPage(jotter, asked);
  // A part of a page must not be swapped for a whole other one: the browser goes there.
  return closed && is_htmx ? { ...closed, headers: { "HX-Redirect": "/tablet/" } } : closed;
}

async function closedPage(jotter, asked) {
  if (!jotter.about) return setUpPage();
  if (jotter.joining) return joinPage();
  if (!jotter.person) return signedOutPage(jotter);
  if (!jotter.has_vault) return firstPasscodePage(jotter);
  if (await jotter.isSilent()) return silentPage(jotter);
  return jotter.is_locked ? unlockPage(jotter, { next: addressOf(asked) }) : null;
}

/**
 * A form that was opened by somebody else, or before the jotter was locked, is refused, so that nobody's words are
 * saved under another's name; they stay on the screen.
 */
function refusal(jotter, writer) {
  const is_open = jotter.about && !jotter.joining && jotter.person && jotter.has_vault && !jotter.is_locked;
  if (is_open && (writer ?? jotter.person.id) === jotter.person.id) return null;
  const is_locked = Boolean(jotter.person && jotter.is_locked && (writer ?? jotter.person.id) === jotter.person.id);
  const headers = is_locked ? { "X-Jotter-Locked": "yes" } : {};
  return page("tablet/not_saved.html", { title: "Not saved", is_locked }, { status: 403, headers });
}

function addressOf({ path = "/tablet/", query }) {
  const rest = new URLSearchParams(query);
  rest.delete("said");
  return rest.size ? `${path}?${rest}` : path;
}
