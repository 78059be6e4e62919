// Signatures and lists of lines as templates show them: the same as webapp/meeting_filters.py (a parity test compares).

// Of a signature that does not say how large the glass was.
const BOX = [1000, 300];
const tenth = (number) => Math.floor(number * 10 + 0.5) / 10;

/** The lines of a text, or of a list of them, without those that are empty. */
export function lines(value) {
  const told = typeof value === "string" ? value.split("\n") : Array.isArray(value) ? value : [];
  return told.filter((line) => typeof line === "string" && line.trim()).map((line) => line.trim());
}

/** An SVG path through the points of every stroke: "M10 20L14.5 28". A touch without a way is a dot. */
export function strokePath(strokes) {
  return Array.isArray(strokes) ? strokes.map(pathOf).join("") : "";
}

function pathOf(stroke) {
  const points = (Array.isArray(stroke) ? stroke : []).map(([x, y]) => `${tenth(x)} ${tenth(y)}`);
  if (points.length === 1) return `M${points[0]}h0.1`;
  return points.length ? `M${points.join("L")}` : "";
}

/** The view box of a signature's strokes. */
export function box(signature) {
  return `0 0 ${tenth(signature?.width || BOX[0])} ${tenth(signature?.height || BOX[1])}`;
}
