"""Chromium: the engine in which faults are made, for it can be killed, restarted on its profile and asked to break."""

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import BrowserContext, CDPSession, Playwright, Worker
from playwright.sync_api import Error as PlaywrightError

from tests.e2e.engines.playwright_page import PlaywrightPage

ARGUMENTS = [
    "--no-sandbox",  # the tests may run as root
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# The shell is the same engine without a window's user interface, and takes half the processor time.
BUILDS = {"shell": "chromium-headless-shell", "full": "chromium"}


def launch_options(build: str = "full") -> dict[str, Any]:
    """Debian's Chromium where there is one, Playwright's own where not. `build` is one of BUILDS."""
    path = shutil.which(BUILDS[build])
    return {"headless": True, "args": ARGUMENTS} | ({"executable_path": path} if path else {})


class ChromiumProfile:
    """One browser profile on disk: it can be closed, killed outright, and started again on what it held."""

    def __init__(
        self, playwright: Playwright, folder: Path, site: str, build: str = "full", **context_options: Any
    ) -> None:
        self._playwright, self.folder, self.site, self._build = playwright, folder, site, build
        self._options = context_options
        self.context: BrowserContext | None = None

    def starts(self) -> PlaywrightPage:
        """Start the browser on this profile; its one page."""
        chromium = self._playwright.chromium
        self.context = chromium.launch_persistent_context(
            self.folder, **{**launch_options(self._build), **self._options}
        )
        for tab in self.context.pages[1:]:
            tab.close()
        return PlaywrightPage(self.context.pages[0], self.site)

    @property
    def running(self) -> BrowserContext:
        assert self.context is not None, "the browser is not running"
        return self.context

    def opens_tab(self) -> PlaywrightPage:
        """One more tab of the same profile."""
        return PlaywrightPage(self.running.new_page(), self.site)

    def worker(self) -> Worker:
        """The service worker, to be meddled with."""
        workers = self.running.service_workers
        return workers[0] if workers else self.running.wait_for_event("serviceworker")

    def is_killed(self) -> None:
        """Kill the browser and all its processes with -9, in whatever they are doing."""
        for process in self._processes():
            os.kill(process.pid, signal.SIGKILL)
        self.closes()

    def _processes(self) -> list[psutil.Process]:
        mark = f"--user-data-dir={self.folder}"
        mains = [one for one in psutil.process_iter(["cmdline"]) if mark in (one.info["cmdline"] or [])]
        return [process for main in mains for process in (main, *main.children(recursive=True)) if process.is_running()]

    def closes(self) -> None:
        """Close the browser in an orderly way, where it still runs."""
        if self.context is None:
            return
        try:
            self.context.close()
        except PlaywrightError:
            pass  # it was killed
        self.context = None

    def protocol(self) -> CDPSession:
        """The browser's own debugging protocol at its first tab, for faults that no person can make."""
        return self.running.new_cdp_session(self.running.pages[0])
