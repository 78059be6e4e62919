"""schools choose how hard passwords and passcodes are to guess

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.add_column(sa.Column("work_factor", sa.String(length=10), server_default="full", nullable=False))


def downgrade() -> None:
    """Take the tables back to the state before."""
    with op.batch_alter_table("schools", schema=None) as batch_op:
        batch_op.drop_column("work_factor")
