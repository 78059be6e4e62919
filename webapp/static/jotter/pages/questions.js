// A question from the SENCO about something this person wrote, and the answer to it.

import { page, seeOther } from "../router.js";
import { isId } from "../store/ids.js";
import { problemsOf, textOf, tooLong } from "./fields.js";
import { lost } from "./frame.js";
import { saveOrExplain } from "./saving.js";

export function addRoutes(route) {
  route.get("/tablet/questions/:id", async ({ jotter, params }) => {
    const question = await jotter.shelf.get("question", params.id);
    if (!question) return lost();
    const begun = (await jotter.drafts.ofPupil(question.pupil_id)).find(
      ({ fields }) => fields.question_id === params.id,
    );
    return form(jotter, question, begun?.fields ?? { entry_id: jotter.newId(), text: "" });
  });

  route.save("/tablet/questions/:id", async ({ jotter, params, form: sent }) => {
    const fields = fieldsOf(sent);
    const question = await jotter.shelf.get("question", params.id);
    const errors = wrongWith(fields);
    if (errors.length) return question ? form(jotter, question, fields, errors) : lost();
    const pupil_id = question?.pupil_id ?? fields.pupil_id;
    const recorded_at = new Date(jotter.now()).toISOString();
    const body = { question_id: params.id, pupil_id, text: fields.text };
    const failed = await saveOrExplain(jotter, [{ id: fields.entry_id, kind: "answer", recorded_at, body }]);
    return failed ? form(jotter, question, fields, [failed], 507) : seeOther("/tablet/", "answered");
  });
}

/** Also what a draft keeps. */
export function fieldsOf(sent) {
  return Object.fromEntries(["entry_id", "text", "pupil_id", "question_id"].map((name) => [name, textOf(sent, name)]));
}

function wrongWith({ entry_id, text }) {
  const errors = tooLong("text", "Answer", text);
  if (!isId(entry_id)) errors.push({ name: "", message: "This form is broken. Copy your words and open it again" });
  if (!text) errors.push({ name: "text", message: "Write an answer" });
  return errors;
}

async function form(jotter, question, fields, errors = [], status = errors.length ? 422 : 200) {
  const { entry_id, entry_kind } = question.body;
  const [pupil, note, names, is_draft] = await Promise.all([
    jotter.shelf.get("pupil", question.pupil_id),
    jotter.shelf.get(entry_kind ?? "observation", entry_id),
    jotter.shelf.peopleNames(),
    jotter.drafts.has(fields.entry_id),
  ]);
  const asked_by = names[question.body.asked_by] ?? "The SENCO";
  const context = { title: "Question", question, asked_by, pupil: pupil ?? null, note: note ?? null, fields, is_draft };
  return page("tablet/question.html", { ...context, ...problemsOf(errors) }, { status });
}
