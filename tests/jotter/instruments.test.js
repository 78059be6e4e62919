// What each instrument makes of a form: measures as docs/instruments.md has them, or a sentence beside the field.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, INSTRUMENTS } from "../../webapp/static/jotter/instruments/index.js";
import { tried, undoTried } from "../../webapp/static/jotter/instruments/target.js";
import { KINDS } from "../../webapp/static/jotter/words.js";

const NOW = Date.parse("2026-11-24T10:30:00.000Z");
const at = (seconds) => NOW + seconds * 1000;
const iso = (seconds) => new Date(at(seconds)).toISOString();
const OWN = { id: "s-1", name: "Settling", least: -2, most: 2, labels: [] };
const LONG = { id: "s-2", name: "Pain", least: 0, most: 100, labels: ["None", "Worst"] };
const place = {
  now: NOW,
  outcomes: [],
  lists: { behaviours: [], antecedents: ["Asked to stop"], consequences: [], scales: [OWN, LONG], provisions: [] },
};
const form = (fields) => ({ ...EMPTY, text: "", when: "2026-11-24T10:30", ...fields });
const measures = (name, fields) => INSTRUMENTS[name].measuresOf(form(fields), place);
const wrong = (name, fields) =>
  Object.fromEntries(INSTRUMENTS[name].wrongWith(form(fields), place).map((error) => [error.name, error.message]));

/** Accepted, and these are its measures. */
function accepts(name, fields, expected) {
  assert.deepEqual(wrong(name, fields), {});
  assert.deepEqual(measures(name, fields), expected);
}

test("every kind of observation has its instrument, and no two share a field that means something else", () => {
  for (const name of Object.keys(INSTRUMENTS)) assert.ok(KINDS[name], name);
  const shared = ["behaviour"];
  const names = Object.values(INSTRUMENTS).flatMap(({ EMPTY: fields }) => Object.keys(fields));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual([...new Set(twice)], shared);
});

test("a narrative is its words", () => {
  accepts("narrative", { text: "Asked for help." }, {});
  assert.deepEqual(wrong("narrative", {}), { text: "Write what you saw" });
});

test("a count has every tap, from when it was watched for, and for how long", () => {
  accepts(
    "frequency",
    { behaviour: "Calls out", count: "2", taps: `${at(-60)},${at(-30)}`, count_began: String(at(-1200)) },
    {
      ...{ behaviour: "Calls out", count: 2, observed_for_s: 1200, began_at: iso(-1200) },
      taps: [iso(-60), iso(-30)],
    },
  );
});

test("a count that was stopped was watched for until then, whenever it is saved", () => {
  const fields = { count: "1", taps: String(at(-50)), count_began: String(at(-60)), count_ended: String(at(-40)) };
  assert.equal(measures("frequency", fields).observed_for_s, 20);
});

test("a count from memory tells no rate, unless somebody says for how long", () => {
  const fields = { count: "12", count_began: String(at(-8)) };
  accepts("frequency", fields, { count: 12 });
  const told = measures("frequency", { ...fields, watched_minutes: "30" });
  assert.deepEqual([told.observed_for_s, told.began_at], [1800, iso(-1800)]);
});

test("minutes that somebody says run from when the watch began, however late it is saved", () => {
  const hours = 4 * 3600;
  const fields = { count: "2", taps: `${at(60 - hours)},${at(300 - hours)}`, count_began: String(at(-hours)) };
  const told = measures("frequency", { ...fields, watched_minutes: "10" });
  assert.deepEqual(wrong("frequency", { ...fields, watched_minutes: "10" }), {});
  assert.deepEqual([told.observed_for_s, told.began_at], [600, iso(-hours)]);
  assert.match(wrong("frequency", { ...fields, watched_minutes: "3" }).watched_minutes, /give 4 minutes or more/);
  const days = 2 * 86_400;
  const old = { count: "1", taps: String(at(60 - days)), count_began: String(at(-days)), watched_minutes: "10" };
  assert.equal(measures("frequency", old).began_at, iso(-days));
  assert.deepEqual(wrong("frequency", old), {});
});

test("minutes begin later than the form when the taps do, and earlier when they would not be over yet", () => {
  const late = { count: "1", taps: String(at(-60)), count_began: String(at(-2000)), watched_minutes: "10" };
  assert.deepEqual(wrong("frequency", late), {});
  assert.equal(measures("frequency", late).began_at, iso(-660));
  const early = { count: "1", taps: String(at(-60)), count_began: String(at(-90)), watched_minutes: "10" };
  assert.equal(measures("frequency", early).began_at, iso(-600));
});

test("what passed between stopping and going on is not watched", () => {
  const fields = { count: "2", taps: `${at(-3500)},${at(-60)}`, count_began: String(at(-3600)) };
  accepts("frequency", { ...fields, count_gap: String(3_000_000) }, { count: 2, observed_for_s: 600 });
  const told = measures("frequency", { ...fields, count_gap: "3000000", watched_minutes: "12" });
  assert.deepEqual(told, { count: 2, observed_for_s: 720 });
});

test("a draft whose watch ran on unwatched ends with its last tap, or when it was last kept", () => {
  const ended = (fields, kept_at, now = NOW) =>
    INSTRUMENTS.frequency.continued(form({ count_began: String(at(-7200)), ...fields }), { now, kept_at }).count_ended;
  assert.equal(ended({ taps: String(at(-7000)) }, at(-6900)), String(at(-7000)));
  assert.equal(ended({}, at(-6900)), String(at(-6900)));
  assert.equal(ended({ taps: String(at(-7000)) }, at(-600)), undefined);
  assert.equal(ended({ taps: String(at(-7000)), count_ended: String(at(-6950)) }, at(-6900)), undefined);
  assert.equal(ended({ count_began: "" }, at(-6900)), undefined);
});

test("nothing seen while somebody watched is a count too", () => {
  accepts("frequency", { count_began: String(at(-600)) }, { count: 0, observed_for_s: 600, began_at: iso(-600) });
});

test("an impossible count is refused beside its field", () => {
  assert.match(wrong("frequency", { count: "-1" }).count, /whole number from 0 to 10,000/);
  assert.match(wrong("frequency", { count: "10001" }).count, /whole number/);
  assert.match(wrong("frequency", { count: "many" }).count, /whole number/);
  assert.match(wrong("frequency", { count: "1.5" }).count, /whole number/);
  assert.match(wrong("frequency", { count: "" }).count, /Say how often/);
  const two = { taps: `${at(-60)},${at(-30)}`, count_began: String(at(-90)) };
  assert.match(wrong("frequency", { ...two, count: "1" }).count, /tapped 2 times/);
  assert.match(wrong("frequency", { ...two, count: "2", watched_minutes: "0" }).watched_minutes, /from 1 to 1,440/);
  const long = { taps: `${at(-600)},${at(-30)}`, count_began: String(at(-700)), count: "2", watched_minutes: "1" };
  assert.match(wrong("frequency", long).watched_minutes, /tapped for longer/);
  assert.match(wrong("frequency", { count: "3", count_began: String(at(-90_000)) }).watched_minutes, /more than a day/);
  assert.match(wrong("frequency", { count: "3", behaviour: "x".repeat(201) }).behaviour, /at? ?most|the most is 200/);
});

test("spells are in order with their sum, and the latency is from the instruction", () => {
  const spells = `${at(-100)}-${at(-90)},${at(-60)}-${at(-47)}`;
  accepts(
    "duration",
    { behaviour: "On task", spells, instructed_at: String(at(-104)) },
    {
      behaviour: "On task",
      spells: [
        { start: iso(-100), stop: iso(-90) },
        { start: iso(-60), stop: iso(-47) },
      ],
      ...{ total_s: 23, latency_s: 4 },
    },
  );
});

test("a stopwatch that is running when it is saved stops then", () => {
  assert.deepEqual(measures("duration", { spells: `${at(-30)}-` }), {
    spells: [{ start: iso(-30), stop: iso(0) }],
    total_s: 30,
  });
});

test("a spell timed by the wall clock is of the day of the note", () => {
  const { spells, total_s } = measures("duration", { typed_start: "10:05", typed_stop: "10:07" });
  assert.deepEqual(spells, [{ start: "2026-11-24T10:05:00.000Z", stop: "2026-11-24T10:07:00.000Z" }]);
  assert.equal(total_s, 120);
});

test("a spell timed by the wall clock may go over midnight, and not into the future", () => {
  const night = Date.parse("2026-11-25T00:20:00.000Z");
  const typed = { typed_start: "23:50", typed_stop: "00:10" };
  const of = (fields) => INSTRUMENTS.duration.measuresOf(form({ ...typed, ...fields }), { ...place, now: night });
  const spells = [{ start: "2026-11-24T23:50:00.000Z", stop: "2026-11-25T00:10:00.000Z" }];
  assert.deepEqual(of({ when: "2026-11-25T00:20" }), { spells, total_s: 1200 });
  assert.deepEqual(of({ when: "2026-11-24T23:50" }), { spells, total_s: 1200 });
  assert.match(wrong("duration", { typed_start: "10:40", typed_stop: "10:50" }).typed_start, /begin in the future/);
  assert.match(wrong("duration", { typed_start: "10:20", typed_stop: "10:50" }).typed_stop, /end in the future/);
});

test("a stop before its start, an overlap and an empty stopwatch are refused", () => {
  assert.match(wrong("duration", { typed_start: "10:07", typed_stop: "10:05" }).typed_stop, /cannot end before/);
  assert.match(wrong("duration", { typed_start: "10:07" }).typed_stop, /at which it ended/);
  assert.match(wrong("duration", { typed_stop: "10:07" }).typed_start, /at which it began/);
  assert.match(wrong("duration", { spells: `${at(-10)}-${at(-20)}` }).spells, /cannot stop before it starts/);
  assert.match(wrong("duration", {}).spells, /Start and stop/);
  assert.match(wrong("duration", { spells: `${at(-90_000)}-` }).spells, /more than a day/);
  const both = { spells: `${at(-1500)}-${at(-1300)}`, typed_start: "10:05", typed_stop: "10:08" };
  assert.match(wrong("duration", both).typed_start, /running at that time/);
});

const SAMPLE = {
  sample_1: "Looks at the work",
  sample_began: String(at(-60)),
  sample_ended: String(at(-10)),
  interval_s: "10",
};

test("a time sample has yes or no for each interval of each behaviour", () => {
  accepts(
    "time_sample",
    { ...SAMPLE, marks_1: "10110", sample_3: "Talks", marks_3: "00000", rule: "partial" },
    {
      behaviours: [
        { name: "Looks at the work", intervals: [true, false, true, true, false] },
        { name: "Talks", intervals: [false, false, false, false, false] },
      ],
      ...{ interval_s: 10, rule: "partial", began_at: iso(-60) },
    },
  );
});

test("blank intervals are refused by their numbers, and so is a sample that was never begun", () => {
  assert.match(wrong("time_sample", { ...SAMPLE, marks_1: "1-1" }).intervals, /Intervals 2, 4, 5 left blank/);
  assert.match(wrong("time_sample", { ...SAMPLE, marks_1: "1111" }).intervals, /^Interval 5 left blank/);
  const many = { ...SAMPLE, sample_began: String(at(-210)) };
  assert.match(wrong("time_sample", many).intervals, /1, 2, 3, 4, 5 and 15 more/);
  assert.match(wrong("time_sample", { sample_1: "Talks" }).intervals, /Start the timer/);
  assert.match(wrong("time_sample", {}).sample_1, /Name the behaviour/);
  assert.match(wrong("time_sample", { ...SAMPLE, sample_2: SAMPLE.sample_1 }).sample_2, /a name of its own/);
  assert.match(wrong("time_sample", { ...SAMPLE, interval_s: "0" }).interval_s, /from 1 to 3,600/);
  assert.match(wrong("time_sample", { ...SAMPLE, planned: "" }).planned, /from 1 to 1,000/);
  assert.match(wrong("time_sample", { ...SAMPLE, rule: "often" }).rule, /Choose/);
});

test("ABC keeps what was chosen and what was written", () => {
  accepts(
    "abc",
    {
      abc_antecedent: ["Asked to stop"],
      abc_behaviour_text: "Shouted",
      intensity: "3",
      lasted_minutes: "1",
      lasted_seconds: "30",
    },
    {
      antecedent: { chosen: ["Asked to stop"], text: "" },
      behaviour: { chosen: [], text: "Shouted" },
      ...{ intensity: 3, duration_s: 90 },
    },
  );
});

test("an ABC that says nothing, or something impossible, is refused", () => {
  assert.match(wrong("abc", {}).abc_behaviour, /Say what happened/);
  assert.match(wrong("abc", { text: "x", intensity: "6" }).intensity, /from 1 to 5/);
  assert.match(wrong("abc", { text: "x", lasted_seconds: "75" }).lasted_seconds, /from 0 to 59/);
  assert.match(wrong("abc", { text: "x", lasted_minutes: "1440", lasted_seconds: "1" }).lasted_minutes, /a day/);
  const many = Array.from({ length: 21 }, (_, place) => `Way ${place}`);
  assert.match(wrong("abc", { abc_behaviour: many }).abc_behaviour, /at most 20/);
});

test("a score is on its scale, the school's own too", () => {
  accepts(
    "scale",
    { scale: "zones", score: "2", note: "After lunch" },
    { scale: "zones", score: 2, note: "After lunch" },
  );
  accepts(
    "scale",
    { scale: "own:s-1", score: "-2" },
    { scale: "own", scale_id: "s-1", name: "Settling", least: -2, most: 2, score: -2 },
  );
  assert.match(wrong("scale", { scale: "leuven_involvement", score: "6" }).score, /from 1 to 5/);
  assert.match(wrong("scale", { scale: "own:s-1", score: "3" }).score, /from −2 to 2/);
  assert.match(wrong("scale", { scale: "zones" }).score, /Choose a score/);
  assert.match(wrong("scale", { scale: "own:gone", score: "1" }).scale, /not on the school's list any more/);
});

test("a score chosen of another scale is none", () => {
  const changed = { scale: "zones", score: "4", score_of: "leuven_wellbeing" };
  assert.match(wrong("scale", changed).score, /Choose a score/);
  assert.equal(INSTRUMENTS.scale.shows(form(changed), place).score, "");
  accepts("scale", { ...changed, score_of: "zones" }, { scale: "zones", score: 4 });
});

test("the engagement model judges five areas, one at least", () => {
  accepts(
    "scale",
    { scale: "engagement", exploration: "0", initiation: "4" },
    { scale: "engagement", scores: { exploration: 0, initiation: 4 } },
  );
  assert.match(wrong("scale", { scale: "engagement" }).exploration, /at least one area/);
  assert.match(wrong("scale", { scale: "engagement", persistence: "5" }).persistence, /from 0 to 4/);
});

test("a scale of few steps is chosen from, one of many is typed", () => {
  const shown = (scale) => INSTRUMENTS.scale.shows(form({ scale }), place);
  assert.deepEqual(
    shown("own:s-1").steps.map(({ value }) => value),
    ["-2", "-1", "0", "1", "2"],
  );
  assert.deepEqual([shown("own:s-2").steps, shown("own:s-2").ends], [[], "From 0 to 100"]);
  assert.equal(shown("leuven_wellbeing").steps[4].text, "5 Extremely high");
});

test("a target counts trials, and there are never more right than given", () => {
  const fields = { outcome_id: "o-1", help: "gesture", trials_right: "4", trials_given: "5", attainment: "-1" };
  accepts("target", fields, { outcome_id: "o-1", help: "gesture", trials_right: 4, trials_given: 5, attainment: -1 });
  assert.match(wrong("target", { ...fields, trials_right: "6" }).trials_right, /more right than were given/);
  assert.match(wrong("target", { ...fields, trials_given: "" }).trials_given, /how many trials/);
  assert.match(wrong("target", { ...fields, trials_given: "0" }).trials_given, /from 1 to 1,000/);
  assert.match(wrong("target", { ...fields, attainment: "3" }).attainment, /from −2 to 2/);
  assert.match(wrong("target", {}).help, /Choose how much help/);
  assert.match(wrong("target", { help: "lots" }).help, /Choose how much help/);
});

test("a trial that was tapped is taken back, after a reload too, and with the last of all there were none", () => {
  const blank = { right: "", given: "", taps: "" };
  const one = tried(blank, true);
  const two = tried(one, false);
  assert.deepEqual(two, { right: "1", given: "2", taps: "10" });
  assert.deepEqual(undoTried(two), one);
  assert.deepEqual(undoTried(one), blank);
  assert.deepEqual(undoTried(blank), blank);
  const typed = { right: "3", given: "5", taps: "" };
  assert.deepEqual(undoTried(tried(typed, true)), typed);
  assert.deepEqual(undoTried(typed), typed);
  const { right, given } = undoTried(one);
  accepts("target", { help: "gesture", trials_right: right, trials_given: given }, { help: "gesture" });
});

test("a session says what was delivered of what was planned, and nothing to who was not there", () => {
  const fields = { provision: "Precision teaching", planned_minutes: "15", delivered_minutes: "10" };
  accepts("session", fields, {
    provision: "Precision teaching",
    planned_minutes: 15,
    delivered_minutes: 10,
    present: true,
  });
  accepts(
    "session",
    { ...fields, delivered_minutes: "", attended: "no", absence_reason: "Dentist" },
    {
      provision: "Precision teaching",
      planned_minutes: 15,
      delivered_minutes: 0,
      present: false,
      absence_reason: "Dentist",
    },
  );
  assert.match(wrong("session", { ...fields, attended: "no" }).delivered_minutes, /not there/);
  assert.match(wrong("session", { ...fields, planned_minutes: "601" }).planned_minutes, /from 0 to 600/);
  assert.match(wrong("session", {}).provision, /Say which provision/);
});

test("the next note of a kind begins with what the last one was about", () => {
  const filled = (name, of) => INSTRUMENTS[name].again(of);
  assert.deepEqual(filled("frequency", { behaviour: "Calls out", count: 9 }), { behaviour: "Calls out" });
  assert.deepEqual(filled("scale", { scale: "own", scale_id: "s-1", score: 2 }), { scale: "own:s-1" });
  const sample = { behaviours: [{ name: "Talks" }, { name: "Looks" }], interval_s: 20, rule: "whole" };
  assert.deepEqual(filled("time_sample", sample), {
    sample_1: "Talks",
    sample_2: "Looks",
    interval_s: "20",
    rule: "whole",
  });
  for (const name of Object.keys(INSTRUMENTS)) assert.doesNotThrow(() => filled(name, {}), name);
});

test("what was found the last time is never chosen beforehand", () => {
  const filled = (name, of) => INSTRUMENTS[name].again(of);
  assert.deepEqual(filled("abc", { behaviour: { chosen: ["Crying"] }, people_present: "Group of four" }), {});
  assert.deepEqual(filled("target", { outcome_id: "o-1", help: "gesture", trials_right: 3 }), { outcome_id: "o-1" });
});
