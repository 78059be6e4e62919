"""photos wait for their notes

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

NOTES = {"observation": "observations", "parent_meeting": "parent_meetings"}
# In brackets of its own, so that it is asked once for a statement and not for every row.
SETTING = "(SELECT current_setting('jotter.school_id', true))"


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("attachment_links") as table:
        table.add_column(sa.Column("named_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("attachments") as table:
        table.add_column(sa.Column("unnamed_since", sa.DateTime(timezone=True), nullable=True))
        table.create_index("ix_attachments_unnamed", ["school_id", "unnamed_since"])
    with op.batch_alter_table("devices") as table:
        table.add_column(sa.Column("photos", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "lost_attachments",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_lost_attachments_person_id")),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name=op.f("fk_lost_attachments_school_id")),
        sa.PrimaryKeyConstraint("school_id", "id", "device_id", name=op.f("pk_lost_attachments")),
    )
    op.create_index("ix_lost_attachments_device_id", "lost_attachments", ["school_id", "device_id", "told_at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE lost_attachments ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE lost_attachments FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY one_school ON lost_attachments USING (school_id = {SETTING} OR {SETTING} = 'all')")
    _say_since_when()


def _say_since_when() -> None:
    """What was named so far was named when its note came, and what was not has been waiting since it came."""
    for kind, name in NOTES.items():
        op.execute(
            f"UPDATE attachment_links SET named_at = (SELECT n.received_at FROM {name} n WHERE n.id = note_id)"  # noqa: S608 - own names
            f" WHERE kind = '{kind}'"
        )
    op.execute(
        "UPDATE attachments SET unnamed_since = received_at WHERE state = 'received' AND NOT EXISTS"
        " (SELECT 1 FROM attachment_links l WHERE l.school_id = attachments.school_id"
        " AND l.attachment_id = attachments.id"
        " AND (l.device_id = attachments.device_id OR l.author_id = attachments.person_id))"
    )


def downgrade() -> None:
    """Take the tables back to the state before."""
    op.drop_table("lost_attachments")
    with op.batch_alter_table("devices") as table:
        table.drop_column("photos")
    with op.batch_alter_table("attachments") as table:
        table.drop_index("ix_attachments_unnamed")
        table.drop_column("unnamed_since")
    with op.batch_alter_table("attachment_links") as table:
        table.drop_column("named_at")
