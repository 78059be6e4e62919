"""The SENCO at the desk: reads what has come in, marks it, asks, looks after tablets."""

from tests.e2e.actors.tablet import PASSWORD, first_line
from tests.e2e.engines.page import Page
from tests.e2e.engines.parts import MAIN, Part, button, field, heading, link, note_with


class Senco:
    """One browser at the desk. `page` may be of any engine."""

    def __init__(self, page: Page, email: str = "senco@demo.school") -> None:
        self.page = page
        self._email = email

    def signs_in(self) -> "Senco":
        """At the school's door; the SENCO is led to the pile."""
        self.enters()
        self.page.sees(heading("To review"))
        return self

    def enters(self) -> None:
        """Sign in, wherever that leads this person."""
        self.page.goes_to("/sign-in")
        self.page.writes(field("Email"), self._email)
        self.page.writes(field("Password"), PASSWORD)
        self.page.taps(button("Sign in"))
        self.page.sees(button("Sign out"))

    def opens(self, path: str, title: str) -> None:
        self.page.goes_to(path)
        self.page.sees(heading(title))

    def opens_pile(self) -> None:
        self.opens("/desk/", "To review")

    def note(self, text: str) -> Part:
        """The note in the pile that begins so."""
        return note_with(first_line(text)[:60])

    def sees_note(self, pupil: str, text: str, *facts: str) -> None:
        """It is in the pile, and opened it says all of this. A meeting is found by what was discussed."""
        self.opens_pile()
        self.opens_note(pupil, text)
        for line in (text, *facts):
            self.page.sees(self.note(text), line)

    sees_observation = sees_meeting = sees_note

    def opens_note(self, pupil: str, text: str) -> None:
        self.page.taps(link(pupil, within=self.note(text)))

    def marks_as_reviewed(self, text: str) -> None:
        self.page.taps(button("Mark as reviewed", within=self.note(text)))
        self.page.misses(self.note(text))

    def asks(self, text: str, question: str) -> None:
        """Ask the author of a note in the pile."""
        self.page.taps(button("Ask a question", within=self.note(text)))
        self.page.writes(field("Your question", within=self.note(text)), question)
        self.page.taps(button("Send question", within=self.note(text)))
        self.page.misses(self.note(text))

    def sees_answer(self, pupil: str, text: str, answer: str) -> None:
        """The note is back in the pile, with the answer."""
        self.sees_note(pupil, text, answer)

    def sees_on_tablets(self, *texts: str) -> None:
        self.opens("/desk/tablets", "Tablets")
        for text in texts:
            self.page.sees(MAIN, text)

    def withdraws_tablet(self, name: str) -> None:
        self.opens("/desk/tablets", "Tablets")
        self.page.taps(button("Withdraw", within=note_with(name)))
        self.page.sees(heading(f"Withdraw {name}?"))
        self.page.taps(button("Withdraw"))
        self.page.sees(heading("Tablets"))

    def sees_erased(self, name: str) -> None:
        """The desk says when the tablet has erased what it held."""
        self.opens("/desk/tablets", "Tablets")
        self.page.sees(note_with(name), "erased on")

    def sees_in_quarantine(self, text: str) -> None:
        self.opens("/desk/quarantine", "Quarantine")
        self.page.sees(MAIN, text)
