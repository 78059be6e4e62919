"""Marking a change on the charts at the desk: the form, what is wrong with it, and taking the mark off again."""

import re
from datetime import timedelta

from markupsafe import escape

from record import phases, times
from record.times import SCHOOL_ZONE
from tests.factories import an_observation

HTMX = {"HX-Request": "true"}


def begins(days_ago=10):
    return (times.now().astimezone(SCHOOL_ZONE).date() - timedelta(days=days_ago)).isoformat()


def marked(desk):
    desk.look_again()
    return phases.phases_of(desk.session, desk.pupil.id)


def test_a_change_is_drawn_with_its_label_and_removed_again(senco, desk):
    an_observation(desk.session, desk.pupil, desk.people["ta"], recorded_at=times.now())  # a chart ends with the last
    desk.session.commit()
    url = f"/desk/pupils/{desk.pupil.id}/phases"
    done = senco.post(url, data={"label": "Visual timetable", "on": begins(days_ago=1)})
    assert (done.status_code, done.location) == (303, f"/desk/pupils/{desk.pupil.id}/charts")
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/charts?period=all").text
    assert "Visual timetable <span" in page
    assert re.search(r'<line class="phase" [^>]*/><text class="phase-text" [^>]*>Visual timetable</text>', page)
    (phase,) = marked(desk)
    fragment = senco.post(f"{url}/{phase.id}/remove", headers=HTMX, data={"period": "all"}).text
    assert fragment.lstrip().startswith('<section class="region" id="charts"')
    assert "no longer marked" in fragment and "Visual timetable <span" not in fragment
    assert 'aria-current="true">All' in fragment
    assert marked(desk) == []


def test_a_form_that_cannot_stand_comes_back_with_what_was_typed(senco, desk):
    url = f"/desk/pupils/{desk.pupil.id}/phases"
    for typed, field in (
        ({"label": "", "on": begins()}, "phase-label"),
        ({"label": "<b>", "on": "tomorrow"}, "phase-on"),
        ({"label": "<b>" + 400 * "x" + " the end", "on": begins()}, "phase-label"),
    ):
        for headers in ({}, HTMX):
            answer = senco.post(url, data=typed, headers=headers)
            assert answer.status_code == 422
            assert f'<p class="error-message" id="{field}-error">' in answer.text
            assert f'value="{escape(typed["label"])}"' in answer.text
    assert marked(desk) == []


def test_whoever_only_reads_sees_the_changes_and_no_form(browse, senco, desk):
    readers = [browse("ta"), browse("head")]
    desk.look_again()
    senco.post(f"/desk/pupils/{desk.pupil.id}/phases", data={"label": "Timer", "on": begins()})
    for reader in readers:
        page = reader.get(f"/desk/pupils/{desk.pupil.id}/charts").text
        assert "Timer" in page and "Mark this change" not in page and ">Remove<" not in page
        answer = reader.post(f"/desk/pupils/{desk.pupil.id}/phases", data={"label": "X", "on": begins()})
        assert answer.status_code == 403
    assert [each.label for each in marked(desk)] == ["Timer"]
