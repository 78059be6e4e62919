"""At once: the same entries from several tabs, and many tablets in one moment."""

import threading
from collections import Counter
from collections.abc import Callable
from types import SimpleNamespace

from flask import Flask
from sqlalchemy import func, select

from record import audit
from record.entries import Entry
from record.observations import Observation
from tests.factories import observation_entry
from tests.unit.api.actors import Tablet

TABS = 5


def all_at_once(tasks: list[Callable[[], None]]) -> None:
    """Run the tasks in threads that begin together; a failure in one is a failure."""
    failures: list[BaseException] = []
    gate = threading.Barrier(len(tasks))

    def run(task: Callable[[], None]) -> None:
        try:
            gate.wait(30)
            task()
        except BaseException as error:  # noqa: BLE001 - a thread's failure must reach the test
            failures.append(error)

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures


def test_the_same_batch_from_several_tabs_at_once_is_stored_once(
    app: Flask, tablet: Tablet, school: SimpleNamespace, record
) -> None:
    entries = [observation_entry(school.pupils[0].id, f"Note {number}") for number in range(10)]
    seen: Counter[tuple[str, str]] = Counter()

    def tab() -> None:
        own = Tablet(app.test_client(use_cookies=False), school.ta, tablet.device_id)
        own.token = tablet.token
        for result in own.pushes(*entries, limit=0):
            seen[result["id"], result["status"]] += 1

    all_at_once([tab] * TABS)
    for entry in entries:
        assert (seen[entry["id"], "accepted"], seen[entry["id"], "duplicate"]) == (1, TABS - 1)
    ids = [entry["id"] for entry in entries]
    for column in (Entry.entry_id, Observation.id):
        assert record().scalar(select(func.count()).where(column.in_(ids))) == len(ids)
    assert list(audit.faults(record(), school.id)) == []


def test_revisions_of_one_note_from_two_people_at_once_lose_neither(
    app: Flask, tablet: Tablet, tablet_of, school: SimpleNamespace, record
) -> None:
    first = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(first)
    changes = {"text": "The TA's", "setting": "The SENCO's"}
    writers = []
    for person, (field, words) in zip((school.ta, school.senco), changes.items(), strict=True):
        own = Tablet(app.test_client(use_cookies=False), person)
        own.token = tablet_of(person).token
        body = {**first["body"], field: words}
        revision = {**first, "revision": 2, "base_version": 1, "body": body}
        writers.append(lambda own=own, revision=revision: own.pushes(revision, limit=0))
    all_at_once(writers)
    body = record().get(Observation, first["id"]).body
    assert {name: body[name] for name in changes} == changes


def test_many_tablets_at_once_are_all_served(app: Flask, tablet_of, school: SimpleNamespace, record) -> None:
    sent: list[str] = []

    def use(token: str) -> Callable[[], None]:
        def task() -> None:
            own = Tablet(app.test_client(use_cookies=False), school.teacher)
            own.token = token
            for _ in range(4):
                batch = [observation_entry(school.pupils[0].id) for _ in range(5)]
                results = own.pushes(*batch, limit=3)
                assert {result["status"] for result in results} == {"accepted"}
                sent.extend(entry["id"] for entry in batch)

        return task

    all_at_once([use(tablet_of(school.teacher).token) for _ in range(8)])
    assert record().scalar(select(func.count()).where(Observation.id.in_(sent))) == 8 * 20
    assert list(audit.faults(record(), school.id)) == []
    tablet = tablet_of(school.teacher)
    tablet.catches_up()
    assert set(tablet.holds("observation")) == set(sent)
