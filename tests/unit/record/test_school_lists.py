"""A school's lists: the usual ones until it has its own, what each may be, and who changes them."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from api.schemas.documents import ListsSchema
from record import changes, school_lists, school_settings
from record.audit import AuditEvent
from record.errors import NotAllowed, Refused
from record.schools import School
from record.usual_lists import USUAL
from tests.factories import A_MORNING, a_person, a_school, a_school_document

TODAY = A_MORNING.date()
CALM = {"id": "01900000-0000-7000-8000-000000000001", "name": "Calm", "least": 1, "most": 3, "labels": ["Low", "Mid"]}
TERM = {"name": "Autumn 1", "first": "2026-09-07", "last": "2026-10-16"}


def lists_of(school: School) -> dict[str, Any]:
    return school_lists.lists_of(school, TODAY)


def said(session, school: School) -> dict[str, Any]:
    head = changes.head(session, school.id, "school", school.id)
    return json.loads(head.body)["lists"]


def test_a_new_school_has_the_usual_lists_and_two_years_of_half_terms(session):
    lists = lists_of(a_school(session))
    terms = lists.pop("terms")
    assert lists == USUAL
    assert [terms[0]["first"], terms[-1]["last"], len(terms)] == ["2025-09-02", "2027-07-21", 12]


def test_the_usual_lists_may_stand_by_the_schools_own_rules(session):
    lists = lists_of(a_school(session))
    assert school_lists.problems(lists) == {}
    assert ListsSchema().validate(lists) == {}
    for name in school_lists.WORD_LISTS:
        assert len(set(lists[name])) == len(lists[name]) >= 12, name


@pytest.mark.parametrize("role", ["senco", "assistant_senco"])
def test_a_senco_changes_one_list_of_their_own_school_and_tablets_are_told(session, role):
    school, other = a_school(session), a_school(session)
    a_school_document(session, school)
    before, version = lists_of(school), changes.head(session, school.id, "school", school.id).version
    school_settings.change_lists(session, a_person(session, school, role), {"settings": ["Yurt"]}, A_MORNING)
    assert lists_of(school) == said(session, school) == {**before, "settings": ["Yurt"]}
    assert lists_of(other)["settings"] == USUAL["settings"]
    assert changes.head(session, school.id, "school", school.id).version == version + 1
    (event,) = session.scalars(select(AuditEvent).where(AuditEvent.action == "lists changed"))
    assert json.loads(event.detail) == {"settings": {"before": USUAL["settings"], "after": ["Yurt"]}}


def test_a_change_that_changes_nothing_leaves_no_trace(session):
    school = a_school(session)
    a_school_document(session, school)
    senco, lists = a_person(session, school, "senco"), lists_of(school)
    school_settings.change_lists(session, senco, lists, A_MORNING)
    assert school.lists is None
    assert not session.scalars(select(AuditEvent).where(AuditEvent.action == "lists changed")).all()


def test_a_list_may_be_empty(session):
    school = a_school(session)
    everything = dict.fromkeys((*school_lists.WORD_LISTS, "scales"), [])
    school_settings.change_lists(session, a_person(session, school, "senco"), everything, A_MORNING)
    assert {name: lists_of(school)[name] for name in everything} == everything


def test_half_terms_of_its_own_stand_for_their_year_alone(session):
    school = a_school(session)
    school_settings.change_lists(session, a_person(session, school, "senco"), {"terms": [TERM]}, A_MORNING)
    terms = lists_of(school)["terms"]
    assert terms[-1] == TERM and len(terms) == 7
    assert len(school_lists.lists_of(school, date(2027, 9, 1))["terms"]) == 7


@pytest.mark.parametrize("role", ["ta", "teacher", "head", "admin", "governor", "designated_teacher"])
def test_nobody_else_changes_them(session, role):
    school = a_school(session)
    with pytest.raises(NotAllowed):
        school_settings.change_lists(session, a_person(session, school, role), {"settings": []}, A_MORNING)


WRONG = [
    ({"settings": ["x"] * 101}, "settings", "At most 100 lines: there are 101"),
    ({"phrases": ["x" * 201]}, "phrases", "At most 200 characters"),
    ({"scales": [CALM] * 21}, "scales", "At most 20 scales"),
    ({"scales": [{**CALM, "name": ""}]}, "scales.0.name", "Name the scale"),
    ({"scales": [CALM, {**CALM, "name": "CALM"}]}, "scales.1.name", "two scales called"),
    ({"scales": [{**CALM, "least": None}]}, "scales.0.least", "whole number"),
    ({"scales": [{**CALM, "most": 101}]}, "scales.0.most", "from -100 to 100"),
    ({"scales": [{**CALM, "most": 1}]}, "scales.0.most", "above the lowest"),
    ({"scales": [{**CALM, "labels": list("abcd")}]}, "scales.0.labels", "3 scores and 4 lines"),
    ({"scales": [{**CALM, "labels": ["x" * 201]}]}, "scales.0.labels", "At most 200"),
    ({"terms": [TERM] * 25}, "terms", "At most 24"),
    ({"terms": [{**TERM, "name": ""}]}, "terms.0.name", "Name the half-term"),
    ({"terms": [{**TERM, "first": "soon"}]}, "terms.0.first", "Enter a day"),
    ({"terms": [{**TERM, "last": ""}]}, "terms.0.last", "Enter a day"),
    ({"terms": [{**TERM, "last": "2026-09-06"}]}, "terms.0.last", "after the first"),
    ({"terms": [{**TERM, "last": "2027-09-06"}]}, "terms.0.last", "within the same term"),
    ({"terms": [TERM, {**TERM, "first": "2026-10-16", "last": "2026-10-20"}]}, "terms.1.first", "another half-term"),
]


@pytest.mark.parametrize(("lists", "field", "words"), WRONG, ids=[each[1] + " " + each[2] for each in WRONG])
def test_a_list_that_cannot_be_is_refused_by_its_field(session, lists, field, words):
    found = school_lists.problems(lists)
    assert list(found) == [field] and words in found[field]
    school = a_school(session)
    with pytest.raises(Refused):
        school_settings.change_lists(session, a_person(session, school, "senco"), lists, A_MORNING)
    assert school.lists is None


def test_there_is_no_such_list(session):
    with pytest.raises(Refused):
        school_lists.problems({"poems": []})
