// Every element of the tablet's pages; each brings to life what its template has already drawn.

import "./intervals.js";
import "./signature.js";
import "./stopwatch.js";
import "./tally.js";
import "./trials.js";
