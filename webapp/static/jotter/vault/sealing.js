// Signing and sealing, as the protocol has it: what waits to be sent is readable by the school alone, and provably
// its author's.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { fromBase64url, toBase64url } from "./base64url.js";

const ENTRY_INFO = "jotter entry v1";
const VAULT_INFO = "jotter vault v1";
const ECDSA = { name: "ECDSA", namedCurve: "P-256" };
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" };
const encoder = new TextEncoder();

/** → {public_jwk, private_bytes}: a person's key on this device. The private half is wrapped at once. */
export async function newSignKey(crypto) {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const private_bytes = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  return { public_jwk: { kty, crv, x, y }, private_bytes };
}

/** The private half as it is used: it cannot be exported again. */
export function importSignKey(private_bytes, crypto) {
  return crypto.subtle.importKey("pkcs8", private_bytes, ECDSA, false, ["sign"]);
}

/** `seal_key` is the school's, {id, public}. `bytes`, or what will be bytes meanwhile. → enc || ciphertext. */
async function sealBytes(seal_key, info, bytes) {
  const [sender, content] = await Promise.all([senderTo(seal_key, info), bytes]);
  const { enc } = sender;
  const ct = await sender.seal(content);
  const sealed = new Uint8Array(enc.byteLength + ct.byteLength);
  sealed.set(new Uint8Array(enc));
  sealed.set(new Uint8Array(ct), enc.byteLength);
  return sealed;
}

/** For one message: a key of its own, agreed on with the school's. */
async function senderTo(seal_key, info) {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64url(seal_key.public));
  return suite.createSenderContext({ recipientPublicKey, info: encoder.encode(info) });
}

/** → the sealed text, base64url of enc || ciphertext. */
async function seal(seal_key, info, bytes) {
  return toBase64url(await sealBytes(seal_key, info, bytes));
}

/** A photo as it travels: {seal_key, content, digest}, the digest that of the sealed bytes. */
export async function sealPhoto(bytes, seal_key, crypto) {
  const content = await sealBytes(seal_key, ENTRY_INFO, bytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return { seal_key: seal_key.id, content, digest };
}

/** A plain entry → what travels: {id, revision, device_seq, seal_key, sealed}. */
export async function sealEntry(entry, { author, device, sign_key, seal_key, crypto }) {
  const sealed = await seal(seal_key, ENTRY_INFO, signed({ ...entry, author, device }, sign_key, crypto));
  const { id, revision, device_seq } = entry;
  return { id, revision, device_seq, seal_key: seal_key.id, sealed };
}

/** → the bytes of {payload, signature}. */
async function signed(content, sign_key, crypto) {
  const payload = JSON.stringify(content);
  const signature = toBase64url(await crypto.subtle.sign(SIGNATURE, sign_key, encoder.encode(payload)));
  return encoder.encode(JSON.stringify({ payload, signature }));
}

/** The vault's own key, for the day its passcode is forgotten: only the school can open it, for its owner. */
export async function sealVaultKey(raw, { person, device, seal_key }) {
  const text = JSON.stringify({ person, device, key: toBase64url(raw) });
  return { seal_key: seal_key.id, sealed: await seal(seal_key, VAULT_INFO, encoder.encode(text)) };
}
