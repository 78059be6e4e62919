// Says when the page is at rest: `data-settled` on <html> while nothing has been asked for that may still replace part of
// it, and, on the tablet, the worker answers it. For whoever drives a page: words typed before that may land in a form
// that is about to go. Until then `data-waits-for` says what for.

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export function tellWhenSettled(page, { is_ready = () => true } = {}) {
  const under_way = new Map();

  function tell() {
    const waits_for = [...under_way.values(), ...(is_ready() ? [] : ["worker"])];
    const { documentElement: root } = page;
    root.toggleAttribute("data-settled", waits_for.length === 0);
    if (waits_for.length) root.setAttribute("data-waits-for", waits_for.join(", "));
    else root.removeAttribute("data-waits-for");
  }

  function begins(what, name) {
    under_way.set(what, name);
    tell();
  }

  function ends(what) {
    under_way.delete(what);
    tell();
  }

  // The request itself says when it is over, however it ends, and after the swap. htmx tells the element that asked, of
  // which a document hears nothing once another answer has taken it off the page.
  page.addEventListener("htmx:beforeSend", ({ detail: { xhr, requestConfig } }) => {
    xhr.addEventListener("loadend", () => ends(xhr), { once: true });
    begins(xhr, nameOf(requestConfig));
  });
  page.addEventListener("jotter:saving", () => begins("saving", "saving"));
  page.addEventListener("jotter:rests", () => ends("saving"));
  tell();
  return tell;
}

/** Without whatever would tell a pupil. */
function nameOf({ verb, path }) {
  return `${verb.toUpperCase()} ${path.split("?")[0].replaceAll(ID, ":id")}`;
}
