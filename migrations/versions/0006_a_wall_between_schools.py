"""on PostgreSQL a wall between schools

Revision ID: 0006
Revises: 0005
"""

from alembic import op

revision = "0006"
down_revision = "0005"

TABLES = (
    "actions",
    "audit_events",
    "class_assignments",
    "conflicts",
    "devices",
    "documents",
    "enrolments",
    "entries",
    "observations",
    "one_time_links",
    "outcomes",
    "parent_meetings",
    "passkeys",
    "past_versions",
    "people",
    "pupil_access",
    "pupil_assignments",
    "pupils",
    "quarantine_items",
    "questions",
    "school_classes",
    "sessions",
)
# Each in brackets of its own, so that it is asked once for a statement and not for every row.
SETTING = "(SELECT current_setting('jotter.school_id', true))"


def upgrade() -> None:
    """Bring the tables to this state."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY one_school ON {table} USING (school_id = {SETTING} OR {SETTING} = 'all')")


def downgrade() -> None:
    """Take the tables back to the state before."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in TABLES:
        op.execute(f"DROP POLICY one_school ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
