"""Signatures under a parent meeting: which of them were given before its words were changed."""

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record.changes import PastVersion
from record.merging import differing
from record.parent_meetings import ParentMeeting

KIND = "parent_meeting"
# What a signer has before them on the glass. Ticks, photos and links to outcomes are none of it.
WORDS = (
    "held_on", "purpose", "agenda", "bring", "needs", "present", "parent_view", "child_view", "discussion", "prompts",
    "actions", "next_meeting",
)  # fmt: skip


def told(session: Session, meeting: ParentMeeting) -> list[dict[str, Any]]:
    """The meeting's signatures, each with `is_earlier`: whether the words that stand now are others than those of the
    version in which it first stood. Of what was changed on a tablet before it was first sent nothing is known."""
    signatures = [one for one in meeting.body.get("signatures") or [] if isinstance(one, dict)]
    first = {_mark(one): meeting.body for one in signatures}
    if not first:
        return []
    past = select(PastVersion.body).where(
        PastVersion.school_id == meeting.school_id, PastVersion.kind == KIND, PastVersion.id == meeting.id
    )
    standing = set(first)
    for text in session.scalars(past.order_by(PastVersion.version.desc())):
        body = json.loads(text) if text else {}
        standing &= {_mark(one) for one in body.get("signatures") or [] if isinstance(one, dict)}
        if not standing:
            break
        first |= dict.fromkeys(standing, body)
    return [{**one, "is_earlier": _has_other_words(first[_mark(one)], meeting.body)} for one in signatures]


def _mark(signature: dict[str, Any]) -> str:
    """What makes a signature this one: what was drawn or typed, and when. Its role may be mended."""
    return repr((signature.get("strokes") or signature.get("name"), signature.get("signed_at")))


def _has_other_words(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(differing({name: one.get(name) for name in WORDS}, other))
