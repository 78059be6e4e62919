// PNG and WebP by their chunks: how a picture lies, and the same bytes without that word, so that no decoder turns it too.

import { orientationIn } from "./tiff.js";

const PNG = "\x89PNG\r\n\x1a\n";
const text = (bytes, at, length) => String.fromCharCode(...bytes.subarray(at, at + length));
// RFC 9649, 2.7: the flags of VP8X for EXIF and XMP.
const NEITHER_EXIF_NOR_XMP = 0xf3;

/** → {orientation, bare}; what is neither, or cut off, is given back as it came and lies as it lies. */
export function describeChunks(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text(bytes, 0, 8) === PNG) return without("eXIf", bytes, chunksOfPng(bytes, view));
  if (text(bytes, 0, 4) !== "RIFF" || text(bytes, 8, 4) !== "WEBP") return { orientation: 1, bare: bytes };
  const found = without("EXIF", bytes, chunksOfWebp(bytes, view));
  return { ...found, bare: found.bare === bytes ? bytes : asWebp(found.bare) };
}

/** ISO/IEC 15948, 5.3: length, name, content, checksum. */
function* chunksOfPng(bytes, view) {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    yield { name: text(bytes, at + 4, 4), start: at, content: bytes.subarray(at + 8, end - 4), end };
    at = end;
  }
}

/** RFC 9649, 2.3: name, length, content, and a byte where that is odd. */
function* chunksOfWebp(bytes, view) {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    yield { name: text(bytes, at, 4), start: at, content: bytes.subarray(at + 8, at + 8 + length), end };
    at = end;
  }
}

function without(name, bytes, chunks) {
  const said = [...chunks].filter((chunk) => chunk.name === name);
  if (!said.length) return { orientation: 1, bare: bytes };
  const [{ content }] = said;
  // Some write JPEG's own beginning here too.
  const tiff = text(content, 0, 6) === "Exif\0\0" ? content.subarray(6) : content;
  const bare = said.reduceRight((rest, { start, end }) => joined(rest.subarray(0, start), rest.subarray(end)), bytes);
  return { orientation: orientationIn(tiff), bare };
}

function asWebp(bytes) {
  const bare = bytes.slice();
  new DataView(bare.buffer).setUint32(4, bare.length - 8, true);
  if (text(bare, 12, 4) === "VP8X") bare[20] &= NEITHER_EXIF_NOR_XMP;
  return bare;
}

function joined(one, other) {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
