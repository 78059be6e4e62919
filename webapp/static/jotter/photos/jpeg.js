// JPEG by its segments (ITU-T T.81, annex B): how a picture lies, how large it is, and the picture alone of it.

import { orientationIn } from "./tiff.js";

const [SOI, EOI, SOS, APP0, APP2, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe2, 0xef, 0xfe];
const text = (bytes, at, length) => String.fromCharCode(...bytes.subarray(at, at + length));

export const isJpeg = (bytes) => bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;

/** The segments before the picture's dots: {marker, start, end}, `start` at the marker itself. */
function* segmentsOf(bytes) {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1];
    const end = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
    yield { marker, start: at, end };
    if (marker === SOS || marker === EOI) return;
    at = end;
  }
}

/** → {orientation, width, height} as stored: 1 to 8 as EXIF counts them, and the size before any turning. */
export function describeJpeg(bytes) {
  const found = { orientation: 1, width: 0, height: 0 };
  for (const { marker, start, end } of segmentsOf(bytes)) {
    const is_frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (is_frame) {
      found.height = (bytes[start + 5] << 8) | bytes[start + 6];
      found.width = (bytes[start + 7] << 8) | bytes[start + 8];
    } else if (marker === 0xe1 && text(bytes, start + 4, 6) === "Exif\0\0")
      found.orientation = orientationIn(bytes.subarray(start + 10, end));
  }
  return found;
}

/**
 * The same picture without EXIF, GPS, XMP and comments, and without whatever hangs behind it. What says how its
 * colours are meant stays.
 */
export function bareJpeg(bytes) {
  const parts = [bytes.subarray(0, 2)];
  for (const { marker, start, end } of segmentsOf(bytes)) {
    if (marker === SOS) {
      parts.push(bytes.subarray(start, endOf(bytes, start)));
      break;
    }
    if (!isAside(bytes, marker, start)) parts.push(bytes.subarray(start, end));
  }
  return joined(parts);
}

function isAside(bytes, marker, start) {
  if (marker === COM) return true;
  if (marker < APP0 || marker > APP15) return false;
  if (marker === APP0) return text(bytes, start + 4, 5) !== "JFIF\0" || bytes[start + 16] * bytes[start + 17] > 0;
  if (marker === APP2) return text(bytes, start + 4, 14) !== "ICC_PROFILE\0\x01\x01";
  return !(marker === 0xee && text(bytes, start + 4, 5) === "Adobe");
}

/** Just behind the end marker; a file that has none ends where it ends. */
function endOf(bytes, start) {
  for (let at = start + 2; at + 1 < bytes.length; at++) if (bytes[at] === 0xff && bytes[at + 1] === EOI) return at + 2;
  return bytes.length;
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
