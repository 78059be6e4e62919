"""Alembic's surroundings: it migrates the database of the present app."""

from alembic import context
from flask import current_app

from record.models import Base

settings = current_app.extensions["migrate"].configure_args
engine = current_app.extensions["migrate"].db.engine

with engine.connect().execution_options(is_writer=True) as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, **settings)
    with context.begin_transaction():
        context.run_migrations()
    if connection.in_transaction():
        connection.commit()
