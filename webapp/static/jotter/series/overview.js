// All observations together: how many a week, in which setting, for which outcome (record/series/overview.py).

import { chart } from "./chart.js";
import { grouped, total } from "./seen.js";
import { aPointAWeek } from "./weeks.js";

const MOST_ROWS = 10;

export function charts(seen, texts) {
  const settings = grouped(seen.map((each) => [each.setting || "Not said", each]));
  const linked = seen.flatMap(({ outcome_ids }) => [...new Set(outcome_ids)]);
  const outcomes = texts.map(({ id, text }) => [text, linked.filter((outcome_id) => outcome_id === id).length]);
  const days = seen.map(({ day }) => day);
  const found = [
    chart({
      ...{ key: "all-week", title: "Observations a week", shape: "columns", measure: "Observations" },
      lines: [{ name: "Observations", points: aPointAWeek(days) }],
    }),
    rows("all-setting", "By setting", "Setting", withOthers(settings.map(([name, group]) => [name, group.length]))),
  ];
  return outcomes.length ? [...found, rows("all-outcome", "By outcome", "Outcome", withOthers(outcomes))] : found;
}

function withOthers(counts) {
  const rest = counts.slice(MOST_ROWS);
  const others = rest.length ? [["All others", total(rest.map(([, count]) => count))]] : [];
  return [...counts.slice(0, MOST_ROWS), ...others];
}

function rows(key, title, row_name, counts) {
  const cells = counts.map(([, count]) => [count]);
  return chart({
    key,
    title,
    shape: "rows",
    measure: "Observations",
    rows: counts.map(([name]) => name),
    cells,
    row_name,
  });
}
