// The record's side of the protocol, small and in memory, with faults by order: what a proxy, a kill or a bug would do.

import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { digestOf } from "../../webapp/static/jotter/sync/digest.js";
import { openSealed, SEAL_KEY } from "./school_key.js";
import { crypto, TA } from "./world.js";

const HEADERS = { "X-Jotter-Protocol": "1", "Content-Type": "application/json" };

export class FakeRecord {
  constructor() {
    this.session = TA;
    this.epoch = "epoch-1";
    this.entries = new Map();
    this.attachments = new Map();
    this.lost_attachments = [];
    this.photos = new Map();
    this.photo_faults = [];
    this.documents = [];
    this.requests = [];
    this.tokens = new Map();
    this.sign_keys = [];
    this.faults = [];
    this.withdrawn = new Set();
    this.enrolled = 0;
    this.first_cursor = 0;
    this.ends = null;
    this.refuses = () => null;
    this.statusOf = () => "accepted";
    this.signOut = () => reply({});
    this.signed_out = 0;
    this.fetch = (path, options) => this.#answer(path, options);
  }

  /** The next sync answers thus: a function ({request, handle}) → Response, or throws like a lost network. */
  next(...faults) {
    this.faults.push(...faults);
  }

  syncs() {
    return this.requests.filter(({ path }) => path === "/api/v1/sync");
  }

  publish(kind, id, body, { gone = false } = {}) {
    this.documents.push({ kind, id, version: this.documents.length + 1, gone, body: gone ? null : body });
  }

  /** Their tablet is withdrawn at the desk. */
  withdraw(person) {
    this.withdrawn.add(person.id);
  }

  /** Their enrolment has ended: replaced by a new one, or ended by themselves. */
  end(person) {
    for (const [token, one] of this.tokens) if (one.person.id === person.id) this.tokens.delete(token);
  }

  /** What was pushed, plain or sealed, in the order it came. */
  pushed() {
    return this.syncs().flatMap(({ content }) => content.entries);
  }

  async #answer(path, options) {
    const request = { path, options, content: contentOf(options) };
    this.requests.push(request);
    if (path === "/api/v1/enrolments") return this.#enrol(request);
    if (path === "/api/v1/enrolments/current") return this.#end(request);
    if (path === "/api/v1/vault/recoveries") return this.#recover(request);
    if (path === "/sign-out") return this.#signOut();
    if (path.startsWith("/api/v1/attachments/")) return this.#attachment(request);
    const handle = () => this.#sync(request);
    const fault = this.faults.shift();
    return fault ? fault({ request, handle }) : handle();
  }

  #enrol({ content }) {
    if (!this.session) return problem(401);
    const { session: person } = this;
    this.session = null;
    const number = ++this.enrolled;
    const [token, carry_token] = [`token-${number}`, `carry-${number}`];
    this.end(person);
    this.tokens.set(token, { person, carry_token });
    this.sign_keys.push({ person_id: person.id, device_id: content.device.id, jwk: content.sign_key });
    const school = { id: "s", name: "Wrenfield", seal_key: SEAL_KEY };
    return Response.json({ enrolment_id: `enrolment-${number}`, token, carry_token, person, school }, { status: 201 });
  }

  async #signOut() {
    const answer = await this.signOut();
    this.session = null;
    this.signed_out += 1;
    return answer;
  }

  /** Photos as they came, by id; those of `photos` are given out. */
  #attachment(request) {
    const { path, options } = request;
    const fault = this.photo_faults.shift();
    if (fault) return fault({ request });
    const caller = this.#caller(request);
    if (!caller) return problem(401);
    const id = path.split("/").at(-1);
    if (options.method !== "PUT") {
      const photo = caller.only_carries ? null : this.photos.get(id);
      const headers = { ...HEADERS, "Content-Type": "image/jpeg" };
      return photo ? new Response(photo, { headers }) : problem(404);
    }
    if (path.endsWith("/loss")) {
      this.lost_attachments.push(path.split("/").at(-2));
      return new Response(null, { status: 204, headers: HEADERS });
    }
    const sent = Buffer.from(options.body);
    const digest = createHash("sha256").update(sent).digest("base64");
    const seal_key = options.headers["X-Jotter-Seal-Key"] ?? null;
    if (options.headers["Content-Digest"] !== `sha-256=:${digest}:`) return problem(400);
    if (caller.only_carries && !seal_key) return problem(401);
    const known = this.attachments.get(id);
    if (known && known.digest !== digest) return problem(409);
    this.attachments.set(id, { sent, digest, seal_key, by: caller.person.id });
    return reply({ id, state: "received" }, known ? 200 : 201);
  }

  /** The key of a jotter, for its owner's session alone. */
  async #recover({ content }) {
    if (!this.session) return problem(401);
    const { person, device, key } = await openSealed(content, "jotter vault v1");
    const is_theirs = person === this.session.id && device === content.device_id;
    return is_theirs ? Response.json({ key }, { status: 201 }) : problem(403);
  }

  async #end(request) {
    this.ends?.();
    const { token } = this.#caller(request) ?? {};
    this.tokens.delete(token);
    return token ? new Response(null, { status: 204, headers: HEADERS }) : problem(401);
  }

  /** {token, person, only_carries} of whoever asks, or null. */
  #caller({ options }) {
    const sent = options.headers.Authorization?.slice("Bearer ".length);
    for (const [token, { person, carry_token = null }] of this.tokens)
      if (sent === token || sent === carry_token) return { token, person, only_carries: sent === carry_token };
    return null;
  }

  async #sync(request) {
    const { content } = request;
    const caller = this.#caller(request);
    if (!caller) return problem(401);
    const opened = await Promise.all(content.entries.map((sent) => this.#open(sent, caller)));
    const refusal = this.refuses(opened.map(({ entry }) => entry));
    if (refusal) return refusal;
    const results = [];
    for (const [place, sent] of content.entries.entries()) results.push(await this.#store(sent, opened[place]));
    const { nonce, cursor, limit, pull = true } = content;
    const answer = { protocol: 1, server_time: "", epoch: this.epoch, nonce, results, command: null };
    const nothing = { changes: [], cursor, more: false };
    if (this.withdrawn.has(caller.person.id)) return reply({ ...answer, ...nothing, command: { wipe: true } });
    if (caller.only_carries) return reply({ ...answer, ...nothing });
    if (cursor !== null && Number(cursor) < this.first_cursor) return reply({ ...answer, code: "cursor_expired" }, 409);
    return reply({ ...answer, ...(pull ? this.#page(cursor, limit) : nothing) });
  }

  /** → {entry, is_believed}: what is in the seal, if its author signed it on the tablet it names. */
  async #open(sent, { person, only_carries }) {
    if (sent.sealed === undefined) return { entry: { ...sent, author: person.id }, is_believed: !only_carries };
    const { payload, signature } = await openSealed(sent);
    const entry = JSON.parse(payload);
    const keys = this.sign_keys.filter((key) => key.person_id === entry.author && key.device_id === entry.device);
    const signed = await Promise.all(keys.map(({ jwk }) => isSignedBy(jwk, payload, signature)));
    const is_same = ["id", "revision", "device_seq"].every((name) => entry[name] === sent[name]);
    return { entry, is_believed: is_same && signed.some(Boolean) };
  }

  async #store(sent, { entry, is_believed }) {
    const name = `${entry.id}:${entry.revision}`;
    const first = is_believed ? this.statusOf(entry) : "quarantined";
    const status = this.entries.has(name) ? "duplicate" : first;
    this.entries.set(name, entry);
    const digest = await provenBy(sent);
    const problems = status === "quarantined" ? [{ field: "pupil_id", message: "Not on your list" }] : [];
    return { id: entry.id, revision: entry.revision, status, version: 1, digest, problems };
  }

  #page(cursor, limit) {
    const from = Number(cursor ?? 0);
    const changes = this.documents.slice(from, from + limit);
    const end = from + changes.length;
    return { changes, cursor: String(end), more: end < this.documents.length };
  }
}

/** As record/ has it: of a sealed entry the text itself, of a plain one its canonical form. */
function provenBy(sent) {
  return sent.sealed ? createHash("sha256").update(sent.sealed).digest("hex") : digestOf(sent, crypto);
}

async function isSignedBy(jwk, payload, signature) {
  const key = await crypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  const [bytes, text] = [Buffer.from(signature, "base64url"), new TextEncoder().encode(payload)];
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes, text);
}

function contentOf({ body, headers }) {
  if (typeof body === "string") return JSON.parse(body);
  if (headers["Content-Encoding"] !== "gzip") return null;
  return JSON.parse(gunzipSync(Buffer.from(body)).toString());
}

export const reply = (json, status = 200, headers = {}) =>
  Response.json(json, { status, headers: { ...HEADERS, ...headers } });
export const problem = (status, more = {}, headers = {}) => reply({ status, ...more }, status, headers);

// --- faults, by what a school knows them as ---

export const noNetwork = () => {
  throw new TypeError("fetch failed");
};
/** The record has stored it; the answer never comes. */
export const cutAfterCommit = async ({ handle }) => {
  await handle();
  throw new TypeError("fetch failed");
};
export const captivePortal = () => new Response("<html>Welcome to SchoolGuest</html>", { status: 200 });
export const portalNeedsLogin = () => new Response("", { status: 511 });
export const redirectToLogin = () => new Response("", { status: 302, headers: { Location: "https://login.example/" } });
export const status =
  (code, more = {}, headers = {}) =>
  () =>
    problem(code, more, headers);
/** Answers when everybody has stopped waiting: only the time limit ends it. */
export const silence = ({ request }) =>
  new Promise((_resolve, reject) => {
    request.options.signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });
