// `Find a pupil`: the cards that do not fit are hidden, here in the page. What is typed is a name: were it asked for, it
// would stand in an address, which a page without its worker sends to the server, and servers keep in their logs.

const LOCALE = "en-GB";

export function watchFind() {
  document.addEventListener("input", ({ target }) => target.id === "find" && show(target.value));
  // A sync has swapped the list; the field, with what is typed in it, has stayed.
  document.addEventListener("htmx:afterSwap", () => {
    const { value } = document.getElementById("find") ?? {};
    if (value) show(value);
  });
}

function show(words) {
  const wanted = words.trim().toLocaleLowerCase(LOCALE);
  const groups = [...document.querySelectorAll("#found .pupils-group")];
  for (const group of groups) {
    const cards = [...group.querySelectorAll("[data-called]")];
    for (const card of cards) card.hidden = !card.dataset.called.toLocaleLowerCase(LOCALE).includes(wanted);
    group.hidden = cards.every((card) => card.hidden);
  }
  document.getElementById("none-found").hidden = groups.some((group) => !group.hidden);
}
