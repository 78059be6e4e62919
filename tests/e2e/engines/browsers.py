"""A running engine that opens pages, each with a store of its own, and closes them all after the test."""

from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as PlaywrightError
from selenium.common.exceptions import WebDriverException

from tests.e2e.engines import chromium, firefox, webkit
from tests.e2e.engines.page import Page
from tests.e2e.engines.playwright_page import PlaywrightPage
from tests.e2e.engines.selenium_page import SeleniumPage


class Browsers(Protocol):
    """What a journey in any engine asks for."""

    def opens(self, site: str) -> Page:
        """A page as of a device of its own."""

    def closes(self) -> None:
        """Close every page it opened."""


class PlaywrightBrowsers:
    """Pages of one running browser."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[Any] = []

    def opens(self, site: str, **options: Any) -> PlaywrightPage:
        context = self._browser.new_context(**options)
        self._contexts.append(context)
        return PlaywrightPage(context.new_page(), site, has_scripts=options.get("java_script_enabled", True))

    def closes(self) -> None:
        for context in self._contexts:
            context.close()
        self._contexts.clear()


class GtkBrowsers:
    """WebKitGTK allows one page a browser: each page is a browser of its own."""

    def __init__(self, display: webkit.Display) -> None:
        self._display = display
        self.drivers: list[Any] = []

    def opens(self, site: str) -> SeleniumPage:
        driver = webkit.start_gtk(self._display)
        self.drivers.append(driver)
        return SeleniumPage(driver, site)

    def closes(self) -> None:
        for driver in self.drivers:
            driver.quit()
        self.drivers.clear()


class Garage:
    """Starts each engine once, when it is first asked for."""

    def __init__(self, playwright: Playwright, chromium_build: str) -> None:
        self._playwright, self._chromium_build = playwright, chromium_build
        self._running: dict[str, Browser] = {}
        self._display: webkit.Display | None = None
        self._profiles: list[chromium.ChromiumProfile] = []
        self._gtk: list[GtkBrowsers] = []

    def browsers(self, engine: str) -> Browsers:
        """Browsers of an engine. Where none can be started the test fails: it does not skip."""
        if engine == "webkit" and webkit.is_here():
            self._display = self._display or webkit.Display()
            self._gtk.append(GtkBrowsers(self._display))
            return self._gtk[-1]
        return PlaywrightBrowsers(self.running(engine))

    def running(self, engine: str) -> Browser:
        if engine not in self._running:
            self._running[engine] = self._launch(engine)
        return self._running[engine]

    def _launch(self, engine: str) -> Browser:
        if engine == "chromium":
            return self._playwright.chromium.launch(**chromium.launch_options(self._chromium_build))
        return firefox.launch(self._playwright) if engine == "firefox" else webkit.launch_own(self._playwright)

    def profile(self, folder: Path, site: str, **options: Any) -> chromium.ChromiumProfile:
        """A Chromium on a profile of its own, that can be killed and started again."""
        profile = chromium.ChromiumProfile(self._playwright, folder, site, self._chromium_build, **options)
        self._profiles.append(profile)
        return profile

    def takes_pictures(self, stem: Path) -> None:
        """A PNG of every page that is open in any engine, for whoever asks why a test failed."""
        contexts = [context for browser in self._running.values() for context in browser.contexts]
        contexts += [profile.context for profile in self._profiles if profile.context]
        tabs = [tab for context in contexts for tab in context.pages]
        for number, tab in enumerate(tabs):
            with suppress(PlaywrightError):  # killed, or as stuck as the test
                tab.screenshot(path=f"{stem}-{number}.png", timeout=5000)
        for number, driver in enumerate(driver for browsers in self._gtk for driver in browsers.drivers):
            with suppress(WebDriverException):
                driver.save_screenshot(f"{stem}-webkit-{number}.png")

    def closes(self) -> None:
        for browser in self._running.values():
            browser.close()
        if self._display:
            self._display.closes()
