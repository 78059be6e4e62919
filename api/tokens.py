"""Whose bearer token came with the present request."""

from flask import request

from doors.database import db
from record import enrolments, walls
from record.enrolments import Enrolment

MAX_TOKEN_CHARACTERS = 200


def _token() -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    token = token.strip()
    return token if scheme.lower() == "bearer" and 0 < len(token) <= MAX_TOKEN_CHARACTERS else None


def bearer_enrolment() -> Enrolment | None:
    """The live (or withdrawn) enrolment of the request's bearer token, or None."""
    token = _token()
    return _walled(enrolments.enrolment_of(db.session(), token)) if token else None


def carrier_enrolment() -> Enrolment | None:
    """The enrolment of the request's carrier token, which delivers sealed entries and does nothing else, or None."""
    token = _token()
    return _walled(enrolments.carrier_of(db.session(), token)) if token else None


def erased_enrolment() -> Enrolment | None:
    """The withdrawn enrolment of the request's carrier token, or None: a tablet that has erased a jotter has
    nothing else left to say so with."""
    enrolment = carrier_enrolment()
    return enrolment if enrolment is not None and enrolment.withdrawn_at is not None else None


def _walled(enrolment: Enrolment | None) -> Enrolment | None:
    """From here on the request sees the school of its enrolment alone."""
    if enrolment is not None:
        walls.only(db.session(), enrolment.school_id)
    return enrolment
