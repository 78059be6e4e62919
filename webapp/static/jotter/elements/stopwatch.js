// <jotter-stopwatch>: times spells from Start to Stop, and how long after an instruction the first began.
// See templates/tablet/instruments/_duration.html.

import * as clocks from "../instruments/clocks.js";
import { Counted } from "./counted.js";

const DONE = { true: "Running", false: "Stopped" };

class Stopwatch extends Counted {
  get state() {
    return {
      spells: clocks.spellsOf(this.field("spells").value),
      instructed: clocks.momentIn(this.field("instructed_at").value),
    };
  }

  set state({ spells, instructed }) {
    this.field("spells").value = clocks.spellsText(spells);
    this.field("instructed_at").value = instructed ?? "";
  }

  tapped({ dataset }, now) {
    const { state } = this;
    if ("press" in dataset) this.state = clocks.press(state, now);
    else if ("instruct" in dataset) this.state = clocks.instruct(state, now);
    else if ("undo" in dataset) this.state = clocks.undoPress(state);
    else return;
    this.keep("instruct" in dataset ? "Instruction kept" : DONE[clocks.isRunning(this.state)]);
  }

  end(now) {
    this.state = clocks.stopped(this.state, now);
  }

  show(now) {
    const { state } = this;
    const is_running = clocks.isRunning(state);
    this.write("face", clocks.faceOf(clocks.lengthNow(state, now), { tenths: true }));
    this.write("press", is_running ? "Stop" : "Start");
    this.classList.toggle("is-running", is_running);
    this.write("total", this.#told(state, now));
    this.part("undo").disabled = !state.spells.length && state.instructed === null;
    this.part("instruct").disabled = state.spells.length > 0;
  }

  #told(state, now) {
    const count = state.spells.length;
    const latency = clocks.latencyOf(state);
    const waiting =
      state.instructed === null || count ? null : clocks.notBefore(now, state.instructed) - state.instructed;
    if (waiting !== null) return `${clocks.faceOf(waiting)} since the instruction`;
    const began = latency === null ? "" : `, began ${clocks.faceOf(latency, { tenths: true })} after the instruction`;
    const total = clocks.faceOf(clocks.totalOf(state, now), { tenths: true });
    return count ? `${total} in ${count === 1 ? "1 spell" : `${count} spells`}${began}` : "";
  }
}

customElements.define("jotter-stopwatch", Stopwatch);
