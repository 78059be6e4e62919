// Saving entries, and saying so in plain words when the tablet could not; and where to go from there.

import { StoreFailed } from "../store/db.js";
import { SAVING_FAILED } from "./fields.js";

/** → null when every entry is saved and read back, or the problem to show above the form: then none is. */
export async function saveOrExplain(jotter, entries) {
  try {
    await jotter.save(entries);
    return null;
  } catch (error) {
    if (!(error instanceof StoreFailed)) throw error;
    return { name: "", message: error.isFull ? SAVING_FAILED.full : SAVING_FAILED.other };
  }
}

/**
 * The page that follows: the pupil's, unless they have left this person's list meanwhile. Should nobody be able to tell,
 * it is Today: what is saved must not look unsaved for it.
 */
export async function pageAfter(jotter, pupil_id) {
  const is_on_shelf = await jotter.shelf.has("pupil", pupil_id).catch(() => false);
  return is_on_shelf ? `/tablet/pupils/${pupil_id}` : "/tablet/";
}
