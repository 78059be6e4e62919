"""Storing many rows of one table at once, and finding many: what SQLAlchemy does for each is done once for the batch.

A push stores four rows for each note. Compiled and bound one by one they cost more than the database itself.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    Connection,
    Date,
    Dialect,
    Integer,
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
    """One statement with all rows: a row at a time is a conversation for each, and COPY is refused by row-level
    security. What is the same in every row (the school, the author, the moment) travels once; every other column as an
    array of texts, which neither side need take apart."""
    common = {name: value for name, value in rows[0].items() if all(row[name] is value for row in rows)}
    own = tuple(name for name in rows[0] if name not in common)
    dialect = connection.dialect
    told: list[Any] = [_texts([value], table.c[name].type, dialect)[0] for name, value in common.items()]
    told += [_texts([row[name] for row in rows], table.c[name].type, dialect) for name in own]
    connection.exec_driver_sql(_of_columns(table, tuple(common), own, dialect), tuple(told))


@lru_cache(maxsize=256)
def _of_columns(table: Table, common: tuple[str, ...], own: tuple[str, ...], dialect: Dialect) -> str:
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name in (*common, *own))
    values = [_cast("%s", table.c[name].type, dialect) for name in common]
    values += [_cast(quote(name), table.c[name].type, dialect) for name in own]
    arrays, columns = ", ".join("%b::text[]" for _ in own), ", ".join(quote(name) for name in own)
    source = f" FROM unnest({arrays}) AS own({columns})" if own else ""
    return f"INSERT INTO {quote(table.name)} ({names}) SELECT {', '.join(values)}{source}"  # noqa: S608 - own names


def _cast(text: str, kind: TypeEngine[Any], dialect: Dialect) -> str:
    """A text as a column's value. What stays a text is left to the column: a cast would cut off what is too long."""
    return f"{text}::text" if isinstance(kind, String) else f"{text}::text::{kind.compile(dialect)}"


def _texts(values: list[Any], kind: TypeEngine[Any], dialect: Dialect) -> list[str | None]:
    if isinstance(kind, String):
        return values
    as_text = _as_text(kind, dialect)
    return [None if value is None else as_text(value) for value in values]


def _as_text(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], str]:
    if isinstance(kind, JSON):
        return json_text
    if isinstance(kind, UtcDateTime):
        return lambda moment: str(kind.process_bind_param(moment, dialect))
    if isinstance(kind, Integer | Boolean | Date):
        return str
    raise TypeError(f"no text is known for a value of {kind!r}")


def _insert_one_by_one(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """SQLite is only a call away."""
    columns = tuple(rows[0])
    statement, processes = _prepared(table, columns, connection.dialect)
    values = [_bound(map(itemgetter(name), rows), process) for name, process in zip(columns, processes, strict=True)]
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


def _bound(values: Iterator[Any], process: Process | None) -> Iterator[Any]:
    return values if process is None else map(process, values)
