// Taking back the last tap of a time sample of which nothing is known but what it left behind: after a reload.

import { answersOf } from "./sampling.js";

/**
 * `rows` are [{row, marks}] → {field of the form: what it held before}, or null where there is nothing to take back. The
 * stop first: it goes on; then the last interval that was answered, of the last behaviour; then the start.
 */
export function takenBack({ began, ended }, rows) {
  if (ended !== null) return { sample_ended: "" };
  const last = rows.map(({ row, marks }) => ({ row, marks: withoutBlanks(marks) })).reduce(later, { marks: "" });
  if (last.marks) return { [`marks_${last.row}`]: withoutBlanks(last.marks.slice(0, -1)) };
  return began === null ? null : { sample_began: "" };
}

const later = (last, one) => (one.marks.length && one.marks.length >= last.marks.length ? one : last);

function withoutBlanks(marks) {
  const last = answersOf(marks, marks.length).findLastIndex((answer) => answer !== null);
  return marks.slice(0, last + 1);
}
