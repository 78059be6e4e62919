"""Which browsers this run meets: they move under apt, and a surprising failure often begins with a new number."""

import shutil
import subprocess
from importlib.metadata import version

PACKAGES = ("chromium", "chromium-headless-shell", "firefox-esr", "webkit2gtk-driver")


def told() -> str:
    """One line for the head of the test run."""
    found = ", ".join(_debians() or ["Playwright's own"])
    return f"browsers: {found}; Playwright {version('playwright')}, Selenium {version('selenium')}"


def _debians() -> list[str]:
    # Asked of the package system: a browser that is asked itself may take its time.
    if not shutil.which("dpkg-query"):
        return []
    command = ["dpkg-query", "--show", "--showformat", "${Package} ${Version}\\n", *PACKAGES]
    said = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False).stdout
    return [line for line in said.splitlines() if " " in line.strip()]
