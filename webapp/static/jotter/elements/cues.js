// A sign at each interval, if somebody wants one: a short buzz, or a soft sound.

const BUZZ_MS = 120;
const TONE = { frequency_hz: 660, volume: 0.08, seconds: 0.25 };

// One for the page, whatever is tapped: browsers give out but a few.
let audio = null;

/** Before the first sign, and at every tap: browsers let no page sound before one, and mute it after a while. */
export function readyFor(wanted) {
  if (wanted !== "sound" || !globalThis.AudioContext) return;
  audio ??= new AudioContext();
  if (audio.state === "suspended") audio.resume().catch(() => {});
}

/** The sign that is wanted, given now. */
export function giveCue(wanted) {
  if (wanted === "vibrate") navigator.vibrate?.(BUZZ_MS);
  else if (wanted === "sound" && audio) sound();
}

function sound() {
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = TONE.frequency_hz;
  volume.gain.setValueAtTime(TONE.volume, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + TONE.seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + TONE.seconds);
}
