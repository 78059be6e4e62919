"""Sealed entries: opened and believed when all is right, kept whole in quarantine when anything is not."""

import json
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from api.schemas.entries import read_entry
from record import enrolments, quarantine, signatures
from record.base import new_id
from record.devices import Device
from record.entries import Entry
from record.observations import Observation
from record.times import now
from tests.factories import observation_entry
from tests.unit.api.actors import revised, statuses
from tests.unit.api.sealing_tablet import SealingTablet, seal_digest


def test_a_sealed_entry_is_opened_filed_and_shown_as_signed(sealing, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "Sealed \U0001f600 שלום")
    sealed = sealing.seals(entry)
    [result] = sealing.pushes(sealed)
    assert (result["status"], result["id"], result["digest"]) == ("accepted", entry["id"], seal_digest(sealed))
    assert record().get(Observation, entry["id"]).text == "Sealed \U0001f600 שלום"
    assert sealing.holds("observation")[entry["id"]]["signed"] is True


def test_pushed_again_sealed_anew_or_plain_it_is_a_duplicate(sealing, school, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    sealed = sealing.seals(entry)
    assert statuses(sealing.pushes(sealed, sealed, sealing.seals(entry), entry)) == ["accepted"] + ["duplicate"] * 3
    assert record().get(Observation, entry["id"]).version == 1


def test_payload_and_signature_are_kept_as_they_were_received(sealing, school, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    sealing.pushes(sealing.seals(entry))
    row = record().scalar(select(Entry).where(Entry.entry_id == entry["id"]))
    assert "\n" in row.raw, "with its very spaces"
    assert {**entry, "author": school.ta.id, "device": sealing.device_id} == json.loads(row.raw)
    assert signatures.count(record(), school.id) == 1
    assert list(signatures.faults(record(), school.id, read_entry)) == []


@pytest.mark.parametrize("column", ["raw", "signature"])
def test_what_was_tampered_with_in_the_record_is_found(sealing, school, desk, column: str) -> None:
    entry = observation_entry(school.pupils[0].id, "As it was")
    sealing.pushes(sealing.seals(entry))
    with desk() as session:
        changed = {"raw": json.dumps(entry), "signature": "A" * 86}[column]
        session.execute(update(Entry).where(Entry.entry_id == entry["id"]).values({column: changed}))
        assert [fault for fault in signatures.faults(session, school.id, read_entry) if entry["id"] in fault]


def test_one_persons_tablet_delivers_what_another_sealed_on_it(
    api_client: FlaskClient, sealing: SealingTablet, school: SimpleNamespace, record
) -> None:
    teachers = SealingTablet(api_client, school.teacher, sealing.device_id)
    teachers.prepares()
    theirs, own = (observation_entry(school.pupils[0].id) for _ in range(2))
    results = teachers.pushes(sealing.seals(theirs), teachers.seals(own))
    assert statuses(results) == ["accepted", "accepted"]
    authors = {entry["id"]: record().get(Observation, entry["id"]).author_id for entry in (theirs, own)}
    assert authors == {theirs["id"]: school.ta.id, own["id"]: school.teacher.id}


def test_a_locked_tablet_delivers_sealed_entries_and_gets_nothing(sealing, school) -> None:
    sealing.syncs()
    sealing.token = sealing.carry
    answer = sealing.syncs(sealing.seals(observation_entry(school.pupils[0].id)))
    assert statuses(answer["results"]) == ["accepted"]
    assert (answer["changes"], answer["cursor"], answer["command"]) == ([], None, None)
    assert statuses(sealing.pushes(observation_entry(school.pupils[0].id))) == ["quarantined"]


def test_what_waited_through_a_new_enrolment_is_still_believed(sealing, school) -> None:
    waiting = sealing.seals(observation_entry(school.pupils[0].id))
    sealing.prepares()  # another key of the same person on the same tablet
    assert statuses(sealing.pushes(waiting)) == ["accepted"]


def test_what_is_forged_takes_no_ones_place(api_client: FlaskClient, sealing: SealingTablet, school, record) -> None:
    teachers = SealingTablet(api_client, school.teacher, sealing.device_id)
    teachers.prepares()
    for token in (teachers.token, sealing.carry):
        true = observation_entry(school.pupils[0].id, "As its author wrote it")
        words = {**true["body"], "text": "What somebody else would have them say"}
        forged = teachers.seals(true, author=sealing.person_id, body=words)
        teachers.token = token
        assert statuses(teachers.pushes(forged, {**sealing.seals(true), "seal_key": "none"})) == ["quarantined"] * 2
        assert statuses(sealing.pushes(sealing.seals(true))) == ["accepted"]
        assert statuses(teachers.pushes(forged)) == ["duplicate"]
        note = record().get(Observation, true["id"])
        assert (note.text, note.author_id) == ("As its author wrote it", school.ta.id)


def test_whatever_is_wrong_with_a_seal_it_is_quarantined_whole_and_holds_up_nothing(
    api_client: FlaskClient, sealing: SealingTablet, school: SimpleNamespace, found_school, record
) -> None:
    others, elsewhere = SealingTablet(api_client, school.teacher), SealingTablet(api_client, found_school().ta)
    others.prepares()
    elsewhere.prepares()

    def entry() -> dict:
        return observation_entry(school.pupils[0].id)

    good = sealing.seals(entry())
    text = good["sealed"]
    bad = {
        "another info": sealing.seals(entry(), info=b"jotter entry v2"),
        "cut short": {**sealing.seals(entry()), "sealed": text[:40]},
        "one letter changed": {
            **sealing.seals(entry()),
            "sealed": text[:100] + ("A" if text[100] != "A" else "B") + text[101:],
        },
        "not base64": {**sealing.seals(entry()), "sealed": "é!\ud800"},
        "empty": {**sealing.seals(entry()), "sealed": ""},
        "unknown key": {**sealing.seals(entry()), "seal_key": "none"},
        "no key": {name: value for name, value in sealing.seals(entry()).items() if name != "seal_key"},
        "key is deep": {**sealing.seals(entry()), "seal_key": [[[[]]]]},
        "another school's key": elsewhere.seals(entry()),
        "to another school's key": sealing.seals(entry(), to=elsewhere.seal_key),
        "inside is no JSON": sealing.wraps(entry(), b"\xff\x00"),
        "inside is a list": sealing.wraps(entry(), b"[]"),
        "inside has no payload": sealing.wraps(entry(), b'{"signature": "x"}'),
        "payload is no text": sealing.wraps(entry(), b'{"payload": {}, "signature": "x"}'),
        "payload is no JSON": sealing.wraps(entry(), b'{"payload": "{", "signature": "x"}'),
        "payload is a number": sealing.wraps(entry(), b'{"payload": "7", "signature": "x"}'),
        "payload is deep": sealing.wraps(entry(), json.dumps({"payload": "[" * 5_000, "signature": "x"}).encode()),
        "signature is rubbish": sealing.seals(entry(), signature="rubbish"),
        "signature of other words": sealing.seals(entry(), signature=sealing.signs("other words")),
        "signed by a colleague": sealing.seals(entry(), author=school.teacher.id),
        "author is nobody": sealing.seals(entry(), author="nobody"),
        "author is a number": sealing.seals(entry(), author=7),
        "from another tablet": others.seals(entry()),
        "names another tablet": sealing.seals(entry(), device=others.device_id),
        "another id outside": {**sealing.seals(entry()), "id": entry()["id"]},
        "another revision outside": {**sealing.seals(entry()), "revision": 7},
        "not their pupil": sealing.seals(observation_entry(school.pupils[3].id)),
        "broken inside": sealing.seals(entry(), body={"pupil_id": school.pupils[0].id, "instrument": "abc"}),
    }
    for name, each in bad.items():
        last = sealing.seals(entry())
        results = sealing.pushes(each, last, limit=0)
        assert statuses(results) == ["quarantined", "accepted"], name
        assert results[0]["problems"], name
        assert statuses(sealing.pushes(each)) == ["duplicate"], name
        if "base64" not in name:
            assert results[0]["digest"] == seal_digest(each), name
    assert len(quarantine.waiting(record(), school.id)) == len(bad)


def test_a_private_key_is_not_taken(api_client: FlaskClient, school: SimpleNamespace) -> None:
    tablet = SealingTablet(api_client, school.ta)
    for key in ({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}, {"kty": "RSA"}, {}, "key", 7):
        assert tablet.enrols(sign_key=key).status_code == 400
    tablet.prepares()
    numbers = tablet.private.private_numbers()
    jwk = {"kty": "EC", "crv": "P-256", "d": str(numbers.private_value)}
    assert tablet.enrols(sign_key=jwk).status_code == 400


def test_a_withdrawn_tablet_still_delivers_what_is_sealed(sealing, school, desk) -> None:
    with desk() as session:
        enrolments.withdraw(session, school.senco, sealing.device_id, now())
    answer = sealing.syncs(sealing.seals(observation_entry(school.pupils[0].id)))
    assert statuses(answer["results"]) == ["accepted"]
    assert answer["command"] == {"wipe": True}


@pytest.mark.parametrize("odd", ["\ud800", "\0", "a\0b", "\x1f", "x" * 100_000, "", "no signature"])
@pytest.mark.parametrize("where", ["author", "device", "signature"])
def test_whatever_is_inside_a_seal_its_neighbours_are_filed(sealing, school, record, where: str, odd: str) -> None:
    entry, before, after = (observation_entry(school.pupils[0].id) for _ in range(3))
    payload = json.dumps({**entry, "author": sealing.person_id, "device": sealing.device_id, where: odd})
    signature = odd if where == "signature" else sealing.signs(payload)
    broken = sealing.wraps(entry, json.dumps({"payload": payload, "signature": signature}).encode())
    sealing.token = sealing.carry
    sent = [sealing.seals(before), broken, sealing.seals(after)]
    assert statuses(sealing.pushes(*sent)) == ["accepted", "quarantined", "accepted"]
    assert record().get(Observation, entry["id"]) is None


def test_what_two_people_wrote_on_one_tablet_is_filed_in_the_order_sent(
    api_client: FlaskClient, sealing: SealingTablet, school: SimpleNamespace, record
) -> None:
    sencos = SealingTablet(api_client, school.senco, sealing.device_id)
    sencos.prepares()
    entry = observation_entry(school.pupils[0].id, "One")
    third = revised(entry, 3, None, text="Three")
    del third["body"]["setting"]
    sent = [
        sealing.seals(entry),
        sencos.seals(revised(entry, 2, 1, setting="Hall") | {"device_seq": 2}),
        sealing.seals({**third, "device_seq": 3}),
    ]
    results = sealing.pushes(*sent)
    assert statuses(results) == ["accepted"] * 3 and [each["version"] for each in results] == [1, 2, 3]
    note = record().get(Observation, entry["id"])
    assert (note.text, note.setting, note.author_id) == ("Three", "Hall", school.ta.id)


def test_a_seal_key_in_capitals_is_the_same_key(sealing, school) -> None:
    sealed = sealing.seals(observation_entry(school.pupils[0].id))
    assert statuses(sealing.pushes({**sealed, "seal_key": sealed["seal_key"].upper()})) == ["accepted"]


def test_a_number_told_outside_the_seal_alone_is_no_gap(sealing, school, record) -> None:
    entries = [observation_entry(school.pupils[0].id, device_seq=number) for number in (1, 2)]
    sealed = [
        sealing.seals({name: said for name, said in each.items() if name != "device_seq"} | {"device_seq": None})
        for each in entries
    ]
    for each, number in zip(sealed, (1, 2), strict=True):
        each["device_seq"] = number
    assert statuses(sealing.pushes(*sealed)) == ["accepted"] * 2
    device = record().get(Device, (school.id, sealing.device_id))
    assert (device.top_seq, device.gaps) == (2, [])


def test_the_number_of_another_tablets_entry_is_none_of_this_ones(sealing, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, device_seq=57)
    assert statuses(sealing.pushes(sealing.seals(entry, device=new_id()))) == ["quarantined"]
    device = record().get(Device, (school.id, sealing.device_id))
    assert (device.top_seq, device.gaps) == (0, [])
