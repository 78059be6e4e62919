"""Tablets at the desk: when each was last seen, what waits on it, what may be lost, and withdrawing one."""

from datetime import datetime, timedelta
from typing import Any

from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, attachment_losses, devices, enrolments, times
from record.database import writing
from record.devices import Device, Loss
from record.enrolments import Enrolment
from record.notes import SKEW_WARNING_MS
from record.people import Person
from webapp.views.desk import answer, desk_blueprint, go, tell

blueprint = desk_blueprint("devices")

GIB = 1024**3
# For so long the desk says that a withdrawn tablet has erased a jotter; the audit trail keeps it for ever.
ERASED_SHOWN = timedelta(days=90)


@blueprint.get("/tablets")
def tablets() -> ResponseReturnValue:
    """Every tablet, last seen first; those that need somebody say so at the top of their card."""
    session, person = db.session(), the_person()
    access.require(person, see_tablets=True)
    now: datetime = times.now()
    lost = {loss.device.id: loss for loss in devices.losses(session, person.school_id, now)}
    lost_photos = attachment_losses.counts(session, person.school_id)
    found = enrolments.devices_with_people(session, person.school_id, erased_since=now - ERASED_SHOWN)
    told = [_told(device, enrolled, lost.get(device.id), lost_photos.get(device.id, 0)) for device, enrolled in found]
    return answer("desk/tablets.html", tablets=told, may_manage=access.may(person).manage_tablets)


def _told(
    device: Device, enrolled: list[tuple[Enrolment, Person]], loss: Loss | None, lost_photos: int = 0
) -> dict[str, Any]:
    states = [_state(enrolment) for enrolment, _ in enrolled]
    warnings = (_loss_words(device, loss), _lost_photo_words(device, lost_photos), _skew_words(device))
    return {
        "id": device.id,
        "name": device.name,
        "last_seen_at": device.last_seen_at,
        "waiting": device.queued,
        "stuck": device.stuck,
        "photos": device.photos,
        "oldest_waiting_at": device.oldest_waiting_at,
        "client": device.client,
        "check": check_words(device.check),
        "warnings": [warning for warning in warnings if warning],
        "has_loss": loss is not None or lost_photos > 0,
        "is_live": "used" in states,
        "tag": next((tag for state, tag in TAGS.items() if state in states), "Nobody enrolled"),
        "people": [
            {
                "name": person.name,
                "role_name": person.role_name,
                "state": state,
                "withdrawn_at": enrolment.withdrawn_at,
                "erased_at": enrolment.erased_at,
            }
            for (enrolment, person), state in zip(enrolled, states, strict=True)
        ],
    }


# What a card says at its top, by what is true of anybody on the tablet, in this order.
TAGS = {"used": "", "withdrawn": "Withdrawn", "erased": "Erased"}


def _state(enrolment: Enrolment) -> str:
    if enrolment.erased_at is not None:
        return "erased"
    return "used" if enrolment.withdrawn_at is None else "withdrawn"


def _loss_words(device: Device, loss: Loss | None) -> dict[str, str] | None:
    if loss is None:
        return None
    if loss.count is None:
        how_many = "How many is an unknown number."
    else:
        how_many = "1 note has not arrived." if loss.count == 1 else f"{loss.count} notes have not arrived."
    erased = " Its storage was erased before it had sent everything." if device.came_back_empty_at else ""
    advice = " Ask the people below what they remember writing."
    return {"tone": "wrong", "title": f"Notes may be missing from {device.name}.", "text": how_many + erased + advice}


def _lost_photo_words(device: Device, count: int) -> dict[str, str] | None:
    if not count:
        return None
    title = f"{'A photo was' if count == 1 else f'{count} photos were'} lost on {device.name}."
    which = "its note says" if count == 1 else "their notes say"
    text = f"Its browser lost {'it' if count == 1 else 'them'} before sending; {which} so. The words are in the record."
    return {"tone": "wrong", "title": title, "text": text}


def _skew_words(device: Device) -> dict[str, str] | None:
    if device.skew_ms is None or abs(device.skew_ms) <= SKEW_WARNING_MS:
        return None
    # The skew is the device's clock less ours.
    which = "ahead" if device.skew_ms > 0 else "behind"
    text = f"It was {_span(timedelta(milliseconds=abs(device.skew_ms)))} {which} at the last sync. Notes keep its time."
    return {"tone": "care", "title": "The clock is wrong.", "text": text}


def _span(span: timedelta) -> str:
    span = round(span / timedelta(minutes=1)) * timedelta(minutes=1)  # three days less a moment are three days
    for unit, name in ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute")):
        number = span // unit
        if number:
            return f"1 {name}" if number == 1 else f"{number} {name}s"
    return "less than a minute"


# What a tablet's own check may say of itself (static/jotter/device_check.js), in the desk's words.
CHECKS = (
    ("survives", "keeps what is written", "does not keep what is written"),
    ("persistent", "the browser promised to keep it", "the browser made no promise to keep it"),
    ("installed", "on the home screen", "not on the home screen"),
)


def check_words(check: dict[str, Any] | None) -> dict[str, Any] | None:
    """The device's check as a verdict and its reasons; None where it was never run."""
    if not check:
        return None
    told = [(check[name], yes if check[name] else no) for name, yes, no in CHECKS if isinstance(check.get(name), bool)]
    if check.get("private") is True:
        told.append((False, "a private window"))
    quota = check.get("quota_bytes")
    if isinstance(quota, int | float) and not isinstance(quota, bool) and 0 <= quota < 2**60:
        told.append((True, f"room for {quota / GIB:.1f} GB"))
    return {"is_good": all(is_good for is_good, _ in told), "text": ", ".join(words for _, words in told)}


@blueprint.get("/tablets/<device_id>/withdraw")
def ask_withdraw(device_id: str) -> ResponseReturnValue:
    """Asks first, and says what will happen."""
    access.require(the_person(), manage_tablets=True)
    return answer("desk/withdraw.html", tablet=_one(db.session(), device_id))


def _one(session: Session, device_id: str) -> dict[str, Any]:
    school_id = the_person().school_id
    device = devices.device_of(session, school_id, device_id)
    enrolled = {found.id: people for found, people in enrolments.devices_with_people(session, school_id)}
    return _told(device, enrolled.get(device.id, []), None)


@blueprint.post("/tablets/<device_id>/withdraw")
def withdraw(device_id: str) -> ResponseReturnValue:
    """Everybody on this tablet: it delivers what waits at its next contact, then erases their jotters."""
    access.require(the_person(), manage_tablets=True)
    with writing(db.session()) as session:
        how_many = enrolments.withdraw(session, the_person(), device_id, times.now())
    tell(
        "Withdrawn. It delivers what is waiting at its next sync, then erases itself."
        if how_many
        else "Nobody is on it."
    )
    return go("/desk/tablets")


@blueprint.post("/tablets/<device_id>/followed-up")
def follow_up(device_id: str) -> ResponseReturnValue:
    """Somebody has asked around about what is missing: it is no longer shown as open."""
    access.require(the_person(), manage_tablets=True)
    now: datetime = times.now()
    with writing(db.session()) as session:
        devices.settle_loss(session, the_person(), device_id, now)
    tell("Followed up. The audit trail keeps it.")
    return go("/desk/tablets")
