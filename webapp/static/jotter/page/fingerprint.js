// Fingerprint or face: the device's own authenticator gives, for its person alone, a secret that unwraps the jotter.

import { fromBase64url, toBase64url } from "../vault/base64url.js";

const SECRET_BYTES = 32;
const LIMIT_MS = 60_000;
const ALGORITHMS = [-7, -257]; // ES256, RS256: what platforms have
const NOT_HERE = "This tablet cannot open Jotter with fingerprint or face. Go on using your passcode.";
const NOT_DONE = "Fingerprint or face was not recognised. Try again, or use your passcode.";

// Made on this page already: a mistyped passcode must not make the device keep a second one.
let made = null;

/** Shows what this browser can do; nothing is said where it cannot. */
export async function offerFingerprint() {
  const forms = document.querySelectorAll("form[data-fingerprint]");
  if (!forms.length || !(await isHere())) return;
  for (const form of forms) form.hidden = false;
  document.querySelector("[data-no-fingerprint]")?.remove();
}

async function isHere() {
  const kind = globalThis.PublicKeyCredential;
  if (!(await kind?.isUserVerifyingPlatformAuthenticatorAvailable?.().catch(() => false))) return false;
  const able = await kind.getClientCapabilities?.().catch(() => null);
  return able?.["extension:prf"] ?? true;
}

/** Asks the device and fills in what it gave; → "" or what went wrong. */
export async function fillIn(form) {
  try {
    const given = form.dataset.fingerprint === "add" ? await add(form.dataset.name) : await use(form.dataset);
    if (!given) return NOT_HERE;
    for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
    return "";
  } catch {
    return NOT_DONE;
  }
}

async function add(name) {
  made ??= await create(name);
  return made;
}

async function create(name) {
  const salt = random();
  const credential = await navigator.credentials.create({
    publicKey: {
      rp: { id: location.hostname, name: "Jotter" },
      user: { id: random(), name: `Jotter on this tablet (${name})`, displayName: name },
      challenge: random(),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: {
        authenticatorAttachment: "platform",
        userVerification: "required",
        residentKey: "discouraged",
      },
      extensions: { prf: { eval: { first: salt } } },
      timeout: LIMIT_MS,
    },
  });
  const { prf } = credential.getClientExtensionResults();
  if (!prf?.enabled) return null;
  const secret = prf.results?.first ?? (await secretOf(credential.rawId, salt));
  return secret && { credential_id: toBase64url(credential.rawId), salt: toBase64url(salt), prf: toBase64url(secret) };
}

async function use({ credential, salt }) {
  const secret = await secretOf(fromBase64url(credential), fromBase64url(salt));
  return secret && { prf: toBase64url(secret) };
}

async function secretOf(id, salt) {
  const credential = await navigator.credentials.get({
    publicKey: {
      rpId: location.hostname,
      challenge: random(),
      allowCredentials: [{ type: "public-key", id, transports: ["internal"] }],
      userVerification: "required",
      extensions: { prf: { eval: { first: salt } } },
      timeout: LIMIT_MS,
    },
  });
  return credential.getClientExtensionResults().prf?.results?.first ?? null;
}

const random = () => crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
