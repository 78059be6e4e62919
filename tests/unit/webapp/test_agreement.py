"""The page of agreement: two observers side by side, with figures, and what cannot be compared."""

import re
from datetime import timedelta

import pytest

from record import times
from record.times import wire_time
from tests.factories import an_observation


def samples(desk, role, *intervals, rule="momentary", minutes=0):
    """A time sample of an hour ago by this person."""
    begins = times.now() - timedelta(minutes=60 - minutes)
    measures = {
        "behaviours": [{"name": "On <task>", "intervals": list(intervals)}],
        "interval_s": 60,
        "rule": rule,
        "began_at": wire_time(begins),
    }
    note = an_observation(desk.session, desk.pupil, desk.people[role], "", recorded_at=begins, instrument="time_sample",
                          measures=measures)  # fmt: skip
    desk.session.commit()
    return note


def test_two_observers_stand_side_by_side_with_their_figures(senco, desk):
    note = samples(desk, "ta", True, True, False, False)
    samples(desk, "teacher", True, False, False, False)
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/agreement").text
    assert (
        "On &lt;task&gt;" in page and f'<a class="row-link" href="/desk/notes/observation/{note.id}">The ta</a>' in page
    )
    figures = dict(re.findall(r'<th scope="row">([^<]+)<br>.*?</th><td class="number">([^<]+)</td>', page))
    assert figures["Interval by interval"] == "75 %" and figures["Scored intervals"] == "50 %"
    assert figures["Cohen&#39;s kappa"] == "0.50"
    assert "Landis and Koch (1977)" in page and "Below the 80 %" in page
    assert '<tr class="row-differs"><th scope="row">Interval 2</th><td>Seen</td><td>Not seen</td></tr>' in page


def test_what_cannot_be_compared_is_said_and_why(senco, desk):
    samples(desk, "ta", True, True)
    samples(desk, "teacher", True, True, rule="whole")
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/agreement").text
    assert "Cannot be compared.</strong> They went by different rules" in page


def test_a_pupil_whom_nobody_watched_together_is_told_so_and_the_charts_lead_there(senco, desk):
    samples(desk, "ta", True, True)
    url = f"/desk/pupils/{desk.pupil.id}/agreement"
    assert "Nobody watched at the same time" in senco.get(url).text
    assert f'href="{url}"' in senco.get(f"/desk/pupils/{desk.pupil.id}/charts").text


@pytest.mark.parametrize(("role", "status"), [("ta", 200), ("head", 200), ("other_ta", 404), ("admin", 403)])
def test_agreement_is_shown_to_whoever_may_see_the_pupil(browse, desk, role, status):
    assert browse(role).get(f"/desk/pupils/{desk.pupil.id}/agreement").status_code == status
