"""The second wall, on PostgreSQL: a question that forgets to name its school sees and writes nothing of another."""

from collections.abc import Iterator

import psycopg
import pytest
from click.testing import CliRunner
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from doors.attempts import attempts
from doors.database import db
from doors.sign_in import SESSION_COOKIE
from record import epochs, people, staff, walls
from record.database import writing
from record.models import Base
from record.people import Person
from record.pupils import Pupil, SchoolClass
from record.times import now
from tests.factories import PASSWORD, observation_entry
from tests.throwaway_postgresql import ThrowawayCluster
from tests.unit.architecture.world import SECRET, World, a_world
from webapp import create_app
from webapp.cli import main

ROLE = "jotter_app"  # as docs/deployment.md advises: owns its database and is no superuser


@pytest.fixture(scope="module")
def url(cluster: ThrowawayCluster) -> Iterator[str]:
    """A database that belongs to an ordinary role, reached as that role."""
    name = cluster.create()
    with psycopg.connect(host=str(cluster.folder), user="jotter", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER")
        connection.execute(f"ALTER DATABASE {name} OWNER TO {ROLE}")
    yield cluster.url(name).replace("//jotter@", f"//{ROLE}@")
    cluster.drop(name)


@pytest.fixture(scope="module")
def app(url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The app over that database, its tables made as a school's are: by the migrations."""
    folder = tmp_path_factory.mktemp("walls")
    app = create_app(folder, url, TESTING=True)
    with app.app_context():
        upgrade()
        with writing(db.session()) as session:
            epochs.check_life(session, folder, now())
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def schools(app: Flask) -> tuple[World, World]:
    """Two schools, each with one of everything."""
    with app.app_context():
        files = app.extensions["jotter"].files
        return a_world(db.session(), files), a_world(db.session(), files)


@pytest.fixture
def inside(app: Flask, schools: tuple[World, World]) -> Iterator[Session]:
    """A session inside the wall of the first school, as a signed-in person's request has it."""
    with app.app_context():
        walls.only(db.session(), schools[0].school_id)
        yield db.session()
        db.session.rollback()
        walls.none()


def tables() -> list:
    return [table for table in Base.metadata.sorted_tables if "school_id" in table.c]


def test_every_table_of_a_school_has_the_wall(app: Flask) -> None:
    query = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    with app.app_context():
        assert set(db.session().scalars(query)) == {table.name for table in tables()}


def test_a_question_that_forgets_its_school_sees_nothing_of_another(inside, schools) -> None:
    for table in tables():
        assert set(inside.scalars(select(table.c.school_id).distinct())) <= {schools[0].school_id}, table.name
    assert inside.scalar(select(func.count()).select_from(Pupil)) == 2
    assert inside.get(Pupil, schools[1].given["pupil_id"]) is None


def test_the_same_question_outside_the_wall_sees_both(app: Flask, schools) -> None:
    with app.app_context():
        assert db.session().scalar(select(func.count()).select_from(Pupil)) == 4


def test_the_wall_stands_in_every_later_transaction_of_the_request(inside, schools) -> None:
    inside.commit()
    assert inside.scalar(select(func.count()).select_from(Pupil)) == 2
    with writing(inside) as session:
        assert session.scalar(select(func.count()).select_from(Pupil)) == 2
        with session.begin_nested():
            assert session.scalar(select(func.count()).select_from(Pupil)) == 2
    inside.rollback()
    assert inside.scalar(select(func.count()).select_from(Pupil)) == 2


def test_a_change_that_forgets_its_school_changes_nothing_of_another(inside, schools) -> None:
    changed = inside.execute(update(Pupil).values(family_name="Changed"))
    assert changed.rowcount == 2


def test_nothing_is_written_into_another_school(inside, schools) -> None:
    row = {"id": "x", "school_id": schools[1].school_id, "name": "4Z"}
    with pytest.raises(ProgrammingError, match="row-level security"):
        inside.execute(insert(SchoolClass).values(row))


def test_a_connection_that_was_told_nothing_sees_nothing(url: str, schools) -> None:
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM pupils").fetchone() == (0,)


def test_an_email_of_another_school_is_known_to_be_taken(inside, schools) -> None:
    with walls.lifted(inside):
        email = inside.get_one(Person, schools[1].people["ta"]).email
    inside.expire_all()
    assert people.is_email_taken(inside, email)
    assert "email" in staff.problems(inside, staff.About("Somebody", email, "ta"))
    assert inside.scalar(select(func.count()).select_from(Pupil)) == 2


def test_the_desk_of_one_school_works_and_shows_nothing_of_the_other(app: Flask, schools) -> None:
    own, other = schools
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, own.cookies["senco"])
    for path in ("/desk/", "/desk/pupils", f"/desk/pupils/{own.given['pupil_id']}", "/desk/quarantine", "/account"):
        page = client.get(path)
        assert page.status_code == 200, path
        assert other.given["pupil_id"] not in page.text
    assert SECRET in client.get(f"/desk/pupils/{own.given['pupil_id']}").text
    assert client.get(f"/desk/pupils/{other.given['pupil_id']}").status_code == 404


def test_a_desk_page_that_forgets_the_filter_shows_nothing_of_the_other_school(
    app: Flask, schools, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = schools
    # As if the one check of whose pupil it is had been lost.
    monkeypatch.setattr("record.access.visible_pupil", lambda session, _person, pupil_id: session.get(Pupil, pupil_id))
    app.testing = False
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, own.cookies["senco"])
    page = client.get(f"/desk/pupils/{other.given['pupil_id']}")
    app.testing = True
    assert page.status_code >= 400 and SECRET not in page.text


def test_tablets_of_both_schools_push_and_pull_in_turn(app: Flask, schools) -> None:
    for own, _other in (schools, schools[::-1]):
        headers = {"Authorization": f"Bearer {own.tokens['ta']}"}
        told = {"protocol": 1, "cursor": None, "limit": 1_000, "entries": [observation_entry(own.given["pupil_id"])]}
        answer = app.test_client().post("/api/v1/sync", json=told, headers=headers).get_json()
        assert "results" in answer, answer
        assert [result["status"] for result in answer["results"]] == ["accepted"]
        pupils = {change["id"] for change in answer["changes"] if change["kind"] == "pupil"}
        assert pupils == {own.given["pupil_id"]}


def test_whoever_signs_in_or_enrols_is_found_before_their_school_is_known(app: Flask, schools) -> None:
    attempts.forget()
    with app.app_context():
        email = db.session().get_one(Person, schools[1].people["ta"]).email
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, schools[0].cookies["ta"])  # of the other school
    assert client.post("/sign-in", data={"email": email, "password": PASSWORD}).status_code == 303
    device = {"id": schools[1].given["device_id"], "name": "Tablet"}
    told = {"email": email, "password": PASSWORD, "device": device}
    assert app.test_client().post("/api/v1/enrolments", json=told).status_code == 201


def test_jotter_verify_sees_every_school(app: Flask, schools, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOTTER_DATABASE_URL", url)
    done = CliRunner().invoke(main, ["verify", "--data", str(app.extensions["jotter"].folder)])
    assert done.exit_code == 0, done.output
    assert done.output.count("sound") == 2 and " 0 events" not in done.output
