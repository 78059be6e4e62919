"""each tablet counts for itself, and notes move between pupils

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

# Each in brackets of its own, so that it is asked once for a statement and not for every row.
SETTING = "(SELECT current_setting('jotter.school_id', true))"
KEY = ("school_id", "entry_id", "device_id", "revision", "digest")
KEY_BEFORE = ("school_id", "entry_id", "revision", "digest")
FOREIGN_KEY = "fk_quarantine_items_entry"
ITS_DEVICE = """
    UPDATE quarantine_items SET device_id = (
        SELECT entries.device_id FROM entries
        WHERE entries.school_id = quarantine_items.school_id AND entries.entry_id = quarantine_items.entry_id
        AND entries.revision = quarantine_items.revision AND entries.digest = quarantine_items.digest
    )
"""


def upgrade() -> None:
    """Bring the tables to this state."""
    with op.batch_alter_table("quarantine_items") as table:
        table.drop_constraint(FOREIGN_KEY, type_="foreignkey")
        table.add_column(sa.Column("device_id", sa.String(length=36), nullable=True))
    op.execute(ITS_DEVICE)
    _have_key(KEY)
    with op.batch_alter_table("quarantine_items") as table:
        table.alter_column("device_id", existing_type=sa.String(length=36), nullable=False)
        table.create_foreign_key(FOREIGN_KEY, "entries", list(KEY), list(KEY))
    with op.batch_alter_table("actions") as table:
        table.alter_column("owner", existing_type=sa.String(length=200), type_=sa.Text(), existing_nullable=False)
    _add_departures()


def _have_key(columns: tuple[str, ...]) -> None:
    with op.batch_alter_table("entries") as table:
        table.drop_constraint("pk_entries", type_="primary")
        table.create_primary_key("pk_entries", list(columns))


def _add_departures() -> None:
    op.create_table(
        "departures",
        sa.Column("school_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("scope", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name=op.f("fk_departures_school_id")),
        sa.PrimaryKeyConstraint("school_id", "kind", "id", "scope", name=op.f("pk_departures")),
    )
    op.create_index("ix_departures_scope_seq", "departures", ["scope", "seq"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE departures ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE departures FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY one_school ON departures USING (school_id = {SETTING} OR {SETTING} = 'all')")


def downgrade() -> None:
    """Take the tables back to the state before."""
    op.drop_table("departures")
    with op.batch_alter_table("actions") as table:
        table.alter_column("owner", existing_type=sa.Text(), type_=sa.String(length=200), existing_nullable=False)
    with op.batch_alter_table("quarantine_items") as table:
        table.drop_constraint(FOREIGN_KEY, type_="foreignkey")
    _have_key(KEY_BEFORE)
    with op.batch_alter_table("quarantine_items") as table:
        table.drop_column("device_id")
        table.create_foreign_key(FOREIGN_KEY, "entries", list(KEY_BEFORE), list(KEY_BEFORE))
