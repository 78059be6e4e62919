"""An observer: somebody with a tablet in one hand, and an instrument under the thumb of it."""

from typing import Any

from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.parts import Part, button, field, heading, link
from tests.e2e.waiting import wait_until

WAYS = Part("list", "Kinds of observation")
# The quick way to each kind, from the pupil's page.
WAY = {
    "abc": "ABC",
    "frequency": "Count",
    "duration": "Time",
    "time_sample": "Intervals",
    "scale": "Scale",
    "target": "Target",
    "session": "Session",
}
KINDS = ("narrative", *WAY)


class Observer:
    """Writes with every instrument; knows the tablet only as whoever holds it does."""

    def __init__(self, tablet: Tablet) -> None:
        self.tablet, self.page = tablet, tablet.page

    def begins(self, kind: str, pupil: str = "Amina Yusuf") -> None:
        """From Today to the form of one kind."""
        self.tablet.opens_pupil(pupil)
        self.page.taps(link("New observation" if kind == "narrative" else WAY[kind]))
        self.page.sees(heading("New observation"))

    def chooses(self, label: str) -> None:
        """Tap one of a few steps, by its words."""
        self.tablet.tab.get_by_label(label, exact=True).click()

    def counts(self, times: int) -> None:
        for _ in range(times):
            self.page.taps(button("+1"))

    def count(self) -> str:
        return self.page.value_of(field("Count"))

    def face(self) -> str:
        """What the clock of the form says."""
        return str(self.tablet.tab.locator("[data-face]").inner_text())

    def saves(self, pupil: str = "Amina Yusuf") -> None:
        self.tablet.taps_save()
        self.page.sees(heading(pupil))
        self.page.sees(Part("status", "Done"), "Saved on this tablet.")

    def continues_draft(self, pupil: str = "Amina Yusuf") -> None:
        self.tablet.opens_pupil(pupil)
        self.page.taps(link("Continue draft"))
        self.page.sees(heading("New observation"))


def measures_of(record: Record, mark: str, pupil: str = "Amina Yusuf") -> dict[str, Any]:
    """The measures of the one note in the record that holds this mark; waits for it."""
    pupil_id = record.pupil_id(pupil)

    def found() -> list[dict[str, Any]]:
        return [row["body"] for row in record.notes_with(mark) if row["body"]["pupil_id"] == pupil_id]

    notes = wait_until(found, f"the record holds “{mark}” of {pupil}")
    assert len(notes) == 1, f"“{mark}” was filed {len(notes)} times"
    measures: dict[str, Any] = notes[0]["measures"]
    return measures
