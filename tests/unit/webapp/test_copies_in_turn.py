"""Copies for parents are made one at a time, and so many for each person: tablets sync meanwhile."""

from collections.abc import Iterator

import pytest

from doors.attempts import MEETING_COPY, attempts
from tests.unit.webapp.conftest import Desk
from tests.unit.webapp.test_parent_meetings import held
from webapp import pdf


@pytest.fixture(autouse=True)
def no_tries() -> Iterator[None]:
    """Every test begins with a fresh count."""
    attempts.forget()
    yield
    attempts.forget()


def test_while_a_pdf_is_made_the_next_is_told_to_come_again(desk: Desk, senco, monkeypatch) -> None:
    address = held(desk)
    monkeypatch.setattr(pdf, "LONGEST_WAIT_S", 0)
    with pdf.AT_WORK:
        answer = senco.get(f"{address}.pdf")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert "making another copy" in answer.text and "Mornings are calmer." in answer.text
    assert senco.get(f"{address}.pdf").status_code == 200


def test_whoever_asks_for_copy_after_copy_waits_and_nobody_else_does(desk: Desk, senco, browse) -> None:
    address, other = held(desk), browse("ta")
    senco_id = desk.people["senco"].id
    desk.look_again()
    for _ in range(19):
        attempts.count_at(MEETING_COPY, "10.0.0.1", senco_id)
    assert senco.get(f"{address}.pdf").status_code == 200
    hurried = senco.get(f"{address}.pdf")
    assert hurried.status_code == 429 and int(hurried.headers["Retry-After"]) > 0
    assert other.get(f"{address}.pdf").status_code == 200
