// The periods that charts may show: this half-term, this term, this school year, everything (record/periods.py).

import { dayNumber, dayOfNumber } from "./seen.js";

const MOST_YEARS_BACK = 15;

/** [{key, name, first, last}, …], shortest first; `first` is null where it begins with the first observation. */
export function periodsOf(half_terms, today) {
  const begun = half_terms.filter(({ first }) => first <= today).sort((a, b) => (a.first < b.first ? -1 : 1));
  const begins = schoolYearStart(today);
  const present = begun.at(-1);
  const found = [];
  if (present && present.last >= begins) {
    const ofTerm = begun.filter((term) => seasonOf(term) === seasonOf(present));
    const [last] = [present.last, today].sort();
    found.push({ key: "half-term", name: "This half-term", first: present.first, last });
    found.push({ key: "term", name: "This term", first: ofTerm[0].first, last });
  }
  found.push({ key: "year", name: "This school year", first: begins, last: today });
  return [...found, { key: "all", name: "All", first: null, last: today }];
}

/** The period of this name; the school year where there is no such one. */
export function chosenPeriod(found, key) {
  return found.find((each) => each.key === key) ?? found.find((each) => each.key === "year");
}

/** The first day that "everything" can begin on. */
export const earliest = (today) => dayOfNumber(dayNumber(schoolYearStart(today)) - 365 * MOST_YEARS_BACK);

export function schoolYearStart(today) {
  const [year, month] = today.split("-").map(Number);
  return `${month >= 9 ? year : year - 1}-09-01`;
}

/** Easter Sunday is never before 22 March. */
function seasonOf({ first }) {
  const day = first.slice(5);
  const season = day >= "08-01" ? "autumn" : day < "03-20" ? "spring" : "summer";
  return `${first.slice(0, 4)} ${season}`;
}
