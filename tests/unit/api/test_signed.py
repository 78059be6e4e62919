"""What is said of a signature: on the wire and at the desk, and what happens to it when the words change."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from flask import Flask

from api.schemas.entries import read_entry
from doors.sign_in import SESSION_COOKIE
from record import conflicts, quarantine, reviews, settling
from record.observations import Observation
from record.times import now
from tests.factories import a_browser_session, an_outcome, observation_body, observation_entry, parent_meeting_entry
from tests.unit.api.actors import Tablet, revised, statuses
from tests.unit.api.sealing_tablet import SealingTablet


@pytest.fixture
def opened(app: Flask, school: SimpleNamespace, record) -> Callable[..., str]:
    """What the SENCO's browser shows of a note: on its own page and opened in the pile, which say the same of it."""
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, a_browser_session(record(), school.senco))

    def open_note(note_id: str, kind: str = "observation") -> str:
        address = f"/desk/notes/{kind}/{note_id}"
        page, in_pile = client.get(address), client.get(address, headers={"HX-Request": "true"})
        assert page.status_code == in_pile.status_code == 200
        assert ("Signed" in page.text, "changed since" in page.text) == (
            "Signed" in in_pile.text,
            "changed since" in in_pile.text,
        )
        return page.text

    return open_note


def is_signed(tablet: Tablet, entry: dict) -> bool:
    """What the wire says: true, or nothing."""
    tablet.catches_up()
    body = tablet.holds(entry["kind"])[entry["id"]]
    assert body.get("signed", "not said") in (True, "not said")
    return "signed" in body


@pytest.mark.parametrize("make", [observation_entry, parent_meeting_entry])
def test_the_desk_says_where_and_when_a_note_was_signed(sealing, school, opened, make) -> None:
    entry = {**make(school.pupils[0].id), "recorded_at": "2026-11-24T09:30:00.000Z"}
    sealing.pushes(sealing.seals(entry))
    assert "Signed on Tablet 7 at 24 Nov, 09:30</p>" in opened(entry["id"], entry["kind"])


def test_a_note_that_came_plain_says_nothing_of_a_signature(tablet, school, opened) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    assert "Signed" not in opened(entry["id"])
    assert not is_signed(tablet, entry)


def test_words_signed_anew_are_signed(sealing, school, opened) -> None:
    first = observation_entry(school.pupils[0].id, "First words.")
    second = {**revised(first, 2, text="Other words."), "recorded_at": "2026-11-24T11:45:00.000Z"}
    assert statuses(sealing.pushes(sealing.seals(first), sealing.seals(second))) == ["accepted", "accepted"]
    assert is_signed(sealing, first)
    assert "Signed on Tablet 7 at 24 Nov, 11:45</p>" in opened(first["id"])


def test_merged_words_are_not_what_was_signed(sealing, tablet_of, school, opened) -> None:
    entry = observation_entry(school.pupils[0].id, "First words.")
    sealing.pushes(sealing.seals(entry))
    tablet_of(school.senco).pushes(revised(entry, 2, 1, setting="Elsewhere"))
    assert not is_signed(sealing, entry), "the SENCO's change came plain"
    mine = sealing.seals({**revised(entry, 2, 1, text="Better words."), "device_seq": 2})
    assert statuses(sealing.pushes(mine)) == ["merged"]
    assert not is_signed(sealing, entry)
    assert "; changed since</p>" in opened(entry["id"])


def test_a_pair_that_the_senco_settles_changes_what_was_signed(sealing, tablet_of, school, desk, opened) -> None:
    entry = observation_entry(school.pupils[0].id, "First words.")
    sealing.pushes(sealing.seals(entry), sealing.seals({**revised(entry, 2, text="Mine."), "device_seq": 2}))
    assert statuses(tablet_of(school.senco).pushes(revised(entry, 2, 1, text="Theirs."))) == ["conflict"]
    assert is_signed(sealing, entry)
    with desk() as session:
        (pair,) = conflicts.unsettled(session, school.id)
        settling.settle_conflict(session, school.senco, pair.id, conflicts.OFFERED, now())
    assert not is_signed(sealing, entry)
    assert "; changed since</p>" in opened(entry["id"])


def test_a_pair_settled_for_the_record_leaves_its_signature(sealing, tablet_of, school, desk, opened) -> None:
    entry = observation_entry(school.pupils[0].id, "First words.")
    sealing.pushes(sealing.seals(entry), sealing.seals({**revised(entry, 2, text="Mine."), "device_seq": 2}))
    tablet_of(school.senco).pushes(revised(entry, 2, 1, text="Theirs."))
    with desk() as session:
        (pair,) = conflicts.unsettled(session, school.id)
        settling.settle_conflict(session, school.senco, pair.id, conflicts.RECORDED, now())
    assert is_signed(sealing, entry)
    assert "changed since" not in opened(entry["id"])


def mend(desk, school: SimpleNamespace, text: str) -> str:
    """The SENCO files what waits in quarantine, about the TA's pupil; returns the note's id."""
    with desk() as session:
        ((item, entry),) = quarantine.waiting(session, school.id)
        told = {**quarantine.content(entry), "body": observation_body(school.pupils[0].id, text)}
        mended = replace(read_entry(told), problems=[])
        assert settling.file_mended(session, school.senco, item.id, mended, now()) == []
        return str(item.filed_as)


def test_what_was_mended_at_the_desk_is_not_what_was_signed(sealing, school, desk, opened) -> None:
    entry = observation_entry(school.pupils[3].id, "About the wrong pupil.")  # not one of the TA's
    assert statuses(sealing.pushes(sealing.seals(entry))) == ["quarantined"]
    note_id = mend(desk, school, "About the right one.")
    assert not is_signed(sealing, {**entry, "id": note_id})
    assert "Signed on Tablet 7" in opened(note_id) and "; changed since</p>" in opened(note_id)


def test_a_signature_that_does_not_hold_is_not_shown_as_one(sealing, school, desk, opened) -> None:
    entry = observation_entry(school.pupils[0].id)
    assert statuses(sealing.pushes(sealing.seals(entry, signature=sealing.signs("other words")))) == ["quarantined"]
    assert "Signed" not in opened(mend(desk, school, "Mended."))


def test_a_link_to_an_outcome_is_no_change_of_the_words(sealing, school, desk, opened, record) -> None:
    entry = observation_entry(school.pupils[0].id, "First words.")
    sealing.pushes(sealing.seals(entry))
    with desk() as session:
        outcome = an_outcome(session, school.pupils[0])
        reviews.link_outcomes(session, school.senco, "observation", entry["id"], [outcome.id], now())
        linked = [outcome.id]
    assert is_signed(sealing, entry)
    assert sealing.holds("observation")[entry["id"]]["outcome_ids"] == linked
    assert "changed since" not in opened(entry["id"])
    later = sealing.seals({**revised(entry, 2, 1, text="Better words."), "device_seq": 2})
    assert statuses(sealing.pushes(later)) == ["merged"], "beside the link"
    assert record().get(Observation, entry["id"]).outcome_ids == linked
    assert is_signed(sealing, entry), "and these words are signed as well"


def test_a_colleague_who_signed_is_named(api_client, sealing, school, opened) -> None:
    entry = observation_entry(school.pupils[0].id, "First words.")
    sealing.pushes(sealing.seals(entry))
    sencos = SealingTablet(api_client, school.senco, name="Owls 2")
    sencos.prepares()
    theirs = sencos.seals(revised(entry, 2, 1, text="A colleague's words."))
    assert statuses(sencos.pushes(theirs)) == ["accepted"]
    assert f"Signed by {school.senco.name} on Owls 2 at" in opened(entry["id"])
    assert is_signed(sealing, entry)
