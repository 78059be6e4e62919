"""Which version a database's tables are of: only `jotter serve` may change them, so every other command asks first."""

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import Engine


def what_is_wrong(app: Flask, engine: Engine) -> str:
    """Why these tables are not the ones that this program works with, in words; empty where they are."""
    script = ScriptDirectory.from_config(app.extensions["migrate"].migrate.get_config())
    with engine.connect() as connection:
        found = set(MigrationContext.configure(connection).get_current_heads())
    if found == set(script.get_heads()):
        return ""
    if not found:
        return "There is no record here yet: `jotter serve` makes one."
    if found <= {each.revision for each in script.walk_revisions()}:
        return "The record was last served by an older Jotter: start `jotter serve` once, which brings it up to date."
    return "The record was last served by a newer Jotter: use that one, or restore a backup of this one's."
