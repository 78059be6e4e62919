"""entries may come sealed and signed

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sign_key", sa.JSON(), nullable=True))

    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("signature", sa.String(length=100), nullable=True))
        batch_op.add_column(sa.Column("carried_by_id", sa.String(length=36), nullable=True))

    with op.batch_alter_table("observations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("device_id", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("is_signed", sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table("parent_meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("device_id", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("is_signed", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Take the tables back to the state before."""
    with op.batch_alter_table("parent_meetings", schema=None) as batch_op:
        batch_op.drop_column("is_signed")
        batch_op.drop_column("device_id")

    with op.batch_alter_table("observations", schema=None) as batch_op:
        batch_op.drop_column("is_signed")
        batch_op.drop_column("device_id")

    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.drop_column("carried_by_id")
        batch_op.drop_column("signature")

    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.drop_column("sign_key")
