// What lies on the tablet is unreadable: JSON in, AES-256-GCM out, a fresh nonce each time.

const NONCE_BYTES = 12; // NIST SP 800-38D 8.2: 96 bits, from a random source
const KEY_BYTES = 32;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The raw bytes of a new key. They are wrapped at once; whoever works with it gets a key that cannot be exported. */
export function newKey(crypto) {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

export function importKey(raw, crypto) {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** → {nonce, text}: bytes that say nothing without the key. */
export async function encryptBytes(key, bytes, crypto) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return { nonce, text: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, bytes) };
}

/** Throws when the key is another, or a single bit was changed. */
export async function decryptBytes(key, { nonce, text }, crypto) {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, text));
}

/** → {key, wrapped}: bytes that say nothing without a key which can be kept but not taken out, and does only this. */
export async function wrap(raw, crypto) {
  const wrapping = newKey(crypto);
  const { nonce, text } = await encryptBytes(await importKey(wrapping, crypto), raw, crypto);
  const wrapped = new Uint8Array(NONCE_BYTES + text.byteLength);
  wrapped.set(nonce);
  wrapped.set(new Uint8Array(text), NONCE_BYTES);
  const key = await crypto.subtle.importKey("raw", wrapping, "AES-GCM", false, ["unwrapKey"]);
  wrapping.fill(0);
  return { key, wrapped };
}

/** The key that was wrapped, to work with; it cannot be taken out either. Throws when the wrapping key is another. */
export function unwrap(key, wrapped, crypto) {
  const how = { name: "AES-GCM", iv: wrapped.slice(0, NONCE_BYTES) };
  const text = wrapped.slice(NONCE_BYTES);
  return crypto.subtle.unwrapKey("raw", text, key, how, "AES-GCM", false, ["encrypt", "decrypt"]);
}

export function encrypt(key, value, crypto) {
  return encryptBytes(key, encoder.encode(JSON.stringify(value)), crypto);
}

export async function decrypt(key, hidden, crypto) {
  return JSON.parse(decoder.decode(await decryptBytes(key, hidden, crypto)));
}
