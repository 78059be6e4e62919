"""Conflicts at the desk: two versions side by side, and each way of settling them."""

import re

import pytest
from sqlalchemy import select

from record import conflicts
from record.base import new_id
from record.observations import Observation
from tests.factories import a_conflict, observation_body, observation_entry
from tests.unit.webapp.conftest import Desk
from tests.unit.webapp.pushing import push


@pytest.fixture
def pair(desk: Desk) -> conflicts.Conflict:
    """A TA and the SENCO changed the same words of one note."""
    first = observation_entry(desk.pupil.id, "First words.")
    push(desk, "ta", first)
    for role, text in (("ta", "The author's words."), ("senco", "The colleague's words.")):
        body = observation_body(desk.pupil.id, text, setting="Playground" if role == "senco" else "Maths")
        second = {**first, "revision": 2, "base_version": 1, "body": body}
        result = push(desk, role, second, device_id=new_id())
    assert result.status == "conflict"
    desk.look_again()
    (found,) = conflicts.unsettled(desk.session, desk.school.id)
    return found


def text_of(desk: Desk, note_id: str) -> str:
    desk.look_again()
    return desk.session.get(Observation, note_id).text


def test_both_versions_are_shown_with_the_differing_lines_marked(senco, desk, pair):
    page = senco.get("/desk/conflicts").text
    for words in (
        "Amina Yusuf",
        f"Offered by {desk.people['senco'].name}",
        "The author&#39;s words.",
        "The colleague&#39;s words.",
    ):
        assert words in page
    assert page.count('class="row-differs"') == 2  # what was seen, and the setting
    assert page.count("Keep this one</button>") == 2 and page.count("Keep both</button>") == 1


def test_keeping_the_records_version_changes_nothing_in_it(senco, desk, pair):
    assert senco.post(f"/desk/conflicts/{pair.id}/settle", data={"keep": "recorded"}).status_code == 303
    assert text_of(desk, pair.entry_id) == "The author's words."
    assert "No conflicts" in senco.get("/desk/conflicts").text


def test_keeping_the_offered_version_puts_it_into_the_record(senco, desk, pair):
    senco.post(f"/desk/conflicts/{pair.id}/settle", data={"keep": "offered"})
    assert text_of(desk, pair.entry_id) == "The colleague's words."


def test_keeping_both_files_the_offered_one_beside_it_once_however_often_it_is_pressed(senco, desk, pair):
    for _ in range(2):
        assert senco.post(f"/desk/conflicts/{pair.id}/settle", data={"keep": "both"}).status_code == 303
    desk.look_again()
    texts = sorted(note.text for note in desk.session.scalars(select(Observation)) if note.id != desk.note.id)
    assert texts == ["The author's words.", "The colleague's words."]


@pytest.mark.parametrize("keep", ["", "neither", "BOTH"])
def test_no_other_choice_is_taken(senco, desk, pair, keep):
    assert senco.post(f"/desk/conflicts/{pair.id}/settle", data={"keep": keep}).status_code in (400, 422)
    desk.look_again()
    assert conflicts.count_unsettled(desk.session, desk.school.id) == 1


@pytest.mark.parametrize("role", ["head", "ta", "other_ta", "admin"])
def test_nobody_but_the_senco_settles(browse, desk, pair, role):
    assert browse(role).post(f"/desk/conflicts/{pair.id}/settle", data={"keep": "both"}).status_code == 403
    desk.look_again()
    assert conflicts.count_unsettled(desk.session, desk.school.id) == 1


def test_the_head_reads_the_pair_without_being_offered_to_settle_it(browse, desk, pair):
    page = browse("head").get("/desk/conflicts").text
    assert f"Offered by {desk.people['senco'].name}" in page and "Keep" not in page


def test_many_pairs_come_page_by_page_newest_first(senco, desk):
    for number in range(23):
        a_conflict(desk.session, desk.note, desk.people["other_ta"], f"Offer {number:02}.")
    desk.session.commit()
    first = senco.get("/desk/conflicts").text
    url = re.search(r'hx-get="(/desk/conflicts\?after=[^"]+)"', first)[1]
    second = senco.get(url).text
    fragment = senco.get(url, headers={"HX-Request": "true"}).text
    told = [re.findall(r"Offer (\d\d)", page) for page in (first, second, fragment)]
    assert told[0] == [f"{number:02}" for number in range(22, 2, -1)]
    assert told[1] == told[2] == ["02", "01", "00"]
    assert "<html" not in fragment and "Older conflicts" not in second
    assert "Back to the newest" in senco.get(f"/desk/conflicts?after=1.{new_id()}").text
