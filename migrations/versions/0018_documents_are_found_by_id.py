"""documents are found by their id, whatever their kind

Revision ID: 0018
Revises: 0017
"""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Bring the table to this state."""
    _have_key("school_id", "id", "kind")


def downgrade() -> None:
    """Take the table back to the state before."""
    _have_key("school_id", "kind", "id")


def _have_key(*columns: str) -> None:
    with op.batch_alter_table("documents") as table:
        table.drop_constraint("pk_documents", type_="primary")
        table.create_primary_key("pk_documents", list(columns))
