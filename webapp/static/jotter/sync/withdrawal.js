// Withdrawn at the desk: once everything is handed over, one person's notebook is erased from this tablet.

import { endEnrolment } from "./enrol.js";
import { signOut } from "./session.js";

/** → whether it is erased; false when the record could not be reached for what must come first. */
export async function withdraw({ person_id, token, is_current, opened }, world) {
  const { device, outbox, photos, vault, erasePerson, fetch } = world;
  // The browser's own session goes first: with it the tablet would enrol itself again and fetch everything anew.
  if (is_current && !(await signOut(world))) return false;
  await erasePerson(person_id);
  // In this order: which photos a note names is read from the note.
  await photos.forgetDelivered(person_id);
  await outbox.forgetAcknowledged(person_id);
  const own = [...(await outbox.progress(person_id)), ...(await photos.ofPerson(person_id))];
  // What never was sealed can go only when its author has unlocked once more: until then its key must stay.
  if (own.every(({ is_sealed }) => is_sealed)) await vault.erase(person_id);
  else if (opened) await vault.lock();
  const untold = await photos.untold(person_id);
  // With something left, or the record not told yet, its token must stay; the next contact goes on here.
  if (own.length || untold.length || !(await endEnrolment(token, fetch))) await device.keepWithdrawn(person_id);
  else await device.removeEnrolment(person_id);
  return true;
}
