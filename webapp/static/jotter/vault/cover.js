// What one person's open jotter is read and written through: their key, which cannot be taken out of it.

import { decrypt, decryptBytes, encrypt, encryptBytes } from "./cipher.js";

export class Cover {
  constructor(key, crypto) {
    this.key = key;
    this.crypto = crypto;
  }

  /** → {nonce, text}, which says nothing to anybody else. Never inside a transaction: it would end meanwhile. */
  async hide(value) {
    return encrypt(this.key, value, this.crypto);
  }

  /** Throws when it was hidden with another key. */
  async reveal(hidden) {
    return decrypt(this.key, hidden, this.crypto);
  }

  /** The same for bytes: a picture is no JSON. */
  hideBytes(bytes) {
    return encryptBytes(this.key, bytes, this.crypto);
  }

  revealBytes(hidden) {
    return decryptBytes(this.key, hidden, this.crypto);
  }
}
