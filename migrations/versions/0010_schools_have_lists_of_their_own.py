"""schools have lists of their own

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lists", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Take the tables back to the state before."""
    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.drop_column("lists")
