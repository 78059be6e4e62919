// The Nunjucks environment, with the filters that Flask has too (webapp/filters.py).

import nunjucks from "@11ty/nunjucks/browser/nunjucks-slim.js";
import { box, lines, strokePath } from "./drawings.js";
import { MEASURE_FILTERS } from "./measure_filters.js";
import { clock, day, dayClock } from "./times.js";
import { timesApart } from "./times_apart.js";
import { KINDS, NEEDS, purposeName, STATUSES } from "./words.js";

/** A code that nobody has named yet is shown as it came, never hidden. */
const word = (names) => (code) => (Object.hasOwn(names, code ?? "") ? names[code] : String(code ?? ""));

const FILTERS = {
  day,
  clock,
  day_clock: dayClock,
  times_apart: timesApart,
  need_name: word(NEEDS),
  status_name: word(STATUSES),
  kind_name: word(KINDS),
  purpose_name: purposeName,
  lines,
  stroke_path: strokePath,
  box,
  ...MEASURE_FILTERS,
};

/** → render(name, context). `templates` are the compiled ones, by name; `assets` leads names to built files. */
export function createRenderer(templates, assets = {}) {
  const env = new nunjucks.Environment(new nunjucks.PrecompiledLoader(templates), { autoescape: true });
  for (const [name, filter] of Object.entries(FILTERS)) env.addFilter(name, filter);
  env.addGlobal("asset", (name) => assets[name] ?? "");
  return (name, context) => env.render(name, context);
}
