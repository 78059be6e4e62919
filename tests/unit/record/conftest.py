"""A school and its SENCO, for whatever is asked of a record with no more in it."""

import pytest
from sqlalchemy.orm import Session

from record.people import Person
from record.schools import School
from tests.factories import a_person, a_school


@pytest.fixture
def school(session: Session) -> School:
    return a_school(session)


@pytest.fixture
def senco(session: Session, school: School) -> Person:
    return a_person(session, school, "senco")
