// The vault's building blocks: cipher, passcode, signature and seal.

import assert from "node:assert/strict";
import { webcrypto as crypto } from "node:crypto";
import { test } from "node:test";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { fromBase64url, toBase64url } from "../../webapp/static/jotter/vault/base64url.js";
import { decrypt, encrypt, importKey, newKey } from "../../webapp/static/jotter/vault/cipher.js";
import { isAsWanted, keyFrom, problemWith, tune } from "../../webapp/static/jotter/vault/passcode.js";
import { importSignKey, newSignKey, sealEntry } from "../../webapp/static/jotter/vault/sealing.js";

test("what was encrypted comes back with its key, and with no other", async () => {
  const [key, other] = await Promise.all([1, 2].map(() => importKey(newKey(crypto), crypto)));
  const hidden = await encrypt(key, { text: "Amina read aloud 🎉" }, crypto);
  assert.deepEqual(await decrypt(key, hidden, crypto), { text: "Amina read aloud 🎉" });
  await assert.rejects(decrypt(other, hidden, crypto));
});

test("the same words never look the same twice", async () => {
  const key = await importKey(newKey(crypto), crypto);
  const [one, two] = [await encrypt(key, "a", crypto), await encrypt(key, "a", crypto)];
  assert.notDeepEqual(one.nonce, two.nonce);
  assert.notDeepEqual(new Uint8Array(one.text), new Uint8Array(two.text));
});

test("the key in use cannot be taken out", async () => {
  const key = await importKey(newKey(crypto), crypto);
  await assert.rejects(crypto.subtle.exportKey("raw", key));
});

test("passcodes that are short or that people try first are refused", () => {
  for (const passcode of [
    "1234567",
    "12345678",
    "87654321",
    "aaaaaaaa",
    "abababab",
    "Password",
    "password99",
    "qwertyui",
    "0987654321",
    "12345678a",
    "abcdefg1",
    "abcdabcd",
    "qwerty2024",
    "teacher2026",
    "samantha",
    "Mercedes1",
    "P@ssw0rd",
    "michael1",
    "qwer1234",
    "5un5h1n3",
    "01092015",
    "2015-09-01",
    "20150901",
    "19991231",
    "31.12.1999",
  ])
    assert.notEqual(problemWith(passcode), "", passcode);
  for (const passcode of [
    "blue kettle 9",
    "geese-in-may",
    "Wr3nfield!x",
    "83920174",
    "32132015",
    "otter on a bicycle",
    "london78415926",
    "👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫 x",
  ])
    assert.equal(problemWith(passcode), "");
});

test("a passcode makes the same key again, however its accents were typed", async () => {
  const parameters = { salt: new Uint8Array(16), iterations: 1, memory_kib: 1024 };
  const hidden = await encrypt(await keyFrom("caf\u00e9 noir", parameters, crypto), "x", crypto);
  assert.equal(await decrypt(await keyFrom("cafe\u0301 noir", parameters, crypto), hidden, crypto), "x");
  await assert.rejects(decrypt(await keyFrom("cafe noir", parameters, crypto), hidden, crypto));
});

test("tuning spends at least 64 MiB where the device has them", async () => {
  for (const work_factor of ["full", undefined]) {
    const parameters = await tune({ crypto, now: () => performance.now(), work_factor });
    assert.equal(parameters.memory_kib, 64 * 1024);
    assert.ok(parameters.iterations >= 1);
    assert.equal(parameters.salt.length, 16);
    assert.ok(isAsWanted(parameters, work_factor) && !isAsWanted(parameters, "light"));
  }
});

test("where the school guards lightly, nothing is tuned", async () => {
  const { salt, ...work } = await tune({ crypto, now: assert.fail, work_factor: "light" });
  assert.deepEqual(work, { iterations: 5, memory_kib: 7 * 1024 });
  assert.equal(salt.length, 16);
  assert.ok(isAsWanted(work, "light") && !isAsWanted(work, "full") && !isAsWanted(work, undefined));
});

test("the school opens what was sealed, and finds the author's signature over the very words", async () => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const school = await suite.kem.generateKeyPair();
  const seal_key = { id: "k", public: toBase64url(await suite.kem.serializePublicKey(school.publicKey)) };
  const { public_jwk, private_bytes } = await newSignKey(crypto);
  const sign_key = await importSignKey(private_bytes, crypto);
  const entry = { id: "e", kind: "observation", revision: 1, device_seq: 7, body: { text: "łódź 🚌" } };
  const sent = await sealEntry(entry, { author: "p", device: "d", sign_key, seal_key, crypto });
  assert.deepEqual({ ...sent, sealed: "" }, { id: "e", revision: 1, device_seq: 7, seal_key: "k", sealed: "" });
  assert.equal(JSON.stringify(sent).includes("observation"), false);

  const bytes = fromBase64url(sent.sealed);
  const info = new TextEncoder().encode("jotter entry v1");
  const opened = await suite.open(
    { recipientKey: school.privateKey, enc: bytes.slice(0, 65).buffer, info },
    bytes.slice(65).buffer,
  );
  const { payload, signature } = JSON.parse(new TextDecoder().decode(opened));
  assert.deepEqual(JSON.parse(payload), { ...entry, author: "p", device: "d" });
  const key = await crypto.subtle.importKey("jwk", public_jwk, { name: "ECDSA", namedCurve: "P-256" }, true, [
    "verify",
  ]);
  const over = [{ name: "ECDSA", hash: "SHA-256" }, key, fromBase64url(signature)];
  assert.equal(await crypto.subtle.verify(...over, new TextEncoder().encode(payload)), true);
  assert.equal(await crypto.subtle.verify(...over, new TextEncoder().encode(`${payload} `)), false);
});
