"""sessions know the tablet that they are on

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("device_id", sa.String(length=36), nullable=True))


def downgrade() -> None:
    """Take the tables back to the state before."""
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_column("device_id")
