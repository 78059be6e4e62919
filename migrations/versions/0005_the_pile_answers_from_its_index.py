"""the pile answers from its index alone

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = ("observations", "parent_meetings")
WHERE = sa.text("reviewed_at IS NULL")


def upgrade() -> None:
    """Bring the tables to this state."""
    _index_anew(["school_id", "received_at", "id", "pupil_id", "reviewed_at"])


def downgrade() -> None:
    """Take the tables back to the state before."""
    _index_anew(["school_id", "received_at", "id"])


def _index_anew(columns: list[str]) -> None:
    for table in TABLES:
        name = f"ix_{table}_to_review"
        op.drop_index(name, table_name=table)
        op.create_index(name, table, columns, sqlite_where=WHERE, postgresql_where=WHERE)
