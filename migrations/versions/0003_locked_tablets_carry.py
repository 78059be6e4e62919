"""locked tablets carry sealed entries

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("carrier_hash", sa.String(length=64), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_enrolments_carrier_hash"), ["carrier_hash"])


def downgrade() -> None:
    """Take the tables back to the state before."""
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_enrolments_carrier_hash"), type_="unique")
        batch_op.drop_column("carrier_hash")
