"""To review: the pile of what has come in, one note after another, and what the SENCO does with each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, pupils, readings, reviews, times
from record.database import writing
from record.people import Person
from record.reviews import Place
from webapp.views.cursors import cursor, place
from webapp.views.desk import answer, desk_blueprint, go, htmx, next_url, note_reading, tell
from webapp.views.notes import Shown, Whose, note_answer, note_url, shown, whose

blueprint = desk_blueprint("reviews")

NOTES_A_PAGE = 50
PUPILS_A_PAGE = 10
NOTES_A_PUPIL = 5


@dataclass
class Group:
    """One pupil's part of the pile: the newest few, and how many there are."""

    pupil: Whose
    total: int
    notes: list[Shown]

    @property
    def more_url(self) -> str:
        return f"/desk/?pupil={self.pupil.id}" if self.total > len(self.notes) else ""


@dataclass
class Pile:
    """One page of the pile as its template wants it."""

    total: int
    notes: list[Shown] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    next_url: str = ""
    pupil: Whose | None = None


@blueprint.get("/")
def pile() -> ResponseReturnValue:
    """The pile, newest first; grouped by pupil, or about one pupil, on request."""
    person = the_person()
    if access.may(person).pupils == "none" and access.may(person).see_tablets:
        return redirect("/desk/tablets")
    access.require(person, pupils=True)
    is_grouped = request.args.get("group") == "pupil"
    made = _grouped(db.session(), person) if is_grouped else _newest_first(db.session(), person)
    note_reading(person, readings.NOTES, [note.pupil.id for note in made.notes], times.now())
    to_review = made.total if made.pupil is None else None
    context: dict[str, Any] = {
        "to_review": to_review,
        "pile": made,
        "grouped": is_grouped,
        "next": _here(),
        "in_pile": True,
    }
    return answer("desk/reviews.html", "desk/_pile.html", **context)


def _here() -> str:
    return request.full_path.rstrip("?")


def _newest_first(session: Session, person: Person) -> Pile:
    pupil_id = request.args.get("pupil")
    where_it_ended = place(request.args.get("after", ""))
    after = Place(*where_it_ended) if where_it_ended else None
    found = reviews.pile(session, person, NOTES_A_PAGE + 1, after, pupil_id)
    page = found[:NOTES_A_PAGE]
    notes = shown(session, person, page)
    if pupil_id is None:
        made = Pile(reviews.count(session, person), notes)
    else:
        access.visible_pupil(session, person, pupil_id)
        total = reviews.count_by_pupil(session, person).get(pupil_id, 0)
        made = Pile(total, notes, pupil=whose(session, person, [pupil_id])[pupil_id])
    if len(found) > len(page):
        about = f"&pupil={pupil_id}" if pupil_id else ""
        made.next_url = f"/desk/?after={cursor(page[-1].note.received_at, page[-1].note.id)}{about}"
    return made


def _grouped(session: Session, person: Person) -> Pile:
    totals = reviews.count_by_pupil(session, person)
    order = pupils.by_name(session, totals)
    first = order.index(request.args["after"]) + 1 if request.args.get("after") in order else 0
    page = order[first : first + PUPILS_A_PAGE]
    items = reviews.newest_of_each(session, person, page, NOTES_A_PUPIL)
    notes = shown(session, person, items)
    here = whose(session, person, page)
    groups = [Group(here[each], totals[each], [note for note in notes if note.pupil.id == each]) for each in page]
    more = f"/desk/?group=pupil&after={page[-1]}" if len(order) > first + len(page) else ""
    return Pile(sum(totals.values()), notes, groups, more)


@blueprint.post("/notes/<kind>/<note_id>/review")
def review(kind: str, note_id: str) -> ResponseReturnValue:
    """The SENCO has read the note."""
    undo = f"{note_url(kind, note_id)}/unreview"
    return _turn(reviews.mark_reviewed, kind, note_id, "Marked as reviewed.", undo)


@blueprint.post("/notes/<kind>/<note_id>/unreview")
def unreview(kind: str, note_id: str) -> ResponseReturnValue:
    """The note goes back on the pile."""
    return _turn(reviews.undo_reviewed, kind, note_id, "Back on the pile.", "")


Verb = Callable[[Session, Person, str, str, datetime], Any]


def _turn(verb: Verb, kind: str, note_id: str, said: str, undo_url: str) -> ResponseReturnValue:
    with writing(db.session()) as session:
        verb(session, the_person(), kind, note_id, times.now())
    if htmx:
        return answer_in_pile(kind, note_id)
    tell(said, undo_url=undo_url, next_url=next_url())
    return go(next_url())


def answer_in_pile(kind: str, note_id: str, status: int = 200, **context: Any) -> ResponseReturnValue:
    """The note as it now stands in the pile, with the pile's count beside it."""
    total = reviews.count(db.session(), the_person())
    return note_answer(kind, note_id, status, pile=Pile(total), to_review=total, **context)
