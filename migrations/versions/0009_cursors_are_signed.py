"""cursors are signed with a key of their epoch

Revision ID: 0009
Revises: 0008
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Bring the tables to this state. Cursors given out before are of no use: tablets start again from null."""
    with op.batch_alter_table("epochs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cursor_key", sa.String(length=64), nullable=True))
    epochs = sa.table("epochs", sa.column("id"), sa.column("cursor_key"))
    connection = op.get_bind()
    for (epoch_id,) in connection.execute(sa.select(epochs.c.id)).all():
        connection.execute(epochs.update().where(epochs.c.id == epoch_id).values(cursor_key=secrets.token_hex(32)))
    with op.batch_alter_table("epochs", schema=None) as batch_op:
        batch_op.alter_column("cursor_key", existing_type=sa.String(length=64), nullable=False)


def downgrade() -> None:
    """Take the tables back to the state before."""
    with op.batch_alter_table("epochs", schema=None) as batch_op:
        batch_op.drop_column("cursor_key")
