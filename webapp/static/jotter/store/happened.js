// Where an entry or a document stands among what happened: by this lists are in order, on the tablet as at the desk.

import { momentOf, seenAt, today } from "../times.js";

/**
 * The moment in RFC 3339 of a note's body, written first at `recorded_at`. A finished meeting has a day and no hour:
 * written up on another day it stands at noon of its own (record/parent_meetings.py).
 */
export function happenedAt(kind, body, recorded_at) {
  if (kind === "observation") return seenAt({ ...body, recorded_at });
  const written = Date.parse(recorded_at ?? "");
  if (kind !== "parent_meeting" || !body.finished || Number.isNaN(written)) return recorded_at;
  const noon = today(written) === body.held_on ? null : momentOf(`${body.held_on}T12:00`);
  return noon === null ? recorded_at : new Date(noon).toISOString();
}
