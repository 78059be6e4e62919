// Ids and orders: UUID version 7, and the number by which newer things come first.

/** A UUID whose first 48 bits are the clock, so that ids sort by the time they were made. */
export function newId(now, crypto) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint16(0, Math.floor(now / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, now >>> 0);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export function isId(text) {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text ?? "");
}

/** IndexedDB reads forwards in one go but backwards only step by step: so newest first is stored as lowest. */
export function newestFirst(time) {
  const moment = Date.parse(time ?? "");
  return Number.isNaN(moment) ? 0 : -moment;
}
