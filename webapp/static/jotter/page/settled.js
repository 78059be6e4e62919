// Says when the page is at rest: `data-settled` on <html> while nothing has been asked for that may still replace part of
// it, and, on the tablet, the worker answers it. For whoever drives a page: words typed before that may land in a form
// that is about to go.

export function tellWhenSettled(page, { is_ready = () => true } = {}) {
  const under_way = new Set();

  function tell() {
    page.documentElement.toggleAttribute("data-settled", under_way.size === 0 && is_ready());
  }

  page.addEventListener("htmx:beforeSend", ({ detail }) => {
    under_way.add(detail.xhr);
    tell();
  });
  // After a swap without a settling delay, and after every failure.
  page.addEventListener("htmx:afterRequest", ({ detail }) => {
    under_way.delete(detail.xhr);
    tell();
  });
  page.addEventListener("jotter:saving", () => {
    under_way.add("saving");
    tell();
  });
  page.addEventListener("jotter:rests", () => {
    under_way.delete("saving");
    tell();
  });
  tell();
  return tell;
}
