// <jotter-signature>: a signature on the glass, kept as strokes of points in the form's own field, never as a picture.

import SignaturePad from "signature_pad";

// Strokes lie in a box of this width, whatever the glass: a tablet turned round shows the same signature.
const BOX_WIDTH = 1000;
const tenth = (number) => Math.round(number * 10) / 10;

class JotterSignature extends HTMLElement {
  #pad = null;
  #watcher = null;
  #drawing = null; // {width, height, strokes}

  connectedCallback() {
    this.#drawing = readDrawing(this.#field("strokes").value);
    this.#pad = new SignaturePad(this.#canvas, { minWidth: 1, maxWidth: 3 });
    this.#pad.addEventListener("endStroke", () => this.#take());
    this.#watcher = new ResizeObserver(() => this.#draw());
    this.#watcher.observe(this.#canvas);
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.redraw = () => this.#draw();
    this.scheme.addEventListener("change", this.redraw);
    this.querySelector("[data-undo]").addEventListener("click", () => this.#keep(this.#strokes.slice(0, -1)));
    this.querySelector("[data-clear]").addEventListener("click", () => this.#keep([]));
    this.#field("state").tabIndex = -1;
    this.#draw();
  }

  disconnectedCallback() {
    this.#watcher?.disconnect();
    this.scheme?.removeEventListener("change", this.redraw);
    this.#pad?.off();
  }

  get #canvas() {
    return this.querySelector("canvas");
  }

  get #strokes() {
    return this.#drawing?.strokes ?? [];
  }

  #field(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** What was just drawn joins what is kept, in its box and on its clock. */
  #take() {
    const { clientWidth, clientHeight } = this.#canvas;
    const last = this.#pad.toData().at(-1)?.points ?? [];
    if (!last.length || !clientWidth) return;
    this.#drawing ??= { width: BOX_WIDTH, height: tenth((clientHeight * BOX_WIDTH) / clientWidth), strokes: [] };
    this.began_at ??= last[0].time - (this.#strokes.at(-1)?.at(-1)?.[2] ?? 0);
    const scale = this.#scale();
    const at = (time) => Math.max(0, Math.round(time - this.began_at));
    this.#keep([...this.#strokes, last.map(({ x, y, time }) => [tenth(x / scale), tenth(y / scale), at(time)])]);
  }

  /** From the box to the glass. */
  #scale() {
    const { clientWidth, clientHeight } = this.#canvas;
    const { width, height } = this.#drawing;
    return Math.min(clientWidth / width, clientHeight / height);
  }

  #keep(strokes) {
    this.#drawing = strokes.length ? { ...this.#drawing, strokes } : null;
    if (!strokes.length) this.began_at = undefined;
    const field = this.#field("strokes");
    field.value = strokes.length ? JSON.stringify(this.#drawing) : "";
    this.#field("at").value = strokes.length ? new Date().toISOString() : "";
    this.#draw();
    field.dispatchEvent(new Event("input", { bubbles: true })); // so that it is kept as a draft
  }

  #draw() {
    const { clientWidth, clientHeight } = this.#canvas;
    if (!clientWidth) return; // in a part of the page that is not shown
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    this.#canvas.width = clientWidth * ratio;
    this.#canvas.height = clientHeight * ratio;
    this.#canvas.getContext("2d").scale(ratio, ratio);
    this.#pad.penColor = getComputedStyle(this.#canvas).color;
    const scale = this.#drawing ? this.#scale() : 1;
    const point = ([x, y, time]) => ({ x: x * scale, y: y * scale, time, pressure: 0.5 });
    const look = { penColor: this.#pad.penColor, dotSize: 0, minWidth: 1, maxWidth: 3, velocityFilterWeight: 0.7 };
    this.#pad.fromData(
      this.#strokes.map((stroke) => ({ ...look, compositeOperation: "source-over", points: stroke.map(point) })),
    );
    const is_signed = this.#strokes.length > 0;
    this.#field("state").textContent = is_signed ? "Signed." : "Sign with a finger or a pen.";
    const had_focus = ["undo", "clear"].some((name) => this.#field(name) === document.activeElement);
    for (const name of ["undo", "clear"]) this.#field(name).hidden = !is_signed;
    // The buttons are gone: what to do now is read out, and Tab goes on from there.
    if (had_focus && !is_signed) this.#field("state").focus({ preventScroll: true });
  }
}

function readDrawing(text) {
  try {
    const drawing = JSON.parse(text);
    return drawing.strokes.length ? drawing : null;
  } catch {
    return null;
  }
}

customElements.define("jotter-signature", JotterSignature);
