// A school with one pupil on the tablet, and its forms filled in, for the tests of pages.

import { createBrowser, fieldValue } from "./browser.js";
import { FakeRecord } from "./fake_record.js";
import { enrolledTablet, PUPIL, TA } from "./world.js";

export const NEW_NOTE = `/tablet/pupils/${PUPIL}/observations/new`;
export const NEW_MEETING = `/tablet/pupils/${PUPIL}/meetings/new`;
export const PROFILE = {
  good_at: "Drawing frogs",
  helps: "A timer",
  avoid: "",
  communication: "",
  strategies: ["Now and next"],
};

export async function school({ is_htmx = false } = {}) {
  const record = new FakeRecord();
  record.publish("person", TA.id, { name: TA.name, role: "ta", initials: "BM" });
  record.publish("pupil", PUPIL, {
    ...{ given_name: "Leo", family_name: "Hart", year_group: "3", class_name: "Oak", sen_status: "K" },
    ...{ primary_need: "SLCN", secondary_need: null, profile: PROFILE },
  });
  record.publish("outcome", "01900000-0000-7000-8000-00000000bbbb", {
    pupil_id: PUPIL,
    text: "Asks for help",
    met: false,
  });
  const tablet = await enrolledTablet(record);
  await tablet.sync.run("open");
  return { record, tablet, browser: createBrowser(tablet, { is_htmx }) };
}

export async function filledNote(browser, fields = {}) {
  const { html } = await browser.get(NEW_NOTE);
  const given = Object.fromEntries(["entry_id", "when_at", "when"].map((name) => [name, fieldValue(html, name)]));
  return { ...given, text: "Asked Ben to pass the glue.", setting: "Small group", instrument: "narrative", ...fields };
}

export async function emptyMeeting(browser) {
  const { html } = await browser.get(NEW_MEETING);
  return { entry_id: fieldValue(html, "entry_id"), held_on: fieldValue(html, "held_on"), purpose: "concern" };
}

export function valueId(number) {
  return `01900000-0000-7000-8000-00000000cc0${number}`;
}
