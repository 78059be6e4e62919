// The Outbox in plain words: what has not reached the record yet, why, and what its author can do about it.

import { file, page, seeOther } from "../router.js";
import { sealed } from "../store/revisions.js";
import { lost } from "./frame.js";

const TROUBLE_WORDS = {
  quarantined: "With the SENCO to sort out",
  conflict: "Somebody else changed the same words. Both versions are kept; the SENCO decides.",
  merged: "Somebody else had changed other parts of it. Both changes stand.",
};
const EXCERPT_LENGTH = 140;

export function addRoutes(route) {
  route.get("/tablet/outbox", async ({ jotter }) =>
    page("tablet/outbox.html", { title: "Outbox", ...(await everything(jotter)) }),
  );

  /** The list alone, asked for again when a sync has changed something. */
  route.get("/tablet/outbox/list", async ({ jotter }) => page("tablet/_outbox_list.html", await everything(jotter)));

  /** Without the page's script this waits for the sync to end; with it the page goes on meanwhile. */
  route.post("/tablet/outbox/sync", async ({ jotter }) => {
    await jotter.sync.run("button");
    return seeOther("/tablet/outbox");
  });

  route.post("/tablet/outbox/retry", async ({ jotter }) => {
    await Promise.all([jotter.outbox, jotter.photos].map((kept) => kept.retryAll()));
    return seeOther("/tablet/outbox", "again");
  });

  route.post("/tablet/outbox/photos/retry", async ({ jotter }) => {
    await jotter.photos.retryAll();
    return seeOther("/tablet/outbox", "again");
  });

  /** Their author has read it; the desk knows. */
  route.post("/tablet/outbox/photos/lost", async ({ jotter }) => {
    await jotter.photos.forgetLost(jotter.person.id);
    return seeOther("/tablet/outbox");
  });

  route.post("/tablet/outbox/:id/:revision/retry", async ({ jotter, params }) => {
    await jotter.outbox.retry(params.id, Number(params.revision));
    return seeOther("/tablet/outbox", "again");
  });

  route.get("/tablet/outbox/:id/:revision/export", async ({ jotter, params }) => {
    const row = await jotter.outbox.get(params.id, Number(params.revision));
    if (row.person_id !== jotter.person.id) return lost();
    // Sealed, nobody but the school can open the file; its author stands inside the seal.
    const travel = row.travel ?? (await sealed(row.entry, jotter.opened, jotter.about, jotter.enrolment.school));
    const content = travel
      ? { protocol: 1, device: jotter.about.id, entries: [travel] }
      : { protocol: 1, device: jotter.about.id, author: row.person_id, entries: [row.entry] };
    return file(`jotter-entry-${row.id}.json`, JSON.stringify(content, null, 2));
  });
}

async function everything(jotter) {
  const { outbox, shelf, person } = jotter;
  const [rows, marked, pupils, conflicts, storage, status, photos, photo_troubles] = await Promise.all([
    outbox.list(person.id),
    outbox.troubles(person.id),
    shelf.pupils(),
    shelf.from("conflict", ""),
    jotter.storage(),
    jotter.status(),
    jotter.photos.count(person.id),
    jotter.photos.troublesOf(person.id),
  ]);
  const troubles = await stillOpen(shelf, marked);
  const names = Object.fromEntries(pupils.map(({ id, body }) => [id, `${body.given_name} ${body.family_name}`]));
  return {
    waiting: rows.map((row) => ({ ...told(row, names), state_words: wordsOf(row, status) })),
    troubles: troubles.map((row) => ({ ...told(row, names), state_words: TROUBLE_WORDS[row.status] })).reverse(),
    of_others: amountOf(status.others),
    conflicts: conflicts.map((conflict) => ({ ...conflict, name: names[conflict.pupil_id] ?? "" })),
    storage,
    photos: { ...photos, ...photo_troubles, undelivered: photos.waiting + photos.stuck },
    sync: status,
  };
}

/** In words, as `2 notes and 1 photo`; empty where there is nothing. */
function amountOf({ notes, photos }) {
  const counted = [
    [notes, "note"],
    [photos, "photo"],
  ];
  return counted
    .filter(([count]) => count)
    .map(([count, name]) => `${count} ${name}${count === 1 ? "" : "s"}`)
    .join(" and ");
}

/** A note in quarantine that has come onto the shelf since was filed by the SENCO: nothing is left to say. */
async function stillOpen(shelf, rows) {
  const documents = await Promise.all(rows.map(({ entry }) => shelf.get(entry.kind, entry.id)));
  return rows.filter(({ status }, place) => status !== "quarantined" || !documents[place]);
}

function told(row, names) {
  const { kind, body } = row.entry;
  const text = body.text || body.discussion || body.parent_view || "";
  const excerpt = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
  const name = names[body.pupil_id] ?? "A pupil no longer on your list";
  const is_measured = kind === "observation" && body.instrument !== "narrative";
  return { ...row, kind, name, excerpt, is_measured, problems: row.problems ?? [] };
}

function wordsOf(row, { is_offline, need, is_record_in_trouble }) {
  if (row.state === "stuck") return `Stuck. ${row.reason} Nothing is lost: it stays here until it is delivered.`;
  if (need === "sign-in") return "Waiting until you sign in.";
  if (row.failures) return `Not taken yet. ${row.reason} It will be tried again.`;
  if (row.is_again) return "Being sent again, because the school's record was restored from a copy.";
  if (is_record_in_trouble) return "The school's record is in trouble just now. It will be tried again.";
  if (row.state === "sent") return "Not confirmed by the record yet. It will be sent again.";
  return is_offline ? "Waiting for the network." : "Waiting for the next sync.";
}
