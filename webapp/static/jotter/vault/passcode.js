// From a passcode to a key: Argon2id (RFC 9106), tuned to about half a second on this very tablet, unless the school has
// chosen to guard lightly.

import { argon2id } from "hash-wasm";
import { fromBase64 } from "./base64url.js";
import { importKey } from "./cipher.js";
import commonHashes from "./common_passcodes.js";

export const MIN_CHARACTERS = 8;
export const MAX_CHARACTERS = 200;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const TARGET_MS = 500;
const MAX_ITERATIONS = 20;
// RFC 9106 4: 64 MiB is its second recommended setting; a tablet that cannot spare it takes half, and half again.
const MEMORIES_KIB = [64 * 1024, 32 * 1024, 16 * 1024];
// The school's other choice, as record/passwords.py has it: the least that OWASP allows.
const LIGHT = { iterations: 5, memory_kib: 7 * 1024 };

// What people here would think of, beside what people use everywhere.
const ROOTS = ["passcode", "school", "teacher", "classroom", "jotter", "tablet", "everton"];
const SUBSTITUTES = { "@": "a", 4: "a", 3: "e", 1: "i", "!": "i", 0: "o", $: "s", 5: "s", 7: "t" };
const OLDEST_YEAR = 1900;
const NEWEST_YEAR = 2099;

let common = null;

/** What is wrong with a passcode, in plain words; "" when nothing is. */
export function problemWith(passcode) {
  const length = [...passcode].length;
  if (length < MIN_CHARACTERS) return `Choose at least ${MIN_CHARACTERS} characters`;
  if (length > MAX_CHARACTERS) return `Choose at most ${MAX_CHARACTERS} characters`;
  return isCommon(passcode) ? "That is one of the first that people try. Choose another" : "";
}

/** One that many use, or their word with digits behind it, or with digits for letters; a run, a repeat, a date. */
function isCommon(passcode) {
  const plain = passcode.toLowerCase().trim();
  const bare = plain.replace(/[\d!?.]{1,4}$/, "");
  const words = [plain, bare].flatMap((word) => [word, spelled(word)]);
  return (
    words.some((word) => ROOTS.includes(word) || isUsedByMany(word)) || isRun(plain) || isRepeat(plain) || isDate(plain)
  );
}

const spelled = (word) => [...word].map((char) => SUBSTITUTES[char] ?? char).join("");

function isUsedByMany(word) {
  if (!common) {
    const bytes = new DataView(fromBase64(commonHashes).buffer);
    common = new Set(Array.from({ length: bytes.byteLength / 4 }, (_, place) => bytes.getUint32(4 * place, true)));
  }
  return common.has(hashOf(word));
}

/** As scripts/common_passcodes.py makes it: Fowler, Noll and Vo's, in 32 bits. */
function hashOf(word) {
  let told = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) told = Math.imul(told ^ byte, 0x01000193);
  return told >>> 0;
}

/** 01092015, 20150901, 2015-09-01, 9/1/2015: somebody's birthday. */
function isDate(text) {
  const ways = [/^(\d{1,2})[-./ ]?(\d{1,2})[-./ ]?(\d{4})$/, /^(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})$/];
  return ways.some((way) => isDay((way.exec(text) ?? []).slice(1).map(Number)));
}

function isDay(parts) {
  const [year, ...others] = parts.sort((one, other) => other - one);
  const is_year = year >= OLDEST_YEAR && year <= NEWEST_YEAR;
  return is_year && others.every((one) => one >= 1 && one <= 31) && others.some((one) => one <= 12);
}

/** 12345678, abcdefgh, 87654321, aaaaaaaa; also 1234567890 and abcdefg1, where one step is another. */
function isRun(text) {
  const codes = [...text].map((char) => char.codePointAt(0));
  const steps = codes.slice(1).map((code, index) => code - codes[index]);
  return [-1, 0, 1].some((wanted) => steps.filter((step) => step !== wanted).length <= 1);
}

/** aaaaaaaa, abababab, 123123123: a short beginning said again. */
function isRepeat(text) {
  return [1, 2, 3, 4].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  );
}

/** The key that a passcode makes with these parameters: {salt, iterations, memory_kib}. */
export async function keyFrom(passcode, { salt, iterations, memory_kib }, crypto) {
  const raw = await argon2id({
    password: passcode.normalize("NFKC"),
    salt,
    iterations,
    memorySize: memory_kib,
    parallelism: 1,
    hashLength: KEY_BYTES,
    outputType: "binary",
  });
  return importKey(raw, crypto);
}

/** Parameters for a new passcode: as much work as this device does in about half a second, or the light ones. */
export async function tune({ crypto, now, work_factor }) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  if (work_factor === "light") return { salt, ...LIGHT };
  for (const memory_kib of MEMORIES_KIB) {
    const once = { salt, iterations: 1, memory_kib };
    const spent = await timed(() => keyFrom("how fast is this tablet", once, crypto), now).catch(() => null);
    if (spent === null) continue;
    const iterations = Math.max(1, Math.min(MAX_ITERATIONS, Math.floor(TARGET_MS / Math.max(1, spent))));
    return { salt, iterations, memory_kib };
  }
  throw new Error("this tablet has too little memory to guard a passcode");
}

/** Whether a passcode's key was made with the parameters that the school wants. */
export const isAsWanted = ({ iterations, memory_kib }, work_factor) =>
  (work_factor === "light") === (iterations === LIGHT.iterations && memory_kib === LIGHT.memory_kib);

async function timed(work, now) {
  const began = now();
  await work();
  return now() - began;
}
