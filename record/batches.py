"""Storing many rows of one table at once, and finding many: what SQLAlchemy does for each is done once for the batch.

A push stores four rows for each note. Compiled and bound one by one they cost more than the database itself.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Dialect,
    Select,
    String,
    Table,
    any_,
    bindparam,
    func,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.types import TypeEngine

from record.base import Base, UtcDateTime, table_of
from record.json_text import json_text

Rows = Select[*tuple[Any, ...]]
Process = Callable[[Any], Any]
DIALECTS = ("sqlite", "postgresql")


def is_among(column: InstrumentedAttribute[str], name: str, dialect: str) -> ColumnElement[bool]:
    """Whether the column's value is in the list that is bound as `name`.

    The list goes as one value, so that the statement is the same however long it is: written anew with a place for
    each at every question, it took longer than its answer.
    """
    if dialect == "postgresql":
        return column == any_(bindparam(name, type_=ARRAY(String)))
    listed = func.json_each(bindparam(name, type_=JSON)).table_valued("value")
    return column.in_(select(listed.c.value))


def of_ids(query: Rows, column: InstrumentedAttribute[str], dialect: str) -> Rows:
    """The query's rows whose `column` is one of the list that is bound as `ids`, in no order.

    A push asks of up to 200 ids. PostgreSQL is told (OFFSET 0: not to be taken apart) to look up one after the other.
    Left to itself it reads all that the school has, as long as its statistics say that the table is small.
    """
    if dialect != "postgresql":
        return query.where(is_among(column, "ids", dialect))
    asked = func.unnest(bindparam("ids", type_=ARRAY(String))).table_valued("id").render_derived("asked")
    found = query.where(column == asked.c.id).offset(0).lateral("found")
    return select(found).select_from(asked).join(found, true())


def insert_rows(session: Session, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, each a value by column and all with the same columns, into a model's table."""
    if not rows:
        return
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        _insert_at_once(connection, table_of(model), rows)
    else:
        _insert_one_by_one(connection, table_of(model), rows)


def _insert_at_once(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """One statement with all rows as JSON: a row at a time is a conversation for each. COPY is refused by row-level
    security; the driver takes lists of values apart at a higher cost than rows. What is the same in every row (the
    school, the author, the moment) travels and is parsed once."""
    common = {name: value for name, value in rows[0].items() if all(row[name] is value for row in rows)}
    own = tuple(name for name in rows[0] if name not in common)
    statement = _from_json(table, tuple(common), own, connection.dialect)
    told = [{name: row[name] for name in own} for row in rows] if own else None
    connection.exec_driver_sql(statement, tuple(json_text(each) for each in (common, told) if each))


@lru_cache(maxsize=256)
def _from_json(table: Table, common: tuple[str, ...], own: tuple[str, ...], dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name in (*common, *own))
    sources = [
        f"{function}(%s::json) AS {name}({_typed(table, columns, dialect)})"
        for function, name, columns in (("json_to_record", "common", common), ("json_to_recordset", "own", own))
        if columns
    ]
    return f"INSERT INTO {quote(table.name)} ({names}) SELECT {names} FROM {', '.join(sources)}"  # noqa: S608 - own names


def _typed(table: Table, columns: tuple[str, ...], dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    return ", ".join(f"{quote(name)} {table.c[name].type.compile(dialect)}" for name in columns)


def _insert_one_by_one(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """SQLite is only a call away."""
    columns = tuple(rows[0])
    statement, processes = _prepared(table, columns, connection.dialect)
    values = [_bound([row[name] for row in rows], process) for name, process in zip(columns, processes, strict=True)]
    connection.exec_driver_sql(statement, list(zip(*values, strict=True)))


@lru_cache(maxsize=64)
def _prepared(table: Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[Process | None, ...]]:
    """The statement, with a place for each column in order, and what each column's values must go through."""
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name in columns)
    marks = ", ".join("?" for _ in columns)
    statement = f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})"  # noqa: S608 - the schema's own names
    return statement, tuple(_process(table.c[name].type, dialect) for name in columns)


def _process(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    if isinstance(kind, UtcDateTime):
        return _moment_process(dialect)
    return cast(Process | None, kind.dialect_impl(dialect).bind_processor(dialect))


@lru_cache(maxsize=4)
def _moment_process(dialect: Dialect) -> Process:
    """The rows of one push share most of their moments, between tables too: each is made ready once."""
    process = cast(Process, UtcDateTime().dialect_impl(dialect).bind_processor(dialect))
    return lru_cache(maxsize=1024)(process)


def _bound(values: list[Any], process: Process | None) -> Iterator[Any] | list[Any]:
    return values if process is None else map(process, values)
