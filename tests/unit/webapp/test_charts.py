"""Charts at the desk: the region and its periods, whose they are, and what they cost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, select

from doors.database import db
from record import kinds, times
from record.audit import AuditEvent
from record.base import new_id
from record.database import writing
from tests.factories import an_observation, observation_body


def a_count(desk, count=7, ago_days=0, **body):
    """A frequency count of Amina, some days ago."""
    measures = {"behaviour": "Calling out", "count": count, "observed_for_s": 1200}
    at = times.now() - timedelta(days=ago_days)
    return an_observation(desk.session, desk.pupil, desk.people["ta"], recorded_at=at, instrument="frequency",
                          measures=measures, **body)  # fmt: skip


def test_a_chart_has_a_drawing_its_sentence_and_its_table(senco, desk):
    a_count(desk)
    desk.session.commit()
    region = senco.get(f"/desk/pupils/{desk.pupil.id}").text.split('id="charts"')[1]
    assert re.search(
        r'<svg [^>]*role="img" aria-label="Calling out: 21 an hour on \d+ \w+, one day observed\."', region
    )
    assert re.search(r'<th scope="row">\d+ \w+ \d+</th><td>21 an hour</td><td>7 in 20 min</td>', region)
    assert "style=" not in region


def test_a_period_is_a_link_to_a_page_and_for_htmx_the_region_alone(senco, desk):
    a_count(desk)
    a_count(desk, count=1, ago_days=500)
    desk.session.commit()
    url = f"/desk/pupils/{desk.pupil.id}/charts"
    assert f'href="{url}?period=all"' in senco.get(f"/desk/pupils/{desk.pupil.id}").text
    whole = senco.get(f"{url}?period=all").text
    assert "Amina Yusuf</h1>" in whole and "3 in 20 min" not in whole and ", 2 days observed" in whole
    fragment = senco.get(f"{url}?period=year", headers={"HX-Request": "true"}).text
    assert fragment.lstrip().startswith('<section class="region" id="charts"')
    assert ", one day observed" in fragment and 'aria-current="true">This school year' in fragment
    assert "This school year" in senco.get(f"{url}?period=nonsense").text


def test_a_pupil_without_observations_in_a_period_is_told_so(senco, desk):
    desk.note.observed_at = times.now() - timedelta(days=800)
    desk.session.commit()
    assert "No observations in this time." in senco.get(f"/desk/pupils/{desk.pupil.id}/charts").text


@pytest.mark.parametrize(("role", "status"), [("ta", 200), ("head", 200), ("other_ta", 404), ("admin", 403)])
def test_charts_are_shown_to_whoever_may_see_the_pupil(browse, desk, role, status):
    assert browse(role).get(f"/desk/pupils/{desk.pupil.id}/charts").status_code == status


def test_a_look_at_the_charts_is_in_the_audit_trail(senco, desk):
    senco.get(f"/desk/pupils/{desk.pupil.id}/charts")
    desk.look_again()
    read = select(AuditEvent).where(AuditEvent.pupil_id == desk.pupil.id, AuditEvent.action == "pupil record read")
    assert [each.person_id for each in desk.session.scalars(read)] == [desk.people["senco"].id]


@contextmanager
def questions(engine: Engine) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_five_thousand_notes_cost_as_many_questions_as_one(app, senco, desk):
    url = f"/desk/pupils/{desk.pupil.id}/charts?period=all"
    with app.app_context():
        engine = db.engine
    with questions(engine) as few:
        senco.get(url)
    body = observation_body(desk.pupil.id, instrument="frequency",
                            measures={"behaviour": "Calling out", "count": 3, "observed_for_s": 600})  # fmt: skip
    begin = times.now() - timedelta(days=300)
    with writing(desk.session) as book:
        rows = [
            kinds.new_row(desk.school.id, new_id(), desk.people["ta"].id, body, begin + timedelta(hours=n), begin)
            for n in range(5_000)
        ]
        kinds.store_new(book, desk.school.id, "observation", rows)
    with questions(engine) as many:
        page = senco.get(url).text
    assert len(many) == len(few)
    assert len([each for each in many if "JSON_EXTRACT(observations" in each]) == 1
    assert "5001 observations" in page
