// <jotter-trials>: counts trials of a target, right or not yet. See templates/tablet/instruments/_target.html.

import { tried, undoTried } from "../instruments/target.js";
import { Counted } from "./counted.js";

class Trials extends Counted {
  /** Numbers that were typed are changed by typing; `taps` alone are taken back. */
  get state() {
    const [right, given, taps] = ["trials_right", "trials_given", "trials"].map((name) => this.field(name).value);
    return { right, given, taps };
  }

  set state({ right, given, taps }) {
    this.field("trials_right").value = right;
    this.field("trials_given").value = given;
    this.field("trials").value = taps;
  }

  tapped({ dataset }) {
    if (dataset.trial) this.state = tried(this.state, dataset.trial === "right");
    else if ("undo" in dataset) this.state = undoTried(this.state);
    else return;
    const { right, given } = this.state;
    this.keep(given ? `${right} right of ${given}` : "No trials");
  }

  show() {
    this.part("undo").disabled = !this.state.taps;
  }
}

customElements.define("jotter-trials", Trials);
