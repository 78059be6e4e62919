// What this person last noted about a pupil, so that the next note of its kind begins where that one left off.

import { INSTRUMENTS, instrumentOf } from "../instruments/index.js";

const LOOKED_AT = 40;

/** This person's latest observations of a pupil, newest first: of this tablet, and what the record brought of others. */
export async function ownObservations({ outbox, shelf, person }, pupil_id) {
  const [mine, documents] = await Promise.all([
    outbox.recent(person.id, pupil_id, LOOKED_AT),
    shelf.ofPupil("observation", pupil_id, LOOKED_AT),
  ]);
  const written = mine.map(({ entry, order }) => ({ kind: entry.kind, order, body: entry.body }));
  const filed = documents.filter(({ body }) => body.author_id === person.id);
  return [...written, ...filed]
    .filter(({ kind, body }) => kind === "observation" && instrumentOf(body?.instrument))
    .sort((a, b) => a.order - b.order)
    .map(({ body }) => body);
}

/** What this person's last note of that instrument fills in: its behaviour above all. */
export function filledFrom(observations, instrument) {
  const last = observations.find((body) => body.instrument === instrument);
  return last ? INSTRUMENTS[instrument].again(last.measures ?? {}) : {};
}

/** The last note anew: its instrument, behaviour, setting and outcomes, and none of what was seen. */
export function repeated([last]) {
  if (!last) return {};
  const { instrument, setting = "", outcome_ids = [] } = last;
  return { instrument, setting, outcomes: outcome_ids };
}
