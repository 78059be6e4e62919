// Narrative: what was seen, in words.

export const EMPTY = {};

export function wrongWith({ text }) {
  return text ? [] : [{ name: "text", message: "Write what you saw" }];
}

export const measuresOf = () => ({});
