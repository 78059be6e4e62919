"""Whatever shows a pupil is in the audit trail before it is shown: every address is asked in every way, by whoever is
let in, and where an answer holds a pupil's name or a word of a note the trail must have grown by a reading."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from record import readings
from record.audit import AuditEvent
from record.schools import School
from tests.unit.architecture.matrix import ROUTES
from tests.unit.architecture.test_access_matrix import FORM, browser, in_order, is_let_in
from tests.unit.architecture.world import SECRET, World

IN_PILE = {"HX-Request": "true", "HX-Target": "item-1"}
# Shows of the pupil the name alone, and of others that they read: to write that down would be a trail of its own.
NO_READING = {"GET /desk/pupils/<pupil_id>/readers"}
# What forms hold, so that each answers what it answers to nothing, to something, and to what cannot be.
FORMS: tuple[dict[str, str], ...] = (
    {},
    {**FORM, "outcome_ids": "none of these", "pupils": "nobody", "staff": "nobody"},
    {"held_on": "1066-10-14", "purpose": "other", "version": "1", "on": "never", "label": ""},
)
READINGS = {*readings.NAMES, readings.LIST}


def asked(app: Flask, world: World, role: str) -> Iterator[tuple[str, TestResponse]]:
    """Every address that is open to the role, about the one pupil and the other, as a page and as a part of one."""
    client = browser(app, world, role)
    for name in in_order([name for name in ROUTES if "/desk/" in name and name not in NO_READING]):
        for about in (world.given, world.other)[: 1 + ROUTES[name].about]:
            if is_let_in(role, ROUTES[name], is_given=about is world.given):
                for path in paths(name, about):
                    yield from answers(client, name, path)


def paths(name: str, about: dict[str, str]) -> set[str]:
    """The address, about each kind of note."""
    notes = (("observation", about["note_id"]), ("parent_meeting", about["meeting_id"]))
    each = [{**about, "kind": kind, "note_id": note_id} for kind, note_id in notes]
    rule = name.split(" ", 1)[1]
    return {re.sub(r"<(?:\w+:)?(\w+)>", lambda found, ids=ids: ids.get(found[1], "nothing"), rule) for ids in each}


def answers(client: FlaskClient, name: str, path: str) -> Iterator[tuple[str, TestResponse]]:
    method = name.split(" ", 1)[0]
    for form in FORMS if method == "POST" else FORMS[:1]:
        for headers in ({}, IN_PILE):
            answer = client.open(path, method=method, data=form, headers=headers, buffered=True)
            yield f"{name} {form} {headers}", answer


@pytest.mark.parametrize("role", ["ta", "senco", "admin"])
def test_nothing_of_a_pupil_is_shown_without_a_reading_in_the_trail(
    app: Flask, engine: Engine, world: World, role: str
) -> None:
    names = {f"{SECRET}A": world.given["pupil_id"], f"{SECRET}B": world.other["pupil_id"]}
    shown, unseen = 0, set()
    with Session(engine) as session:
        told = session.get_one(School, world.school_id).audit_count
        for name, answer in asked(app, world, role):
            session.rollback()
            query = select(AuditEvent).where(AuditEvent.school_id == world.school_id, AuditEvent.number > told)
            events = [event for event in session.scalars(query.order_by(AuditEvent.number))]
            told = events[-1].number if events else told
            read = {event.pupil_id for event in events if event.action in READINGS}
            page = answer.data.decode(errors="replace")
            if SECRET in page:
                shown += 1
                about = {pupil_id for text, pupil_id in names.items() if text in page}
                is_list = any(event.action == readings.LIST for event in events)
                if not read or not (about <= read or is_list):
                    unseen.add(name)
    assert shown > 5
    assert not unseen, "\n".join(sorted(unseen))
