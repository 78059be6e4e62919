// Target: how a pupil came on with one outcome, with how much help.

import { outside, said, wholeOf } from "./numbers.js";

export const HELP = {
  independent: "Independent",
  gesture: "Gesture",
  verbal: "Verbal",
  model: "Model",
  partial_physical: "Partial physical",
  full_physical: "Full physical",
};
// Goal attainment scaling, as record/instruments/target.py has it with its source.
const ATTAINMENT = {
  "-2": "−2 Much less than expected",
  "-1": "−1 Less than expected",
  0: "0 As expected",
  1: "+1 More than expected",
  2: "+2 Much more than expected",
};
const ATTAINMENT_ORDER = ["-2", "-1", "0", "1", "2"];
const TRIALS_MAX = 1_000;

export const EMPTY = { outcome_id: "", help: "", trials_right: "", trials_given: "", trials: "", attainment: "" };

// --- trials as they are tapped: {right, given, taps}, texts as the form's fields have them; a tap is 1 if right, else 0

/** One more trial. */
export function tried({ right, given, taps }, is_right) {
  return { right: added(right, is_right ? 1 : 0), given: added(given, 1), taps: taps + (is_right ? "1" : "0") };
}

/** The last tap taken back; with the last of all there were no trials, which is not none of none. */
export function undoTried({ right, given, taps }) {
  if (!taps) return { right, given, taps };
  const before = { right: added(right, -Number(taps.at(-1))), given: added(given, -1), taps: taps.slice(0, -1) };
  return before.given === "0" ? { ...before, right: "", given: "" } : before;
}

const added = (text, more) => String(Math.max(0, (Number.parseInt(text, 10) || 0) + more));

export const again = ({ outcome_id = "" }) => ({ outcome_id });

export function shows(_fields, { outcomes }) {
  return {
    target_options: [{ value: "", text: "Choose an outcome" }, ...outcomes],
    help_steps: Object.entries(HELP).map(([value, text]) => ({ value, text })),
    attainment_steps: ATTAINMENT_ORDER.map((value) => ({ value, text: ATTAINMENT[value] })),
  };
}

export function wrongWith(fields) {
  const errors = [
    ...outside("trials_right", "Trials right", fields.trials_right, 0, TRIALS_MAX),
    ...outside("trials_given", "Trials given", fields.trials_given, 1, TRIALS_MAX),
    ...outside("attainment", "Attainment", fields.attainment, -2, 2),
  ];
  if (fields.help && !Object.hasOwn(HELP, fields.help))
    errors.push({ name: "help", message: "Choose how much help was given" });
  if (!errors.length) errors.push(...wrongTrials(fields));
  const says = ["help", "trials_given", "trials_right", "attainment", "text"].some((name) => fields[name] !== "");
  return says ? errors : [...errors, { name: "help", message: "Choose how much help was given, or count the trials" }];
}

function wrongTrials({ trials_right, trials_given }) {
  const [right, given] = [wholeOf(trials_right), wholeOf(trials_given)];
  if (right !== null && given === null) return [{ name: "trials_given", message: "Say how many trials were given" }];
  if (given !== null && right === null)
    return [{ name: "trials_right", message: "Say how many trials were right, 0 if none" }];
  return right > given ? [{ name: "trials_right", message: "There cannot be more right than were given" }] : [];
}

export function measuresOf({ outcome_id, help, trials_right, trials_given, attainment }) {
  const numbers = {
    trials_right: wholeOf(trials_right),
    trials_given: wholeOf(trials_given),
    attainment: wholeOf(attainment),
  };
  return said({ outcome_id, help, ...numbers });
}
