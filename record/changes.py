"""The change feed: every document that travels to tablets, numbered in the order of commit, and the pull over it.

One row for each document holds its present body, ready for the wire, and the number of its last change. A pull is
a range over those numbers, so that it costs what changed and not what the record holds (protocol, promise 5).
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Executable,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Text,
    bindparam,
    null,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from record.base import Base, Id, table_of
from record.batches import DIALECTS, insert_rows, is_among, of_ids
from record.json_text import json_text
from record.schools import School


class Document(Base):
    """The present state of one document. `scope` is the pupil it is about, or the school for school-wide ones;
    `person_id` narrows it to one reader."""

    __tablename__ = "documents"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    # Before the kind: every push asks what its ids belong to already, whatever kind that is.
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    seq: Mapped[int] = mapped_column(BigInteger)
    scope: Mapped[str] = mapped_column(Id)
    person_id: Mapped[str | None] = mapped_column(Id)
    body: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index("uq_documents_school_id_seq", "school_id", "seq", unique=True),
        Index("ix_documents_scope_seq", "scope", "seq"),
    )


class PastVersion(Base):
    """A body that was superseded: kept for ever, and the base of three-way merges."""

    __tablename__ = "past_versions"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    body: Mapped[str | None] = mapped_column(Text)


class Departure(Base):
    """That a document is no longer about the pupil `scope`, but about another: gone for whoever sees the one and not
    the other. It has a number of the feed of its own, just before the document's."""

    __tablename__ = "departures"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    scope: Mapped[str] = mapped_column(Id, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    seq: Mapped[int] = mapped_column(BigInteger)
    person_id: Mapped[str | None] = mapped_column(Id)

    __table_args__ = (Index("ix_departures_scope_seq", "scope", "seq"),)


class Change(NamedTuple):
    """A document's new state; a body of None says that it is gone."""

    kind: str
    id: str
    scope: str
    body: dict[str, Any] | None
    person_id: str | None = None


# What an id of an entry may belong to already.
_OF_NOTES = ("observation", "parent_meeting", "action", "question", "conflict")
NAMED_KINDS = ("school", "person", "pupil", "outcome", "phase", *_OF_NOTES)


_OWNERS = select(Document.id, Document.kind).where(
    Document.school_id == bindparam("school"), Document.kind.in_(NAMED_KINDS)
)
_OWNERS_OF = {name: of_ids(_OWNERS, Document.id, name) for name in DIALECTS}


def ids_of_others(session: Session, school_id: str, wanted: Iterable[tuple[str, str | None]]) -> set[str]:
    """Of pairs of an id and a kind, the ids that documents of another kind have, gone ones too."""
    asked = list(wanted)
    if not asked:
        return set()
    connection = session.connection()
    told = {"school": school_id, "ids": sorted({each for each, _kind in asked})}
    owners: dict[str, set[str]] = {}
    for document_id, kind in connection.execute(_OWNERS_OF[connection.dialect.name], told):
        owners.setdefault(document_id, set()).add(kind)
    return {each for each, kind in asked if owners.get(each, set()) - {kind}}


_BOOK = table_of(School).c
_MOVE_ON = (
    update(table_of(School))
    .where(_BOOK.id == bindparam("school"))
    .values(last_seq=_BOOK.last_seq + bindparam("count"))
    .returning(_BOOK.last_seq)
)


def next_seqs(session: Session, school_id: str, count: int) -> range:
    """Take the next `count` numbers of the school's feed.

    The school's row stays locked until commit, so numbers become visible in their order: no reader's cursor can
    pass a change that commits later.
    """
    last = session.scalar(_MOVE_ON, {"school": school_id, "count": count})
    if last is None:
        raise LookupError("no such school")
    return range(last - count + 1, last + 1)


# Statements of every pull are put together once, and asked of the connection: the session takes longer than they do.
_LAST_SEQ = select(School.last_seq).where(School.id == bindparam("id"))


def last_seq(session: Session, school_id: str) -> int:
    """The number of the newest change of the school."""
    return session.connection().scalar(_LAST_SEQ, {"id": school_id}) or 0


def publish_new(session: Session, school_id: str, changes: Sequence[Change]) -> None:
    """Put documents that did not exist before into the feed, as version 1."""
    if not changes:
        return
    seqs = next_seqs(session, school_id, len(changes))
    insert_rows(session, Document, [_row(school_id, change, seq, 1) for change, seq in zip(changes, seqs, strict=True)])


def publish(session: Session, school_id: str, changes: Sequence[Change]) -> dict[tuple[str, str], int]:
    """Put new states of documents into the feed; what they supersede is kept. Returns versions by (kind, id)."""
    heads = _heads(session, school_id, [(change.kind, change.id) for change in changes])
    publish_new(session, school_id, [change for change in changes if (change.kind, change.id) not in heads])
    versions = {(change.kind, change.id): 1 for change in changes}
    known = [change for change in changes if (change.kind, change.id) in heads]
    if known:
        moved = [change for change in known if heads[change.kind, change.id].scope != change.scope]
        seqs = iter(next_seqs(session, school_id, len(known) + len(moved)))
        for change in known:
            head = heads[change.kind, change.id]
            if change in moved:
                _depart(session, head, next(seqs))
            versions[change.kind, change.id] = _supersede(session, head, change, next(seqs))
        session.flush()
    return versions


def _depart(session: Session, head: Document, seq: int) -> None:
    key = (head.school_id, head.kind, head.id, head.scope)
    left = session.get(Departure, key) or Departure(**dict(zip(("school_id", "kind", "id", "scope"), key, strict=True)))
    left.version, left.seq, left.person_id = head.version + 1, seq, head.person_id
    session.add(left)


def _heads(session: Session, school_id: str, keys: list[tuple[str, str]]) -> dict[tuple[str, str], Document]:
    # By the ids alone, which the key begins with: of pairs SQLite makes a list, and reads all that the school has.
    query = select(Document).where(Document.school_id == school_id, Document.id.in_({each for _kind, each in keys}))
    wanted = set(keys)
    return {(head.kind, head.id): head for head in session.scalars(query) if (head.kind, head.id) in wanted}


def _supersede(session: Session, head: Document, change: Change, seq: int) -> int:
    session.add(PastVersion(school_id=head.school_id, kind=head.kind, id=head.id, version=head.version, body=head.body))
    head.version += 1
    head.seq, head.scope, head.person_id = seq, change.scope, change.person_id
    head.body = json_text(change.body) if change.body is not None else None
    return head.version


def _row(school_id: str, change: Change, seq: int, version: int) -> dict[str, Any]:
    return {
        "school_id": school_id,
        "kind": change.kind,
        "id": change.id,
        "version": version,
        "seq": seq,
        "scope": change.scope,
        "person_id": change.person_id,
        "body": json_text(change.body) if change.body is not None else None,
    }


def head(session: Session, school_id: str, kind: str, document_id: str) -> Document | None:
    """The present state of one document, or None where there is none."""
    return session.get(Document, {"school_id": school_id, "kind": kind, "id": document_id})


def body_at(session: Session, school_id: str, kind: str, document_id: str, version: int) -> dict[str, Any] | None:
    """The body that a document had in a version, or None where that is not known."""
    present = head(session, school_id, kind, document_id)
    if present is not None and present.version == version:
        return json.loads(present.body) if present.body else None
    past = session.get(PastVersion, (school_id, kind, document_id, version))
    return json.loads(past.body) if past is not None and past.body else None


def bodies_between(
    session: Session, school_id: str, kind: str, document_id: str, first: int, end: int
) -> list[dict[str, Any] | None]:
    """The bodies of a document's past versions from `first` until before `end`, in order; version 0, before there was
    one, is None."""
    query = (
        select(PastVersion.body)
        .where(PastVersion.school_id == school_id, PastVersion.kind == kind, PastVersion.id == document_id)
        .where(PastVersion.version >= first, PastVersion.version < end)
        .order_by(PastVersion.version)
    )
    found = [json.loads(body) if body else None for body in session.scalars(query)]
    return found if first else [None, *found]


class Sent(NamedTuple):
    """One change as it goes to a tablet; `body` is JSON text, None when the document is gone for this reader."""

    kind: str
    id: str
    version: int
    seq: int
    body: str | None
    scope: str


def _in_order(table: type[Document] | type[Departure], *columns: Any) -> Select[Any]:
    """The columns of what is in a stretch of the feed for this reader."""
    is_inside = (table.seq > bindparam("after")) & (table.seq <= bindparam("upto"))
    is_for_reader = table.person_id.is_(None) | (table.person_id == bindparam("reader"))
    return select(*columns).where(is_inside, is_for_reader)


_SENT = (Document.kind, Document.id, Document.version, Document.seq, Document.body, Document.scope)
_LEFT = (Departure.kind, Departure.id, Departure.version, Departure.seq, null().label("body"), Departure.scope)
_MOST = bindparam("most", type_=Integer)
_OF_SCHOOL = (
    _in_order(Document, *_SENT).where(Document.school_id == bindparam("school")).order_by(Document.seq).limit(_MOST)
)


def _in_scopes(dialect: str) -> Executable:
    documents = _in_order(Document, *_SENT).where(is_among(Document.scope, "scopes", dialect))
    is_same = (
        (Document.school_id == Departure.school_id) & (Document.kind == Departure.kind) & (Document.id == Departure.id)
    )
    # What has left for where this reader sees it all the same is not gone.
    is_gone = is_among(Departure.scope, "scopes", dialect) & ~is_among(Document.scope, "seen", dialect)
    departures = _in_order(Departure, *_LEFT).join(Document, is_same).where(is_gone)
    return union_all(documents, departures).order_by("seq").limit(_MOST)


_IN_SCOPES = {name: _in_scopes(name) for name in DIALECTS}


def whole_school(session: Session, school_id: str, reader_id: str, after: int, upto: int, limit: int) -> list[Sent]:
    """Up to `limit` documents of the school numbered after `after` and up to `upto`, in order."""
    return _sent(session, _OF_SCHOOL, {"school": school_id}, reader_id, after, upto, limit)


def in_scopes(
    session: Session, scopes: Iterable[str], seen: Iterable[str], reader_id: str, after: int, upto: int, limit: int
) -> list[Sent]:
    """Up to `limit` documents of these scopes numbered after `after` and up to `upto`, in order: those that have left
    them too, as gone, unless they are now in a scope that is `seen`."""
    where = {"scopes": list(scopes), "seen": list(seen)}
    query = _IN_SCOPES[session.connection().dialect.name]
    return _sent(session, query, where, reader_id, after, upto, limit)


def _sent(
    session: Session, query: Executable, where: dict[str, Any], reader_id: str, after: int, upto: int, limit: int
) -> list[Sent]:
    told = {**where, "reader": reader_id, "after": after, "upto": upto, "most": limit}
    return [Sent(*row) for row in session.connection().execute(query, told).all()]
