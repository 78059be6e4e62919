// Setting up this tablet, and a person's jotter on it: first a check whether it can be trusted with notes, then its
// name, a passcode, and the first pull.

import { checkDevice } from "../device_check.js";
import { page, seeOther } from "../router.js";
import { hasMoreThan, problemsOf, textOf } from "./fields.js";
import { passcodeErrors } from "./passcode.js";

const NAME_MAX = 80;
const PROBLEMS = {
  "sign-in": "Sign in again, then set up: it works within ten minutes of signing in",
  role: "This account has no use for a tablet. Sign in as somebody who writes notes",
  offline: "The school's record cannot be reached. Setting up needs the network once",
  busy: "Too many tries. Wait a minute, then try again",
  refused: "The school's record refused this tablet. Ask the SENCO",
};

export function addRoutes(route) {
  const is_open = true;
  route.get("/tablet/set-up", ({ jotter }) => (!jotter.about ? setUpPage() : seeOther("/tablet/")), { is_open });

  route.get(
    "/tablet/set-up/check",
    async ({ jotter, query }) => {
      const check = await checkDevice(jotter, seenByPage(query));
      return page("tablet/_device_check.html", { check });
    },
    { is_open },
  );

  route.post(
    "/tablet/set-up",
    ({ jotter, form }) => {
      if (!jotter.about) return setUp(jotter, form);
      if (jotter.joining) return join(jotter, form);
      return jotter.person && !jotter.has_vault ? choosePasscode(jotter, form) : seeOther("/tablet/");
    },
    { is_open },
  );
}

/** A tablet fresh from its box. */
async function setUp(jotter, form) {
  const fields = { name: textOf(form, "name") };
  const errors = [...wrongWithName(fields.name), ...passcodeErrors(form)];
  if (errors.length) return setUpPage({ fields, errors });
  const { result } = await checkDevice(jotter, seenByPage(form));
  const answer = await jotter.sync.enrol(fields.name, result);
  if (answer.problem) return setUpPage({ fields, ...refused(answer) });
  return begin(jotter, answer, form.get("passcode"));
}

/** Somebody signed in who has no jotter here yet. */
async function join(jotter, form) {
  const errors = passcodeErrors(form);
  if (errors.length) return joinPage({ errors });
  const answer = await jotter.sync.enrol();
  if (answer.problem) return joinPage(refused(answer));
  return begin(jotter, answer, form.get("passcode"));
}

/** A jotter from before there were passcodes. What is in it is covered from now on; nothing needs a network. */
async function choosePasscode(jotter, form) {
  const errors = passcodeErrors(form);
  if (errors.length) return firstPasscodePage(jotter, { errors });
  if (jotter.enrolment.token) {
    await jotter.choosePasscode(form.get("passcode"));
    return arrive(jotter);
  }
  // Its setting up was broken off between the record's answer and the passcode: the token was never kept.
  const answer = await jotter.sync.enrol();
  if (answer.problem) return firstPasscodePage(jotter, refused(answer));
  return begin(jotter, answer, form.get("passcode"));
}

/** Enrolled just now: the pupils are fetched before the first page is shown. */
async function begin(jotter, { enrolment, secret }, passcode) {
  const { person_id, school } = enrolment;
  // Another's session than was thought, or one who was here before: their own passcode opens what lies here.
  if (await jotter.vault.has(person_id)) return arrive(jotter);
  const { id } = await jotter.device.setting("device");
  await jotter.vault.begin(person_id, passcode, { seal_key: school?.seal_key ?? null, device_id: id, secret });
  const next = await arrive(jotter);
  await jotter.sync.run("open");
  return next;
}

async function arrive({ device, world }) {
  for (const name of ["joining", "fresh_person", "is_closed"]) await device.removeSetting(name);
  await world.announce({});
  return seeOther("/tablet/");
}

function wrongWithName(name) {
  if (!name) return [{ name: "name", message: "Give this tablet a name" }];
  return hasMoreThan(NAME_MAX, name) ? [{ name: "name", message: "Tablet name has at most 80 characters" }] : [];
}

function refused({ problem }) {
  return { problem, errors: [{ name: "", message: PROBLEMS[problem] }] };
}

function seenByPage(values) {
  const yesOrNo = (name) => ({ yes: true, no: false })[values.get(name)] ?? null;
  return { installed: yesOrNo("installed"), persistent: yesOrNo("persistent") };
}

export const setUpPage = (told = {}) => passcodePage("Set up this tablet", { asks_name: true, ...told });

export const joinPage = (told = {}) => passcodePage("Set up your jotter on this tablet", { is_joining: true, ...told });

export const firstPasscodePage = ({ person }, told = {}) =>
  passcodePage("Choose a passcode", { is_older: true, for_name: person.name, ...told });

function passcodePage(title, { fields = {}, errors = [], problem = null, ...kind }) {
  const context = { title, fields, problem, ...kind, ...problemsOf(errors) };
  return page("tablet/set_up.html", context, { status: errors.length ? 422 : 200 });
}
