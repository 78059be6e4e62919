"""meetings say when the next is

Revision ID: 0013
Revises: 0012
"""

import json
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

MEETINGS = sa.table("parent_meetings", sa.column("id"), sa.column("body", sa.JSON), sa.column("next_meeting", sa.Date))


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("parent_meetings") as table:
        table.add_column(sa.Column("next_meeting", sa.Date(), nullable=True))
        table.create_index(
            "ix_parent_meetings_due", ["school_id", "is_finished", "held_on", "pupil_id", "next_meeting"]
        )
    book = op.get_bind()
    rows = book.execute(sa.select(MEETINGS.c.id, MEETINGS.c.body)).all()
    for meeting_id, body in rows:
        told = json.loads(body) if isinstance(body, str) else body
        try:
            day = date.fromisoformat(told.get("next_meeting") or "")
        except (TypeError, ValueError):
            continue  # none was agreed
        book.execute(sa.update(MEETINGS).where(MEETINGS.c.id == meeting_id).values(next_meeting=day))


def downgrade() -> None:
    """Take the tables back to the state before."""
    with op.batch_alter_table("parent_meetings") as table:
        table.drop_index("ix_parent_meetings_due")
        table.drop_column("next_meeting")
