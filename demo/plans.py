"""What the demo school consists of, as plain values: made first, filed in the record afterwards."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class StaffPlan:
    """A member of staff. `title` is how notes speak of them; `key` is how the other files here name them."""

    key: str
    name: str
    title: str
    email: str
    role: str
    tablet: str | None = None
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PupilPlan:
    """A pupil, the one page profile, and what their notes are made from."""

    given_name: str
    family_name: str
    pronoun: str
    year_group: str
    class_name: str
    sen_status: str
    needs: tuple[str, ...]
    date_of_birth: date
    tas: tuple[str, ...]
    strands: tuple[str, ...]
    carers: tuple[tuple[str, str], ...]
    interpreter: tuple[tuple[str, str], ...]  # who comes to meetings as well
    friend: str
    interest: str
    calm: str
    trigger: str
    profile: dict[str, object]
    moments: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True)
class OutcomePlan:
    """An outcome of a pupil: the strand it is worked on in, and how its measure moves over the term."""

    pupil: PupilPlan
    strand: str
    text: str
    area: str
    baseline: str
    review_on: date
    start: int
    target: int
    out_of: int
    reach: float  # how much of the way from start to target is gone by today
    shape: float  # below 1 quick at first, above 1 slow at first

    @property
    def is_met(self) -> bool:
        return self.reach >= 1.0


@dataclass(frozen=True)
class NotePlan:
    """One observation: who wrote what about whom, when, and towards which outcomes."""

    pupil: PupilPlan
    author: str
    recorded_at: datetime
    setting: str
    text: str
    outcomes: tuple[OutcomePlan, ...] = ()
    observed_at: datetime | None = None  # where it was written up later than it happened
    scores: tuple[tuple[str, int], ...] = ()  # (strand, score) where the text tells one
    question: str | None = None  # what the SENCO asks about it
    answer: str | None = None
    instrument: str = "narrative"
    measures: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ActionPlan:
    """An agreed action of a meeting."""

    text: str
    owner: str
    due: date
    is_done: bool


@dataclass(frozen=True)
class MeetingPlan:
    """A meeting with a pupil's parents."""

    pupil: PupilPlan
    author: str
    recorded_at: datetime
    purpose: str
    present: tuple[tuple[str, str], ...]
    parent_view: str
    child_view: str
    discussion: str
    actions: tuple[ActionPlan, ...]
    next_meeting: date


@dataclass(frozen=True)
class ConflictPlan:
    """A note that two people changed in different ways."""

    note: NotePlan
    other_author: str
    recorded_text: str
    offered_text: str


@dataclass(frozen=True)
class QuarantinePlan:
    """An entry that the record will not be able to file as it stands."""

    note: NotePlan


@dataclass(frozen=True)
class SchoolPlan:
    """The whole school on one day."""

    name: str
    today: date
    days: tuple[date, ...]  # the term's school days before today, oldest first
    classes: tuple[str, ...]
    staff: tuple[StaffPlan, ...]
    pupils: tuple[PupilPlan, ...]
    outcomes: tuple[OutcomePlan, ...]
    notes: tuple[NotePlan, ...]  # in words
    measured: tuple[NotePlan, ...]  # with the other instruments
    meetings: tuple[MeetingPlan, ...]
    conflicts: tuple[ConflictPlan, ...]
    quarantined: tuple[QuarantinePlan, ...]
    tablets: dict[str, datetime] = field(default_factory=dict)  # name: last seen
