"""Lighthouse: performance, accessibility and best practices of the tablet's pages and the desk's, each at least 95.

In the browser profile of a tablet that is set up and unlocked, and of a SENCO who is signed in: Lighthouse opens a tab
of its own beside theirs and resets nothing. The tablet's pages are asked for as on a slow phone, the desk's as at one.
"""

import json
import subprocess
from collections.abc import Sequence

from playwright.sync_api import Playwright, sync_playwright

from bench.figures import Figure
from bench.room import Room
from bench.run import alone
from bench.server import ROOT, free_port
from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.chromium import ARGUMENTS, ChromiumProfile

LEAST_SCORE = 95
PUPIL = "Amina Yusuf"
LIMIT_S = 600


def figures(room: Room) -> list[Figure]:
    """One figure a page: the lowest of its three scores."""
    folder = room.new_folder()
    server = Server(folder, "--demo").starts()
    try:
        with sync_playwright() as playwright:
            return [*_tablet(room, playwright, server), *_desk(room, playwright, server)]
    finally:
        server.stops()


def _tablet(room: Room, playwright: Playwright, server: Server) -> list[Figure]:
    pupil = f"/tablet/pupils/{Record(server.database).pupil_id(PUPIL)}"
    pages = {
        "Today": "/tablet/",
        "pupil": pupil,
        "new observation": f"{pupil}/observations/new",
        "new parent meeting": f"{pupil}/meetings/new",
        "Outbox": "/tablet/outbox",
    }
    browser, port = _browser(room, playwright, server)
    tablet = Tablet(browser.starts())
    tablet.begins("ta@demo.school")
    found = _asked(port, "mobile", server.site, pages, "Tablet")
    tablet.opens_today()  # still unlocked: what was measured was no page that asks for a passcode
    browser.closes()
    return found


def _desk(room: Room, playwright: Playwright, server: Server) -> list[Figure]:
    record = Record(server.database)
    (note,) = record.rows("SELECT min(id) AS id FROM observations")
    pages = {
        "To review": "/desk/",
        "register": "/desk/pupils",
        "pupil": f"/desk/pupils/{record.pupil_id(PUPIL)}",
        "note": f"/desk/notes/observation/{note['id']}",
        "tablets": "/desk/tablets",
    }
    browser, port = _browser(room, playwright, server)
    Senco(browser.starts()).signs_in()
    found = _asked(port, "desktop", server.site, pages, "Desk")
    browser.closes()
    browser, port = _browser(room, playwright, server)
    Senco(browser.starts(), "admin@demo.school").enters()
    found += _asked(port, "desktop", server.site, {"settings": "/desk/settings"}, "Desk")
    browser.closes()
    return found


def _browser(room: Room, playwright: Playwright, server: Server) -> tuple[ChromiumProfile, int]:
    """A Chromium on a profile of its own, with a door for Lighthouse."""
    port = free_port()
    arguments = [*ARGUMENTS, f"--remote-debugging-port={port}"]
    return ChromiumProfile(playwright, room.new_folder(), server.site, args=arguments), port


def _asked(port: int, form: str, site: str, pages: dict[str, str], where: str) -> list[Figure]:
    command = ["node", "bench/lighthouse.js", str(port), form, *(site + path for path in pages.values())]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    if said.returncode:
        raise RuntimeError(said.stderr[-2000:])
    answers = [json.loads(line) for line in said.stdout.splitlines() if line.startswith("{")]
    if locked := [answer["url"] for answer in answers if "Unlock" in answer["title"] or "Sign in" in answer["title"]]:
        raise RuntimeError(f"nobody is here any more: {locked}")
    return [
        _figure(f"Lighthouse, {where}: {name}", answer["scores"], answer["weak"])
        for name, answer in zip(pages, answers, strict=True)
    ]


def _figure(name: str, scores: dict[str, int], weak: Sequence[str]) -> Figure:
    told = ", ".join(f"{category.replace('-', ' ')} {score}" for category, score in scores.items())
    seen = told + (f"; weak: {', '.join(weak)}" if weak else "")
    return Figure(name, min(scores.values()), "of 100", LEAST_SCORE, seen, is_least=True)


if __name__ == "__main__":
    alone(figures)
