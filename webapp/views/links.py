"""One-time links: choosing a password by one, and asking for one when a password is forgotten."""

from typing import Any

from flask import Blueprint, render_template, request

from doors import attempts, mail
from doors.database import db
from record import invitations, people, schools
from record.database import writing
from record.errors import NotFound, Refused
from record.passwords import MIN_PASSWORD_CHARACTERS
from record.times import now
from webapp.views.hurry import count_try, refuse_hurry
from webapp.views.new_password import typed_password
from webapp.views.sign_in import MAX_FIELD_CHARACTERS, entered

blueprint = Blueprint("links", __name__)


@blueprint.get("/link/<token>")
def choose(token: str) -> Any:
    """The form behind a link. Looking uses nothing up: mail programs look too."""
    refuse_hurry(attempts.LINK)
    return _form(token, {})


@blueprint.post("/link/<token>")
def chosen(token: str) -> Any:
    """A password is chosen: the link ends and the person is signed in."""
    refuse_hurry(attempts.LINK)
    password, errors = typed_password()
    if errors:
        return _form(token, errors)
    try:
        with writing(db.session()) as session:
            person_id = invitations.use(session, token, password, now()).id
    except Refused as refused:
        return _form(token, {"password": str(refused)})
    except NotFound:
        return _no_good()
    return entered(person_id, "link", None)


def _form(token: str, errors: dict[str, str]) -> Any:
    try:
        link, person = invitations.open_link(db.session(), token, now())
    except NotFound:
        return _no_good()
    school = db.session().get_one(schools.School, link.school_id)
    page = render_template(
        "account/choose_password.html",
        link=link,
        person=person,
        school_name=school.name,
        least=MIN_PASSWORD_CHARACTERS,
        errors=errors,
    )
    return page, 422 if errors else 200


def _no_good() -> Any:
    count_try(attempts.LINK)
    return render_template("account/link_gone.html"), 404


@blueprint.get("/forgotten")
def forgotten() -> Any:
    """What somebody without their password can do here: it depends on whether the school has mail."""
    return render_template("account/forgotten.html", has_mail=mail.is_configured(), email="", errors={})


@blueprint.post("/forgotten")
def ask() -> Any:
    """Send a link to a member of staff; the answer is the same for everybody else."""
    email = request.form.get("email", "")[:MAX_FIELD_CHARACTERS].strip()
    if not mail.is_configured():
        return render_template("account/forgotten.html", has_mail=False, email=email, errors={}), 409
    if "@" not in email:
        errors = {"email": "Enter the email address that you sign in with"}
        return render_template("account/forgotten.html", has_mail=True, email=email, errors=errors), 422
    refuse_hurry(attempts.RESET, email)
    count_try(attempts.RESET, email)
    mail.later(lambda: mail_link(email))
    return render_template("account/forgotten.html", has_mail=True, email=email, is_sent=True, errors={})


def mail_link(email: str) -> None:
    """Make whoever has this email a link and send it to them; nobody else hears of it."""
    if people.person_with_email(db.session(), email) is None:
        return  # without a turn as the only writer, which anybody could ask for
    with writing(db.session()) as session:
        person = people.person_with_email(session, email)
        if person is None:
            return
        link = invitations.make(session, person, now(), None)
        to, name = person.email, person.name
    send_link(to, name, link)


def send_link(to: str, name: str, link: invitations.NewLink) -> None:
    """Send a link that was just made."""
    address = mail.public_address(f"/link/{link.token}")
    text = render_template(f"account/{link.purpose}_mail.txt", name=name, address=address)
    mail.send(to, "Your way in to Jotter" if link.purpose == "invitation" else "A new password for Jotter", text)
