// One request to the record: with a time limit, and with every stranger's answer taken for no answer.

const LIMIT_MS = 30_000;
const WORTH_PACKING_BYTES = 1024;
const PROTOCOL = "1";
const OPTIONS = { redirect: "manual", credentials: "same-origin", cache: "no-store" };

/**
 * → {status, json, retry_after_s} from the record itself, or {offline: "network" | "timeout" | "stranger"}.
 * A captive portal's page, a redirect or half an answer is a stranger's: the tablet is offline then.
 */
export async function post(path, content, { fetch, token, limit_ms = LIMIT_MS, must_be_record = true }) {
  return ask(path, await packed(content, token), { fetch, limit_ms, must_be_record });
}

/** Asks the record to end or remove what is at this address. */
export function remove(path, { fetch, token, limit_ms = LIMIT_MS }) {
  return ask(path, { ...OPTIONS, method: "DELETE", headers: headersOf(token) }, { fetch, limit_ms });
}

/** Sends bytes as they are to this address. */
export function put(path, body, { fetch, token, headers, limit_ms }) {
  const options = { ...OPTIONS, method: "PUT", headers: { ...headersOf(token), ...headers }, body };
  return ask(path, options, { fetch, limit_ms });
}

/** → {status, content, type} of what is at this address, or {offline}. */
export function fetchBytes(path, { fetch, token, limit_ms }) {
  const headers = { ...headersOf(token), Accept: "image/*" };
  return ask(path, { ...OPTIONS, headers }, { fetch, limit_ms, read: readBytes });
}

async function readBytes(response) {
  const content = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, content, type: response.headers.get("Content-Type") ?? "" };
}

async function ask(path, options, { fetch, limit_ms, must_be_record = true, read = readJson }) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limit_ms);
  try {
    const response = await fetch(path, { ...options, signal: abort.signal });
    if (must_be_record && response.headers.get("X-Jotter-Protocol") !== PROTOCOL) return { offline: "stranger" };
    if (response.type === "opaqueredirect" || response.status === 0) return { offline: "stranger" };
    return await read(response);
  } catch {
    return { offline: abort.signal.aborted ? "timeout" : "network" };
  } finally {
    clearTimeout(timer);
  }
}

async function readJson(response) {
  const retry_after_s = Number.parseInt(response.headers.get("Retry-After") ?? "", 10) || 0;
  const text = await response.text();
  if (response.status === 204) return { status: 204, json: null, retry_after_s };
  try {
    return { status: response.status, json: JSON.parse(text), retry_after_s };
  } catch {
    // A 200 that is no JSON was cut or changed on its way; an error's status still tells what to do.
    return response.ok ? { offline: "stranger" } : { status: response.status, json: null, retry_after_s };
  }
}

function headersOf(token) {
  return { Accept: "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) };
}

async function packed(content, token) {
  const text = JSON.stringify(content);
  const headers = { ...headersOf(token), "Content-Type": "application/json" };
  const options = { ...OPTIONS, method: "POST", headers };
  if (text.length < WORTH_PACKING_BYTES || !globalThis.CompressionStream) return { ...options, body: text };
  headers["Content-Encoding"] = "gzip";
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  // Not the stream itself: no browser sends one over HTTP/1.1.
  return { ...options, body: await new Response(stream).arrayBuffer() };
}
