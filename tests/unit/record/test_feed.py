"""The change feed under concurrent writers: a reader that follows its cursor never misses a change."""

import itertools
import threading

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from record import access, changes, pulls
from record.changes import Change, Document, PastVersion
from record.database import writing
from record.epochs import Present
from record.people import Person
from record.pulls import Position
from record.schools import School
from tests.factories import A_MORNING, a_person, a_pupil, a_school, assign

AN_EPOCH = Present("epoch", "its key")
WRITERS = 4
CHANGES_EACH = 25


def found(engine: Engine, role: str) -> tuple[str, str, str]:
    """A school with one pupil and one person of this role who has them; their ids."""
    with Session(engine) as session, writing(session):
        school = a_school(session)
        pupil, person = a_pupil(session, school), a_person(session, school, role)
        if role == "ta":
            assign(session, person, [pupil])
        return school.id, pupil.id, person.id


def publish(session: Session, school_id: str, pupil_id: str, name: str) -> None:
    body = {"pupil_id": pupil_id, "text": name}
    changes.publish(session, school_id, [Change("outcome", name, scope=pupil_id, body=body)])


@pytest.mark.parametrize("role", ["senco", "ta"])
def test_a_reader_misses_no_change_of_writers_at_the_same_time(engine: Engine, role: str) -> None:
    school_id, pupil_id, person_id = found(engine, role)
    written: set[tuple[str, int]] = set()
    failures: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            for number in range(CHANGES_EACH):
                with Session(engine) as session, writing(session):
                    # Some documents are changed again and again, some are written once.
                    name = f"{writer}-{number // 3}"
                    publish(session, school_id, pupil_id, name)
                    version = changes.head(session, school_id, "outcome", name).version
                written.add((name, version))
        except BaseException as error:  # noqa: BLE001 - a thread's failure must reach the test
            failures.append(error)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    newest: dict[str, int] = {}
    position, is_last = Position(), False
    for _pull in itertools.count():
        # Once no writer is alive one more walk must bring all that is left.
        is_last = is_last or not any(thread.is_alive() for thread in threads)
        with Session(engine) as session:
            person = session.get_one(Person, person_id)
            newest_seq = changes.last_seq(session, school_id)
            page = pulls.pull(session, person, AN_EPOCH, position, 3, newest_seq)
            position = pulls.read_cursor(AN_EPOCH, person, page.cursor)
        newest.update({sent.id: sent.version for sent in page.changes if sent.kind == "outcome"})
        if is_last and not page.more:
            break
    for thread in threads:
        thread.join()
    assert not failures
    last = {name: max(version for each, version in written if each == name) for name, _version in written}
    assert newest == last


def test_numbers_have_no_gap_and_no_twin(engine: Engine) -> None:
    school_id, pupil_id, _person_id = found(engine, "senco")

    def write(writer: int) -> None:
        for number in range(10):
            with Session(engine) as session, writing(session):
                publish(session, school_id, pupil_id, f"{writer}-{number}")

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Session(engine) as session:
        seqs = session.scalars(select(Document.seq).where(Document.school_id == school_id).order_by(Document.seq)).all()
        assert seqs == sorted(set(seqs))
        assert len(seqs) == WRITERS * 10 + 2  # the pupil and the person as well
        assert seqs[-1] == changes.last_seq(session, school_id)


def test_a_writer_that_gives_up_takes_its_number_back(engine: Engine) -> None:
    school_id, pupil_id, _person_id = found(engine, "senco")
    with Session(engine) as session:
        before = changes.last_seq(session, school_id)
    with Session(engine) as session, pytest.raises(RuntimeError), writing(session):
        publish(session, school_id, pupil_id, "never")
        raise RuntimeError("given up")
    with Session(engine) as session:
        assert changes.last_seq(session, school_id) == before
        assert changes.head(session, school_id, "outcome", "never") is None


def test_a_second_writer_waits_for_the_first(engine: Engine) -> None:
    school_id, pupil_id, _person_id = found(engine, "senco")
    order: list[str] = []
    first_is_in, second_asks = threading.Event(), threading.Event()

    def second() -> None:
        first_is_in.wait(10)
        second_asks.set()
        with Session(engine) as session, writing(session):
            order.append("second")
            publish(session, school_id, pupil_id, "two")

    thread = threading.Thread(target=second)
    thread.start()
    with Session(engine) as session, writing(session):
        publish(session, school_id, pupil_id, "one")
        first_is_in.set()
        second_asks.wait(10)
        thread.join(0.3)  # it may not finish while we are inside
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


def test_a_rule_is_never_judged_on_an_old_snapshot(engine: Engine) -> None:
    school_id, _pupil_id, _person_id = found(engine, "senco")
    with Session(engine) as reader:
        assert changes.last_seq(reader, school_id) > 0
        with Session(engine) as other, writing(other):
            other.execute(update(School).where(School.id == school_id).values(name="Renamed"))
        with writing(reader):
            assert reader.get_one(School, school_id).name == "Renamed"


def test_each_superseded_body_is_kept_and_can_be_asked_for(session: Session) -> None:
    with writing(session):
        school = a_school(session)
        pupil = a_pupil(session, school)
        for text in ("one", "two", "three"):
            body = {"pupil_id": pupil.id, "text": text}
            changes.publish(session, school.id, [Change("outcome", "x", scope=pupil.id, body=body)])
    texts = [changes.body_at(session, school.id, "outcome", "x", version) for version in (1, 2, 3, 4)]
    assert [body and body["text"] for body in texts] == ["one", "two", "three", None]
    assert len(session.scalars(select(PastVersion).where(PastVersion.id == "x")).all()) == 2


def test_scope_follows_every_assignment_and_says_when(session: Session) -> None:
    with writing(session):
        school = a_school(session)
        ta, pupil = a_person(session, school), a_pupil(session, school)
        numbers = []
        for given in ([pupil], [], [pupil]):
            assign(session, ta, given, now=A_MORNING)
            [row] = access.accesses(session, ta)
            numbers.append(row.seq)
            assert row.is_visible is bool(given)
            assert access.visible_pupil_ids(session, ta) == {each.id for each in given}
    assert numbers == sorted(set(numbers))


def test_assigning_what_was_assigned_tells_the_tablets_nothing(session: Session) -> None:
    with writing(session):
        school = a_school(session)
        ta, pupil = a_person(session, school), a_pupil(session, school)
        assign(session, ta, [pupil])
        before = changes.last_seq(session, school.id)
        assign(session, ta, [pupil])
        assert changes.last_seq(session, school.id) == before
