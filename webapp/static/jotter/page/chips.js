// Chips: one tap writes a phrase into the words where the caret is, or fills a field with it.

export function watchChips() {
  document.addEventListener("click", ({ target }) => {
    const chip = target.closest?.("[data-fills], [data-inserts]");
    if (!chip) return;
    const { fills, inserts } = chip.dataset;
    const field = chip.form?.elements.namedItem(fills ?? inserts);
    if (!field) return;
    if (fills) field.value = chip.textContent;
    else insert(field, chip.textContent);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** At the caret, in place of what is marked, with a space on either side where there is none. */
function insert(field, phrase) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const before = start > 0 && !/\s$/.test(value.slice(0, start)) ? " " : "";
  const after = end < value.length && !/^\s/.test(value.slice(end)) ? " " : "";
  field.setRangeText(before + phrase + after, start, end, "end");
  field.focus();
}
