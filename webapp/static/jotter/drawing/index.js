// Where everything of a chart stands, in whole numbers, and how it is said in words: a template then only draws. Twin of
// webapp/drawing/, file by file; tests/cases/drawings.json holds both.

import * as bars from "./bars.js";
import * as grid from "./grid.js";
import * as lines from "./lines.js";
import * as rows from "./rows.js";

const SHAPES = { lines, columns: bars, rows, grid };

/** What shared/_chart.html takes. `axis` is {first, last, half_terms: [{name, first, last}], phases: [{on, label}]}. */
export function draw(chart, axis) {
  return SHAPES[chart.shape].drawing(chart, axis);
}

/** [{instrument, charts: [drawing, …]}, …] of {instrument: [chart, …]}. */
export function drawAll(found, axis) {
  const order = (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.label < b.label ? -1 : 1);
  const shown = { ...axis, phases: [...axis.phases].sort(order) };
  return Object.entries(found).map(([instrument, charts]) => ({
    instrument,
    charts: charts.map((each) => draw(each, shown)),
  }));
}
