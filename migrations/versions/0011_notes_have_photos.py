"""notes have photos

Revision ID: 0011
Revises: 0010
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

TABLES = ("attachments", "attachment_links")
# Each in brackets of its own, so that it is asked once for a statement and not for every row.
SETTING = "(SELECT current_setting('jotter.school_id', true))"
NOTES = {"observation": "observations", "parent_meeting": "parent_meetings"}


def upgrade() -> None:
    """Bring the tables to this state."""
    op.create_table(
        "attachments",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("is_sealed", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("plain_digest", sa.String(length=64), nullable=False),
        sa.Column("kept_digest", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("problem", sa.String(length=300), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_attachments_person_id")),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name=op.f("fk_attachments_school_id")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_attachments")),
    )
    op.create_index("ix_attachments_school_id_state", "attachments", ["school_id", "state", "received_at"])
    op.create_table(
        "attachment_links",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("attachment_id", sa.String(length=36), nullable=False),
        sa.Column("note_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("pupil_id", sa.String(length=36), nullable=False),
        sa.Column("author_id", sa.String(length=36), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_attachment_links_author_id")),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupils.id"], name=op.f("fk_attachment_links_pupil_id")),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name=op.f("fk_attachment_links_school_id")),
        sa.PrimaryKeyConstraint("school_id", "attachment_id", "note_id", name=op.f("pk_attachment_links")),
    )
    op.create_index("ix_attachment_links_note_id", "attachment_links", ["school_id", "note_id"])
    _link_what_is_there()
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY one_school ON {table} USING (school_id = {SETTING} OR {SETTING} = 'all')")


def _link_what_is_there() -> None:
    """Clients of the API may have named files that there was no way to send: they may come now."""
    connection = op.get_bind()
    links = sa.table(
        "attachment_links",
        *(sa.column(name) for name in ("school_id", "attachment_id", "note_id", "kind", "pupil_id", "author_id")),
        sa.column("device_id"),
    )
    owners: dict[tuple[str, str], str] = {}
    for kind, name in NOTES.items():
        columns = [sa.column(each) for each in ("id", "school_id", "pupil_id", "author_id", "device_id")]
        notes = sa.table(name, *columns, sa.column("body", sa.Text))
        text = sa.cast(notes.c.body, sa.Text)
        query = sa.select(*columns, text.label("text")).where(text.like('%"attachment_ids"%'))
        # Most notes say that they name none.
        query = query.where(~text.like('%"attachment_ids":[]%'), ~text.like('%"attachment_ids": []%'))
        for row in connection.execute(query.order_by(notes.c.id)).all():
            body = json.loads(row.text)
            ids = body.get("attachment_ids") if isinstance(body, dict) else None
            for each in dict.fromkeys(ids if isinstance(ids, list) else []):
                is_id = isinstance(each, str) and len(each) == 36
                if is_id and owners.setdefault((row.school_id, each), row.author_id) == row.author_id:
                    link = {**row._mapping, "attachment_id": each, "note_id": row.id, "kind": kind}
                    connection.execute(links.insert().values({name.name: link[name.name] for name in links.columns}))


def downgrade() -> None:
    """Take the tables back to the state before."""
    op.drop_table("attachment_links")
    op.drop_table("attachments")
