// Passkeys in the browser: asks the device for one, at the door and on a person's own page.
// A form with data-passkey="sign-in" or "new" is shown where the browser can do it, and does it when sent.

const PATHS = {
  "sign-in": { challenge: "/sign-in/passkey/challenge", answer: "/sign-in/passkey" },
  new: { challenge: "/account/passkeys/challenge", answer: "/account/passkeys" },
};

function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function send(path, content) {
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) };
  const response = await fetch(path, options);
  const told = await response.json().catch(() => ({}));
  if (response.ok) return told;
  if (response.status === 429) throw new Error("Too many tries. Wait a few minutes, then try again.");
  throw new Error(told.problem ?? "That did not work. Try again.");
}

const bytesOfIds = (list = []) => list.map((each) => ({ ...each, id: toBytes(each.id) }));

/** Asks the device; → what the server needs to know of it, as JSON. */
async function askDevice(kind, options) {
  const publicKey = { ...options, challenge: toBytes(options.challenge) };
  if (kind === "sign-in") {
    publicKey.allowCredentials = bytesOfIds(options.allowCredentials);
    return told(await navigator.credentials.get({ publicKey }), ["authenticatorData", "signature", "userHandle"]);
  }
  publicKey.user = { ...options.user, id: toBytes(options.user.id) };
  publicKey.excludeCredentials = bytesOfIds(options.excludeCredentials);
  const credential = await navigator.credentials.create({ publicKey });
  const content = told(credential, ["attestationObject"]);
  content.response.transports = credential.response.getTransports?.() ?? [];
  return content;
}

function told(credential, names) {
  const parts = ["clientDataJSON", ...names].filter((name) => credential.response[name]);
  const response = Object.fromEntries(parts.map((name) => [name, toText(credential.response[name])]));
  return { id: credential.id, rawId: toText(credential.rawId), type: credential.type, response };
}

async function run(form) {
  const kind = form.dataset.passkey;
  const { challenge, answer } = PATHS[kind];
  const credential = await askDevice(kind, await send(challenge, {}));
  const more = kind === "new" ? { name: form.elements["passkey-name"].value } : { next: form.elements.next.value };
  const { next } = await send(answer, { credential, ...more });
  window.location.assign(next);
}

const WORDS = {
  NotAllowedError: "No passkey was used. Try again, or sign in another way.",
  InvalidStateError: "This device has a passkey for you already.",
  SecurityError: "Passkeys do not work at this address.",
};

async function onSubmit(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const problem = form.querySelector("[data-passkey-problem]");
  const button = form.querySelector("button");
  problem.hidden = true;
  button.disabled = true;
  try {
    await run(form);
  } catch (error) {
    problem.textContent =
      WORDS[error.name] ?? (error instanceof TypeError ? "Jotter cannot be reached." : error.message);
    problem.hidden = false;
  }
  button.disabled = false;
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", onSubmit);
  }
  for (const words of document.querySelectorAll("[data-passkey-missing]")) words.hidden = true;
}
