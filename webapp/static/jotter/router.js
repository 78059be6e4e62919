// From a path to a page, as Flask's routes do it; and from what a page says to a Response.

/** What every answer carries, as webapp/headers.py has it for the server's; a parity test holds them together. */
export const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; " +
    "frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** What a page answers with: a template's name and its context … */
export const page = (template, context = {}, { status = 200, headers = {} } = {}) => ({
  template,
  context,
  status,
  headers,
});
/** … or another page's address, after something was done; `said` names the message shown there … */
export const seeOther = (path, said = "") => ({ path, said });
/** … or a few facts for a script, or a file to keep. */
export const facts = (json, { status = 200 } = {}) => ({ json, status });
export const file = (name, text) => ({ name, text });
/** … or a picture. */
export const bytes = (content, type) => ({ content, type });

export class Router {
  #routes = [];

  /** `is_open`: the page is for anybody; every other needs a tablet that is set up and a person's jotter unlocked. */
  get(pattern, handler, { is_open = false } = {}) {
    this.#add({ method: "GET", pattern, handler, is_open });
  }

  post(pattern, handler, { is_open = false } = {}) {
    this.#add({ method: "POST", pattern, handler, is_open });
  }

  /** A form whose entry is to be saved: what is held of it may be looked up beforehand. */
  save(pattern, handler) {
    this.#add({ method: "POST", pattern, handler, is_open: false, saves: true });
  }

  #add(route) {
    const source = route.pattern.replace(/:(\w+)/g, "(?<$1>[^/]+)");
    this.#routes.push({ ...route, shape: new RegExp(`^${source}$`) });
  }

  /** Every address there is, as `GET /tablet/pupils/:id`: for whoever must not forget one. */
  get addresses() {
    return this.#routes.map(({ method, pattern }) => `${method} ${pattern}`);
  }

  /** {handler, is_open, saves, params}, or {status: 404 | 405}. */
  match(method, path) {
    const fitting = this.#routes
      .map((route) => ({ ...route, found: route.shape.exec(path) }))
      .filter((route) => route.found);
    const route = fitting.find((one) => one.method === method);
    if (route) return { ...route, params: { ...route.found.groups } };
    return { status: fitting.length ? 405 : 404 };
  }
}

/**
 * → answer(request). `open({is_navigation, saves})` gives the present jotter, `render` and `frame(jotter)` what surrounds every
 * page; `gate` answers while nobody's jotter is open, `lost` when there is no such page, `broken` on an error.
 */
export function createAnswerer({ router, open, render, frame, gate, lost, broken, version }) {
  const headers = { ...HEADERS, "X-Jotter-Worker": version, "Cache-Control": "no-store" };

  async function resultOf(asked, jotter, route = router.match(asked.method, asked.path)) {
    const { handler, is_open, params, status } = route;
    if (!handler) return lost(status);
    const closed = is_open ? null : await gate(jotter, asked);
    return closed ?? handler({ ...asked, params, jotter });
  }

  async function respond(asked, jotter, result, { extra = {}, surroundings = null } = {}) {
    if (result.path) return redirect(asked, jotter, result);
    if (result.json) return asJson(result);
    if (result.text) return download(result);
    if (result.content) return picture(result);
    const around = surroundings ?? (await frame(jotter, asked));
    const html = render(result.template, { ...around, ...result.context, is_fragment: asked.is_htmx });
    const type = { "Content-Type": "text/html; charset=utf-8", Vary: "HX-Request" };
    return new Response(html, { status: result.status, headers: { ...headers, ...type, ...result.headers, ...extra } });
  }

  /** A form sent by htmx gets the next page in its place, so that `back` does not lead to it; others are led there. */
  async function redirect(asked, jotter, { path, said }) {
    const url = said ? `${path}${path.includes("?") ? "&" : "?"}said=${said}` : path;
    if (!asked.is_htmx) return new Response(null, { status: 303, headers: { ...headers, Location: url } });
    const next = askedOf(new URL(url, asked.origin), { method: "GET", is_htmx: true });
    const [result, surroundings] = await Promise.all([resultOf(next, jotter), frame(jotter, next)]);
    return respond(next, jotter, result, { extra: { "X-Jotter-Address": path }, surroundings });
  }

  // Not Response.json(): Safari has it only since 17.
  function asJson({ json, status }) {
    const type = { "Content-Type": "application/json" };
    return new Response(JSON.stringify(json), { status, headers: { ...headers, ...type } });
  }

  function picture({ content, type }) {
    return new Response(content, { headers: { ...headers, "Content-Type": type, "Content-Disposition": "inline" } });
  }

  function download({ name, text }) {
    const type = { "Content-Type": "application/json", "Content-Disposition": `attachment; filename="${name}"` };
    return new Response(text, { headers: { ...headers, ...type } });
  }

  return async function answer(request) {
    const asked = askedOf(new URL(request.url), await requestParts(request));
    try {
      const route = router.match(asked.method, asked.path);
      const saves = route.saves ? asked.form.get("entry_id") : null;
      const jotter = await open({ is_navigation: request.mode === "navigate", saves });
      return await respond(asked, jotter, await resultOf(asked, jotter, route));
    } catch (error) {
      return respond(asked, null, broken(error));
    }
  };
}

/** Url-encoded text only: a worker may be handed an empty multipart body (WebKit). */
async function requestParts(request) {
  const is_htmx = request.headers.get("HX-Request") === "true" && !request.headers.get("HX-History-Restore-Request");
  const form = request.method === "POST" ? new URLSearchParams(await request.text()) : null;
  return { method: request.method, is_htmx, form };
}

function askedOf(url, { method, is_htmx, form = null }) {
  const path = url.pathname === "/tablet" ? "/tablet/" : url.pathname;
  return { method, path, origin: url.origin, query: url.searchParams, form, is_htmx };
}
