// What the elements that count or time have in common: fields of the form that hold all there is to know, parts found by
// their data attribute, and a word to the page that what was just tapped must be kept at once.

import { clock, keepShowing } from "./clock.js";

export class Counted extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.addEventListener("click", this);
    this.addEventListener("input", this);
    // Before htmx reads the form: what is still running ends with the tap on Save, and ends but once.
    this.settle = ({ target }) => target === this.form && this.end?.(clock.now());
    document.addEventListener("submit", this.settle, true);
    this.stopShowing = keepShowing(() => this.show(clock.now()));
  }

  disconnectedCallback() {
    this.stopShowing?.();
    document.removeEventListener("submit", this.settle, true);
  }

  field(name) {
    return this.form.elements.namedItem(name);
  }

  part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** Written only when it differs: a screen reader reads out what changes. */
  write(name, text) {
    const place = this.part(name);
    if (place && place.textContent !== text) place.textContent = text;
  }

  /** Whoever had the focus on what has just gone, or rests, goes on at the first of these that is of use. */
  handOn(had_focus, ...places) {
    const is_usable = (place) => place?.isConnected && !place.disabled && place.checkVisibility();
    if (!had_focus || !this.contains(had_focus) || is_usable(had_focus)) return;
    places.find(is_usable)?.focus({ preventScroll: true });
  }

  /** Something was tapped: it is on the screen, on its way to the draft, and said. */
  keep(said = "") {
    this.show(clock.now());
    this.write("said", said);
    this.dispatchEvent(new CustomEvent("jotter:counted", { bubbles: true }));
  }

  handleEvent(event) {
    const button = event.target.closest("button");
    if (event.type === "click" && button) this.tapped(button, clock.now());
    else if (event.type === "input") this.show(clock.now());
  }
}
