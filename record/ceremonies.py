"""Ceremonies: what the record keeps between the two requests of a sign-in (a passkey's challenge, a provider's state).

Each is taken once and lives for minutes; the browser holds nothing but a random name for it.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from record.base import Base, UtcDateTime
from record.tokens import new_token, token_hash

LIFETIME = timedelta(minutes=10)


class Ceremony(Base):
    """One sign-in or registration under way."""

    __tablename__ = "ceremonies"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    kept: Mapped[dict[str, Any]] = mapped_column(JSON)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


def begin(session: Session, kind: str, kept: dict[str, Any], now: datetime, person_id: str | None = None) -> str:
    """Keep something until the browser comes back; returns the token that names it."""
    session.execute(delete(Ceremony).where(Ceremony.expires_at <= now))
    token = new_token()
    session.add(
        Ceremony(token_hash=token_hash(token), kind=kind, person_id=person_id, kept=kept, expires_at=now + LIFETIME)
    )
    return token


def take(
    session: Session, token: str | None, kind: str, now: datetime, person_id: str | None = None
) -> dict[str, Any] | None:
    """What was kept under this token, once: it is gone afterwards, whatever came of it."""
    found = session.get(Ceremony, token_hash(token)) if token else None
    if found is None:
        return None
    session.delete(found)
    session.flush()
    if found.kind != kind or found.person_id != person_id or now >= found.expires_at:
        return None
    return dict(found.kept)
