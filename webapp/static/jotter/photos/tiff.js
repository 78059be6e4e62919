// How a picture lies, as EXIF says it: the same words in a JPEG, a PNG and a WebP.

const ORIENTATION = 0x0112;

/** TIFF 6.0: the first directory's tag 0x0112, 1 to 8; 1 where it says nothing that can be read. */
export function orientationIn(tiff) {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const is_little = String.fromCharCode(tiff[0], tiff[1]) === "II";
    const directory = view.getUint32(4, is_little);
    for (let entry = 0; entry < view.getUint16(directory, is_little); entry++) {
      const at = directory + 2 + entry * 12;
      if (view.getUint16(at, is_little) !== ORIENTATION) continue;
      const value = view.getUint16(at + 8, is_little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // Cut off or made up: it lies as it lies.
  }
  return 1;
}
