// The proof that the record stored what was sent: SHA-256 over the seal, or over canonical JSON (RFC 8785).

const FIELDS = ["id", "kind", "revision", "recorded_at", "body"];
// Half a surrogate pair: it is no character, and UTF-8 cannot write it.
const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * RFC 8785: keys in order of their UTF-16 code units, numbers and strings as ECMAScript writes them.
 * Throws RangeError for what it cannot write: half a character, a number past what a double holds.
 */
export function canonical(value) {
  if (value === null || typeof value !== "object") return scalar(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${scalar(key)}:${canonical(value[key])}`)
    .join(",")}}`;
}

function scalar(value) {
  const is_writable = typeof value === "number" ? Number.isFinite(value) : !HALF_CHARACTER.test(String(value));
  if (!is_writable) throw new RangeError("RFC 8785 cannot write this");
  return JSON.stringify(value);
}

/** Of what was sent: sealed, the very text; plain, what its author wrote. null of what no digest can be made of. */
export async function digestOf(sent, crypto) {
  try {
    if (sent.sealed !== undefined) return await sha256(sent.sealed, crypto);
    if (FIELDS.some((name) => sent[name] === undefined)) return null;
    const { id, kind, revision, recorded_at, body } = sent;
    return await sha256(canonical({ id, kind, revision, recorded_at, body }), crypto);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

async function sha256(text, crypto) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
