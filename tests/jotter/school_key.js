// The school's own key, as the record keeps it: it opens what tablets have sealed.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { fromBase64url, toBase64url } from "../../webapp/static/jotter/vault/base64url.js";

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const pair = await suite.kem.generateKeyPair();
const POINT_BYTES = 65;

export const SEAL_KEY = {
  id: "school-key-1",
  kem: "P256",
  public: toBase64url(await suite.kem.serializePublicKey(pair.publicKey)),
};

/** → what was sealed, parsed; throws when it was sealed for somebody else. */
export async function openSealed({ seal_key, sealed }, info = "jotter entry v1") {
  if (seal_key !== SEAL_KEY.id) throw new Error("sealed with another key");
  return JSON.parse(new TextDecoder().decode(await openBytes(fromBase64url(sealed), info)));
}

/** → the bytes that were sealed. */
export async function openBytes(bytes, info = "jotter entry v1") {
  const how = { recipientKey: pair.privateKey, enc: bytes.slice(0, POINT_BYTES).buffer };
  return suite.open({ ...how, info: new TextEncoder().encode(info) }, bytes.slice(POINT_BYTES).buffer);
}
