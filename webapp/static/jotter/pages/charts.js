// A pupil's charts on the tablet: drawn from what lies on the shelf, and what waits to be sent, without a network.

import { drawAll } from "../drawing/index.js";
import { page } from "../router.js";
import { chartsOf } from "../series/index.js";
import { chosenPeriod, earliest, periodsOf } from "../series/periods.js";
import { seenOf } from "../series/seen.js";
import { isDay, today as schoolDay, seenAt } from "../times.js";
import { KINDS } from "../words.js";
import { lost } from "./frame.js";
import { observationsSince } from "./pupils.js";

const DAY_MS = 86_400_000;

export function addRoutes(route) {
  route.get("/tablet/pupils/:id/charts", async ({ params, query, jotter }) => {
    const pupil = await jotter.shelf.get("pupil", params.id);
    if (!pupil) return lost();
    const charts = await chartsTold(jotter, pupil.id, query.get("period") ?? "");
    return page("tablet/charts.html", { title: "Charts", pupil, charts });
  });
}

async function chartsTold(jotter, pupil_id, key) {
  const today = schoolDay(jotter.now());
  const half_terms = await halfTerms(jotter.shelf);
  const offered = periodsOf(half_terms, today);
  const period = chosenPeriod(offered, key);
  const begins = period.first ?? earliest(today);
  const [bodies, outcomes, phases] = await Promise.all([
    // A day too many: the shelf knows moments, a period begins at the school's midnight.
    observationsSince(jotter, pupil_id, new Date(Date.parse(begins) - DAY_MS).toISOString()),
    jotter.shelf.ofPupil("outcome", pupil_id),
    jotter.shelf.ofPupil("phase", pupil_id),
  ]);
  const seen = bodies
    .sort((a, b) => Date.parse(seenAt(a)) - Date.parse(seenAt(b)))
    .map(seenOf)
    .filter((each) => each && begins <= each.day && each.day <= period.last);
  const axis = {
    first: period.first ?? seen[0]?.day ?? period.last,
    last: period.last,
    half_terms,
    phases: phases.map(({ body }) => body).filter(({ on, label }) => isDay(on) && label),
  };
  const groups = drawAll(chartsOf(seen, inOrder(outcomes)), axis);
  return {
    periods: offered.map(({ key: name, ...each }) => ({ ...each, key: name, is_chosen: name === period.key })),
    ...{ first: axis.first, last: axis.last, total: seen.length },
    groups: groups.map((group) => ({ ...group, name: KINDS[group.instrument] ?? "All observations" })),
  };
}

/** [{name, first, last}, …] as the school's document has them. */
async function halfTerms(shelf) {
  const [school] = await shelf.all("school");
  const told = school?.body?.lists?.terms;
  return Array.isArray(told) ? told.filter(({ first, last }) => isDay(first) && isDay(last)) : [];
}

/** As the desk has them: those not yet met first, then by when they are reviewed. */
function inOrder(outcomes) {
  const rank = ({ id, body }) => `${body.met ? 1 : 0} ${body.review_on ?? ""} ${id}`;
  return [...outcomes].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).map(({ id, body }) => ({ id, text: body.text }));
}
