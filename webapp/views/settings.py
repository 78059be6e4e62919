"""The school's settings, for its administrator."""

from collections.abc import Mapping
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors import mail, single_sign_on
from doors.database import db
from doors.sign_in import the_person
from record import access, school_settings
from record.database import writing
from record.school_settings import Settings
from record.times import now
from webapp.views.desk import answer, desk_blueprint, go, tell

blueprint = desk_blueprint("settings")


@blueprint.route("/settings", methods=["GET", "POST"])
def settings() -> ResponseReturnValue:
    """What the school sets for itself."""
    by = the_person()
    access.require(by, manage_people=True)
    if request.method == "GET":
        return _page(vars(school_settings.settings_of(db.session(), by.school_id)), {}, 200)
    typed = {name: request.form.get(name, "").strip() for name in vars(_EMPTY)}
    wanted = _settings(typed)
    errors = school_settings.problems(wanted)
    if errors:
        return _page(typed, errors, 422)
    with writing(db.session()) as session:
        school_settings.change(session, the_person(), wanted, now())
    tell("Saved.")
    return go("/desk/settings")


_EMPTY = Settings("", 0, 0)


def _settings(typed: dict[str, str]) -> Settings:
    return Settings(
        name="".join(char for char in " ".join(typed["name"].split()) if char.isprintable()),
        lock_minutes=_number(typed["lock_minutes"]),
        silent_days=_number(typed["silent_days"]),
        work_factor=typed["work_factor"],
        sign_in_domain=typed["sign_in_domain"].lower().removeprefix("@"),
    )


def _number(text: str) -> int:
    """The number that was typed; 0, which no setting may be, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 6 else 0


def _page(typed: Mapping[str, object], errors: dict[str, str], status: int) -> ResponseReturnValue:
    ways: dict[str, Any] = {"has_mail": mail.is_configured(), "providers": single_sign_on.providers()}
    return answer("desk/settings.html", status=status, typed=typed, errors=errors, **ways)
