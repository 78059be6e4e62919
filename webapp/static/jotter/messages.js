// What a page tells the worker, or asks of it, without a request.

import { NOT_KEPT, takePhoto } from "./pages/photos.js";

const LOCK = "/tablet/lock";

/** → {handlers by the message's `type`, draftsKept() → when every draft that was told of has been kept}. */
export function messagesFor({ tablet, answer, announce, schema }) {
  let keeping = Promise.resolve();

  async function sync({ data }) {
    try {
      await tablet.sync.forgetSigningOut(data.signed_in);
      await tablet.sync.run(data.why);
    } catch {
      // The store did not answer; the entries are where they were, and the next trigger tries again.
      await announce().catch(() => {});
    }
  }

  /** A page may ask the waiting build to take over, but never across a change of the store while it is open. */
  function update({ data, source }) {
    if (data.schema === schema) return self.skipWaiting();
    return source.postMessage({ type: "update-later" });
  }

  /**
   * A form that must not reach a network whatever becomes of this worker: a passcode. A request that a dying worker
   * leaves unanswered is sent to the server by the browser; a message is not.
   */
  async function form({ data, ports: [port] }) {
    await keeping;
    const response = await answer(request(data.action, data.body));
    const to = response.headers.get("Location");
    const is_locked = response.headers.has("X-Jotter-Locked");
    port.postMessage({ to, status: response.status, html: to ? "" : await response.text(), is_locked });
    // Nobody waits for this: should it fail, the next contact begins with it.
    if (data.action === LOCK) await tablet.sync.finishSigningOut().catch(() => {});
  }

  /** One after another; a page that is asked for next must find what was counted on the one before. */
  function draft({ data }) {
    keeping = keeping.then(() => answer(request("/tablet/drafts", data.body))).catch(() => {});
    return keeping;
  }

  /**
   * A photo, by message too: WebKit hands a worker empty forms where there are files in them. Then its draft. The page
   * holds `Save` back until it is answered, so it is, whatever fails.
   */
  async function photo({ data, ports: [port] }) {
    let answered = { problem: NOT_KEPT };
    try {
      answered = await takePhoto(await tablet.present(), data);
      if (data.draft) await draft({ data: { body: data.draft } });
    } catch {
      // The store did not answer: said above.
    } finally {
      port.postMessage(answered);
    }
  }

  const handlers = {
    sync,
    photo,
    update,
    form,
    status: () => announce(),
    touch: () => tablet.vault.touch(),
    draft,
    claim: () => self.clients.claim(),
  };
  return { handlers, draftsKept: () => keeping };
}

function request(path, body) {
  return new Request(path, { method: "POST", body: new URLSearchParams(body) });
}
