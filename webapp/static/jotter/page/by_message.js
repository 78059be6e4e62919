// Forms that are handed to the worker by message: passcodes, so that they cannot reach a network, and what is to be
// saved, so that nothing stands between the tap and the store.

/** → {to, status, html, is_locked}: the address that follows, or the page that the worker would rather show. */
export function handOver(worker, form, submitter, limit_ms) {
  const body = new URLSearchParams(new FormData(form));
  // Not by FormData: not every browser takes a submitter there.
  if (submitter?.name) body.append(submitter.name, submitter.value);
  const message = { type: "form", action: form.getAttribute("action"), body: body.toString() };
  return worker.ask(message, limit_ms);
}
