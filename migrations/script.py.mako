"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

import sqlalchemy as sa
from alembic import op

import record.base
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Bring the tables to this state."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Take the tables back to the state before."""
    ${downgrades if downgrades else "pass"}
