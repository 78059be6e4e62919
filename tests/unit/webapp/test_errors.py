"""What the desk answers when something is asked of it that no database can keep."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from doors.database import db
from tests.unit.webapp.conftest import Desk
from webapp import create_app

NUL = "%00"


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The app as it is served, errors included, once on each database."""
    app = create_app(tmp_path / "data", database_url)
    yield app
    with app.app_context():
        db.engine.dispose()


ADDRESSES = (
    f"/desk/pupils/{NUL}",
    f"/desk/pupils?search={NUL}&year={NUL}&status={NUL}&need={NUL}",
    f"/desk/?pupil={NUL}",
    f"/desk/?after=1.{NUL}",
    f"/desk/?group=pupil&after={NUL}",
    f"/desk/notes/observation/{NUL}",
    f"/desk/people/{NUL}",
    f"/desk/classes/{NUL}",
    f"/desk/quarantine/{NUL}",
    f"/desk/tablets/{NUL}/withdraw",
    f"/link/{NUL}",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_nul_in_an_address_is_never_our_own_fault(senco: FlaskClient, address: str) -> None:
    assert senco.get(address).status_code in (200, 400, 404)


def test_a_nul_in_a_question_is_never_our_own_fault(senco: FlaskClient, desk: Desk) -> None:
    answer = senco.post(f"{desk.note_url}/question", data={"text": "Who was\0 there?"})
    assert answer.status_code in (303, 400, 422)


def test_the_data_are_closed_to_everybody_else_of_the_machine(app: Flask, tmp_path: Path) -> None:
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
