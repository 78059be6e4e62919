// The school's wall clock: Europe/London, whatever the tablet's own settings say.

const ZONE = "Europe/London";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const WALL = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const HOUR_MS = 3_600_000;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/;

/** {year, month, day, hour, minute} on the school's wall; a bare date stays the date it is; else null. */
export function wallOf(value) {
  const text = String(value ?? "");
  if (DAY_ONLY.test(text)) {
    const date = new Date(`${text}T12:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
    const [year, month, day] = text.split("-").map(Number);
    return { year, month, day, hour: 0, minute: 0, second: 0 };
  }
  const moment = typeof value === "number" ? value : Date.parse(text);
  return text === "" || Number.isNaN(moment) ? null : wallOfMoment(moment);
}

function wallOfMoment(moment) {
  const parts = WALL.formatToParts(moment).map(({ type, value }) => [type, Number(value)]);
  return { ...Object.fromEntries(parts), moment };
}

/** Which of the two it is, where the clocks go back and the wall shows an hour twice: " BST", " GMT", or "". */
function zoneOf({ month, hour, moment }) {
  if (month !== 10 || hour !== 1 || moment === undefined) return "";
  if (wallOfMoment(moment + HOUR_MS).hour === hour) return " BST";
  return wallOfMoment(moment - HOUR_MS).hour === hour ? " GMT" : "";
}

const two = (number) => String(number).padStart(2, "0");

export function day(value) {
  const wall = wallOf(value);
  return wall ? `${weekdayAndDay(wall)} ${wall.year}` : String(value ?? "");
}

/** "Tue 24 Nov" of what the wall shows. */
export function weekdayAndDay({ year, month, day: date }) {
  // Not Date.UTC: it takes the year 26 of a broken clock for 1926.
  const weekday = WEEKDAYS[new Date(new Date(0).setUTCFullYear(year, month - 1, date)).getUTCDay()];
  return `${weekday} ${date} ${MONTHS[month - 1]}`;
}

const minuteOf = ({ hour, minute }) => `${two(hour)}:${two(minute)}`;
/** "10:15" of what the wall shows; "01:30 BST" in the hour that it shows twice. */
export const clockOf = (wall) => `${minuteOf(wall)}${zoneOf(wall)}`;

export function clock(value) {
  const wall = wallOf(value);
  return wall ? clockOf(wall) : String(value ?? "");
}

/** "10:15:32" on the school's wall, of a moment. */
export function clockSeconds(value) {
  const wall = wallOf(value);
  return wall ? `${minuteOf(wall)}:${two(wall.second)}` : String(value ?? "");
}

export function dayClock(value) {
  const wall = wallOf(value);
  return wall ? `${wall.day} ${MONTHS[wall.month - 1]}, ${clockOf(wall)}` : String(value ?? "");
}

/** "2026-11-24" on the school's wall. */
export function today(now) {
  const { year, month, day: date } = wallOfMoment(now);
  return `${year}-${two(month)}-${two(date)}`;
}

/** What a datetime-local field holds. */
export function localField(now) {
  const { hour, minute } = wallOfMoment(now);
  return `${today(now)}T${two(hour)}:${two(minute)}`;
}

/**
 * The moment meant by a datetime-local field filled in at the school; null when it is none. Of the two half past ones
 * when the clocks go back it is the later, unless that is still to come; the hour that is left out in March ends where
 * it would have ended.
 */
export function momentOf(field, now = Infinity) {
  const [, date, time] = LOCAL.exec(field ?? "") ?? [];
  if (!date || !wallOf(date)) return null;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // The offset at that hour, found by looking: the wall shows an hour more in summer.
  const meant = [asUtc, asUtc - HOUR_MS].filter((moment) => localField(moment) === `${date}T${time}`);
  return meant.find((moment) => moment <= now) ?? meant.at(-1) ?? asUtc;
}

/** "01:30 BST" for a moment in the hour that the wall shows twice, else "". */
export function twiceShown(moment) {
  const wall = wallOf(moment);
  return wall && zoneOf(wall) ? clockOf(wall) : "";
}

/** When it happened, of an entry's or a document's body: when it was written, where that is all it says. */
export function seenAt(body) {
  return body?.observed_at ?? body?.recorded_at;
}

export function isDay(text) {
  return DAY_ONLY.test(text ?? "") && wallOf(text) !== null;
}
