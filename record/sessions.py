"""Sessions: the browsers in which a person is signed in, each of which they can see and end.

A session on a tablet of the school ends as soon as the tablet locks: whoever finds one, or takes it, must not find
the desk open on it. Anywhere else it may rest for half a day.
"""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit
from record.base import Base, Id, UtcDateTime, new_id
from record.devices import Device, is_device_id
from record.errors import NotFound
from record.people import Person
from record.schools import School
from record.tokens import new_token, token_hash

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=14)
# A page must not cost a durable write each time: being seen is noted at most this often.
SEEN_EVERY = timedelta(minutes=1)
SEEN_EVERY_ON_TABLET = timedelta(seconds=10)  # where a minute without use may be all that there is
MAX_USER_AGENT_CHARACTERS = 200
# By what somebody signs in that was not lying in the browser already.
PROOFS = {"password", "passkey", "link", "microsoft anew", "google anew"}


class SignInSession(Base):
    """One browser in which a person is signed in. Its cookie's token is never stored, only its hash."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    how: Mapped[str] = mapped_column(String(20))
    user_agent: Mapped[str] = mapped_column(String(MAX_USER_AGENT_CHARACTERS))
    address: Mapped[str] = mapped_column(String(45))
    # The tablet whose browser this is. Once it is known it stays: no browser gets more time by losing a cookie.
    device_id: Mapped[str | None] = mapped_column(Id)

    @property
    def is_of_a_proof(self) -> bool:
        """Whether the person proved who they are, rather than being signed in at a provider already."""
        return self.how in PROOFS

    def is_live(self, now: datetime, lock: timedelta, tablet: str | None = None) -> bool:
        """Whether it still lets its person in: neither too old nor too long unused. `lock` is when the school's
        tablets lock, `tablet` the one that the present request comes from."""
        idle = min(IDLE, lock) if self.device_id or tablet else IDLE
        return now < self.expires_at and now < self.last_seen_at + idle

    def is_news(self, now: datetime, tablet: str | None = None) -> bool:
        """Whether being seen now is worth a durable write."""
        if tablet and not self.device_id:
            return True
        return now >= self.last_seen_at + (SEEN_EVERY_ON_TABLET if self.device_id else SEEN_EVERY)


def begin(
    session: Session,
    person: Person,
    how: str,
    now: datetime,
    *,
    user_agent: str = "",
    address: str = "",
    device: str | None = None,
) -> str:
    """Sign a person in to a browser; returns the token for its cookie, which is told this once.

    `how` is one of `password`, `passkey`, `link`, or the name of a provider of single sign-on, with ` anew` where the
    person proved there and then who they are; `device` what the browser's cookie says of the device that it is.
    """
    _forget_expired(session, person, now)
    token = new_token()
    session.add(
        SignInSession(
            id=new_id(),
            school_id=person.school_id,
            person_id=person.id,
            token_hash=token_hash(token),
            began_at=now,
            last_seen_at=now,
            expires_at=now + LONGEST,
            how=how,
            user_agent=user_agent[:MAX_USER_AGENT_CHARACTERS].replace("\0", ""),
            address=address[:45],
            device_id=tablet_of(session, person.school_id, device),
        )
    )
    audit.record(session, person.school_id, audit.Happening(now, "signed in", person_id=person.id, detail={"how": how}))
    return token


def _forget_expired(session: Session, person: Person, now: datetime) -> None:
    session.execute(
        delete(SignInSession).where(
            SignInSession.person_id == person.id,
            (SignInSession.expires_at <= now) | (SignInSession.last_seen_at <= now - IDLE),
        )
    )


def tablet_of(session: Session, school_id: str, device: str | None) -> str | None:
    """The id of the school's tablet that a cookie names, or None where it names none."""
    if not device or not is_device_id(device):
        return None
    return device if session.get(Device, (school_id, device)) is not None else None


def find(session: Session, token: str, now: datetime, device: str | None = None) -> SignInSession | None:
    """The live session that a cookie's token belongs to; None when it has ended or its person has left. `device` is
    what another cookie says of the device that the browser is."""
    query = (
        select(SignInSession, School.lock_minutes)
        .join(Person, Person.id == SignInSession.person_id)
        .join(School, School.id == SignInSession.school_id)
        .where(SignInSession.token_hash == token_hash(token), Person.left_at.is_(None))
    )
    row = session.execute(query).one_or_none()
    if row is None:
        return None
    found, lock_minutes = row
    tablet = tablet_of(session, found.school_id, device)
    return found if found.is_live(now, timedelta(minutes=lock_minutes), tablet) else None


def note_seen(session: Session, session_id: str, now: datetime, tablet: str | None = None) -> None:
    """Keep that the browser was seen now, and on which tablet; without this it counts as unused."""
    found = session.get(SignInSession, session_id)
    if found is not None:
        found.last_seen_at = max(found.last_seen_at, now)
        found.device_id = found.device_id or tablet


def sessions_of(session: Session, person: Person, now: datetime) -> list[SignInSession]:
    """Every browser in which the person is signed in, last seen first."""
    query = select(SignInSession).where(SignInSession.person_id == person.id)
    lock = timedelta(minutes=session.get_one(School, person.school_id).lock_minutes)
    found = session.scalars(query.order_by(SignInSession.last_seen_at.desc(), SignInSession.id))
    return [each for each in found if each.is_live(now, lock)]


def end(session: Session, person: Person, session_id: str, now: datetime) -> None:
    """End one of the person's own sessions. Raises NotFound for anybody else's."""
    found = session.get(SignInSession, session_id)
    if found is None or found.person_id != person.id:
        raise NotFound("That browser is signed out already")
    session.delete(found)
    audit.record(session, person.school_id, audit.Happening(now, "signed out", person_id=person.id))


def end_all(session: Session, person: Person, now: datetime, by: Person, *, but: str | None = None) -> int:
    """End every session of a person, but for the one with the id `but`. Returns how many there were."""
    query = delete(SignInSession).where(SignInSession.person_id == person.id)
    if but is not None:
        query = query.where(SignInSession.id != but)
    how_many = session.execute(query.returning(SignInSession.id)).all()
    if how_many:
        told = {"sessions": len(how_many)}
        audit.record(
            session,
            person.school_id,
            audit.Happening(
                now, "signed out everywhere", person_id=by.id, subject_kind="person", subject_id=person.id, detail=told
            ),
        )
    return len(how_many)
