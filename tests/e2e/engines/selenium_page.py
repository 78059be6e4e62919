"""A page of WebKitGTK, driven by Selenium (Playwright cannot drive Debian's WebKit)."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    JavascriptException,
    StaleElementReferenceException,
)
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from tests.e2e.engines.page import LIMIT_S, SETTLED, WAITS_FOR
from tests.e2e.engines.parts import Part
from tests.e2e.waiting import wait_until

FIND = (Path(__file__).parent / "find_parts.js").read_text(encoding="utf-8") + "\nreturn findParts(arguments[0]);"
# What a picker would do: typing into a date field is each engine's own affair.
SET_VALUE = """
const [field, value] = arguments;
field.value = value;
field.dispatchEvent(new Event("input", { bubbles: true }));
field.dispatchEvent(new Event("change", { bubbles: true }));
"""
# The page is between two states; the next look may find it settled.
PASSING = (
    StaleElementReferenceException,
    ElementNotInteractableException,
    ElementClickInterceptedException,
    JavascriptException,
    IndexError,
)
T = TypeVar("T")


class SeleniumPage:
    """One window, at one site."""

    def __init__(self, driver: WebDriver, site: str) -> None:
        self.driver, self.site = driver, site

    def all_of(self, part: Part) -> list[WebElement]:
        """Every match, however many."""
        chain: list[dict[str, Any]] = []
        link: Part | None = part
        while link:
            chain.insert(0, {"role": link.role, "name": link.name, "containing": link.containing, "nth": link.nth})
            link = link.within
        return list(self.driver.execute_script(FIND, chain))

    def one_of(self, part: Part) -> WebElement:
        """The match that is meant. Raises IndexError where there is none now."""
        return self.all_of(part)[part.nth]

    def _waits(self, is_so: Callable[[], T], what: str) -> T:
        passing: list[Exception] = []

        def looks() -> T | None:
            try:
                return is_so()
            except PASSING as error:
                passing[:] = [error]
                return None

        try:
            return wait_until(looks, what, LIMIT_S)
        except AssertionError:
            text = self.driver.execute_script("return document.body.innerText")
            reason = f" ({passing[0]})" if passing else ""
            raise AssertionError(f"{what}{reason}. {self.path} says:\n{text}") from None

    def settles(self) -> None:
        """Wait until nothing under way may still replace a part of the page."""
        script = "return document.querySelector(arguments[0]) !== null"
        try:
            self._waits(lambda: bool(self.driver.execute_script(script, SETTLED)), "at rest")
        except AssertionError as error:
            waits_for = self.driver.execute_script(f"return {WAITS_FOR}")
            raise AssertionError(f"{self.path} does not settle, for it waits for {waits_for}.\n{error}") from None

    def goes_to(self, path: str) -> None:
        self.driver.get(self.site + path)

    def reloads(self) -> None:
        self.driver.refresh()

    def loses_its_tab(self) -> None:
        lost = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        kept = self.driver.current_window_handle
        self.driver.switch_to.window(lost)
        self.driver.close()
        self.driver.switch_to.window(kept)

    def taps(self, part: Part) -> None:
        self.settles()
        self._waits(lambda: self._tapped(self._brought_up(part)), f"{part} cannot be tapped")

    def _tapped(self, element: WebElement) -> bool:
        element.click()
        return True

    def _brought_up(self, part: Part) -> WebElement:
        """The part, in the middle of the window: the driver itself scrolls no further than the window's edge, where a
        bar may lie over it."""
        element = self.one_of(part)
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        return element

    def writes(self, part: Part, text: str) -> None:
        self.settles()
        self._waits(lambda: self._wrote(self._brought_up(part), text), f"{part} cannot be written in")

    def _wrote(self, element: WebElement, text: str) -> bool:
        if element.tag_name == "input" and (element.get_attribute("type") or "").startswith("date"):
            self.driver.execute_script(SET_VALUE, element, text)
        else:
            element.clear()
            element.send_keys(text)
        return True

    def chooses(self, part: Part, option: str) -> None:
        self.settles()

        def chose() -> bool:
            Select(self.one_of(part)).select_by_visible_text(option)
            return True

        self._waits(chose, f"{part} has no “{option}”")

    def chooses_files(self, part: Part, paths: Sequence[Path]) -> None:
        self.settles()
        self._waits(lambda: bool(self.one_of(part)), f"{part} is not on the page")
        self.one_of(part).send_keys("\n".join(str(path) for path in paths))

    def sees(self, part: Part, text: str | None = None) -> None:
        self._waits(lambda: bool(self.one_of(part)), f"{part} is not on the page")
        if text is not None:
            self._waits(lambda: _plain(text) in self._text(part), f"{part} does not say “{text[:80]}”")

    def misses(self, part: Part) -> None:
        self._waits(lambda: not self.all_of(part), f"{part} is still on the page")

    def sees_either(self, *parts: Part) -> Part:
        there = lambda: next((part for part in parts if self.all_of(part)), None)  # noqa: E731
        found = self._waits(there, f"none of {', '.join(map(str, parts))} is on the page")
        assert found is not None
        return found

    def _text(self, part: Part) -> str:
        element = self.one_of(part)
        try:
            return _plain(element.text)
        except JavascriptException:  # the driver's own way of reading stumbles over some forms
            return _plain(str(self.driver.execute_script("return arguments[0].innerText", element)))

    def text_of(self, part: Part) -> str:
        self.sees(part)
        return self._text(part)

    def value_of(self, part: Part) -> str:
        return self.one_of(part).get_attribute("value") or ""

    def counts(self, part: Part) -> int:
        return len(self.all_of(part))

    def runs(self, script: str) -> object:
        return self.driver.execute_async_script(f"({script})().then(arguments[0])")

    @property
    def path(self) -> str:
        return urlsplit(self.driver.current_url).path


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
