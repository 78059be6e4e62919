// Who and what is here, and whose jotter is open: in one transaction and asked at once, for every page begins with it.

import { lockTime } from "./vaults.js";

const STORES = ["settings", "enrolments", "vaults", "unlocked"];
const SETTINGS = ["device", "current", "is_closed", "joining", "session"];

/**
 * → {about, is_closed, joining, session, enrolment, has_vault, open}. `joining` has signed in and has no jotter here yet;
 * `session` is what the cookie last said of a sign-in in this browser (sync/session.js). `open` is {unlocked, vault,
 * lock_ms, is_current}, or null where every jotter is locked.
 */
export function lookAround(database) {
  return database.run(STORES, "readonly", async (tx) => {
    const all = (name) => tx.objectStore(name).getAll();
    const settings = tx.objectStore("settings");
    const [enrolments, vaults, [unlocked], ...told] = await Promise.all([
      ...["enrolments", "vaults", "unlocked"].map(all),
      ...SETTINGS.map((name) => settings.get(name)),
    ]);
    const [about = null, current, is_closed = false, joining, session] = told;
    const enrolment = theirs(enrolments, current);
    const has_vault = theirs(vaults, current) !== null;
    const open = unlocked ? openOf(unlocked, { enrolments, vaults, current }) : null;
    return { about, is_closed, joining, session, enrolment, has_vault, open };
  });
}

function openOf(unlocked, { enrolments, vaults, current }) {
  const { person_id } = unlocked;
  const vault = theirs(vaults, person_id);
  const lock_ms = lockTime(theirs(enrolments, person_id));
  return { unlocked, vault, lock_ms, is_current: vault !== null && current === person_id };
}

const theirs = (rows, id) => rows.find(({ person_id }) => person_id === id) ?? null;
