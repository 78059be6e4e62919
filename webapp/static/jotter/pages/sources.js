// Which words of a note stand before its author: those written here last, or the record's.

/**
 * What a note is gone on from: {body, own, document, place}, or null for an id that nobody has used. `own` is this person's
 * last revision here; `place` tells the form upon which words of the record it stands, and after which revision.
 */
export async function sourceOf(jotter, kind, id) {
  const { shelf, outbox, person } = jotter;
  const [own, document, conflicts] = await Promise.all([
    outbox.latestOf(person.id, id),
    shelf.get(kind, id),
    shelf.from("conflict", "9999-12-31"),
  ]);
  const is_in_conflict = conflicts.some(({ body }) => body.entry_id === id);
  const after_revision = own?.revision ?? 0;
  if (own && !own.entry.is_unreadable && isAhead(own, document, is_in_conflict))
    return { body: own.entry.body, own, document, place: { base_version: "", after_revision } };
  if (!document) return null;
  return { body: bodyIn(document), own, document, place: { base_version: String(document.version), after_revision } };
}

/** Whether this person's own words are not in the record's version that lies here. */
function isAhead({ is_waiting, status, version }, document, is_in_conflict) {
  if (is_waiting || status === "quarantined" || !document) return true;
  return (status === "conflict" && is_in_conflict) || (version ?? 0) > document.version;
}

/** The entry's body, without what the record says of it. */
function bodyIn({ body }) {
  const { author_id, recorded_at, received_at, reviewed, signed, ...said } = body;
  return said;
}

/** Words that somebody saved in another tab since this form was opened: whether to replace them is theirs to say. */
export function isSavedElsewhere(own, fields, body) {
  const is_later = own && own.revision > Number(fields.after_revision);
  return Boolean(is_later) && JSON.stringify(own.entry.body) !== JSON.stringify(body);
}
