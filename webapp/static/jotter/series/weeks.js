// Counting by week: the Monday that a day belongs to, and one point for each week (record/series/weeks.py).

import { point } from "./chart.js";
import { dayNumber, dayOfNumber, weekdayOf } from "./seen.js";

export const mondayOf = (day) => dayOfNumber(dayNumber(day) - weekdayOf(day));

export function aPointAWeek(days) {
  const counts = new Map();
  for (const monday of days.map(mondayOf)) counts.set(monday, (counts.get(monday) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([monday, count]) => point(monday, count));
}
