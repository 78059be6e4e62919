// ABC: what came before with what was seen, counted; and when in the week and the day it was (record/series/abc.py).

import { chart } from "./chart.js";
import { grouped, isObject, listed, named } from "./seen.js";

const MOST_ROWS = 8;
const MOST_COLUMNS = 6;
const OTHERS = "All others";
const SHORT_CHARACTERS = 40;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SCHOOL_DAYS = 5;

export function charts(seen) {
  return seen.length ? [beforeAndSeen(seen), when(seen)] : [];
}

function beforeAndSeen(seen) {
  const pairs = seen.flatMap(({ measures }) =>
    wordsOf(measures.antecedent).flatMap((before) =>
      wordsOf(measures.behaviour).map((behaviour) => [before, behaviour]),
    ),
  );
  const befores = names(
    pairs.map(([before]) => before),
    MOST_ROWS,
  );
  const behaviours = names(
    pairs.map(([, behaviour]) => behaviour),
    MOST_COLUMNS,
  );
  const rows = [...new Set(befores.values())];
  const columns = [...new Set(behaviours.values())];
  const cells = rows.map(() => columns.map(() => 0));
  for (const [before, behaviour] of pairs) {
    const row = rows.indexOf(befores.get(before.toLowerCase()));
    cells[row][columns.indexOf(behaviours.get(behaviour.toLowerCase()))] += 1;
  }
  return chart({
    ...{ key: "abc-before", title: "What came before, and the behaviour", shape: "grid", measure: "Observations" },
    ...{ rows, columns, cells, row_name: "Antecedent", column_name: "Behaviour" },
  });
}

/** What was chosen of an antecedent, behaviour or consequence, or what stands for it. */
export function wordsOf(part) {
  const chosen = listed(isObject(part) ? part.chosen : null).filter((each) => named(each, ""));
  if (chosen.length) return [...new Set(chosen.map((each) => named(each)))];
  const text = named(isObject(part) ? part.text : part, "");
  if (typeof part === "string" && text && [...text].length <= SHORT_CHARACTERS) return [text];
  return [text ? "In words only" : "Not said"];
}

/** The name under which each (in lower case) is counted, in the order of the drawing. */
function names(found, most) {
  const groups = grouped(found.map((name) => [name, name]));
  const kept = groups.length <= most ? most : most - 1;
  return new Map(groups.map(([name], place) => [name.toLowerCase(), place < kept ? name : OTHERS]));
}

function when(seen) {
  const first = Math.min(...seen.map(({ hour }) => hour));
  const last = Math.max(...seen.map(({ hour }) => hour));
  const hours = Array.from({ length: last - first + 1 }, (_, place) => String(first + place).padStart(2, "0"));
  const days = Math.max(SCHOOL_DAYS, ...seen.map(({ weekday }) => weekday + 1));
  const cells = hours.map(() => Array(days).fill(0));
  for (const { hour, weekday } of seen) cells[hour - first][weekday] += 1;
  return chart({
    ...{ key: "abc-when", title: "Time of day and weekday", shape: "grid", measure: "Observations" },
    rows: hours.map((hour) => `${hour}:00 to ${hour}:59`),
    ...{ columns: WEEKDAYS.slice(0, days), cells, row_name: "Time", column_name: "Weekday" },
  });
}
