// Buttons that print the page they are on; hidden where there is no script to do it.

export function watchPrint(page) {
  for (const button of page.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
