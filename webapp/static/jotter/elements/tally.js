// <jotter-tally>: counts taps, each with its moment, while somebody watches. See templates/tablet/instruments/_frequency.html.

import { faceOf, goOn, momentIn, momentsOf, tap, undoTap, watchedUntil } from "../instruments/clocks.js";
import { KEPT_AFTER_MS } from "../instruments/frequency.js";
import { Counted } from "./counted.js";

class Tally extends Counted {
  // Watching is work too: once it has gone on for a while the draft holds it, though nothing was tapped.
  is_kept = false;
  is_shown = false;

  get state() {
    return {
      count: Number.parseInt(this.field("count").value, 10) || 0,
      taps: momentsOf(this.field("taps").value),
      began: momentIn(this.field("count_began").value),
      ended: momentIn(this.field("count_ended").value),
      gap: Number(this.field("count_gap").value) || 0,
    };
  }

  set state({ count, taps, ended, gap }) {
    this.field("count").value = count;
    this.field("taps").value = taps.join(",");
    this.field("count_ended").value = ended ?? "";
    this.field("count_gap").value = gap || "";
  }

  tapped({ dataset }, now) {
    const { state } = this;
    if ("tap" in dataset) this.state = tap(state, now);
    else if ("undo" in dataset) this.state = undoTap(state);
    else if ("stop" in dataset)
      this.state = state.ended === null ? { ...state, ended: watchedUntil(state, now) } : goOn(state, now);
    else return;
    this.keep("stop" in dataset ? "" : String(this.state.count));
  }

  end(now) {
    const { state } = this;
    this.state = { ...state, ended: watchedUntil(state, now) };
  }

  show(now) {
    const { state } = this;
    const watched = watchedUntil(state, now) - (state.began ?? now) - state.gap;
    this.write("face", faceOf(watched));
    this.write("watch-said", state.ended ? "Watched for" : "Watching for");
    this.write("stop", state.ended ? "Go on watching" : "Stop watching");
    this.part("undo").disabled = !state.taps.length;
    this.#keepWatch(watched);
  }

  /** Not when it is first shown: the page has no address of its own yet. */
  #keepWatch(watched) {
    if (this.is_shown && !this.is_kept && watched >= KEPT_AFTER_MS) {
      this.is_kept = true;
      this.keep();
    }
    this.is_shown = true;
  }
}

customElements.define("jotter-tally", Tally);
