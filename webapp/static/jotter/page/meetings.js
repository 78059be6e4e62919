// The form of a parent meeting: the steps of a structured conversation open when that is its purpose.

export function watchPurpose() {
  document.addEventListener("change", ({ target }) => {
    if (target.id !== "purpose" || target.value !== "structured_conversation") return;
    const prompts = document.getElementById("prompts");
    if (prompts) prompts.open = true;
  });
}
