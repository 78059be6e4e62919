// Series and drawings come out as the record makes them: the cases of tests/cases/ hold both sides.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { drawAll } from "../../webapp/static/jotter/drawing/index.js";
import { chartsOf } from "../../webapp/static/jotter/series/index.js";
import { periodsOf } from "../../webapp/static/jotter/series/periods.js";
import { seenOf } from "../../webapp/static/jotter/series/seen.js";

const cases = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), "utf8"));
const seriesOf = ({ observations, outcomes }) => chartsOf(observations.map(seenOf), outcomes);
const plain = (value) => JSON.parse(JSON.stringify(value));

for (const observed of cases("series"))
  test(`series: ${observed.name}`, () => assert.deepEqual(plain(seriesOf(observed)), observed.series));

for (const { name, of, axis, drawings } of cases("drawings"))
  test(`drawing: ${name}`, () => {
    const observed = cases("series").find((each) => each.name === of);
    assert.deepEqual(plain(drawAll(seriesOf(observed), axis)), drawings);
  });

for (const { name, terms, today, periods } of cases("periods"))
  test(`periods: ${name}`, () => assert.deepEqual(periodsOf(terms, today), periods));
