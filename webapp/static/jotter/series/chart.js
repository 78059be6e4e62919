// A chart as plain values: what is drawn, without where it stands or how it looks (record/series/chart.py).

export const MOST_LINES = 5;
export const MOST_CHARTS = 6;

const EMPTY = {
  ...{ unit: "", about: "", lines: [], least: 0, most: null, ticks: [] },
  ...{ rows: [], columns: [], cells: [], row_name: "", column_name: "", notes: [] },
};

/** {key, title, shape, measure, …}: shape is lines, columns, rows or grid. */
export function chart(said) {
  return { ...EMPTY, ...said, notes: [...(said.notes ?? [])] };
}

export function point(day, value, detail = "", mark = "") {
  return { day, value, detail, mark };
}
