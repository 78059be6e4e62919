// Meetings that are prepared or begun: where each stands, on this tablet or in the record, and what is still open.

const WORDS = ["parent_view", "child_view", "discussion"];

/** Every unfinished meeting of this person's pupils, soonest first: {id, pupil_id, held_on, purpose, is_begun}. */
export async function meetingsBegun({ shelf, outbox, drafts, person }) {
  const [documents, waiting, typed] = await Promise.all([
    shelf.unfinishedMeetings(),
    outbox.list(person.id, { kind: "parent_meeting" }),
    drafts.all(),
  ]);
  const found = new Map(documents.map(({ id, body }) => [id, body]));
  // Newest first, so the last word on each is what is set last.
  for (const { id, entry } of waiting.reverse()) if (!entry.is_unreadable) found.set(id, entry.body);
  for (const { id } of typed) found.delete(id); // offered among the drafts
  const begun = [...found].filter(([, body]) => !body.finished);
  const told = begun.map(async ([id, { pupil_id, held_on, purpose, ...body }]) => {
    // Saved as a draft on this tablet it is begun, however little it says.
    const is_begun = hasBegun(body) || (await outbox.has(id));
    return { id, pupil_id, held_on, purpose, is_begun };
  });
  return (await Promise.all(told)).sort((a, b) => (a.held_on < b.held_on ? -1 : 1));
}

function hasBegun({ actions = [], signatures = [], prompts, ...body }) {
  const words = [...WORDS.map((name) => body[name]), ...Object.values(prompts ?? {})];
  return words.some(Boolean) || actions.length > 0 || signatures.length > 0;
}

/** What was agreed and is not done, soonest due first, as far as this tablet knows: also from what waits to be sent. */
export async function openActions({ shelf, outbox, person }, pupil_id) {
  const [documents, waiting] = await Promise.all([
    shelf.ofPupil("action", pupil_id),
    outbox.list(person.id, { kind: "parent_meeting" }),
  ]);
  const open = new Map(documents.filter(({ body }) => !body.done).map((action) => [action.id, action]));
  const done = new Set(documents.filter(({ body }) => body.done).map(({ id }) => id));
  for (const { id: from_entry, entry } of waiting.reverse()) {
    if (entry.body.pupil_id !== pupil_id) continue;
    for (const tick of entry.body.actions_earlier ?? []) done[tick.done ? "add" : "delete"](tick.id);
    for (const [id, { body }] of open) if (body.from_entry === from_entry) open.delete(id);
    for (const action of entry.body.actions ?? [])
      open.set(action.id, { id: action.id, body: { ...action, pupil_id, from_entry, done: false } });
  }
  const due = ({ body }) => body.due || "9999-12-31";
  return [...open.values()].filter(({ id }) => !done.has(id)).sort((a, b) => (due(a) < due(b) ? -1 : 1));
}

/** The rows to tick at a meeting: {id, done, body}, those that it has ticked already included. */
export async function earlierActions(jotter, pupil_id, { entry_id, earlier }) {
  const open = (await openActions(jotter, pupil_id)).filter(({ body }) => body.from_entry !== entry_id);
  const ticks = new Map(earlier.map(({ id, done }) => [id, done]));
  const shown = new Set(open.map(({ id }) => id));
  const others = await Promise.all(
    [...ticks.keys()].filter((id) => !shown.has(id)).map(async (id) => [id, await jotter.shelf.get("action", id)]),
  );
  return [
    ...open.map(({ id, body }) => ({ id, body, done: ticks.get(id) ?? false })),
    ...others.map(([id, action]) => ({ id, body: action?.body ?? null, done: ticks.get(id) })),
  ];
}
