"""notes say when it happened; the purpose of a meeting is a text

Revision ID: 0016
Revises: 0015
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

SCHOOL_ZONE = ZoneInfo("Europe/London")
TABLES = ("observations", "parent_meetings")
MEETINGS = sa.table(
    "parent_meetings",
    sa.column("id"),
    sa.column("held_on", sa.Date),
    sa.column("is_finished", sa.Boolean),
    sa.column("recorded_at", sa.DateTime(timezone=True)),
    sa.column("observed_at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    """Bring the tables to this state. Until now `recorded_at` was when it happened, as the form's `When` said."""
    for table in TABLES:
        op.add_column(table, sa.Column("observed_at", sa.DateTime(timezone=True), nullable=True))
        notes = sa.table(table, sa.column("recorded_at"), sa.column("observed_at"))
        op.execute(sa.update(notes).values(observed_at=notes.c.recorded_at))
    _put_meetings_on_their_day()
    for table in TABLES:
        with op.batch_alter_table(table) as changed:
            changed.alter_column("observed_at", existing_type=sa.DateTime(timezone=True), nullable=False)
            if table == "parent_meetings":
                changed.alter_column("purpose", existing_type=sa.String(40), type_=sa.Text(), existing_nullable=False)
            changed.drop_index(f"ix_{table}_pupil_id_recorded_at")
            changed.create_index(f"ix_{table}_pupil_id_observed_at", ["pupil_id", "observed_at", "id"])


def downgrade() -> None:
    """Take the tables back to the state before. A purpose that is longer than it may be then is cut."""
    meetings = sa.table("parent_meetings", sa.column("purpose"))
    op.execute(sa.update(meetings).values(purpose=sa.func.substr(meetings.c.purpose, 1, 40)))
    for table in TABLES:
        with op.batch_alter_table(table) as changed:
            changed.drop_index(f"ix_{table}_pupil_id_observed_at")
            changed.create_index(f"ix_{table}_pupil_id_recorded_at", ["pupil_id", "recorded_at"])
            if table == "parent_meetings":
                changed.alter_column("purpose", existing_type=sa.Text(), type_=sa.String(40), existing_nullable=False)
            changed.drop_column("observed_at")


def _put_meetings_on_their_day() -> None:
    """A finished one that was written on another day than it was held happened at noon of its day."""
    book = op.get_bind()
    query = sa.select(MEETINGS.c.id, MEETINGS.c.held_on, MEETINGS.c.recorded_at).where(MEETINGS.c.is_finished.is_(True))
    for meeting_id, held_on, recorded_at in book.execute(query).all():
        noon = _noon_unless_written_then(held_on, recorded_at)
        if noon is not None:
            book.execute(sa.update(MEETINGS).where(MEETINGS.c.id == meeting_id).values(observed_at=noon))


def _noon_unless_written_then(held_on: date, recorded_at: datetime) -> datetime | None:
    moment = recorded_at if recorded_at.tzinfo else recorded_at.replace(tzinfo=UTC)  # SQLite keeps no zone
    try:
        is_same = moment.astimezone(SCHOOL_ZONE).date() == held_on
    except OverflowError:  # the first or last hours of all time, from a broken clock
        return None
    return None if is_same else datetime.combine(held_on, time(12), SCHOOL_ZONE).astimezone(UTC)
