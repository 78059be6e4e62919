// Bars lying down, each under its name (webapp/drawing/rows.py).

import { caption, scaled, WIDTH } from "./axes.js";
import { shortened } from "./words.js";

const ROW = 84;
const BAR_BELOW = 36;
const VALUE_BELOW = 62;
const LONGEST = 880;
const NAME_CHARACTERS = 58;
const MOST_SPOKEN = 5;

export function drawing(chart) {
  const counts = chart.cells.map(([count]) => count);
  const highest = Math.max(1, ...counts);
  const bars = chart.rows.map((name, place) => {
    const width = scaled(counts[place], highest, LONGEST);
    const top = place * ROW;
    return {
      ...{ name: shortened(name, NAME_CHARACTERS), count: counts[place], y: top + BAR_BELOW, width },
      ...{ name_y: top + BAR_BELOW - 10, value_x: width + 12, value_y: top + VALUE_BELOW },
    };
  });
  return {
    ...caption(chart),
    ...{ width: WIDTH, height: Math.max(1, bars.length) * ROW, bars, summary: summary(chart, counts) },
    heads: [chart.row_name, chart.measure],
    table: chart.rows.map((name, place) => [name, String(counts[place])]),
  };
}

function summary({ title, rows }, counts) {
  const spoken = rows.map((name, place) => `${name} ${counts[place]}`).slice(0, MOST_SPOKEN);
  const more = counts.length - spoken.length;
  return `${title}: ${spoken.join(", ")}${more ? `, and ${more} more` : ""}.`;
}
