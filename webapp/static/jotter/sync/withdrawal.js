// Withdrawn at the desk, or its person has left: nothing of theirs is erased before all of it was handed over.

import { endEnrolment } from "./enrol.js";
import { signOut } from "./session.js";

/** → "erased", "waits" (something of theirs is still undelivered), or "offline" for what must come first. */
export async function withdraw({ person_id, token, is_current, opened, enrolment }, world) {
  const { device, outbox, photos, vault, erasePerson, fetch } = world;
  // The browser's own session goes first: with it the tablet would enrol itself again and fetch everything anew.
  if (is_current && !(await signOut(world))) return "offline";
  // Once; after that whoever knows the passcode may look after what is stuck. Nobody writes while it is erased.
  const is_news = !enrolment.is_withdrawn;
  if (opened && (is_news || !(await hasUndelivered(person_id, world)))) await vault.lock();
  if (await hasUndelivered(person_id, world)) {
    if (is_news) await device.keepWithdrawn(person_id);
    return "waits";
  }
  await erasePerson(person_id);
  // In this order: which photos a note names is read from the note.
  await photos.forgetDelivered(person_id);
  await outbox.forgetAcknowledged(person_id);
  await vault.erase(person_id);
  const untold = await photos.untold(person_id);
  // With the record not told yet, its token must stay; the next contact goes on here.
  if (untold.length || !(await endEnrolment(token, fetch))) await device.keepWithdrawn(person_id);
  else await device.removeEnrolment(person_id);
  return "erased";
}

/** A photo whose bytes are gone has nothing left to deliver. */
async function hasUndelivered(person_id, { outbox, photos }) {
  if (await outbox.count(person_id)) return true;
  return (await photos.ofPerson(person_id)).some(({ is_lost }) => !is_lost);
}
