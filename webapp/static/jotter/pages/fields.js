// What a form sent, read with care: line ends made one, ends trimmed, and what is wrong said in plain words.

export const TEXT_MAX = 20_000;

/** Forms send CRLF, the record keeps LF. */
const inLines = (text) => text.replace(/\r\n?/g, "\n");

/** One field's text. */
export function textOf(form, name) {
  return inLines(form.get(name) ?? "").trim();
}

/** The texts of all fields of one name, in order. */
export const textsOf = (form, name) => form.getAll(name).map(inLines);

/** {fields, errors} → what fits a template: errors as a list, and by name beside the field. */
export function problemsOf(errors) {
  return { errors, wrong: Object.fromEntries(errors.map(({ name, message }) => [name, message])) };
}

/** Whether a text has more characters than that: as the record counts them, an emoji is one. */
export const hasMoreThan = (most, text) => text.length > most && [...text].length > most;

export function tooLong(name, label, text) {
  if (!hasMoreThan(TEXT_MAX, text)) return [];
  const has = [...text].length.toLocaleString("en-GB");
  return [{ name, message: `${label} is too long: ${has} characters. The most is 20,000` }];
}

export const SAVING_FAILED = {
  full: "Not saved: this tablet is full. Your words are still here. Delete something else from the tablet, then save again.",
  other:
    "Not saved: this tablet's store did not answer. Your words are still here. Close other Jotter tabs, then save again.",
};
