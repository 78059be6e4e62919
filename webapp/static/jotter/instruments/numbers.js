// Numbers and words of an instrument's form: read, and held to what docs/instruments.md allows.

/** A whole number as typed → a number; null when the field is blank, NaN when it is none. */
export function wholeOf(text) {
  if (text === "") return null;
  return /^[+-]?\d{1,6}$/.test(text.replace("−", "-")) ? Number(text.replace("−", "-")) : Number.NaN;
}

const told = (number) => number.toLocaleString("en-GB").replace("-", "−");

/** → what is wrong with a field that holds a whole number or nothing. */
export function outside(name, label, text, least, most) {
  const number = wholeOf(text);
  if (number === null || (number >= least && number <= most)) return [];
  return [{ name, message: `${label} is a whole number from ${told(least)} to ${told(most)}` }];
}

/** → what is wrong with words that are too long. Counted as the record counts them: by code point. */
export function longer(name, label, text, most) {
  if ([...text].length <= most) return [];
  return [{ name, message: `${label} is too long: the most is ${told(most)} characters` }];
}

/** The members that say something: neither null nor "" nor an empty list. */
export function said(members) {
  const says = (value) =>
    value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && !value.length);
  return Object.fromEntries(Object.entries(members).filter(([, value]) => says(value)));
}

export const NAME_MAX = 200;
export const WORDS_MAX = 2_000;
export const DAY_S = 24 * 60 * 60;
