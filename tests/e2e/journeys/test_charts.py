"""Charts: drawn at the desk and, with the server gone, on the tablet; with a sentence, a table, and by keyboard."""

import re

from tests.e2e.actors.inspector import Inspector
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import heading, link
from tests.e2e.engines.playwright_page import PlaywrightPage

PUPIL = "Leo Hart"


def has_a_chart_with_sentence_and_table(page: PlaywrightPage, title: str) -> None:
    """A figure with a drawing that is told in a sentence, and a table that opens by the keyboard."""
    figure = page.tab.get_by_role("figure", name=title, exact=True).first
    sentence = figure.get_by_role("img").first.get_attribute("aria-label") or ""
    assert re.search(r"\d.*\.$", sentence), sentence
    summary = figure.locator("summary")
    summary.focus()
    page.tab.keyboard.press("Enter")
    figure.get_by_role("table").wait_for()
    assert figure.get_by_role("rowheader").count() > 0


def test_the_desk_draws_charts_for_a_period_and_marks_a_change(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    page = chromium.opens(open_school.site)
    Senco(page).signs_in()
    page.goes_to("/desk/pupils")
    page.taps(link(PUPIL))
    page.sees(heading(PUPIL))
    has_a_chart_with_sentence_and_table(page, "Observations a week")
    page.tab.get_by_label("Period of the charts").get_by_role("link", name="All", exact=True).press("Enter")
    page.tab.locator("#period-all[aria-current]").wait_for()
    page.tab.get_by_label("What changed").fill("Visual timetable")
    page.tab.get_by_label("From", exact=True).press("Enter")
    page.tab.locator("#phase-on-error").wait_for()
    assert page.tab.get_by_label("What changed").input_value() == "Visual timetable"
    inspector = Inspector(page)
    inspector.looks_at("charts with a change that has no day")
    page.tab.get_by_label("From", exact=True).fill(a_day_of_the_charts(page))
    page.tab.get_by_role("button", name="Mark this change").press("Enter")
    page.tab.locator(".phase-text", has_text="Visual timetable").first.wait_for()
    inspector.looks_at("charts with a change marked")
    page.tab.get_by_role("button", name=re.compile("Remove.*Visual timetable")).press("Enter")
    page.tab.locator(".phase-text", has_text="Visual timetable").first.wait_for(state="detached")
    page.taps(link("Agreement between observers"))
    page.sees(heading("Agreement between observers"))
    inspector.looks_at("agreement between observers")
    inspector.is_content()


def a_day_of_the_charts(page: PlaywrightPage) -> str:
    """The first day of the table behind the first chart, as a date field takes it."""
    told = page.tab.locator("#charts tbody th").first.text_content() or ""
    day, month, year = told.split()
    number = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split().index(month) + 1
    return f"{year}-{number:02}-{int(day) + 1 if int(day) < 28 else int(day):02}"


def test_the_tablet_draws_charts_with_the_server_gone(chromium: PlaywrightBrowsers, open_school: Server) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school")
    open_school.stops()
    tablet.records_observation(PUPIL, "Asked Ben to pass the glue.")
    page.taps(link("Charts"))
    page.sees(heading("Charts"))
    has_a_chart_with_sentence_and_table(page, "Observations a week")
    page.tab.get_by_label("Period of the charts").get_by_role("link", name="All", exact=True).press("Enter")
    page.tab.locator("nav [aria-current]", has_text="All").wait_for()
    has_a_chart_with_sentence_and_table(page, "Notes a week")
    inspector = Inspector(page)
    inspector.looks_at("charts on the tablet")
    inspector.is_content()
    open_school.starts_again()
