// The proof that the record stored what was sent: SHA-256 over the seal, or over canonical JSON (RFC 8785).

/** RFC 8785: keys in order of their UTF-16 code units, numbers and strings as ECMAScript writes them. */
export function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(",")}}`;
}

/** Of what was sent: sealed, the very text; plain, what its author wrote. */
export function digestOf(sent, crypto) {
  if (sent.sealed !== undefined) return sha256(sent.sealed, crypto);
  const { id, kind, revision, recorded_at, body } = sent;
  return sha256(canonical({ id, kind, revision, recorded_at, body }), crypto);
}

async function sha256(text, crypto) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
