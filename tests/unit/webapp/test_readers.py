"""Whoever reads a pupil's record is in the audit trail, and the SENCO sees who read what."""

import json
import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from record import enrolments, readings
from record.audit import AuditEvent
from record.base import new_id
from record.quarantine import QuarantineItem
from record.times import now
from tests.factories import a_pupil, assign, observation_entry
from tests.unit.webapp.conftest import Desk
from tests.unit.webapp.pushing import push

HTMX = {"HX-Request": "true"}
FROM = {"REMOTE_ADDR": "192.0.2.7"}


def readings_of(session: Session, action: str) -> list[AuditEvent]:
    session.rollback()
    query = select(AuditEvent).where(AuditEvent.action == action).order_by(AuditEvent.number)
    return list(session.scalars(query))


def events(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(AuditEvent)) or 0


def test_a_pupils_page_is_written_down_with_who_when_what_and_from_where(browse, desk: Desk) -> None:
    begun = now()
    assert browse("ta").get(f"/desk/pupils/{desk.pupil.id}", environ_base=FROM).status_code == 200
    (event,) = readings_of(desk.session, readings.PUPIL)
    assert (event.person_id, event.pupil_id, event.subject_kind) == (desk.people["ta"].id, desk.pupil.id, "pupil")
    assert abs((event.at - begun).total_seconds()) < 60
    assert json.loads(event.detail) == {"address": "192.0.2.7"}


def test_the_next_page_of_a_timeline_is_a_reading_as_well(senco, desk: Desk) -> None:
    senco.get(f"/desk/pupils/{desk.pupil.id}", headers=HTMX)
    assert len(readings_of(desk.session, readings.PUPIL)) == 1


def test_a_note_is_read_on_its_page_in_the_pile_and_behind_a_form(senco, desk: Desk) -> None:
    for url in (desk.note_url, f"{desk.note_url}/question", f"{desk.note_url}/outcomes"):
        senco.get(url, headers=HTMX)
    found = readings_of(desk.session, readings.NOTE)
    assert [(event.subject_kind, event.subject_id) for event in found] == [("observation", desk.note.id)] * 3


def test_the_pile_is_a_reading_of_each_pupil_in_it_once(senco, desk: Desk) -> None:
    senco.get("/desk/")
    assert [event.pupil_id for event in readings_of(desk.session, readings.NOTES)] == [desk.pupil.id]


def test_the_register_is_a_reading_however_it_is_asked_for(senco, desk: Desk) -> None:
    senco.get("/desk/pupils")
    senco.get("/desk/pupils?search=ami", headers=HTMX)
    found = readings_of(desk.session, readings.LIST)
    assert [event.person_id for event in found] == [desk.people["senco"].id] * 2
    assert "ami" not in "".join(event.detail for event in found), "what was searched for may be a pupil's name"


def test_quarantine_is_a_reading_in_its_list_to_mend_and_to_discard(senco, desk: Desk) -> None:
    pupil_id = desk.pupil.id
    push(desk, "ta", observation_entry(pupil_id, text="Too long. " * 3_000))
    item_id = desk.session.scalar(select(QuarantineItem.id))
    for url in ("/desk/quarantine", f"/desk/quarantine/{item_id}", f"/desk/quarantine/{item_id}/discard"):
        assert senco.get(url).status_code == 200
    assert [event.pupil_id for event in readings_of(desk.session, readings.QUARANTINE)] == [pupil_id] * 3


def test_whoever_is_refused_has_read_nothing(browse, desk: Desk) -> None:
    clients = [browse(role) for role in ("other_ta", "admin", "governor", "nobody")]
    before = events(desk.session)
    for client in clients:
        for url in (f"/desk/pupils/{desk.pupil.id}", desk.note_url, f"/desk/pupils/{desk.pupil.id}/readers"):
            assert client.get(url).status_code in (302, 403, 404)
    assert events(desk.session) == before


def test_the_senco_sees_who_read_what_newest_first(browse, senco, desk: Desk) -> None:
    ta, head = browse("ta"), browse("head")
    ta.get(f"/desk/pupils/{desk.pupil.id}")
    head.get(desk.note_url, environ_base=FROM)
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/readers").text
    assert page.index("The head") < page.index("The ta")
    assert "Pupil&#39;s page" in page and "A note" in page and "192.0.2.7" in page


def test_the_readers_of_one_pupil_are_not_those_of_another(browse, senco, desk: Desk) -> None:
    other = a_pupil(desk.session, desk.school)
    desk.session.commit()
    browse("head").get(f"/desk/pupils/{desk.pupil.id}")
    assert "The head" not in senco.get(f"/desk/pupils/{other.id}/readers").text


def test_earlier_readers_are_behind_a_link(senco, desk: Desk) -> None:
    pupil_ids = [desk.pupil.id]
    for _ in range(130):
        readings.note(desk.session, desk.school.id, desk.people["ta"].id, readings.PUPIL, pupil_ids, now())
    desk.session.commit()
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/readers").text
    assert page.count("<tr>") == 101
    link = page[page.index("/readers?before=") :].split('"')[0]
    assert senco.get(f"/desk/pupils/{desk.pupil.id}{link}").text.count("<tr>") == 31


def test_a_tablet_is_named_as_the_place_that_a_record_was_taken_to(senco, desk: Desk) -> None:
    device_id = new_id()
    enrolments.enrol(desk.session, desk.people["ta"], device_id, "Owls 1", now())
    told = {"device_id": device_id, "documents": {desk.pupil.id: 3}}
    readings.note(desk.session, desk.school.id, desk.people["ta"].id, readings.PULLED, [desk.pupil.id], now(), **told)
    desk.session.commit()
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/readers").text
    assert "Owls 1" in page and "Taken onto a tablet" in page


def test_who_opened_a_list_that_holds_the_pupil_is_told_with_how_often(browse, senco, desk: Desk) -> None:
    browsers = {role: browse(role) for role in ("head", "ta", "other_ta", "admin")}
    for role, url in (("head", "/desk/pupils"), ("head", "/desk/meetings"), ("ta", "/desk/pupils")):
        assert browsers[role].get(url).status_code == 200
    browsers["admin"].get(f"/desk/people/{desk.people['ta'].id}/assignments")
    browsers["other_ta"].get("/desk/pupils")
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/readers").text
    lists = page[page.index("Lists that hold Amina Yusuf") :]
    told = re.findall(r'<th scope="row">([^<]*)</th><td data-label="Times">(\d+)</td>', lists)
    assert sorted(told) == [("The admin", "1"), ("The head", "2"), ("The ta", "1")], "the other TA's holds nobody"
    assert "Nobody has read this record yet" in page, "a list is no line of its own"


def test_a_list_read_while_the_pupil_was_still_theirs_goes_on_being_told(browse, senco, desk: Desk) -> None:
    browse("ta").get("/desk/pupils")
    assign(desk.session, desk.people["ta"], [], now=now())
    desk.session.commit()
    assert "The ta</th>" in senco.get(f"/desk/pupils/{desk.pupil.id}/readers").text


def test_an_entry_that_could_not_be_stored_is_a_reading_of_the_pupil_it_names(senco, desk: Desk) -> None:
    push(desk, "ta", observation_entry(desk.pupil.id, text="Half a \0 word"))
    assert "Amina Yusuf" in senco.get("/desk/quarantine").text
    assert [event.pupil_id for event in readings_of(desk.session, readings.QUARANTINE)] == [desk.pupil.id]


def test_an_entry_that_names_nobody_is_a_reading_all_the_same(senco, desk: Desk) -> None:
    for pupil_id in ("\0", "nobody", new_id()):
        push(desk, "ta", observation_entry(pupil_id))
    assert senco.get("/desk/quarantine").status_code == 200
    (event,) = readings_of(desk.session, readings.QUARANTINE)
    assert (event.pupil_id, event.person_id) == (None, desk.people["senco"].id)


def test_only_whoever_may_see_readers_is_offered_the_link(browse, senco, desk: Desk) -> None:
    url, ta = f"/desk/pupils/{desk.pupil.id}", browse("ta")
    assert f"{url}/readers" in senco.get(url).text
    assert f"{url}/readers" not in ta.get(url).text
