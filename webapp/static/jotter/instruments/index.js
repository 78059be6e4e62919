// Every instrument of the tablet, and the recipe for one more.
//
// To add an instrument (its name is the same everywhere):
// 1. docs/instruments.md: what stands in `measures`, and what must hold.
// 2. record/instruments/: its rules and its summary, as the recipe there says.
// 3. Here a module beside these: EMPTY (its fields and what they hold at first; a list for checkboxes), wrongWith(fields,
//    {now, lists}) → sentences for the fields, measuresOf(fields, the same) → measures as the page says; `lists` are the
//    school's, read where the module says NEEDS_LISTS. If it needs them: OFFERED (fields that nobody has typed),
//    begin(fields, now) → what opening the form notes down, isBegun(fields, now) → whether that alone makes a draft,
//    continued(fields, {now, kept_at}) → what changes in a draft that is opened again, again(measures) → what is watched
//    for the next time too, never what was found, shows(fields, {lists, outcomes}) → what its form shows besides.
// 4. templates/tablet/instruments/_<name>.html: its fields, with its explanation and an example in `help`.
// 5. words.js: its name in KINDS and, if it is to have one, its quick way in WAYS; a line in INSTRUMENTS below.
// 6. tests/jotter/instruments.test.js and tests/e2e/journeys/test_instruments.py: a form filled in, and what arrives.

import * as abc from "./abc.js";
import * as duration from "./duration.js";
import * as frequency from "./frequency.js";
import * as narrative from "./narrative.js";
import * as scale from "./scale.js";
import * as session from "./session.js";
import * as target from "./target.js";
import * as timeSample from "./time_sample.js";

const PLAIN = {
  OFFERED: [],
  begin: () => ({}),
  isBegun: () => false,
  continued: () => ({}),
  again: () => ({}),
  shows: () => ({}),
};

export const INSTRUMENTS = Object.fromEntries(
  Object.entries({ narrative, abc, frequency, duration, time_sample: timeSample, scale, target, session }).map(
    ([name, module]) => [name, { ...PLAIN, ...module }],
  ),
);

const all = Object.values(INSTRUMENTS);

/** The fields of all of them: changing the kind of a note half written must lose nothing. */
export const EMPTY = Object.assign({}, ...all.map((instrument) => instrument.EMPTY));

/** Filled in before anybody typed: these alone make no draft. */
export const OFFERED = all.flatMap((instrument) => instrument.OFFERED);

/** An instrument by name; a name that nobody knows (of a newer build's draft) is asked for again in the form. */
export const instrumentOf = (name) => (Object.hasOwn(INSTRUMENTS, name) ? INSTRUMENTS[name] : null);
