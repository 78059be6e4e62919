// From a passcode to a key: Argon2id (RFC 9106), tuned to about half a second on this very tablet, unless the school has
// chosen to guard lightly.

import { argon2id } from "hash-wasm";
import { importKey } from "./cipher.js";

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

// The eight characters and more that people choose first; runs and repeats are found by rule.
const COMMON = [
  "password", "password1", "password12", "password123", "passw0rd", "passcode", "passcode1", "qwertyui", "qwerty12",
  "qwerty123", "qwertyuiop", "1q2w3e4r", "1qaz2wsx", "q1w2e3r4", "zaq12wsx", "asdfghjk", "asdfasdf", "letmein1",
  "letmein123", "iloveyou", "iloveyou1", "sunshine", "princess", "football", "football1", "baseball", "superman",
  "starwars", "computer", "internet", "whatever", "trustno1", "welcome1", "welcome123", "admin123", "administrator",
  "teacher1", "teacher123", "school123", "schoolschool", "jotter123", "jotterjotter", "changeme", "liverpool",
  "liverpool1", "chelsea1", "arsenal1", "everton1", "charlie1", "michelle", "jennifer", "jonathan", "butterfly",
  "chocolate", "pokemon1", "11223344", "12341234", "12121212", "13131313", "69696969", "abcd1234", "abc12345",
  "a1b2c3d4", "aa123456", "1234abcd", "1234qwer", "christmas", "december", "november", "september", "february",
]; // biome-ignore format: a list of words reads better in lines

// Common with any digits behind them.
const ROOTS = [
  "qwerty",
  "zxcvbnm",
  "asdfghjkl",
  "letmein",
  "welcome",
  "teacher",
  "school",
  "jotter",
  "admin",
  "monkey",
  "dragon",
];

/** What is wrong with a passcode, in plain words; "" when nothing is. */
export function problemWith(passcode) {
  const length = [...passcode].length;
  if (length < MIN_CHARACTERS) return `Choose at least ${MIN_CHARACTERS} characters`;
  if (length > MAX_CHARACTERS) return `Choose at most ${MAX_CHARACTERS} characters`;
  return isCommon(passcode) ? "That is one of the first that people try. Choose another" : "";
}

function isCommon(passcode) {
  const plain = passcode.toLowerCase().trim();
  const bare = plain.replace(/[\d!?.]+$/, "");
  return COMMON.includes(plain) || COMMON.includes(bare) || ROOTS.includes(bare) || isRun(plain) || isRepeat(plain);
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
