"""Builders of the record's subjects with sensible defaults, one file a subject; they never commit."""

from tests.factories.attachments import a_photo, an_attachment, seen_as
from tests.factories.entries import (
    answer_entry,
    entry,
    observation_body,
    observation_entry,
    parent_meeting_body,
    parent_meeting_entry,
)
from tests.factories.measures import MEASURES, measured_body
from tests.factories.notes import a_conflict, a_parent_meeting, a_question, an_observation
from tests.factories.outcomes import an_outcome
from tests.factories.people import PASSWORD, a_browser_session, a_person
from tests.factories.phases import a_phase
from tests.factories.pupils import a_class, a_pupil, some_pupils
from tests.factories.schools import A_MORNING, SEAL_KEY, a_school, a_school_document, assign

__all__ = [
    "A_MORNING",
    "MEASURES",
    "PASSWORD",
    "SEAL_KEY",
    "a_browser_session",
    "a_class",
    "a_conflict",
    "a_parent_meeting",
    "a_phase",
    "a_photo",
    "a_person",
    "a_pupil",
    "a_question",
    "a_school",
    "a_school_document",
    "an_attachment",
    "an_observation",
    "an_outcome",
    "answer_entry",
    "assign",
    "entry",
    "measured_body",
    "observation_body",
    "observation_entry",
    "parent_meeting_body",
    "parent_meeting_entry",
    "seen_as",
    "some_pupils",
]
