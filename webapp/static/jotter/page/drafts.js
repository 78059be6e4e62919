// Drafts: sent to the worker as they are typed, and once more when the page is hidden or left.

const PAUSE_MS = 400;
const LONGEST_MS = 2000;
const PAGE = String(Math.random()).slice(2);
const KEPT = "Draft kept on this tablet";
const SAVED =
  "This was saved already. Words typed since are not kept as a draft: save again before you leave this page.";
const NOT_KEPT = "Draft not kept. Save before you leave this page.";
let sent = 0;

export function keepDrafts(worker) {
  let timer = null;
  let first_at = 0;
  let form = null;

  function later(event) {
    form = event.target.closest?.("form[data-draft]");
    if (!form) return;
    first_at ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(keepNow, Math.max(0, Math.min(PAUSE_MS, first_at + LONGEST_MS - Date.now())));
  }

  function keepNow() {
    clearTimeout(timer);
    if (!first_at || !form?.isConnected || !worker.is_in_control()) return;
    first_at = 0;
    keep(form);
  }

  function forget(event) {
    if (!event.target.matches?.("form[data-draft]")) return;
    clearTimeout(timer);
    first_at = 0;
  }

  /** A tap of a counter or a clock: on its way to the worker before anything else can happen to this page. */
  function keepAtOnce({ target }) {
    const counted = target.closest("form[data-draft]");
    if (!counted) return;
    worker.tell({ type: "draft", body: bodyOf(counted).toString() });
    nameInAddress(counted);
    later({ target: counted });
  }

  document.addEventListener("jotter:counted", keepAtOnce);
  document.addEventListener("input", later);
  document.addEventListener("change", later);
  document.addEventListener("submit", forget, true);
  window.addEventListener("pagehide", keepAtLast);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepAtLast());

  /** A page that goes away cannot wait for an answer, and Firefox sends `keepalive` past the worker: so by message. */
  function keepAtLast() {
    clearTimeout(timer);
    if (!first_at || !form?.isConnected) return;
    first_at = 0;
    worker.tell({ type: "draft", body: bodyOf(form).toString() });
  }
}

/** What is typed now, kept before the page is left on purpose. */
export async function keepOpenDraft() {
  const form = document.querySelector("form[data-draft]");
  if (form) await keep(form);
}

async function keep(form) {
  const said = form.querySelector("[data-draft-message]");
  try {
    const response = await fetch("/tablet/drafts", { method: "POST", body: bodyOf(form) });
    const { is_kept, is_saved, is_empty } = response.headers.has("X-Jotter-Worker") ? await response.json() : {};
    if (said) said.textContent = is_kept ? KEPT : is_saved ? SAVED : is_empty ? "" : NOT_KEPT;
    if (form.isConnected) showDiscard(is_kept);
    if (is_kept && form.isConnected) nameInAddress(form);
  } catch {
    if (said) said.textContent = NOT_KEPT;
  }
}

/** What is kept can be thrown away. */
function showDiscard(is_kept) {
  const discard = document.querySelector("[data-discard]");
  if (discard) discard.hidden = !is_kept;
}

export function bodyOf(form) {
  const body = new URLSearchParams(new FormData(form));
  body.set("draft_kind", form.dataset.draft);
  body.set("pupil_id", form.dataset.pupil);
  // So that of two drafts on their way at once the later one stands.
  body.set("draft_page", PAGE);
  body.set("draft_number", ++sent);
  // So that words typed after a save that this page knows nothing of are told from those typed before it.
  body.set("draft_at", Date.now());
  return body;
}

/** So that a reload, wanted or not, brings the words back. */
export function nameInAddress(form) {
  const { entry_id, instrument } = form.elements;
  // The kind too: a draft that is gone by then opens as a form of its kind.
  const kind = instrument?.value ? `&instrument=${encodeURIComponent(instrument.value)}` : "";
  const address = `${form.getAttribute("action")}?draft=${entry_id.value}${kind}`;
  if (location.pathname + location.search !== address) history.replaceState(history.state, "", address);
}
