// The form of a parent meeting: the steps of a structured conversation open when that is its purpose.

import { isStructured } from "../words.js";

export function watchPurpose() {
  document.addEventListener("input", ({ target }) => {
    if (target.id !== "purpose" || !isStructured(target.value)) return;
    const prompts = document.getElementById("prompts");
    if (prompts) prompts.open = true;
  });
}
