"""Pushing an entry into the record as the sync door does, without a tablet."""

from datetime import datetime
from typing import Any

from api.schemas.entries import read_entry
from record import filing
from record.base import new_id
from record.database import writing
from record.entries import Result
from tests.factories import A_MORNING
from tests.unit.webapp.conftest import Desk

A_TABLET = new_id()


def push(desk: Desk, role: str, raw: Any, device_id: str = A_TABLET, now: datetime = A_MORNING) -> Result:
    """One entry from a person's tablet; returns what became of it."""
    desk.look_again()
    with writing(desk.session) as session:
        return filing.receive(session, desk.people[role], device_id, [read_entry(raw)], now)[0]
