// How a time sample is cut holds still once it has begun: another length, number or rule would give every answer to
// another interval. What is held is still sent with the form, and so kept in the draft.

const HINT = "sample-held";
const NUMBERS = ["interval_s", "planned"];

/** `field` finds a field of the form by its name; each of the three says why it may not be changed. */
export function explainHeld(field) {
  for (const name of [...NUMBERS, "rule"]) {
    const described = field(name).getAttribute("aria-describedby")?.split(" ") ?? [];
    field(name).setAttribute("aria-describedby", [...new Set([HINT, ...described])].join(" "));
  }
}

/** `sample` as instruments/sampling.js has it. */
export function holdSettings(field, sample) {
  const is_held = sample.began !== null;
  // A number left blank or out of all bounds could never be mended now: it becomes what the timer goes by.
  const goes_by = { interval_s: sample.interval_ms / 1000, planned: sample.planned };
  for (const name of NUMBERS) {
    if (is_held && Number(field(name).value) !== goes_by[name]) field(name).value = goes_by[name];
    field(name).readOnly = is_held;
  }
  // A select that is disabled would not be sent: the options that are not chosen are disabled instead.
  const rule = field("rule");
  for (const option of rule.options) option.disabled = is_held && !option.selected;
  if (is_held) rule.setAttribute("aria-disabled", "true");
  else rule.removeAttribute("aria-disabled");
}
