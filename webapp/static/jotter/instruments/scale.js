// Scale: how something stood on a scale of known steps, the school's own among them.

import { longer, outside, said, WORDS_MAX, wholeOf } from "./numbers.js";

const RADIOS_MAX = 11;
// In the words of record/instruments/scale.py, which names the sources.
const LEUVEN = ["Extremely low", "Low", "Moderate", "High", "Extremely high"];
const KNOWN = {
  leuven_wellbeing: { label: "Leuven well-being", least: 1, labels: LEUVEN },
  leuven_involvement: { label: "Leuven involvement", least: 1, labels: LEUVEN },
  engagement: { label: "Engagement model" },
  zones: { label: "Zones", least: 1, labels: ["Blue", "Green", "Yellow", "Red"] },
};
export const AREAS = {
  exploration: "Exploration",
  realisation: "Realisation",
  anticipation: "Anticipation",
  persistence: "Persistence",
  initiation: "Initiation",
};
const AREA_STEPS = [
  "0 No focus",
  "1 Emerging or fleeting",
  "2 Partly sustained",
  "3 Mostly sustained",
  "4 Fully sustained",
];

export const EMPTY = {
  scale: "leuven_wellbeing",
  score: "",
  // Of which scale the score was chosen: a step of one scale is none of another.
  score_of: "",
  ...Object.fromEntries(Object.keys(AREAS).map((area) => [area, ""])),
  note: "",
};
export const OFFERED = ["scale", "score_of"];
export const NEEDS_LISTS = true;

/** A scale that was shown before stays: only one that nobody has seen yet may be that of the last note. */
export const begin = ({ scale, score_of }) => (score_of ? { scale } : {});

export const again = ({ scale, scale_id }) => (scale ? { scale: scale === "own" ? `own:${scale_id}` : scale } : {});

/** {value, text} of every scale that may be chosen, and the steps of the one that is. */
export function shows(fields, { lists }) {
  const known = Object.entries(KNOWN).map(([value, { label }]) => ({ value, text: label }));
  const own = lists.scales.map(({ id, name }) => ({ value: `own:${id}`, text: name }));
  const chosen = chosenOf(fields, lists);
  return {
    scales: [...known, ...own],
    is_engagement: fields.scale === "engagement",
    areas: Object.entries(AREAS).map(([name, label]) => ({ name, label, value: fields[name] })),
    area_steps: AREA_STEPS.map((text, place) => ({ value: String(place), text })),
    steps: chosen ? stepsOf(chosen) : [],
    score: scoreOf(fields),
    ends: chosen && !stepsOf(chosen).length ? `From ${chosen.least} to ${chosen.most}` : "",
  };
}

/** The score, if it was chosen of this scale. An older build's form does not say. */
const scoreOf = ({ scale, score, score_of }) => (score_of && score_of !== scale ? "" : score);

/** {least, most, labels} of the chosen scale; null for the engagement model and for one that is not there any more. */
function chosenOf({ scale }, { scales }) {
  const { least, labels } = KNOWN[scale] ?? {};
  if (labels) return { least, most: least + labels.length - 1, labels };
  return scales.find(({ id }) => scale === `own:${id}`) ?? null;
}

/** Too many steps to choose from are typed. */
function stepsOf({ least, most, labels = [] }) {
  const count = most - least + 1;
  if (count > RADIOS_MAX) return [];
  const word = (place) =>
    labels.length === count ? labels[place] : place === 0 ? labels[0] : place === count - 1 ? labels.at(-1) : "";
  return Array.from({ length: count }, (_, place) => ({
    value: String(least + place),
    text: [least + place, word(place)].filter((part) => part !== "" && part !== undefined).join(" "),
  }));
}

export function wrongWith(fields, { lists }) {
  const note = longer("note", "Note", fields.note, WORDS_MAX);
  if (fields.scale === "engagement") return [...wrongAreas(fields), ...note];
  const chosen = chosenOf(fields, lists);
  if (!chosen)
    return [{ name: "scale", message: "Choose a scale: this one is not on the school's list any more" }, ...note];
  const score = scoreOf(fields);
  if (score === "") return [{ name: "score", message: "Choose a score" }, ...note];
  return [...outside("score", "Score", score, chosen.least, chosen.most), ...note];
}

function wrongAreas(fields) {
  const areas = Object.entries(AREAS);
  if (areas.every(([area]) => fields[area] === ""))
    return [{ name: "exploration", message: "Judge at least one area" }];
  return areas.flatMap(([area, label]) => outside(area, label, fields[area], 0, 4));
}

export function measuresOf(fields, { lists }) {
  const { scale, note } = fields;
  const score = wholeOf(scoreOf(fields));
  if (scale === "engagement") {
    const scores = said(Object.fromEntries(Object.keys(AREAS).map((area) => [area, wholeOf(fields[area])])));
    return said({ scale, scores, note });
  }
  if (!scale.startsWith("own:")) return said({ scale, score, note });
  const { id, name, least, most } = chosenOf(fields, lists);
  return said({ scale: "own", scale_id: id, name, least, most, score, note });
}
