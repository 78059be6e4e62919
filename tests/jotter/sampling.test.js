// A time sample by a clock that is set by hand: which interval is on, which is asked about, what is blank.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as sampling from "../../webapp/static/jotter/instruments/sampling.js";
import { takenBack } from "../../webapp/static/jotter/instruments/sampling_undo.js";

const START = Date.parse("2026-11-24T10:00:00.000Z");
const sample = (more = {}) => ({
  began: START,
  ended: null,
  interval_ms: 15_000,
  planned: 120,
  rule: "partial",
  ...more,
});

test("over half an hour every interval is on from its first tenth to its last", () => {
  for (let place = 0; place < 120; place++) {
    assert.equal(sampling.current(sample(), START + place * 15_000), place);
    assert.equal(sampling.current(sample(), START + place * 15_000 + 14_900), place);
  }
  assert.equal(sampling.current(sample(), START + 30 * 60_000), null);
  assert.ok(sampling.isOver(sample(), START + 30 * 60_000));
  assert.equal(sampling.leftOf(sample(), START + 14_900), 100);
});

test("partial asks about the interval that is on; momentary and whole about the one just passed", () => {
  const now = START + 31_000;
  assert.equal(sampling.asked(sample(), now), 2);
  assert.equal(sampling.asked(sample({ rule: "momentary" }), now), 1);
  assert.equal(sampling.asked(sample({ rule: "whole" }), now), 1);
  assert.equal(sampling.asked(sample({ rule: "whole" }), START + 14_999), null);
  assert.equal(sampling.asked(sample({ began: null }), now), null);
  assert.equal(sampling.asked(sample({ rule: "momentary", planned: 2 }), START + 99_000), 1);
});

test("a sample that was stopped counts the intervals that passed, and one broken off only if it was answered", () => {
  const stopped = sample({ ended: START + 40_000 });
  assert.equal(sampling.lengthOf(stopped, ["11"], START + 90_000), 2);
  assert.equal(sampling.lengthOf(stopped, ["111"], START + 90_000), 3);
  assert.equal(sampling.lengthOf(sample({ planned: 2 }), ["111"], START + 90_000), 2);
});

test("a clock that jumps back leaves the sample at its beginning", () => {
  assert.equal(sampling.ranFor(sample(), START - 3_600_000), 0);
  assert.equal(sampling.current(sample(), START - 3_600_000), 0);
  assert.equal(sampling.passed(sample({ ended: START }), START - 5), 0);
});

test("a mark out of turn leaves the others blank, and blanks are found and filled", () => {
  const marks = sampling.marked("1", 3, false);
  assert.equal(marks, "1--0");
  assert.deepEqual(sampling.blanks([marks, "1111"], 5), [2, 3, 5]);
  assert.deepEqual(sampling.answersOf(marks, 5), [true, null, null, false, null]);
  assert.equal(sampling.filledWithNo(marks, 5), "10000");
  assert.equal(sampling.marked(marks, 0, null), "---0");
});

test("after a reload the stop is taken back first, then answer by answer, then the start", () => {
  const rows = [
    { row: 1, marks: "1-0" },
    { row: 3, marks: "1" },
  ];
  assert.deepEqual(takenBack(sample({ ended: START + 40_000 }), rows), { sample_ended: "" });
  const before = (...marks) =>
    takenBack(
      sample(),
      rows.map(({ row }, place) => ({ row, marks: marks[place] })),
    );
  assert.deepEqual(before("1-0", "1"), { marks_1: "1" });
  assert.deepEqual(before("1", "1"), { marks_3: "" });
  assert.deepEqual(before("1--", ""), { marks_1: "" });
  assert.deepEqual(before("", "--"), { sample_began: "" });
  assert.equal(takenBack(sample({ began: null }), [{ row: 1, marks: "" }]), null);
});
