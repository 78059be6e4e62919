// ABC: what came before a behaviour, what it was, and what came of it.

import { DAY_S, longer, NAME_MAX, outside, said, WORDS_MAX, wholeOf } from "./numbers.js";

const PARTS = ["antecedent", "behaviour", "consequence"];
const CHOSEN_MAX = 20;
const LABELS = { antecedent: "What came before", behaviour: "What happened", consequence: "What came of it" };

export const EMPTY = {
  ...Object.fromEntries(PARTS.map((part) => [`abc_${part}`, []])),
  ...Object.fromEntries(PARTS.map((part) => [`abc_${part}_text`, ""])),
  intensity: "",
  lasted_minutes: "",
  lasted_seconds: "",
  people_present: "",
};

/** The choices of each part: the school's list, and whatever was chosen that is on it no more. */
export function shows(fields, { lists }) {
  const offered = (list, chosen) => [...new Set([...list, ...chosen])];
  return {
    parts: PARTS.map((part) => ({
      name: `abc_${part}`,
      label: LABELS[part],
      options: offered(lists[`${part}s`], fields[`abc_${part}`]),
      chosen: fields[`abc_${part}`],
      text: fields[`abc_${part}_text`],
    })),
  };
}

export function wrongWith(fields) {
  const errors = PARTS.flatMap((part) => wrongPart(part, fields));
  errors.push(
    ...outside("intensity", "Intensity", fields.intensity, 1, 5),
    ...outside("lasted_minutes", "Minutes", fields.lasted_minutes, 0, DAY_S / 60),
    ...outside("lasted_seconds", "Seconds", fields.lasted_seconds, 0, 59),
    ...longer("people_present", "Who was there", fields.people_present, WORDS_MAX),
  );
  if (!errors.length && (lasted(fields) ?? 0) > DAY_S)
    errors.push({ name: "lasted_minutes", message: "It cannot have lasted more than a day" });
  const says = fields.text || PARTS.some((part) => fields[`abc_${part}`].length || fields[`abc_${part}_text`]);
  return says ? errors : [...errors, { name: "abc_behaviour", message: "Say what happened: choose it, or write it" }];
}

function wrongPart(part, fields) {
  const [name, chosen] = [`abc_${part}`, fields[`abc_${part}`]];
  if (chosen.length > CHOSEN_MAX) return [{ name, message: `Choose at most ${CHOSEN_MAX}` }];
  return [
    ...chosen.flatMap((words) => longer(name, "A choice", words, NAME_MAX)),
    ...longer(`${name}_text`, LABELS[part], fields[`${name}_text`], WORDS_MAX),
  ];
}

export function measuresOf(fields) {
  const part = (name) => {
    const [chosen, text] = [fields[`abc_${name}`], fields[`abc_${name}_text`]];
    return chosen.length || text ? { chosen, text } : null;
  };
  return said({
    ...Object.fromEntries(PARTS.map((name) => [name, part(name)])),
    intensity: wholeOf(fields.intensity),
    duration_s: lasted(fields),
    people_present: fields.people_present,
  });
}

function lasted({ lasted_minutes, lasted_seconds }) {
  const [minutes, seconds] = [wholeOf(lasted_minutes), wholeOf(lasted_seconds)];
  return minutes === null && seconds === null ? null : (minutes ?? 0) * 60 + (seconds ?? 0);
}
