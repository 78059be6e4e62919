// What surrounds every page: the sync status, who is here, what was just done; and the pages for when things fail.

import { page } from "../router.js";
import { StoreFailed } from "../store/db.js";
import { isId } from "../store/ids.js";
import { preferencesOf } from "./preferences.js";

// Until the school has said otherwise.
const LOCK_MINUTES = 5;
const MESSAGES = {
  saved: "Saved on this tablet.",
  meeting: "Meeting saved on this tablet.",
  answered: "Answer saved on this tablet.",
  draft: "Draft saved on this tablet. It goes to the record too, and can be finished on another tablet.",
  settings: "Your settings are kept on this tablet.",
  discarded: "Draft thrown away.",
  restored: "The draft is back.",
  again: "It will be tried again.",
  passcode: "Your passcode is changed.",
  fingerprint: "You can unlock with fingerprint or face from now on.",
  "no-fingerprint": "Fingerprint or face no longer unlocks your jotter.",
};

export function createFrame(build) {
  return async (jotter, { query, path } = {}) => {
    const is_open = Boolean(jotter?.person) && !jotter.is_locked;
    return {
      build,
      path,
      is_open,
      person: jotter?.person ?? null,
      about: jotter?.about ?? null,
      session: jotter?.session ?? "",
      hand: is_open ? (await preferencesOf(jotter)).hand : "right",
      lock_minutes: jotter?.enrolment?.school?.lock_minutes ?? LOCK_MINUTES,
      status: (await jotter?.status().catch(() => null)) ?? { waiting: 0 },
      message: is_open ? (MESSAGES[query?.get("said")] ?? "") : "",
      undo: is_open ? await undoOf(jotter, query?.get("undo")) : "",
    };
  };
}

/** The draft that was just thrown away, as long as it can be brought back. */
async function undoOf(jotter, id) {
  return isId(id) && (await jotter.drafts.isDiscarded(id).catch(() => false)) ? id : "";
}

export function lost(status = 404) {
  return page("tablet/lost.html", { title: "No such page" }, { status });
}

export function broken(error) {
  const is_full = error instanceof StoreFailed && error.isFull;
  return page("tablet/broken.html", { title: "Something went wrong", is_full }, { status: 500 });
}
