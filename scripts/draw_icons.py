"""Draws the PNG icons from icon.svg with Chromium; to be run by hand when the mark changes."""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parent.parent / "webapp" / "static" / "icons"
# Android crops a maskable icon to a circle of 80 %, and iOS rounds corners itself: both want a full square.
WANTED = {
    "icon-192.png": (192, "rounded"),
    "icon-512.png": (512, "rounded"),
    "icon-maskable-512.png": (512, "square"),
    "apple-touch-icon-180.png": (180, "square"),
}


def shaped(svg: str, shape: str) -> str:
    """The mark with its own rounded corners, or filling the square."""
    if shape == "rounded":
        return svg
    return re.sub(r'(<rect width="512" height="512") rx="112"', r"\1", svg)


def with_palette(png: bytes) -> Image.Image:
    """The picture in 256 colours: a third of the size, and every tablet loads them all when it is set up."""
    drawn = Image.open(BytesIO(png))
    return drawn.quantize(256, method=Image.Quantize.FASTOCTREE if drawn.mode == "RGBA" else Image.Quantize.MEDIANCUT)


def main() -> None:
    """Draw every wanted size."""
    svg = (ICONS / "icon.svg").read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (size, shape) in WANTED.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>*{{margin:0}}svg{{display:block;width:100vw}}</style>{shaped(svg, shape)}")
            with_palette(page.screenshot(omit_background=True)).save(ICONS / name, optimize=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
