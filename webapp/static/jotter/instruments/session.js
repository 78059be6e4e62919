// Session: what of a planned provision was delivered, and what was done.

import { longer, NAME_MAX, outside, said, WORDS_MAX, wholeOf } from "./numbers.js";

const MINUTES_MAX = 600;

export const EMPTY = { provision: "", planned_minutes: "", delivered_minutes: "", attended: "yes", absence_reason: "" };
export const OFFERED = ["attended"];

export const again = ({ provision = "", planned_minutes = "" }) => ({
  provision,
  planned_minutes: String(planned_minutes),
});

export function wrongWith(fields) {
  const { provision, planned_minutes, delivered_minutes, attended, text } = fields;
  const errors = [
    ...longer("provision", "Provision", provision, NAME_MAX),
    ...outside("planned_minutes", "Planned minutes", planned_minutes, 0, MINUTES_MAX),
    ...outside("delivered_minutes", "Delivered minutes", delivered_minutes, 0, MINUTES_MAX),
    ...longer("absence_reason", "Why not", fields.absence_reason, WORDS_MAX),
  ];
  if (attended === "no" && wholeOf(delivered_minutes) > 0)
    errors.push({
      name: "delivered_minutes",
      message: "Nothing can be delivered to a pupil who was not there: leave it blank",
    });
  if (![provision, planned_minutes, delivered_minutes, text].some(Boolean))
    errors.push({ name: "provision", message: "Say which provision it was, or write what was done" });
  return errors;
}

export function measuresOf({ provision, planned_minutes, delivered_minutes, attended, absence_reason }) {
  const is_present = attended !== "no";
  return said({
    provision,
    planned_minutes: wholeOf(planned_minutes),
    delivered_minutes: wholeOf(delivered_minutes) ?? (is_present ? null : 0),
    present: is_present,
    absence_reason: is_present ? "" : absence_reason,
  });
}
