// Draws as the tablet would, for the tests that compare: [{observations, outcomes, axis}, …] on stdin, drawings out.

import { readFileSync } from "node:fs";
import { drawAll } from "../webapp/static/jotter/drawing/index.js";
import { chartsOf } from "../webapp/static/jotter/series/index.js";
import { seenOf } from "../webapp/static/jotter/series/seen.js";

const cases = JSON.parse(readFileSync(0, "utf8"));
const drawn = cases.map(({ observations, outcomes, axis }) =>
  drawAll(chartsOf(observations.map(seenOf).filter(Boolean), outcomes), axis),
);
process.stdout.write(JSON.stringify(drawn));
