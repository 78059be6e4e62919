// Scales: the score over time, a line for each scale or area (record/series/scale.py).

import { chart, MOST_CHARTS, point } from "./chart.js";
import { figure, grouped, isObject, mostNamed, named, number } from "./seen.js";

const LEUVEN = [
  ["leuven_wellbeing", "Well-being"],
  ["leuven_involvement", "Involvement"],
];
const AREAS = ["exploration", "realisation", "anticipation", "persistence", "initiation"];
const ZONES = ["Blue", "Green", "Yellow", "Red"];

export function charts(seen) {
  const score = { shape: "lines", measure: "Score" };
  const found = [
    {
      key: "scale-leuven",
      title: "Leuven scales",
      ...score,
      lines: leuven(seen),
      least: 1,
      most: 5,
      ticks: whole(1, 5),
    },
    { key: "scale-engagement", title: "Engagement", ...score, lines: areas(seen), most: 4, ticks: whole(0, 4) },
    {
      ...{ key: "scale-zones", title: "Zones", ...score, measure: "Zone", lines: zones(seen), least: 1, most: 4 },
      ticks: ZONES.map((text, place) => ({ value: place + 1, text })),
    },
  ];
  return [...found.filter(({ lines }) => lines.length).map(chart), ...own(seen)];
}

const of = (seen, scale) => seen.filter(({ measures }) => measures.scale === scale);
const isWithin = (score, least, most) => score !== null && least <= score && score <= most;
const withPoints = (lines) => lines.filter(({ points }) => points.length);

function scores(seen, least, most, scoreOf = ({ score }) => score) {
  const scored = seen.map(({ day, measures }) => [day, number(scoreOf(measures))]);
  return scored.filter(([, score]) => isWithin(score, least, most)).map(([day, score]) => point(day, score));
}

function leuven(seen) {
  return withPoints(LEUVEN.map(([scale, name]) => ({ name, points: scores(of(seen, scale), 1, 5) })));
}

function areas(seen) {
  const lines = AREAS.map((area) => ({
    name: area[0].toUpperCase() + area.slice(1),
    points: scores(of(seen, "engagement"), 0, 4, (measures) =>
      isObject(measures.scores) ? measures.scores[area] : null,
    ),
  }));
  return withPoints(lines);
}

function zones(seen) {
  const points = scores(of(seen, "zones"), 1, 4);
  const marked = points.map((each) => ({ ...each, mark: ZONES[Math.trunc(each.value) - 1][0] }));
  return withPoints([{ name: "Zone", points: marked }]);
}

function whole(least, most) {
  return Array.from({ length: most - least + 1 }, (_, place) => ({
    value: least + place,
    text: String(least + place),
  }));
}

function own(seen) {
  const ranged = of(seen, "own").filter(rangeOf);
  const groups = grouped(
    ranged.map((each) => [`${named(each.measures.name)}, ${rangeOf(each).map(figure).join(" to ")}`, each]),
  );
  const [drawn, notes] = mostNamed(groups, MOST_CHARTS);
  const found = drawn.map(([about, group], place) => {
    const [least, most] = rangeOf(group[0]);
    const lines = withPoints([{ name: "Score", points: scores(group, least, most) }]);
    const key = `scale-own-${place + 1}`;
    return chart({ key, title: "Our own scale", shape: "lines", measure: "Score", about, lines, least, most });
  });
  const kept = found.filter(({ lines }) => lines.length);
  kept.at(-1)?.notes.push(...notes);
  return kept;
}

function rangeOf({ measures }) {
  const [least, most] = [number(measures.least), number(measures.most)];
  return least !== null && most !== null && least < most ? [least, most] : null;
}
