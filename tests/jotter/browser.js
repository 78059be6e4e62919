// The worker's answers without a worker: the real router, pages and templates over a tablet's stores.

import { compileTemplates } from "../../scripts/templates.js";
import { broken, createFrame, lost } from "../../webapp/static/jotter/pages/frame.js";
import { gate } from "../../webapp/static/jotter/pages/gate.js";
import { createRouter } from "../../webapp/static/jotter/pages/index.js";
import { createRenderer } from "../../webapp/static/jotter/render.js";
import { createAnswerer } from "../../webapp/static/jotter/router.js";

const ORIGIN = "https://jotter.example";
const source = compileTemplates(new URL("../../webapp/templates", import.meta.url).pathname);
const { default: templates } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
export const render = createRenderer(templates, { "app.css": "/static/dist/app.css" });

/** → {get(path), post(path, fields)}; each gives {status, headers, html}. `is_htmx` asks as htmx does. */
export function createBrowser(tablet, { is_htmx = false } = {}) {
  const answer = createAnswerer({
    router: createRouter(),
    open: (asked) => tablet.present(asked),
    render,
    frame: createFrame({ version: "v1", schema: "1.1" }),
    gate,
    lost,
    broken,
    version: "v1",
  });
  const ask = async (path, options) => {
    const headers = is_htmx ? { "HX-Request": "true" } : {};
    const response = await answer(new Request(ORIGIN + path, { ...options, headers }));
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  return {
    get: (path) => ask(path, { method: "GET" }),
    post: (path, fields) => ask(path, { method: "POST", body: new URLSearchParams(fields) }),
  };
}

/** The value of a hidden or filled-in field of a page. */
export function fieldValue(html, name) {
  const field = html.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0];
  return field?.match(/value="([^"]*)"/)?.[1];
}
