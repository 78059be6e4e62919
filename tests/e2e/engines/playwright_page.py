"""A page of Chromium or Firefox, driven by Playwright."""

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.e2e.engines.page import LIMIT_S, SETTLED, WAITS_FOR
from tests.e2e.engines.parts import FIELD, Part

expect.set_options(timeout=LIMIT_S * 1000)


class PlaywrightPage:
    """One tab, at one site."""

    def __init__(self, tab: Tab, site: str, *, has_scripts: bool = True) -> None:
        self.tab, self.site, self._has_scripts = tab, site, has_scripts
        tab.set_default_timeout(LIMIT_S * 1000)

    def settles(self) -> None:
        """Wait until nothing under way may still replace a part of the page."""
        if not self._has_scripts:
            return
        try:
            expect(self.tab.locator(SETTLED).first).to_be_attached()
        except AssertionError as error:
            waits_for = self.tab.evaluate(WAITS_FOR)
            raise AssertionError(f"{self.path} does not settle, for it waits for {waits_for}.\n{error}") from None

    def all_of(self, part: Part) -> Locator:
        """Every match, however many."""
        base = self.one_of(part.within) if part.within else self.tab
        if part.role == FIELD:
            return base.get_by_label(part.name or "", exact=True)
        found = base.get_by_role(part.role, name=part.name, exact=True)  # type: ignore[arg-type]
        return found.filter(has_text=part.containing) if part.containing else found

    def one_of(self, part: Part) -> Locator:
        """The match that is meant."""
        return self.all_of(part).nth(part.nth)

    def goes_to(self, path: str) -> None:
        self.tab.goto(self.site + path, wait_until="load")

    def reloads(self) -> None:
        self.tab.reload(wait_until="load")

    def loses_its_tab(self) -> None:
        lost, self.tab = self.tab, self.tab.context.new_page()
        self.tab.set_default_timeout(LIMIT_S * 1000)
        lost.close(run_before_unload=False)

    def taps(self, part: Part) -> None:
        self.settles()
        self.one_of(part).click()

    def writes(self, part: Part, text: str) -> None:
        self.settles()
        self.one_of(part).fill(text)

    def chooses(self, part: Part, option: str) -> None:
        self.settles()
        self.one_of(part).select_option(label=option)

    def chooses_files(self, part: Part, paths: Sequence[Path]) -> None:
        self.settles()
        self.one_of(part).set_input_files(list(paths))

    def sees(self, part: Part, text: str | None = None) -> None:
        place = self.one_of(part)
        expect(place, f"{part} is not on the page").to_be_visible()
        if text is not None:
            expect(place, f"{part} does not say “{text[:80]}”").to_contain_text(text)

    def misses(self, part: Part) -> None:
        expect(self.all_of(part), f"{part} is still on the page").to_have_count(0)

    def sees_either(self, *parts: Part) -> Part:
        first, *others = (self.one_of(part) for part in parts)
        either = first
        for other in others:
            either = either.or_(other)
        expect(either.first, f"none of {', '.join(map(str, parts))} is on the page").to_be_visible()
        return next(part for part in parts if self.counts(part))

    def text_of(self, part: Part) -> str:
        self.sees(part)
        return re.sub(r"\s+", " ", self.one_of(part).inner_text()).strip()

    def value_of(self, part: Part) -> str:
        return self.one_of(part).input_value()

    def counts(self, part: Part) -> int:
        return self.all_of(part).count()

    def runs(self, script: str) -> object:
        return self.tab.evaluate(script)

    @property
    def path(self) -> str:
        return urlsplit(self.tab.url).path
