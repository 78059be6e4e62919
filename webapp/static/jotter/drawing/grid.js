// A grid of counts: a circle as large as its count, with the number in it (webapp/drawing/grid.py).

import { total } from "../series/seen.js";
import { caption, WIDTH } from "./axes.js";
import { shortened } from "./words.js";

const LEFT = 370;
const RIGHT = 990;
const HEAD = 56;
const ROW = 76;
const LEAST_RADIUS = 16;
const MORE_RADIUS = 18;
const NAME_CHARACTERS = 24;
const SHORT_CHARACTERS = 9;
const LETTERS = "ABCDEFGHIJ";

export function drawing(chart) {
  const is_lettered = chart.columns.some((name) => [...name].length > SHORT_CHARACTERS);
  const step = Math.floor((RIGHT - LEFT) / chart.columns.length);
  const middle = (place) => LEFT + step * place + Math.floor(step / 2);
  const row_y = (place) => HEAD + ROW * place;
  return {
    ...caption(chart),
    ...{ width: WIDTH, height: HEAD + ROW * chart.rows.length + 8, left: LEFT, right: RIGHT },
    columns: chart.columns.map((name, place) => ({ x: middle(place), text: is_lettered ? LETTERS[place] : name })),
    rows: chart.rows.map((name, place) => ({
      ...{ y: row_y(place) + ROW / 2, line_y: row_y(place), text: shortened(name, NAME_CHARACTERS) },
    })),
    circles: circles(chart, middle, row_y),
    letters: is_lettered ? chart.columns.map((name, place) => ({ letter: LETTERS[place], name })) : [],
    summary: summary(chart),
    heads: [chart.row_name, ...chart.columns],
    table: chart.rows.map((name, place) => [name, ...chart.cells[place].map(String)]),
  };
}

const counted = ({ cells }) => cells.flatMap((row, y) => row.map((count, x) => ({ count, x, y }))).filter(isSome);
const isSome = ({ count }) => count > 0;

function circles(chart, middle, row_y) {
  const found = counted(chart);
  const highest = Math.max(1, ...found.map(({ count }) => count));
  // By area, so that twice as many look twice as much.
  const radius = (count) => LEAST_RADIUS + Math.floor(Math.sqrt(count / highest) * MORE_RADIUS + 0.5);
  return found.map(({ count, x, y }) => ({ x: middle(x), y: row_y(y) + ROW / 2, r: radius(count), count }));
}

function summary(chart) {
  const found = counted(chart);
  if (!found.length) return `${chart.title}: nothing counted.`;
  const most = found.reduce((high, each) => (each.count > high.count ? each : high));
  const where = `${chart.rows[most.y]}, ${chart.columns[most.x]}`;
  return `${chart.title}. Most often: ${where}, ${most.count} of ${total(found.map(({ count }) => count))}.`;
}
