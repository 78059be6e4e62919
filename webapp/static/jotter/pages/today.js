// Today: my pupils, the meetings to come, questions to me, and what I have not finished.

import { page } from "../router.js";
import { today } from "../times.js";
import { meetingsBegun } from "./meetings_begun.js";
import { momentGroups } from "./moment.js";

const MEETINGS_SHOWN = 10;
// More than a screen of them wants a way to find one.
const MANY_PUPILS = 12;

export function addRoutes(route) {
  route.get("/tablet/", async ({ jotter }) => {
    const [pupils, position, storage] = await Promise.all([
      jotter.shelf.pupils(),
      jotter.shelf.position(),
      jotter.storage(),
    ]);
    const names = Object.fromEntries(pupils.map(({ id, body }) => [id, `${body.given_name} ${body.family_name}`]));
    const day = today(jotter.now());
    const [meetings, begun, questions, drafts] = await Promise.all([
      jotter.shelf.from("parent_meeting", day),
      meetingsBegun(jotter),
      openQuestions(jotter, names),
      unfinished(jotter, names),
    ]);
    const unfinished_meetings = begun.filter(({ pupil_id }) => names[pupil_id]);
    const is_prepared = new Set(unfinished_meetings.map(({ pupil_id }) => pupil_id));
    const agreed = meetings.filter(({ pupil_id, body }) => body.finished && names[pupil_id]);
    // Prepared already, a meeting stands for the day that was agreed for it.
    const coming = latestOfEach(agreed).filter(({ pupil_id }) => !is_prepared.has(pupil_id));
    return page("tablet/today.html", {
      title: "Today",
      day,
      pupils,
      groups: momentGroups(pupils, await jotter.outbox.lastWritten(jotter.person.id), jotter.now()),
      has_many: pupils.length > MANY_PUPILS,
      is_first_pull: position.cursor === null || position.is_full,
      begun: unfinished_meetings.map((meeting) => ({ ...meeting, name: names[meeting.pupil_id] })),
      meetings: coming
        .slice(0, MEETINGS_SHOWN)
        .map(({ day: on, pupil_id }) => ({ on, pupil_id, name: names[pupil_id] })),
      questions,
      drafts,
      storage,
    });
  });
}

/** What was last agreed with a pupil's parents stands; an earlier meeting's next date has been overtaken. */
function latestOfEach(meetings) {
  const latest = new Map();
  for (const meeting of meetings) {
    const known = latest.get(meeting.pupil_id);
    if (!known || (known.body.held_on ?? "") < (meeting.body.held_on ?? "")) latest.set(meeting.pupil_id, meeting);
  }
  return meetings.filter((meeting) => latest.get(meeting.pupil_id) === meeting);
}

/** Questions to this person that neither the record nor this tablet has an answer to. */
export async function openQuestions({ shelf, outbox, person }, names) {
  const questions = await shelf.from("question", "");
  if (!questions.length) return [];
  const answers = await outbox.list(person.id, { kind: "answer" });
  const answered = new Set(answers.map(({ entry }) => entry.body.question_id));
  // The newest first: what comes is above what was there, and moves the least (page/steady.js).
  return questions
    .filter(({ id }) => !answered.has(id))
    .sort((one, other) => other.body.asked_at.localeCompare(one.body.asked_at))
    .map((question) => ({ ...question, name: names[question.pupil_id] ?? "" }));
}

export async function unfinished({ drafts }, names) {
  return (await drafts.all()).map((draft) => ({ ...draft, name: names[draft.pupil_id] ?? "" }));
}
