"""phases are marked on charts

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

# In brackets of its own, so that it is asked once for a statement and not for every row.
SETTING = "(SELECT current_setting('jotter.school_id', true))"


def upgrade() -> None:
    """Bring the tables to this state."""
    op.create_table(
        "phases",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("pupil_id", sa.String(length=36), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("label", sa.String(length=100), nullable=False),
        sa.Column("set_by_id", sa.String(length=36), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupils.id"], name=op.f("fk_phases_pupil_id")),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name=op.f("fk_phases_school_id")),
        sa.ForeignKeyConstraint(["set_by_id"], ["people.id"], name=op.f("fk_phases_set_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phases")),
    )
    with op.batch_alter_table("phases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_phases_pupil_id"), ["pupil_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE phases ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE phases FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY one_school ON phases USING (school_id = {SETTING} OR {SETTING} = 'all')")


def downgrade() -> None:
    """Take the tables back to the state before."""
    op.drop_table("phases")
