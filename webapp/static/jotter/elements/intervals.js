// <jotter-intervals>: a time sample; says which interval is on, takes yes or no for each behaviour, and lets a blank be
// filled in afterwards. See templates/tablet/instruments/_time_sample.html.

import { faceOf, notBefore } from "../instruments/clocks.js";
import * as sampling from "../instruments/sampling.js";
import { takenBack } from "../instruments/sampling_undo.js";
import { sampleOf } from "../instruments/time_sample.js";
import { clock } from "./clock.js";
import { Counted } from "./counted.js";
import { giveCue, readyFor } from "./cues.js";
import { drawAnswers, drawStrip } from "./interval_parts.js";
import { explainHeld, holdSettings } from "./sample_settings.js";

const SIGNS_OF_LIFE = ["click", "change"];
const FIELDS = ["sample_began", "sample_ended", "interval_s", "planned", "rule"];

class Intervals extends Counted {
  // The interval that somebody chose to fill in; null while the one that is on is asked about.
  chosen = null;
  // What was answered on this page, to take back.
  answered = [];
  on = null;
  // What a finger has come down on, {button, place}: the interval may end before it is lifted.
  aimed = null;

  connectedCallback() {
    super.connectedCallback();
    explainHeld((name) => this.field(name));
    this.addEventListener("pointerdown", this);
    this.addEventListener("keydown", this);
    // A sample that is continued sounds too: any tap will do, and the choice of a sound itself.
    this.makeReady = () => this.sample.began !== null && readyFor(this.field("cue").value);
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, this.makeReady);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, this.makeReady);
  }

  handleEvent(event) {
    const button = event.target.closest("button[data-answer]");
    if (event.type === "pointerdown" && button) this.aimed = { button, place: button.dataset.place };
    else if (["pointerdown", "keydown"].includes(event.type)) this.aimed = null;
    else super.handleEvent(event);
  }

  get sample() {
    return sampleOf(Object.fromEntries(FIELDS.map((name) => [name, this.field(name).value.trim()])));
  }

  /** The rows that are asked about, {row, name, marks}: those with a name, and the first in any case. */
  get rows() {
    const places = [...this.querySelectorAll(".field[data-row]:not([hidden])")].map(({ dataset }) => dataset.row);
    const rows = places.map((row) => ({
      row,
      name: this.field(`sample_${row}`).value.trim(),
      marks: this.field(`marks_${row}`).value,
    }));
    return rows
      .filter(({ row, name }) => name || row === "1")
      .map((one) => ({ ...one, name: one.name || "Behaviour" }));
  }

  tapped(button, now) {
    const { dataset } = button;
    if ("press" in dataset) this.#press(now);
    else if ("more" in dataset) this.#more();
    else if (dataset.answer) this.#answer(button);
    else if (dataset.place) this.#choose(Number(dataset.place), now);
    else if ("undo" in dataset) this.#undo();
    else if ("fillNo" in dataset) this.#fillWithNo(now);
  }

  #press(now) {
    const { sample } = this;
    this.chosen = null;
    if (sample.began === null) this.#write("sample_began", now);
    else if (sampling.isOver(sample, now)) return;
    else this.#write("sample_ended", notBefore(now, sample.began));
    this.keep(sample.began === null ? "Started" : "Stopped");
  }

  #more() {
    const next = this.querySelector(".field[data-row][hidden]");
    if (!next) return;
    next.hidden = false;
    next.querySelector("input").focus();
    this.show(clock.now());
  }

  /** Of the interval that the button was about when it was touched. */
  #answer(button) {
    const { row, answer } = button.dataset;
    const place = Number(this.aimed?.button === button ? this.aimed.place : button.dataset.place);
    this.aimed = null;
    this.#write(`marks_${row}`, sampling.marked(this.field(`marks_${row}`).value, place, answer === "yes"));
    if (this.chosen === place) this.#goOn();
    this.keep();
  }

  #write(name, value) {
    this.answered.push({ [name]: this.field(name).value });
    this.field(name).value = value;
  }

  /** Once a chosen interval is answered for every behaviour, the one that is on is asked about again. */
  #goOn() {
    if (this.rows.every(({ marks }) => ["0", "1"].includes(marks[this.chosen]))) this.chosen = null;
  }

  /** What was tapped on this page, last first; of what was tapped before a reload, what stands. */
  #undo() {
    const before = this.answered.pop() ?? this.#earlier;
    for (const [name, value] of Object.entries(before ?? {})) this.field(name).value = value;
    this.chosen = null;
    this.keep("Taken back");
  }

  get #earlier() {
    return takenBack(this.sample, this.rows);
  }

  #choose(place, now) {
    this.chosen = place;
    this.show(now);
    this.part("answers").querySelector("button")?.focus();
  }

  #fillWithNo(now) {
    const length = this.#length(now);
    const { rows } = this;
    this.answered.push(Object.fromEntries(rows.map(({ row, marks }) => [`marks_${row}`, marks])));
    for (const { row, marks } of rows) this.field(`marks_${row}`).value = sampling.filledWithNo(marks, length);
    this.keep("Every blank is a no now");
  }

  #asked(now) {
    return this.chosen ?? sampling.asked(this.sample, now);
  }

  #length(now) {
    return sampling.lengthOf(
      this.sample,
      this.rows.map(({ marks }) => marks),
      now,
    );
  }

  end(now) {
    const { sample } = this;
    if (sample.began === null || sampling.isOver(sample, now)) return;
    this.field("sample_ended").value = notBefore(now, sample.began);
  }

  show(now) {
    const { sample, rows } = this;
    const on = sampling.current(sample, now);
    const is_over = sampling.isOver(sample, now);
    const had_focus = document.activeElement;
    if (this.on !== null && on !== this.on && sample.began !== null && sample.ended === null)
      giveCue(this.field("cue").value);
    this.on = on;
    holdSettings((name) => this.field(name), sample);
    this.part("free").hidden = sample.began !== null;
    this.part("held").hidden = sample.began === null;
    this.write("where", this.#where(sample, on, now));
    this.write("face", faceOf(Math.ceil(sampling.leftOf(sample, now) / 1000) * 1000));
    this.write("press", sample.began === null ? "Start" : "Stop");
    this.part("press").hidden = is_over;
    this.#showUndo();
    this.part("more").hidden = !this.querySelector(".field[data-row][hidden]");
    const [length, asked] = [this.#length(now), this.#asked(now)];
    drawAnswers(this.part("answers"), rows, asked);
    drawStrip(this.part("strip"), rows, length, asked);
    const marks = rows.map((one) => one.marks);
    this.part("blank").hidden = !(is_over && sampling.blanks(marks, length).length);
    this.handOn(had_focus, this.querySelector(".strip [aria-current]"), this.part("press"), this.part("undo"));
  }

  #showUndo() {
    const before = this.answered.at(-1) ?? this.#earlier;
    const named = { sample_began: "Undo start", sample_ended: "Undo stop" };
    this.part("undo").disabled = !before;
    this.write("undo", named[Object.keys(before ?? {})[0]] ?? "Undo");
  }

  #where(sample, on, now) {
    if (sample.began === null) return "Not started";
    if (on === null) return `Ended after ${sampling.passed(sample, now)} of ${sample.planned}`;
    return `Interval ${on + 1} of ${sample.planned}`;
  }
}

customElements.define("jotter-intervals", Intervals);
