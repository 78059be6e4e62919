// Counting and timing by a clock that is set by hand: right to a tenth over half an hour, and never below nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as clocks from "../../webapp/static/jotter/instruments/clocks.js";

const START = Date.parse("2026-11-24T10:00:00.000Z");
const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const fresh = () => ({ spells: [], instructed: null });

/** Through the form's text and back, as a reload or a killed tab has it. */
const reloaded = ({ spells, instructed }) => ({
  spells: clocks.spellsOf(clocks.spellsText(spells)),
  instructed: clocks.momentIn(instructed === null ? "" : String(instructed)),
});

test("a stopwatch is right to a tenth after half an hour, reloaded every minute of it", () => {
  let watch = clocks.press(fresh(), START + 70);
  for (let now = START; now < START + HALF_HOUR_MS; now += MINUTE_MS) watch = reloaded(watch);
  watch = clocks.press(watch, START + HALF_HOUR_MS + 150);
  assert.equal(clocks.totalOf(watch, START + HALF_HOUR_MS * 2), HALF_HOUR_MS + 80);
  assert.equal(clocks.secondsOf(clocks.totalOf(watch, 0)), 1800.1);
});

test("many short spells of half an hour add up without drifting", () => {
  let watch = fresh();
  for (let now = START; now < START + HALF_HOUR_MS; now += 1000)
    watch = clocks.press(clocks.press(reloaded(watch), now), now + 333);
  assert.equal(watch.spells.length, 1800);
  assert.equal(clocks.secondsOf(clocks.totalOf(watch, START)), 599.4);
});

test("the last press is taken back: a stop goes on, a start has not been, an instruction was not given", () => {
  const instructed = clocks.instruct(fresh(), START);
  const running = clocks.press(instructed, START + 4200);
  const stood = clocks.press(running, START + 9200);
  assert.equal(clocks.latencyOf(stood), 4200);
  assert.deepEqual(clocks.undoPress(stood), running);
  assert.deepEqual(clocks.undoPress(running), instructed);
  assert.deepEqual(clocks.undoPress(instructed), fresh());
  assert.deepEqual(clocks.undoPress(fresh()), fresh());
});

test("an instruction after the first start changes nothing", () => {
  const running = clocks.press(fresh(), START);
  assert.deepEqual(clocks.instruct(running, START + 500), running);
});

test("a clock that jumps an hour back makes no time negative and no spell begin before the last ended", () => {
  let watch = clocks.press(clocks.instruct(fresh(), START), START + 1000);
  watch = clocks.press(watch, START + 5000);
  const back = START - 60 * MINUTE_MS;
  assert.equal(clocks.lengthNow({ ...watch, spells: [{ start: START, stop: null }] }, back), 0);
  watch = clocks.press(clocks.press(watch, back), back + 10);
  const [first, second] = watch.spells;
  assert.ok(second.start >= first.stop && second.stop >= second.start);
  assert.equal(clocks.totalOf(watch, back), 4000);
});

test("each tap has its moment, never before the one before it, and the last is taken back", () => {
  let tally = { count: 0, taps: [], began: START, ended: null };
  for (const now of [START + 100, START + 900, START - 5000]) tally = clocks.tap(tally, now);
  assert.deepEqual(tally.taps, [START + 100, START + 900, START + 900]);
  assert.equal(tally.count, 3);
  assert.equal(clocks.watchedUntil(tally, START - 9000), START + 900);
  tally = clocks.undoTap(tally);
  assert.deepEqual([tally.count, tally.taps.length], [2, 2]);
  assert.deepEqual(clocks.undoTap({ ...tally, count: 4, taps: [] }).count, 4);
});

test("whoever taps on after stopping is watching again", () => {
  const stopped = { count: 1, taps: [START], began: START, ended: START + 1000 };
  assert.equal(clocks.watchedUntil(stopped, START + 9000), START + 1000);
  assert.equal(clocks.watchedUntil(clocks.tap(stopped, START + 5000), START + 9000), START + 9000);
});

test("going on after a while leaves out what nobody watched; a stop taken back leaves out nothing", () => {
  const stopped = { count: 1, taps: [START], began: START, ended: START + 1000, gap: 0 };
  const later = START + 1000 + 10 * MINUTE_MS;
  assert.equal(clocks.tap(stopped, later).gap, 10 * MINUTE_MS);
  assert.deepEqual(clocks.goOn(stopped, later), { ...stopped, ended: null, gap: 10 * MINUTE_MS });
  assert.equal(clocks.goOn(stopped, START + 5000).gap, 0);
  const twice = clocks.goOn({ ...clocks.goOn(stopped, later), ended: later }, later + 2 * MINUTE_MS);
  assert.equal(twice.gap, 12 * MINUTE_MS);
});

test("a face tells what has passed, and never more than that", () => {
  assert.equal(clocks.faceOf(187_499, { tenths: true }), "3:07.4");
  assert.equal(clocks.faceOf(59_999), "0:59");
  assert.equal(clocks.faceOf(3_765_000), "1:02:45");
  assert.equal(clocks.faceOf(-500, { tenths: true }), "0:00.0");
});

test("a broken field of moments gives what can be read of it", () => {
  assert.deepEqual(clocks.momentsOf("1764241200000,abc,,-5,1764241203100"), [1764241200000, 1764241203100]);
  assert.deepEqual(clocks.spellsOf("x,1764241200000-,7-9"), [{ start: 1764241200000, stop: null }]);
  assert.equal(clocks.momentIn("NaN"), null);
});
