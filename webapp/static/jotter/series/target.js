// Targets: how many trials were right, with how much help, and what was attained (record/series/target.py).

import { chart, MOST_CHARTS, point } from "./chart.js";
import { figure, grouped, number, plural, tenth } from "./seen.js";

// From most help to least, so that the line rises as a pupil needs less.
const HELP = [
  ["full_physical", "F", "Full physical"],
  ["partial_physical", "P", "Part physical"],
  ["model", "M", "Model"],
  ["verbal", "V", "Verbal"],
  ["gesture", "G", "Gesture"],
  ["independent", "I", "Independent"],
];
const NAMES = HELP.map(([, letter, text]) => `${letter} ${text.toLowerCase()}`);
const LETTERS = `Help given: ${NAMES.reverse().join(", ")}.`;
const ATTAINED = ["−2", "−1", "0", "+1", "+2"].map((text, place) => ({ value: place - 2, text }));

export function charts(seen, texts) {
  const groups = grouped(seen.map((each) => [outcomeOf(each), each]));
  const found = groups.slice(0, MOST_CHARTS).flatMap(([id, group], place) => {
    const text = texts.find((each) => each.id === id)?.text;
    return ofOutcome(`target-${place + 1}`, text ?? "An outcome that is no longer in the plan", group);
  });
  const more = groups.length - MOST_CHARTS;
  if (more > 0) found.at(-1)?.notes.push(`${plural(more, "outcome")} more, with fewer sessions: not drawn.`);
  return found;
}

function outcomeOf({ measures, outcome_ids }) {
  const { outcome_id } = measures;
  return typeof outcome_id === "string" && outcome_id ? outcome_id : (outcome_ids[0] ?? "");
}

function ofOutcome(key, about, group) {
  const right = group.map(rightOf).filter(Boolean);
  const helped = group.filter(({ measures }) => placeOf(measures) >= 0);
  const attained = group.filter(({ measures }) => isAttained(number(measures.attainment)));
  const line = (name, points) => [{ name, points }];
  const drawn = [
    {
      ...{ key: `${key}-right`, title: "Trials right", measure: "% right", unit: " %", most: 100 },
      ...{ lines: line("Right", right), notes: right.some(({ mark }) => mark) ? [LETTERS] : [] },
    },
    {
      ...{ key: `${key}-help`, title: "Level of help", measure: "Help", most: 5 },
      lines: line("Help", helped.map(helpPoint)),
      ticks: HELP.map(([, , text], value) => ({ value, text })),
    },
    {
      ...{ key: `${key}-attained`, title: "Goal attainment", measure: "Attainment", least: -2, most: 2 },
      lines: line(
        "Attained",
        attained.map(({ day, measures }) => point(day, measures.attainment)),
      ),
      ticks: ATTAINED,
    },
  ];
  return drawn.filter(({ lines }) => lines[0].points.length).map((each) => chart({ shape: "lines", about, ...each }));
}

const placeOf = ({ help }) => HELP.findIndex(([level]) => level === help);
const isAttained = (value) => value !== null && value >= -2 && value <= 2;
const helpPoint = ({ day, measures }) => point(day, placeOf(measures), HELP[placeOf(measures)][2]);

function rightOf({ day, measures }) {
  const [right, given] = [number(measures.trials_right), number(measures.trials_given)];
  if (right === null || given === null || given <= 0 || right < 0 || right > given) return null;
  const [, letter = "", text = ""] = HELP[placeOf(measures)] ?? [];
  const detail = `${figure(right)} of ${figure(given)}${text ? `, ${text.toLowerCase()}` : ""}`;
  return point(day, tenth((100 * right) / given), detail, letter);
}
