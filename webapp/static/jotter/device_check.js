// Can this tablet be trusted with notes? Checked before it is set up, said in plain words, shown at the desk.

// Private windows are given little room; an ordinary profile on any tablet of the last ten years has far more.
const PRIVATE_BELOW_BYTES = 300 * 1024 * 1024;

/** `seen` is what only the page can tell: {installed, persistent}. → {result, findings: [{is_good, text, advice}]} */
export async function checkDevice(jotter, { installed, persistent }) {
  const { quota = null } = (await jotter.world.estimate().catch(() => null)) ?? {};
  const is_private = quota === null ? null : quota < PRIVATE_BELOW_BYTES;
  const survives = await survivesReopening(jotter);
  const result = { installed, persistent, private: is_private, survives, quota_bytes: quota };
  return { result, findings: findingsOf(result) };
}

/** Writes a value, lets go of the store, opens it anew and looks. */
async function survivesReopening(jotter) {
  const { device } = jotter;
  const value = jotter.newId();
  try {
    await device.setSetting("probe", value);
    device.database.close();
    return (await device.setting("probe")) === value;
  } catch {
    return false;
  }
}

function findingsOf({ installed, persistent, private: is_private, survives }) {
  return [
    survives
      ? good("What is written stays written.")
      : bad(
          "What is written does not stay.",
          "Do not use this browser for notes. Leave private browsing, or ask whoever looks after the tablets.",
        ),
    is_private
      ? bad(
          "This looks like a private window.",
          "Everything is lost when it closes. Open Jotter in an ordinary window.",
        )
      : good("This is not a private window."),
    installed
      ? good("Jotter is on the home screen.")
      : bad(
          "Jotter is not on the home screen.",
          "Add it: in Safari tap Share, then Add to Home Screen; in Chrome open the menu, then Install app. Then open it from there and set it up there, for the two do not share their notes.",
        ),
    persistent
      ? good("The browser has promised to keep what Jotter stores.")
      : bad(
          "The browser has not promised to keep what Jotter stores.",
          "Sync at the end of every day. Opening Jotter from the home screen usually brings the promise.",
        ),
  ];
}

const good = (text) => ({ is_good: true, text, advice: "" });
const bad = (text, advice) => ({ is_good: false, text, advice });
