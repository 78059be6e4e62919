// A fingerprint or a face in place of the passcode: the authenticator's PRF output makes the key that unwraps.

const INFO = new TextEncoder().encode("jotter fingerprint v1");

export async function keyFromPrf(prf_bytes, crypto) {
  const secret = await crypto.subtle.importKey("raw", prf_bytes, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: INFO };
  return crypto.subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
