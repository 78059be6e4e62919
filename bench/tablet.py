"""The tablet: from tap to saved and shown, the cold start and the unlocking with the server gone, and what a first
install transfers.

In Chromium with the page's thread slowed four times. The browser does not let the worker's thread be slowed: there the
noise of the machine must do.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from bench.figures import Figure, median, spread
from bench.large_record import build
from bench.room import Room
from bench.run import alone
from bench.school import PUPILS, PUPILS_OF_A_TA, found_school
from bench.server import Server
from bench.wire_meter import WireMeter
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import field, heading

NOTES_ON_TABLET = 5_000
NOTES = NOTES_ON_TABLET * PUPILS // PUPILS_OF_A_TA
SLOWED, SAVES, STARTS = 4, 40, 7
MAX_SAVE_MS, MAX_START_S, MAX_UNLOCK_S, MAX_INSTALL_KB = 50, 1.0, 1.2, 250
SYNC_LIMIT_S = 240
EMAIL = "ta0@bench.school"
WHAT = field("What did you see?")

# Taps the button and waits until the form says that the note is saved, as it does when the worker has it durable; then
# until the page that follows shows the words. Each time until that is painted: a frame that began with it has been
# through, and it is among the rendered text (what `content-visibility` has not looked at yet is not). The clock is read
# before that is looked up, which costs a slowed page some milliseconds itself.
TAP = """([button, wanted]) => new Promise((done) => {
  const begun = performance.now();
  const main = () => document.querySelector("main");
  const said = document.querySelector("[data-saved]");
  const isSaid = () => said.isConnected && getComputedStyle(said).opacity === "1";
  function painted(is_rendered, then) {
    const frame = new MessageChannel();
    const wait = () => requestAnimationFrame(() => frame.port2.postMessage(null)); // answered after the frame
    frame.port1.onmessage = () => {
      const taken = performance.now() - begun;
      if (is_rendered()) then(taken);
      else wait();
    };
    wait();
  }
  function once(place, is_there, then) {
    const watch = new MutationObserver(() => {
      if (!is_there()) return;
      watch.disconnect();
      then();
    });
    watch.observe(place, { childList: true, subtree: true, attributeFilter: ["data-saved"] });
  }
  let told = null;
  once(said, () => said.dataset.saved, () => {
    painted(isSaid, (taken) => { told = taken; });
  });
  once(document.body, () => main().textContent.includes(wanted), () => {
    painted(() => main().innerText.includes(wanted), (taken) => done([told, taken]));
  });
  document.querySelector(button).click();
})"""
SAVE_BUTTON = "main form[data-draft] button:not([type=button])"
STARTED = """async () => {
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0];
  while (!painted()) await new Promise(requestAnimationFrame);
  return Math.max(painted().startTime, performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd);
}"""

# By the clock, for they are on two pages.
TAPPED = """() => {
  const tapped = performance.timeOrigin + performance.now();
  document.querySelector("main form[data-secret] button").click();
  return tapped;
}"""
STARTED_AT = f"async () => performance.timeOrigin + (await ({STARTED})())"

COUNT_NOTES = """async () => {
  let held = 0;
  for (const { name } of await indexedDB.databases()) {
    const open = indexedDB.open(name);
    const db = await new Promise((done, fail) => { open.onsuccess = () => done(open.result); open.onerror = fail; });
    if (db.objectStoreNames.contains("documents")) {
      const count = db.transaction("documents").objectStore("documents").count();
      held += await new Promise((done, fail) => { count.onsuccess = () => done(count.result); count.onerror = fail; });
    }
    db.close();
  }
  return held;
}"""


def figures(room: Room) -> list[Figure]:
    """First install on an empty tablet; saves and starts on a full one."""
    with sync_playwright() as playwright:
        return [*_full_tablet(room, playwright), *_first_install(room, playwright)]


def _full_tablet(room: Room, playwright: Playwright) -> list[Figure]:
    record = build(room.new_folder(), NOTES)
    profile = room.new_folder()
    with Server(record.folder) as server:
        browser = ChromiumProfile(playwright, profile, f"http://localhost:{server.port}")
        tablet = Tablet(browser.starts())
        tablet.begins(EMAIL)
        held = _wait_for_notes(tablet)
        told, shown = zip(*_saves(browser, tablet, record.school.ta_pupil_ids), strict=True)
        browser.closes()
    starts, unlockings = zip(*[_start(browser) for _ in range(STARTS + 1)][1:], strict=True)
    there = f"with {held:,} notes on the tablet, slowed {SLOWED} times"
    follows = f"; the pupil's page with the note: p95 {_p95(shown):.0f} ms, {spread(shown, 1, 'ms')}"
    return [
        Figure(
            "Tap on save to durable and shown, p95",
            _p95(told),
            "ms",
            MAX_SAVE_MS,
            f"{spread(told, 1, 'ms')} {there}{follows}",
        ),
        Figure("Cold start, locked, server gone", median(starts), "s", MAX_START_S, spread(starts)),
        Figure("Unlock to Today, server gone", median(unlockings), "s", MAX_UNLOCK_S, spread(unlockings)),
    ]


def _p95(taken: Sequence[float]) -> float:
    """What 95 of 100 took at most."""
    return sorted(taken)[round(len(taken) * 0.95) - 1]


def _slow_down(browser: ChromiumProfile) -> None:
    browser.protocol().send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def _wait_for_notes(tablet: Tablet) -> int:
    """Until everything is on the tablet; how many observations it holds."""
    limit = time.monotonic() + SYNC_LIMIT_S
    while (held := int(tablet.tab.evaluate(COUNT_NOTES))) < NOTES_ON_TABLET:
        if time.monotonic() > limit:
            raise RuntimeError(f"only {held} notes reached the tablet")
        time.sleep(1)  # asked more often, counting thousands would slow the very pull that it waits for
    tablet.is_all_synced()
    return held


def _saves(browser: ChromiumProfile, tablet: Tablet, pupil_ids: list[str]) -> list[tuple[float, float]]:
    """Milliseconds from the tap until it is said to be saved, and until the pupil's page shows it."""
    _slow_down(browser)
    taken = []
    for number in range(SAVES + 1):
        tablet.opens(f"/tablet/pupils/{pupil_ids[number % len(pupil_ids)]}/observations/new")
        tablet.is_all_synced()  # what the record still says to the note before has nothing to do with this one
        text = f"Counted to {number} with the blue bricks, then asked for the next one."
        tablet.page.writes(WHAT, text)
        tablet.sees_draft_kept()  # as it is when somebody has looked at their words and taps
        told, shown = tablet.tab.evaluate(TAP, [SAVE_BUTTON, text])
        taken.append((told, shown))
    return taken[1:]


def _start(browser: ChromiumProfile) -> tuple[float, float]:
    """Start the browser, then the worker and the page from nothing, and unlock: seconds from going there to the page
    that asks for the passcode, and from the tap on its button to Today."""
    page: Any = browser.starts()
    _slow_down(browser)
    tablet = Tablet(page)
    tablet.opens("/tablet/")
    tablet.is_locked()
    started = float(tablet.tab.evaluate(STARTED)) / 1000
    page.writes(field("Passcode"), tablet.passcode)
    tapped = float(tablet.tab.evaluate(TAPPED))
    page.sees(heading("Today"))
    unlocked = (float(tablet.tab.evaluate(STARTED_AT)) - tapped) / 1000
    browser.closes()
    return started, unlocked


def _first_install(room: Room, playwright: Playwright) -> list[Figure]:
    folder: Path = room.new_folder()
    found_school(folder)
    with Server(folder) as server, WireMeter(server.port) as meter:
        browser = ChromiumProfile(playwright, room.new_folder(), f"http://localhost:{meter.port}")
        Tablet(browser.starts()).begins(EMAIL)
        browser.closes()
        kilobytes = meter.received / 1000
    seen = f"from signing in to Today, with {PUPILS_OF_A_TA} pupils and no note yet"
    return [Figure("First install, transferred", kilobytes, "KB", MAX_INSTALL_KB, seen)]


if __name__ == "__main__":
    alone(figures)
