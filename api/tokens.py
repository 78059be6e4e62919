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
    """The enrolment of the request's bearer token, unless it has ended. It may be one that only delivers still:
    enrolments.must_erase()."""
    token = _token()
    return _walled(enrolments.enrolment_of(db.session(), token)) if token else None


def carry_enrolment() -> Enrolment | None:
    """The enrolment of the request's carry token, which delivers what is sealed and does nothing else, or None."""
    token = _token()
    return _walled(enrolments.carried_by(db.session(), token)) if token else None


def erased_enrolment() -> Enrolment | None:
    """The enrolment of the request's carry token where its tablet was told to erase, or None: one that has erased a
    jotter has nothing else left to say so with."""
    enrolment = carry_enrolment()
    return enrolment if enrolment is not None and enrolments.must_erase(db.session(), enrolment) else None


def _walled(enrolment: Enrolment | None) -> Enrolment | None:
    """From here on the request sees the school of its enrolment alone."""
    if enrolment is not None:
        walls.only(db.session(), enrolment.school_id)
    return enrolment
