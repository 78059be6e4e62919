// A photo made ready for a note: upright, at most 1600 px, a JPEG that says nothing of where and when it was taken.
// The same in the worker and, where a worker has no canvas, in the page.

import { describeChunks } from "./chunks.js";
import { bareJpeg, describeJpeg, isJpeg } from "./jpeg.js";
import { sizeOf } from "./sizes.js";

export const LONGEST_PX = 1600;
const QUALITY = 0.8;
const MOST_BYTES = 64 * 1024 * 1024;
// Decoded it takes four bytes a dot, for a moment: more than this a tablet may not have.
const MOST_DOTS = 120_000_000;

export const NO_PHOTO = "is not a photo that this tablet can open";
export const TOO_LARGE = "is too large for this tablet";

/** The file is none that could be put to a note; its text goes on after the file's name. */
export class Unfit extends Error {}
/** There is no canvas here: the page tries. */
export class NoCanvas extends Error {}

/** A canvas of the worker's own; null where it has none. */
export function workerCanvas(width, height) {
  if (typeof OffscreenCanvas !== "function" || !OffscreenCanvas.prototype.convertToBlob) return null;
  const canvas = new OffscreenCanvas(width, height);
  return { canvas, encode: () => canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY }) };
}

/** A canvas of the page's. */
export function pageCanvas(width, height) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  return { canvas, encode: () => new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY)) };
}

/** Bytes of whatever was chosen → Uint8Array of the JPEG. Throws Unfit, NoCanvas. */
export async function makeReady(bytes, { makeCanvas = workerCanvas, decode = decodeHere } = {}) {
  if (bytes.length > MOST_BYTES) throw new Unfit(TOO_LARGE);
  // A drawing in words may hold a script, or fetch something: it is no photo.
  if (!bytes.length || looksLikeText(bytes)) throw new Unfit(NO_PHOTO);
  const { width, height } = sizeOf(bytes);
  if (width * height > MOST_DOTS) throw new Unfit(TOO_LARGE);
  // Turned here, from its own word: engines differ in whether they do it.
  const { orientation, bare } = described(bytes);
  const image = await decode(bare);
  try {
    return await draw(image, orientation, makeCanvas);
  } finally {
    image.close?.();
  }
}

function described(bytes) {
  if (!isJpeg(bytes)) return describeChunks(bytes);
  return { orientation: describeJpeg(bytes).orientation, bare: bareJpeg(bytes) };
}

function looksLikeText(bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 64)).trimStart();
  return start.startsWith("<") || start.startsWith("\xef\xbb\xbf<");
}

async function decodeHere(bytes) {
  if (typeof createImageBitmap !== "function") throw new NoCanvas();
  try {
    return await createImageBitmap(new Blob([bytes]), { imageOrientation: "from-image" });
  } catch {
    throw new Unfit(NO_PHOTO);
  }
}

async function draw(image, orientation, makeCanvas) {
  const { width, height } = image;
  if (!width || !height) throw new Unfit(NO_PHOTO);
  // Of a kind that does not say its size beforehand, or lied.
  if (width * height > MOST_DOTS) throw new Unfit(TOO_LARGE);
  const scale = Math.min(1, LONGEST_PX / Math.max(width, height));
  const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const is_on_its_side = orientation >= 5;
  const made = makeCanvas(is_on_its_side ? high : wide, is_on_its_side ? wide : high);
  const context = made?.canvas.getContext("2d");
  if (!context) throw new NoCanvas();
  context.imageSmoothingQuality = "high";
  // JPEG has nothing to see through.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, made.canvas.width, made.canvas.height);
  context.setTransform(...turning(orientation, wide, high));
  context.drawImage(image, 0, 0, wide, high);
  const blob = await made.encode();
  if (blob?.type !== "image/jpeg") throw new NoCanvas();
  return bareJpeg(new Uint8Array(await blob.arrayBuffer()));
}

/** From how it lies to how it is seen (EXIF 2.32, 4.6.4 A). `w` and `h` as it lies. */
function turning(orientation, w, h) {
  const matrices = {
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, h, 0],
    7: [0, -1, -1, 0, h, w],
    8: [0, -1, 1, 0, 0, w],
  };
  return matrices[orientation] ?? [1, 0, 0, 1, 0, 0];
}

/** What a page says it has made ready itself is looked at again. Throws Unfit. */
export function checkReady(bytes) {
  const { width, height } = isJpeg(bytes) ? describeJpeg(bytes) : {};
  if (!width || !height || Math.max(width, height) > LONGEST_PX) throw new Unfit(NO_PHOTO);
  return bareJpeg(bytes);
}
