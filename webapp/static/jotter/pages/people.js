// Who is using the tablet: signing out keeps everything, and another person opens only their own jotter.

import { facts, page, seeOther } from "../router.js";
import { isId } from "../store/ids.js";
import { personOf } from "../sync/session.js";
import { setUpPage } from "./set_up.js";
import { peopleOf, signedOutPage } from "./unlock.js";

export function addRoutes(route) {
  const is_open = true;
  route.get("/tablet/sign-out", async ({ jotter }) => {
    const waiting = await jotter.outbox.count(jotter.person.id);
    return page("tablet/sign_out.html", { title: "Sign out", waiting });
  });

  /** Locks, never wipes. What waits is sent sealed, whoever uses the tablet next. */
  route.post("/tablet/sign-out", async ({ jotter }) => {
    await jotter.vault.lock();
    await leave(jotter);
    await jotter.world.announce({});
    await jotter.sync.signOut(); // owed by the lock, should it fail
    return seeOther("/tablet/signed-out");
  });

  route.get(
    "/tablet/signed-out",
    async ({ jotter }) => {
      if (!jotter.about) return setUpPage();
      return jotter.person ? seeOther("/tablet/") : signedOutPage(jotter, { title: "Signed out" });
    },
    { is_open },
  );

  /** `Someone else`: whoever has a jotter here, or signs in to have one. */
  route.get(
    "/tablet/people",
    async ({ jotter }) => {
      if (!jotter.about) return setUpPage();
      const [people, waiting] = await Promise.all([peopleOf(jotter), jotter.outbox.countAll()]);
      return page("tablet/people.html", { title: "Who is here?", people, waiting });
    },
    { is_open },
  );

  route.post(
    "/tablet/people",
    async ({ jotter, form }) => {
      const chosen = await jotter.device.enrolment(form.get("chosen"));
      if (!chosen || !(await jotter.vault.has(chosen.person_id))) return seeOther("/tablet/people");
      await letIn(jotter, chosen.person_id);
      return seeOther("/tablet/");
    },
    { is_open },
  );

  /**
   * The page's script found that the cookie says another sign-in than when last seen: somebody has signed in at the
   * school's door since, or, where it says none, signed out there.
   */
  route.post("/tablet/person", async ({ jotter, form }) => facts(await meet(jotter, form.get("person") ?? "")), {
    is_open,
  });
}

async function leave({ device }) {
  await device.removeSetting("current");
  await device.setSetting("session", "");
}

/** Whose turn it is: their jotter is shown next, locked; anybody else's is locked. */
async function letIn(jotter, person_id, options = {}) {
  const { device, opened, vault, world } = jotter;
  if (opened && opened.person_id !== person_id) await vault.lock(options);
  await device.removeSetting("joining");
  await device.removeSetting("is_closed");
  await device.setSetting("current", person_id);
  if (person_id !== jotter.person?.id) await world.announce({});
}

async function meet(jotter, mark) {
  const { device, about, session: seen } = jotter;
  const person_id = personOf(mark);
  if (!about || (mark && !isId(person_id)) || mark === seen) return { is_changed: false };
  await device.setSetting("session", mark);
  if (!mark) {
    await device.removeSetting("is_closed");
    return { is_changed: false };
  }
  // First seen by this build: whoever was here before is no news, and nor is whoever was put out at the desk.
  if (seen === undefined && (jotter.is_closed || jotter.person?.id === person_id)) return { is_changed: false };
  return welcome(jotter, person_id);
}

/** Somebody has signed in anew. */
async function welcome(jotter, person_id) {
  const { device } = jotter;
  const known = await device.enrolment(person_id);
  // The session that has just begun is not the one to end, neither for a lock of before nor for another's now.
  await device.removeSetting("is_signing_out");
  const options = { is_session_new: true };
  // Withdrawn, but with something that their key alone can send: that goes first.
  if (known && (!known.is_withdrawn || (await jotter.vault.has(person_id)))) {
    await device.noteSignIn(person_id, jotter.now());
    await letIn(jotter, person_id, options);
  } else {
    await jotter.vault.lock(options);
    await device.setSetting("joining", person_id);
    await jotter.world.announce({});
  }
  await device.setSetting("fresh_person", person_id);
  return { is_changed: true };
}
