// Narratives: how many notes a week (record/series/narrative.py).

import { chart } from "./chart.js";
import { aPointAWeek } from "./weeks.js";

export function charts(seen) {
  if (!seen.length) return [];
  const lines = [{ name: "Notes", points: aPointAWeek(seen.map(({ day }) => day)) }];
  return [chart({ key: "narrative", title: "Notes a week", shape: "columns", measure: "Notes", lines })];
}
