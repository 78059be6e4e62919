"""readings are found by their pupil, and those of lists by their time, without what tablets delivered

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

TABLE = "audit_events"
BUT_ENTRIES, LISTS = sa.text("substr(action, 1, 6) <> 'entry '"), sa.text("action = 'register read'")


def upgrade() -> None:
    """Bring the table to this state."""
    op.drop_index("ix_audit_events_pupil_id_at", TABLE)
    of_pupil = ["school_id", "pupil_id", "number"]
    op.create_index("ix_audit_events_of_pupil", TABLE, of_pupil, sqlite_where=BUT_ENTRIES, postgresql_where=BUT_ENTRIES)
    op.create_index("ix_audit_events_of_lists", TABLE, ["school_id", "at"], sqlite_where=LISTS, postgresql_where=LISTS)


def downgrade() -> None:
    """Take the table back to the state before."""
    op.drop_index("ix_audit_events_of_lists", TABLE)
    op.drop_index("ix_audit_events_of_pupil", TABLE)
    op.create_index("ix_audit_events_pupil_id_at", TABLE, ["pupil_id", "at"])
