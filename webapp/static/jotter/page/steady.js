// Lists that a sync has changed are swapped without moving what somebody looks at, or is about to tap.
//
// Browsers keep the place by themselves only where the list's own nodes stay, and Safari not at all.

const REFRESH = /^jotter:/;

export function keepSteady() {
  let held = null;
  const news = document.getElementById("news");

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const is_refresh = REFRESH.test(detail.requestConfig?.triggeringEvent?.type ?? "");
    held = is_refresh ? partsInView(detail.target) : null;
    if (!is_refresh && detail.target.id === "main") forget(news);
  });
  // At once, before anything is painted.
  document.addEventListener("htmx:afterSwap", ({ target }) => {
    if (!held) return;
    target.dataset.isSteady = ""; // its notes are as high as they are: a height guessed now would be mended later
    const moved_px = movedBy(held);
    held = null;
    if (Math.abs(moved_px) < 1) return;
    makeRoom(scrollY + moved_px);
    scrollBy({ top: moved_px, behavior: "instant" });
    if (moved_px > 0) tell(news, scrollY - moved_px);
  });
  news?.firstElementChild.addEventListener("click", () => {
    scrollTo({ top: Number(news.dataset.at), behavior: "instant" });
    document.getElementById("main").focus({ preventScroll: true });
    forget(news);
  });
  document.addEventListener("scroll", () => news && scrollY <= Number(news.dataset.at) && forget(news), {
    passive: true,
  });
}

/** What can be found again in the new list, with its place on the screen. */
function partsInView(region) {
  const top_px = document.querySelector(".tablet-bar")?.offsetHeight ?? 0;
  const shown = [...region.querySelectorAll("[id]")].map((node) => ({
    id: node.id,
    box: node.getBoundingClientRect(),
  }));
  const in_view = shown.filter(({ box }) => box.height && box.bottom > top_px && box.top < innerHeight);
  return in_view.map(({ id, box }) => ({ id, top: box.top }));
}

/** By how many pixels what has the focus would have moved; where nothing has, what most of the parts have in common. */
function movedBy(parts) {
  const moves = new Map();
  for (const { id, top } of parts) {
    const box = document.getElementById(id)?.getBoundingClientRect();
    const moved_px = box?.height ? Math.round(box.top - top) : null;
    if (moved_px !== null && id === document.activeElement?.id) return moved_px;
    if (moved_px !== null) moves.set(moved_px, (moves.get(moved_px) ?? 0) + 1);
  }
  return [...moves].reduce((most, move) => (move[1] > most[1] ? move : most), [0, 0])[0];
}

/** A page shorter than its window cannot be scrolled: it is given the height. */
function makeRoom(top_px) {
  if (top_px + innerHeight > document.documentElement.scrollHeight) {
    document.body.style.minHeight = `${Math.ceil(top_px + innerHeight)}px`;
  }
}

/** What has come lies above: a button leads there. */
function tell(news, at_px) {
  if (!news?.firstElementChild.hidden) return;
  news.dataset.at = at_px;
  news.firstElementChild.hidden = false;
}

function forget(news) {
  document.body.style.minHeight = "";
  if (!news) return;
  delete news.dataset.at;
  news.firstElementChild.hidden = true;
}
