"""What all of the desk's pages share: who is asking, the frame around a page, and how an answer is given."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from flask import Blueprint, abort, flash, get_flashed_messages, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_htmx import HTMX
from sqlalchemy.orm import Session
from werkzeug import Response

from doors.database import db
from doors.sign_in import signed_in_person, the_person
from record import access, attachment_losses, attachments, conflicts, devices, quarantine, readings, reviews, times
from record.database import writing
from record.people import Person
from record.schools import School
from webapp.views.signed_out import keep_what_was_sent

htmx = HTMX()

DESK = "/desk/"
COUNT_SHOWN_UP_TO = 999


def desk_blueprint(subject: str) -> Blueprint:
    """A subject's pages at the desk: behind the sign-in, kept out of every cache."""
    blueprint = Blueprint(f"desk_{subject}", __name__, url_prefix="/desk")
    blueprint.before_request(require_sign_in)
    blueprint.after_request(keep_private)
    return blueprint


def require_sign_in() -> ResponseReturnValue | None:
    """Nobody reaches the desk without signing in; who may see what is asked of record/access.py by each view."""
    if signed_in_person() is not None:
        return None
    if htmx:
        abort(401)  # the desk's script leads to the sign-in page, and keeps what was typed
    if request.method == "POST" and request.path.startswith(DESK):
        return keep_what_was_sent()
    return redirect(url_for("sign_in.form", next=request.path if request.method == "GET" else DESK))


def keep_private(response: Response) -> Response:
    """No copy of a pupil's page stays in the browser, and a fragment is never taken for its page."""
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("HX-Request")
    return response


@dataclass(frozen=True)
class Link:
    """One way about the desk, with what waits there."""

    name: str
    url: str
    count: str = ""
    is_care: bool = False

    @property
    def is_current(self) -> bool:
        return request.path.startswith(self.url) if self.url != DESK else self._is_pile()

    def _is_pile(self) -> bool:
        return request.path == DESK or request.path.startswith("/desk/notes/")


class Frame:
    """The cover around every page: school, person, and the links that this person's role opens."""

    def __init__(self, session: Session, person: Person, to_review: int | None) -> None:
        self.session, self.person, self.to_review = session, person, to_review
        self.person_name, self.role_name = person.name, person.role_name

    @cached_property
    def school_name(self) -> str:
        school = self.session.get(School, self.person.school_id)
        return school.name if school else ""

    @cached_property
    def links(self) -> list[Link]:
        rights = access.may(self.person)
        school_id = self.person.school_id
        links = []
        if rights.pupils != "none":
            known = self.to_review
            waiting = reviews.count(self.session, self.person) if known is None else known
            links.append(Link("To review", DESK, _shown(waiting)))
            links += [Link("Pupils", "/desk/pupils"), Link("Meetings", "/desk/meetings")]
        if rights.see_queues:
            quarantined = quarantine.count_waiting(self.session, school_id)
            quarantined += attachments.count_troubled(self.session, school_id, times.now(), COUNT_SHOWN_UP_TO + 1)
            links.append(Link("Quarantine", "/desk/quarantine", _shown(quarantined), is_care=True))
            unsettled = conflicts.count_unsettled(self.session, school_id)
            links.append(Link("Conflicts", "/desk/conflicts", _shown(unsettled), is_care=True))
        if rights.see_tablets:
            lost = {loss.device.id for loss in devices.losses(self.session, school_id, times.now())}
            lost |= attachment_losses.counts(self.session, school_id).keys()
            links.append(Link("Tablets", "/desk/tablets", _shown(len(lost)), is_care=True))
        if rights.see_people:
            links += [Link("People", "/desk/people"), Link("Classes", "/desk/classes")]
        if rights.edit_lists:
            links.append(Link("Lists", "/desk/lists"))
        if rights.manage_people:
            links.append(Link("Settings", "/desk/settings"))
        return links


def _shown(number: int) -> str:
    return "" if number == 0 else f"{number}" if number <= COUNT_SHOWN_UP_TO else f"{COUNT_SHOWN_UP_TO}+"


def answer(template: str, fragment: str | None = None, status: int = 200, **context: Any) -> ResponseReturnValue:
    """The whole page for a navigation; for htmx the fragment, with the counts that may have changed beside it."""
    person = the_person()
    frame = {"desk": Frame(db.session(), person, context.get("to_review")), "desk_messages": desk_messages}
    context = {**frame, "may_review": access.may(person).review, **context}
    if htmx and fragment:
        swapped = render_template("desk/_swapped.html", **context) if request.method == "POST" else ""
        return render_template(fragment, **context) + swapped, status
    return render_template(template, **context), status


def tell(text: str, tone: str = "done", undo_url: str = "", next_url: str = "") -> None:
    """Have the next page begin with a message. It travels in a cookie: no pupil's name in it."""
    flash(json.dumps({"text": text, "tone": tone, "undo_url": undo_url, "next": next_url}), "desk")


def desk_messages() -> list[dict[str, str]]:
    """The messages told since the last page."""
    return [json.loads(str(message)) for message in get_flashed_messages(category_filter=["desk"])]


def next_url(default: str = DESK) -> str:
    """Where the person was, if that is a page of the desk."""
    wanted = request.values.get("next", "")
    return wanted if wanted.startswith(DESK) and "\\" not in wanted else default


def go(url: str) -> ResponseReturnValue:
    """After a form: to another page by GET, so that loading it again posts nothing again."""
    return redirect(url, code=303)


def note_reading(
    person: Person, what: str, pupil_ids: Iterable[str | None], now: datetime, subject: tuple[str, str] | None = None
) -> None:
    """Put into the audit trail that a person reads these pupils' records, before anything of them is shown. `subject`
    is the kind and id of the one thing that is read; None stands for a pupil whom nobody can tell yet."""
    wanted = sorted(set(pupil_ids), key=lambda pupil_id: pupil_id or "")
    if not wanted:
        return
    person_id, school_id, address = person.id, person.school_id, request.remote_addr or ""
    subjects = dict.fromkeys(wanted, subject) if subject else None
    with writing(db.session()) as session:
        readings.note(session, school_id, person_id, what, wanted, now, address=address, subjects=subjects)


def note_list_read(what: str) -> None:
    """Put into the audit trail that whoever asks reads a list of pupils, before it is shown. However it is asked for:
    anybody can send the header of htmx, and what was shown depends on when it was asked."""
    with writing(db.session()) as session:
        readings.note_list(session, the_person(), what, times.now(), request.remote_addr or "")
