// How large a picture says it is, before anything decodes it: JPEG, PNG, WebP and GIF by their first bytes.

import { describeJpeg, isJpeg } from "./jpeg.js";

const PNG = "\x89PNG\r\n\x1a\n";
const text = (bytes, at, length) => String.fromCharCode(...bytes.subarray(at, at + length));
const uint24 = (view, at) => view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);

/** → {width, height} in dots as stored; both 0 where the file does not say, or is of another kind. */
export function sizeOf(bytes) {
  if (isJpeg(bytes)) return describeJpeg(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return sizeIn(bytes, view) ?? { width: 0, height: 0 };
  } catch {
    // Cut off: the decoder says what it makes of it.
    return { width: 0, height: 0 };
  }
}

function sizeIn(bytes, view) {
  // PNG (ISO/IEC 15948, 11.2.2): IHDR is the first chunk.
  if (text(bytes, 0, 8) === PNG) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WEBP") return webpSize(text(bytes, 12, 4), view);
  return null;
}

/** RFC 9649, 2.5 to 2.7: the canvas, a lossless frame, or a lossy one (RFC 6386, 9.1). */
function webpSize(kind, view) {
  if (kind === "VP8X") return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (kind === "VP8 ") return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== "VP8L") return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
