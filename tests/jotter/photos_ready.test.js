// A photo made ready: how it lies, what is stripped, and what is refused before anything is decoded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { describeChunks } from "../../webapp/static/jotter/photos/chunks.js";
import { bareJpeg, describeJpeg, isJpeg } from "../../webapp/static/jotter/photos/jpeg.js";
import { checkReady, LONGEST_PX, makeReady, NoCanvas, Unfit } from "../../webapp/static/jotter/photos/ready.js";
import { sizeOf } from "../../webapp/static/jotter/photos/sizes.js";
import { CAMERA, LYING_PNG, LYING_WEBP, READY, SECRET } from "./pictures.js";

const says = (bytes) => Buffer.from(bytes).toString("latin1");

test("how a camera's picture lies is read from its EXIF, and its size from its frame", () => {
  assert.deepEqual(describeJpeg(CAMERA), { orientation: 6, width: 12, height: 16 });
  assert.deepEqual(describeJpeg(READY), { orientation: 1, width: 16, height: 12 });
});

test("the picture alone is kept: no EXIF, no GPS, no comment, nothing behind its end", () => {
  assert.match(says(CAMERA), new RegExp(SECRET));
  const bare = bareJpeg(new Uint8Array([...CAMERA, ...Buffer.from(SECRET)]));
  assert.doesNotMatch(says(bare), new RegExp(`Exif|${SECRET}|2026:11:24`));
  assert.deepEqual([bare.at(-2), bare.at(-1)], [0xff, 0xd9]);
  assert.deepEqual(describeJpeg(bare), { orientation: 1, width: 12, height: 16 });
  assert.deepEqual(bareJpeg(READY), READY, "what says nothing stays byte for byte");
});

test("what was cut off anywhere is read without an error", () => {
  for (let length = 0; length < CAMERA.length; length += 3) {
    const cut = CAMERA.slice(0, length);
    if (isJpeg(cut)) {
      describeJpeg(cut);
      bareJpeg(cut);
    }
  }
});

/** A canvas that notes what is drawn on it. */
function canvasOf(drawn) {
  return (width, height) => {
    const context = {
      fillRect() {},
      setTransform: (...matrix) => Object.assign(drawn, { matrix }),
      drawImage: (_image, _x, _y, w, h) => Object.assign(drawn, { w, h }),
    };
    Object.assign(drawn, { width, height });
    const encode = async () => new Blob([CAMERA], { type: "image/jpeg" });
    return { canvas: { width, height, getContext: () => context }, encode };
  };
}

test("a picture on its side is turned, and scaled to 1600 px on its long side", async () => {
  const drawn = {};
  const decode = async () => ({ width: 4000, height: 3000 });
  const ready = await makeReady(CAMERA, { decode, makeCanvas: canvasOf(drawn) });
  assert.deepEqual([drawn.width, drawn.height, drawn.w, drawn.h], [1200, LONGEST_PX, LONGEST_PX, 1200]);
  assert.deepEqual(drawn.matrix, [0, 1, -1, 0, 1200, 0]);
  assert.doesNotMatch(says(ready), /Exif/, "whatever the canvas wrote is stripped again");
});

test("a decoder is given no orientation of which it might make something else", async () => {
  let seen = null;
  const decode = async (bytes) => {
    seen = describeJpeg(bytes).orientation;
    return { width: 12, height: 16 };
  };
  await makeReady(CAMERA, { decode, makeCanvas: canvasOf({}) });
  assert.equal(seen, 1);
});

for (const [kind, lying] of Object.entries({ PNG: LYING_PNG, WebP: LYING_WEBP }))
  test(`a ${kind} that its camera held upright is turned here, and no decoder is told to turn it too`, async () => {
    const drawn = {};
    let seen = null;
    const decode = async (bytes) => {
      seen = bytes;
      return { width: 12, height: 16 };
    };
    await makeReady(lying, { decode, makeCanvas: canvasOf(drawn) });
    assert.deepEqual([drawn.width, drawn.height], [16, 12]);
    assert.deepEqual(drawn.matrix, [0, 1, -1, 0, 16, 0]);
    assert.doesNotMatch(says(seen), new RegExp(`eXIf|EXIF|${SECRET}`));
    assert.deepEqual(sizeOf(seen), { width: 12, height: 16 });
    assert.deepEqual(describeChunks(seen), { orientation: 1, bare: seen });
  });

test("a PNG or WebP that was cut off anywhere is described without an error", () => {
  for (const whole of [LYING_PNG, LYING_WEBP])
    for (let length = 0; length < whole.length; length++) describeChunks(whole.slice(0, length));
});

test("what a WebP without EXIF says of itself is what it is", () => {
  const { bare } = describeChunks(LYING_WEBP);
  const view = new DataView(bare.buffer);
  assert.equal(view.getUint32(4, true), bare.length - 8);
  assert.equal(bare[20], 0, "no flag for what is not there");
});

test("a small picture is not made larger", async () => {
  const drawn = {};
  await makeReady(READY, { decode: async () => ({ width: 16, height: 12 }), makeCanvas: canvasOf(drawn) });
  assert.deepEqual([drawn.width, drawn.height], [16, 12]);
});

test("a picture of pixels without end is refused before it is decoded", async () => {
  const huge = READY.slice();
  const frame = huge.findIndex((byte, at) => byte === 0xff && huge[at + 1] === 0xc0);
  huge.set([0xff, 0xff, 0xff, 0xff], frame + 5);
  const decode = () => assert.fail("it was decoded");
  await assert.rejects(
    makeReady(huge, { decode }),
    (error) => error instanceof Unfit && /too large/.test(error.message),
  );
});

/** The first bytes of a picture 20,000 dots wide and 10,000 high (WebP lossy and lossless: 16,000 by 10,000). */
const HUGE = {
  PNG: [..."\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x27\x10\x08\x02\0\0\0"],
  GIF: [..."GIF89a\x20\x4e\x10\x27\0\0\0"],
  "WebP, with a canvas": [..."RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x4e\0\x0f\x27\0"],
  "WebP, lossy": [..."RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x80\x3e\x10\x27"],
  "WebP, lossless": [..."RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x7f\xfe\xc3\x09\0\0"],
};

for (const [kind, letters] of Object.entries(HUGE))
  test(`${kind}: one of pixels without end is refused before it is decoded, and cut off it is read without an error`, async () => {
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const decode = () => assert.fail("it was decoded");
    const is_too_large = (error) => error instanceof Unfit && /too large/.test(error.message);
    await assert.rejects(makeReady(bytes, { decode }), is_too_large);
    for (let length = 1; length < 10; length++) assert.equal(sizeOf(bytes.slice(0, length)).width, 0);
  });

test("a picture of a kind that says no size is refused before it is drawn", async () => {
  const decode = async () => ({ width: 20_000, height: 10_000 });
  const makeCanvas = () => assert.fail("it was drawn");
  const is_too_large = (error) => error instanceof Unfit && /too large/.test(error.message);
  await assert.rejects(makeReady(new Uint8Array([0, 0, 0, 1]), { decode, makeCanvas }), is_too_large);
});

test("without a canvas the page is asked", async () => {
  await assert.rejects(makeReady(READY), NoCanvas);
  await assert.rejects(
    makeReady(READY, { decode: async () => ({ width: 1, height: 1 }), makeCanvas: () => null }),
    NoCanvas,
  );
});

test("what is not ready is not taken for it", () => {
  assert.deepEqual(checkReady(READY), READY);
  for (const other of [new Uint8Array(), Buffer.from("<svg/>"), READY.slice(4)])
    assert.throws(() => checkReady(other), Unfit);
  const wide = READY.slice();
  const frame = wide.findIndex((byte, at) => byte === 0xff && wide[at + 1] === 0xc0);
  wide.set([0x06, 0x41], frame + 7);
  assert.throws(() => checkReady(wide), Unfit);
});
