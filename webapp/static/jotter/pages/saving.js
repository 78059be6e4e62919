// Saving entries, and saying so in plain words when the tablet could not.

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
