// Changing the kind of a note: its part of the form is out of reach while another one is on its way, so that nothing is
// typed into what is about to go.

export function holdPart() {
  document.addEventListener("htmx:beforeRequest", ({ detail }) => hold(detail.target, true));
  document.addEventListener("htmx:afterRequest", ({ detail }) => hold(detail.target, false));
}

function hold(part, is_held) {
  if (part?.id === "instrument-part") part.inert = is_held;
}
