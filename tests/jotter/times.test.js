// The school's wall clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, day, dayClock, isDay, localField, momentOf, today } from "../../webapp/static/jotter/times.js";

test("times are shown on the school's wall, in summer too", () => {
  assert.equal(dayClock("2026-11-24T10:15:00.000Z"), "24 Nov, 10:15");
  assert.equal(clock("2026-07-01T10:15:00.000Z"), "11:15");
  assert.equal(day("2026-11-24"), "Tue 24 Nov 2026");
});

test("what is no time is shown as it stands", () => {
  assert.equal(day("tomorrow"), "tomorrow");
  assert.equal(day(null), "");
  assert.equal(day("2026-02-30"), "2026-02-30");
});

test("a field filled in at the school means that moment, whatever the season", () => {
  assert.equal(new Date(momentOf("2026-11-24T10:15")).toISOString(), "2026-11-24T10:15:00.000Z");
  assert.equal(new Date(momentOf("2026-07-01T10:15")).toISOString(), "2026-07-01T09:15:00.000Z");
  assert.equal(momentOf("2026-02-30T10:15"), null);
  assert.equal(momentOf(""), null);
});

test("every quarter of an hour of a year comes back as it was shown, but for the hour that happens twice", () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  for (let quarter = 0; quarter < 365 * 96; quarter += 7) {
    const moment = start + quarter * 15 * 60 * 1000;
    const back = momentOf(localField(moment));
    assert.ok([0, 3_600_000].includes(Math.abs(back - moment)));
    assert.equal(localField(back), localField(moment));
  }
});

test("today is the school's day, also late on a summer evening", () => {
  assert.equal(today(Date.parse("2026-06-30T23:30:00Z")), "2026-07-01");
  assert.equal(isDay("2026-06-31"), false);
  assert.equal(isDay("2026-06-30"), true);
});

test("a day in a form stays the day that it is", () => {
  for (const date of ["2026-01-01", "2026-03-29", "2026-10-25", "2026-12-31"]) {
    assert.equal(day(date).split(" ")[1], String(Number(date.slice(8))));
    assert.ok(isDay(date));
    assert.equal(today(momentOf(`${date}T12:00`)), date);
  }
});
