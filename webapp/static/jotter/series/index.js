// What the charts of a pupil show, computed from observations as the record does it (record/series/): the twin of that
// package, file by file; tests/cases/series.json holds both. To add an instrument: see there.

import * as abc from "./abc.js";
import * as duration from "./duration.js";
import * as frequency from "./frequency.js";
import * as narrative from "./narrative.js";
import * as overview from "./overview.js";
import * as scale from "./scale.js";
import * as session from "./session.js";
import * as target from "./target.js";
import * as timeSample from "./time_sample.js";

const INSTRUMENTS = { narrative, abc, frequency, duration, time_sample: timeSample, scale, target, session };

/** {instrument: [chart, …]} of what was seen, oldest first; `texts` are outcomes: [{id, text}, …]. */
export function chartsOf(seen, texts) {
  const found = seen.length ? { all: overview.charts(seen, texts) } : {};
  for (const [instrument, subject] of Object.entries(INSTRUMENTS)) {
    const ofIt = seen.filter((each) => each.instrument === instrument);
    const charts = subject.charts(ofIt, texts);
    if (charts.length) found[instrument] = charts;
  }
  return found;
}
