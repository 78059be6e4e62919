"""WebKit: Debian's WebKitGTK under a display of its own where there is one, Playwright's own where not."""

import os
import shutil
import subprocess
import warnings
from glob import glob

from playwright.sync_api import Browser, Playwright
from selenium import webdriver
from selenium.webdriver.webkitgtk.service import Service

DRIVER = "WebKitWebDriver"
MINI_BROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
# Without these, automation sessions have no navigator.storage.
FEATURES = "+StorageAPI,+StorageAPIEstimate,+FileSystem,+AllowPrivacySensitiveOperationsInNonPersistentDataStores"


def is_here() -> bool:
    """Whether this machine has Debian's WebKit and its driver."""
    return bool(shutil.which(DRIVER) and shutil.which("Xvfb") and glob(MINI_BROWSERS))


class Display:
    """A screen that nobody sees, on a number that the X server itself finds free."""

    def __init__(self) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1400x24", "-nolisten", "tcp"]
        self._process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = f":{answer.readline().strip()}"

    def closes(self) -> None:
        self._process.terminate()
        self._process.wait()


def start_gtk(display: Display) -> webdriver.WebKitGTK:
    """One WebKitGTK browser. Its store lives and dies with it."""
    options = webdriver.WebKitGTKOptions()
    options.binary_location = sorted(glob(MINI_BROWSERS))[-1]
    for argument in ("--automation", f"--features={FEATURES}"):
        options.add_argument(argument)
    environment = {**os.environ, "DISPLAY": display.name, "LIBGL_ALWAYS_SOFTWARE": "1"}
    service = Service(executable_path=shutil.which(DRIVER), env=environment)
    with warnings.catch_warnings():
        # Selenium's own WebKitGTK class still calls its own deprecated constructor.
        warnings.simplefilter("ignore", DeprecationWarning)
        return webdriver.WebKitGTK(options=options, service=service)


def launch_own(playwright: Playwright) -> Browser:
    """Playwright's own WebKit, elsewhere than on Debian."""
    return playwright.webkit.launch(headless=True)
