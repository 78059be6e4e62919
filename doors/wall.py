"""The wall between schools, at the doors: raised for the desk as soon as it is known who asks (record/walls.py).

The API raises it where it finds whose token came (api/tokens.py). Pages by which somebody signs in know no school
yet: a browser of one school may sign in to another.
"""

from typing import Any

from flask import Flask, request

from doors.database import db
from doors.sign_in import signed_in_person
from record import walls

WALLED = ("/desk/", "/account", "/api/v1/vault/")


def _raise() -> None:
    walls.none()  # the thread has answered others before
    if request.path.startswith(WALLED) and (person := signed_in_person()) is not None:
        walls.only(db.session(), person.school_id)


def _take_down(_error: Any) -> None:
    walls.none()


def register(app: Flask) -> None:
    """Guard every request of the app; to be registered before whatever asks the record something."""
    app.before_request(_raise)
    app.teardown_request(_take_down)
