"""A signature stands under the words its signer saw; where they were changed later, page, copy and PDF say so."""

from typing import Any

from record.preparing import KIND
from tests.factories import entry, parent_meeting_body
from tests.unit.webapp.conftest import Desk
from tests.unit.webapp.pushing import push
from tests.unit.webapp.test_parent_meetings import STROKES, prepared, text_of

BEFORE = "before later changes"
MOTHER = {"name": "Fatima Yusuf", "role": "Mother", "strokes": STROKES, "signed_at": "2026-11-24T10:30:00Z"}
SENCO = {"name": "Rosa Ortiz", "role": "SENCO", "typed": True, "signed_at": "2026-11-24T11:30:00Z"}


def signed(desk: Desk, *revisions: dict[str, Any]) -> str:
    """A meeting with the mother's signature, and revisions of it by the same hand; returns its id."""
    first = entry(KIND, parent_meeting_body(desk.pupil.id, signatures=[MOTHER]))
    push(desk, "ta", first)
    for number, over in enumerate(revisions, start=2):
        push(desk, "ta", {**first, "revision": number, "body": {**first["body"], **over}})
    return prepared(desk).id


def all_three(senco: Any, meeting_id: str) -> list[str]:
    """What the note's page, the copy and the PDF say."""
    addresses = (f"/desk/notes/{KIND}/{meeting_id}", f"/desk/meetings/{meeting_id}/copy")
    pages = [senco.get(address).text for address in addresses]
    return [*pages, text_of(senco.get(f"/desk/meetings/{meeting_id}/copy.pdf").data)]


def test_words_changed_after_a_signature_are_told_wherever_it_is_shown(desk: Desk, senco) -> None:
    for text in all_three(senco, signed(desk, {"parent_view": "Something she never said."})):
        assert "Something she never said." in text and text.count(BEFORE) == 1
        assert "24 Nov 2026" in text


def test_whoever_signed_the_changed_words_is_not_said_to_have_signed_before(desk: Desk, senco) -> None:
    change = {"parent_view": "Other words.", "signatures": [MOTHER, SENCO]}
    for text in all_three(senco, signed(desk, change)):
        assert "Rosa Ortiz" in text and text.count(BEFORE) == 1


def test_another_signature_is_no_change_of_the_words(desk: Desk, senco) -> None:
    for text in all_three(senco, signed(desk, {"signatures": [MOTHER, SENCO]})):
        assert "Rosa Ortiz" in text and BEFORE not in text


def test_words_put_back_as_they_were_signed_are_what_was_signed(desk: Desk, senco) -> None:
    meeting_id = signed(desk, {"discussion": "Other words."}, {"discussion": "As signed."}, {})
    assert all(BEFORE not in text for text in all_three(senco, meeting_id))


def test_signed_anew_after_the_change_it_is_signed(desk: Desk, senco) -> None:
    anew = {**MOTHER, "signed_at": "2026-11-24T12:00:00Z"}
    meeting_id = signed(desk, {"discussion": "Other."}, {"discussion": "Other.", "signatures": [anew]})
    assert all(BEFORE not in text for text in all_three(senco, meeting_id))
