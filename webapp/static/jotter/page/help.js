// Explanations: opened or closed by somebody, they are found so the next time.

export function watchHelp(worker) {
  // By the tap that toggles it: `toggle` itself also comes when a page is read with one open.
  document.addEventListener("click", ({ target }) => {
    const help = target.closest?.("summary")?.closest("[data-help]");
    if (!help || !worker.is_in_control()) return;
    const person = document.body.dataset.person;
    const body = new URLSearchParams({ instrument: help.dataset.help, is_open: help.open ? "no" : "yes", person });
    // Not kept, it is merely open again the next time.
    fetch("/tablet/help", { method: "POST", body }).catch(() => {});
  });
}
