// Photos of work in a form: what was chosen goes to the worker by message, and the note waits for it when it is saved.

import { makeReady, pageCanvas, Unfit } from "../photos/ready.js";
import { newId } from "../store/ids.js";
import { bodyOf, nameInAddress } from "./drafts.js";

const LIMIT_MS = 90_000;
const PATIENCE_MS = 5_000;
const LOST =
  "The photo was not kept: this page has lost its connection to the tablet's store. Choose it again in a moment.";
const BUSY = "Making photos ready…";
const HELD = "Photos are still being made ready. The note is saved after them.";
const GIVEN_ANEW = "The photos are ready. Tap Save again.";

export function watchPhotos(worker) {
  let busy = 0;
  let last = Promise.resolve();
  // Tapped `Save` while photos are being made ready: {form, submitter, entry_id, timer}.
  let held = null;
  let is_let_go = false;
  // Photos of which nothing was heard, by file: the worker may have kept them all the same.
  const unanswered = new Map();

  document.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-photo-input]")) return;
    const files = [...target.files];
    target.value = "";
    take(target.closest("[data-photos]"), files);
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-photo-remove]");
    if (button) remove(button);
    else if (target.closest?.("[data-photo-save]")) saveNow();
  });
  document.addEventListener("submit", holdBack, true);
  document.addEventListener("htmx:afterSettle", showAll);
  showAll();

  /** One after another: a tablet has room for one large picture at a time. */
  function take(field, files) {
    const form = field.closest("form");
    say(field, "");
    busy += files.length;
    status(field, BUSY);
    for (const file of files)
      last = last
        .then(() => takeOne(field, form, file))
        .then((problem) => {
          busy -= 1;
          if (problem) say(here(field), problem, { is_more: true });
          return show(here(field));
        });
    last = last.then(() => done(field));
    return last;
  }

  function done(field) {
    if (busy) return;
    const waiting = release();
    status(here(field), "");
    if (waiting?.form.isConnected) waiting.form.requestSubmit(waiting.submitter);
    // The form was given anew meanwhile: whoever tapped looks at it before it is saved.
    else if (waiting) status(document.querySelector(`[data-photos="${waiting.entry_id}"]`), GIVEN_ANEW);
  }

  /** What was held back, if anything: it is not any more. */
  function release() {
    const waiting = held;
    held = null;
    clearTimeout(waiting?.timer);
    offer(waiting?.entry_id, false);
    return waiting;
  }

  /** The note goes without the photos that are not ready; the worker refuses them then. */
  function saveNow() {
    const waiting = release();
    if (!waiting?.form.isConnected) return;
    is_let_go = true;
    waiting.form.requestSubmit(waiting.submitter);
    is_let_go = false;
  }

  async function takeOne(field, form, file) {
    const name = [field.dataset.photos, file.name, file.size, file.lastModified].join("/");
    const photo_id = unanswered.get(name) ?? newId(Date.now(), crypto);
    const problem = await offerOne(field, form, file, photo_id);
    if (problem === LOST) unanswered.set(name, photo_id);
    else unanswered.delete(name);
    return problem;
  }

  async function offerOne(field, form, file, photo_id) {
    try {
      const content = await file.arrayBuffer();
      const message = {
        type: "photo",
        entry_id: field.dataset.photos,
        kind: form.dataset.draft,
        person: form.elements.person.value,
        name: file.name,
        photo_id,
      };
      // Some workers have no canvas, or know fewer kinds of picture than a page.
      const answer = await send(message, content.slice(0), form);
      if (!answer.needs_page && !answer.may_page_try) return answer.problem;
      return await byThePage(message, content, form, answer.problem);
    } catch {
      return LOST;
    }
  }

  async function byThePage(message, content, form, problem = "") {
    try {
      const ready = await makeReady(new Uint8Array(content), { makeCanvas: pageCanvas, decode });
      return (await send({ ...message, is_ready: true }, ready.buffer, form)).problem;
    } catch (error) {
      return problem || (error instanceof Unfit ? `${message.name} ${error.message}.` : LOST);
    }
  }

  function send(message, content, form) {
    // The worker keeps the draft with the photo: a reload must come back to it.
    const draft = form.isConnected ? bodyOf(form).toString() : "";
    if (draft) nameInAddress(form);
    return worker.ask({ ...message, content, draft }, LIMIT_MS, [content]);
  }

  function holdBack(event) {
    if (!busy || is_let_go || !event.target.matches("form[data-draft]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    release();
    const { target: form, submitter } = event;
    const field = form.querySelector("[data-photos]");
    const entry_id = field?.dataset.photos;
    held = { form, submitter, entry_id, timer: setTimeout(() => offer(entry_id, true), PATIENCE_MS) };
    status(field, HELD);
  }

  async function remove(button) {
    const field = button.closest("[data-photos]");
    const place = [...field.querySelectorAll("[data-photo-remove]")].indexOf(button);
    button.disabled = true;
    await fetch(`/tablet/photos/${button.dataset.photoRemove}/remove`, {
      method: "POST",
      body: new URLSearchParams({ person: field.closest("form").elements.person.value }),
    }).catch(() => null);
    await show(field);
    const left = field.querySelectorAll("[data-photo-remove]");
    (left[Math.min(place, left.length - 1)] ?? field.querySelector("[data-photo-input]")).focus();
    field.querySelector("[data-photo-input]").dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** An <img> of the page's own knows what the worker may not. */
async function decode(bytes) {
  const url = URL.createObjectURL(new Blob([bytes]));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return Object.assign(image, { width: image.naturalWidth, height: image.naturalHeight });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The form may have been given anew meanwhile, with what was wrong in it. */
const here = (field) =>
  field.isConnected ? field : (document.querySelector(`[data-photos="${field.dataset.photos}"]`) ?? field);

function showAll() {
  for (const field of document.querySelectorAll("[data-photos]:not([data-shown])")) show(field);
}

async function show(field) {
  field.dataset.shown = "yes";
  const response = await fetch(`/tablet/photos/of/${field.dataset.photos}`).catch(() => null);
  if (!response?.ok || !response.headers.has("X-Jotter-Worker")) return;
  field.querySelector("[data-photo-list]").innerHTML = await response.text();
}

function say(field, text, { is_more = false } = {}) {
  const place = field.querySelector("[data-photo-problem]");
  place.textContent = is_more && place.textContent ? `${place.textContent} ${text}` : text;
  place.hidden = !text;
  field.classList.toggle("field-wrong", Boolean(text));
}

/** The way out, for whoever has waited some seconds. */
function offer(entry_id, is_offered) {
  const button = document.querySelector(`[data-photos="${entry_id}"] [data-photo-save]`);
  if (button) button.hidden = !is_offered;
}

function status(field, text) {
  const place = field?.querySelector("[data-photo-status]");
  if (place) place.textContent = text;
}
