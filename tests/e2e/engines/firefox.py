"""Firefox: Debian's ESR over WebDriver BiDi where there is one, Playwright's own where not."""

import shutil

from playwright.sync_api import Browser, Playwright


def launch(playwright: Playwright) -> Browser:
    """A running Firefox."""
    path = shutil.which("firefox-esr")
    if path:
        return playwright.firefox.launch(channel="moz-firefox", executable_path=path, headless=True)
    return playwright.firefox.launch(headless=True)
