"""Many pupils: one is found by a part of the name, in the page alone."""

from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, field

FIND, NOBODY = field("Find a pupil"), "No pupil of yours is called that"


def test_a_pupil_is_found_by_a_part_of_the_name_and_nothing_is_asked_for(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("senco@demo.school")
    tablet.is_all_synced()
    asked: list[str] = []
    page.tab.on("request", lambda request: asked.append(request.url))
    cards = page.tab.locator("main .pupil-card:visible")
    everybody = cards.count()
    assert everybody > 12
    page.writes(FIND, "leo HA")
    assert cards.all_inner_texts()[0].startswith("Leo Hart") and cards.count() == 1
    assert page.tab.locator("#none-found").is_hidden()
    page.writes(FIND, "nobody of that name")
    page.sees(MAIN, NOBODY)
    assert cards.count() == 0 and asked == []
    page.writes(FIND, "")
    assert cards.count() == everybody
    page.writes(FIND, "leo ha")
    with page.tab.expect_response("**/tablet/"):
        page.tab.evaluate("() => htmx.trigger(document.body, 'jotter:changed')")
    page.settles()
    assert cards.count() == 1, "a list that a sync has swapped is still sought through"
