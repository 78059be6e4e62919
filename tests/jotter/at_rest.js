// Everything that lies on a tablet, read as a thief would: every store of every database, byte by byte.

import assert from "node:assert/strict";
import { openDB } from "idb";

/** Every key and value, as text: bytes as Latin-1, UTF-8 and UTF-16 would show them, and texts as base64 too. */
export async function everythingOn(tablet) {
  const texts = [];
  for (const { name } of (await indexedDB.databases()).filter((one) => one.name.startsWith(`${tablet.name}-`))) {
    const db = await openDB(name);
    for (const store of db.objectStoreNames)
      for (const part of ["getAll", "getAllKeys"]) collect(await db[part](store), texts);
    db.close();
  }
  return texts.join("\n");
}

function collect(value, texts) {
  if (value?.constructor?.name === "CryptoKey") assert.equal(value.extractable, false);
  else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer ?? value);
    texts.push(bytes.toString("latin1"), bytes.toString("utf8"), bytes.toString("utf16le"));
  } else if (value && typeof value === "object")
    for (const [name, part] of Object.entries(value)) {
      texts.push(name);
      collect(part, texts);
    }
  else {
    texts.push(String(value));
    if (typeof value === "string") texts.push(Buffer.from(value, "base64").toString("latin1"));
  }
}
