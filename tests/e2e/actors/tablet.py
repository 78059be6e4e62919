"""A tablet in somebody's hands: what a teaching assistant or teacher does with it, and what they must see."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import field as part_of
from pathlib import Path
from typing import Any

from tests.e2e.engines import parts
from tests.e2e.engines.page import Page
from tests.e2e.engines.parts import BAR, MAIN, SYNC, button, field, heading, link, note_with, region

PASSWORD = "chalk-and-talk"
PASSCODE = "geese in november"
RECENT_NOTES = region("Recent notes")
MY_PUPILS = region("My pupils")

# Says aloud what the form being written says over its buttons.
LISTEN = """() => {
  const place = document.querySelector("form[data-draft] [data-saved]");
  const isShown = () => place.isConnected && getComputedStyle(place).opacity === "1";
  new MutationObserver(() => isShown() && console.log(place.dataset.words)).observe(place, { attributes: true });
}"""

# Says aloud what whoever listens hears: what comes into a place that was there before.
HEAR = """() => {
  const place = document.querySelector("body > [role=status]#said");
  const hear = () => place.textContent && console.log(`heard: ${place.textContent}`);
  new MutationObserver(hear).observe(place, { childList: true });
}"""

# Asks for the form, fills in one field, and sends it: what a page does, for each text.
SEND_FORMS = """async (texts) => {
  const url = `${location.pathname}/observations/new`;
  for (const text of texts) {
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
    const body = new URLSearchParams(new FormData(page.querySelector("form[data-draft]")));
    body.set("text", text);
    const answer = await fetch(url, { method: "POST", body });
    if (!answer.ok || !answer.headers.has("X-Jotter-Worker")) throw new Error(`not saved: ${text}`);
  }
}"""


@dataclass(frozen=True)
class AgreedAction:
    """One line of `Agreed actions`."""

    text: str
    who: str
    by_when: str


@dataclass(frozen=True)
class Meeting:
    """What a person writes in the form of a parent meeting."""

    held_on: str
    present: str
    parent_view: str
    child_view: str
    discussion: str
    actions: Sequence[AgreedAction] = part_of(default_factory=tuple)
    purpose: str = "SEN support review"
    next_meeting: str = ""


class Tablet:
    """One tablet. `page` may be of any engine."""

    def __init__(self, page: Page, passcode: str = PASSCODE) -> None:
        self.page, self.passcode = page, passcode

    @property
    def tab(self) -> Any:
        """Playwright's own page, where the engine is one of its: for what no person does."""
        return self.page.tab  # type: ignore[attr-defined]  # Selenium has none

    # --- setting up ---

    def signs_in(self, email: str) -> None:
        """At the school's door; a tablet's people are led to /tablet/."""
        self.page.goes_to("/sign-in?next=/tablet/")
        self.fills_in_the_door(email)

    def fills_in_the_door(self, email: str) -> None:
        self.page.sees(heading("Sign in"))
        self.page.writes(field("Email"), email)
        self.page.writes(field("Password"), PASSWORD)
        self.page.taps(button("Sign in"))

    def is_set_up(self, name: str) -> None:
        """From the first visit to `Today`, with the pupils on the tablet."""
        self.page.sees(heading("Set up this tablet"))
        # The check of the device is swapped in beside the form; a name typed meanwhile must stay.
        self.page.writes(field("Tablet name"), name)
        self.chooses_passcode("Set up")
        self.is_all_synced()

    def joins(self) -> None:
        """Set up a jotter of one's own on a tablet that others use too."""
        self.page.sees(heading("Set up your jotter on this tablet"))
        self.chooses_passcode("Set up")

    def chooses_passcode(self, done: str) -> None:
        """Type a passcode twice and tap the form's button: the jotter opens."""
        self.page.writes(field("Choose a passcode"), self.passcode)
        self.page.writes(field("Repeat passcode"), self.passcode)
        self.page.taps(button(done))
        self.page.sees(heading("Today"))

    def begins(self, email: str, name: str = "Blue 3") -> "Tablet":
        """Sign in and set up in one go."""
        self.signs_in(email)
        self.is_set_up(name)
        return self

    # --- locking ---

    def locks(self) -> None:
        self.page.taps(button("Lock", within=BAR))
        self.is_locked()

    def is_locked(self) -> None:
        """Nothing but the passcode is asked for."""
        self.page.sees(heading("Unlock"))

    def tries(self, passcode: str) -> None:
        self.page.writes(field("Passcode"), passcode)
        self.page.taps(button("Unlock"))

    def unlocks(self) -> "Tablet":
        """The passcode, and the page that was asked for."""
        self.is_locked()
        self.tries(self.passcode)
        self.page.misses(heading("Unlock"))
        self.page.settles()  # one page goes, another comes: whoever goes on by an address must not meet it
        return self

    def reopens(self, path: str = "/tablet/") -> "Tablet":
        """A browser that was started again has locked every jotter."""
        self.opens(path)
        return self.unlocks()

    def is_somebody_else(self, name: str) -> None:
        """Whoever has a jotter here takes their turn."""
        self.page.taps(link("Someone else"))
        self.page.sees(heading("Who is here?"))
        self.page.taps(button(name))
        self.is_locked()
        self.page.sees(MAIN, name)

    # --- going about ---

    def opens(self, path: str = "/tablet/") -> None:
        self.page.goes_to(path)

    def opens_today(self) -> None:
        self.opens("/tablet/")
        self.page.sees(heading("Today"))

    def opens_outbox(self) -> None:
        self.opens("/tablet/outbox")
        self.page.sees(heading("Outbox"))

    def has_pulled(self) -> None:
        """Everything that the record has for this person has come: `All synced` speaks of what waits here alone."""
        self.opens_outbox()
        self.page.sees(MAIN, "Last synced")

    def opens_pupil(self, name: str) -> None:
        self.opens_today()
        self.page.taps(link(name, within=MY_PUPILS))
        self.page.sees(heading(name))

    def sees_pupils(self, *names: str) -> None:
        for name in names:
            self.page.sees(link(name, within=MY_PUPILS))

    # --- writing ---

    def begins_observation(self, pupil: str, text: str = "") -> None:
        self.opens_pupil(pupil)
        self.page.taps(link("New observation"))
        self.page.sees(heading("New observation"))
        if text:
            self.page.writes(field("What did you see?"), text)

    def adds_photos(self, paths: Sequence[Path], already: int = 0) -> None:
        """Put photos to the note that is being written, and see each of them."""
        self.page.chooses_files(field("Add photos"), paths)
        self.sees_photos(already + len(paths))

    def sees_photos(self, count: int) -> None:
        """So many can be taken out again."""
        self.page.sees(button(f"Remove photo {count}"))
        self.page.misses(button(f"Remove photo {count + 1}"))

    def taps_save(self) -> None:
        self.page.taps(button("Save observation"))

    def is_told_that_it_is_saved(self, tap: Callable[[], None]) -> None:
        """By the form itself, before the page that follows (Playwright's engines only)."""
        self.tab.evaluate(LISTEN)
        with self.tab.expect_console_message(lambda said: said.text == "Saved on this tablet."):
            tap()

    def hears_that_it_is_saved(self, tap: Callable[[], None]) -> None:
        """The same, by whoever does not see it."""
        self.tab.evaluate(HEAR)
        with self.tab.expect_console_message(lambda said: said.text == "heard: Saved on this tablet."):
            tap()

    def records_observation(self, pupil: str, text: str, setting: str = "") -> None:
        """Write a note and see it among the recent ones of the pupil."""
        self.begins_observation(pupil, text)
        if setting:
            self.page.writes(field("Setting"), setting)
        self.taps_save()
        self.page.sees(heading(pupil))
        self.page.sees(parts.Part("status", "Done"), "Saved on this tablet.")
        self.sees_note(text)

    def records_observations(self, pupil: str, texts: Sequence[str]) -> None:
        for text in texts:
            self.records_observation(pupil, text)

    def quickly_records(self, pupil: str, texts: Sequence[str]) -> None:
        """Many notes through the same form and the same worker, without the typing (Playwright's engines only)."""
        self.opens_pupil(pupil)
        self.tab.evaluate(SEND_FORMS, list(texts))
        self.opens_today()

    def holds_meeting(self, pupil: str, meeting: Meeting) -> None:
        """Fill in a parent meeting and finish it."""
        self.opens_pupil(pupil)
        self.page.taps(link("New parent meeting"))
        self.page.sees(heading("New parent meeting"))
        self.fills_in_meeting(meeting)
        self.page.taps(button("Finish meeting"))
        self.page.sees(heading(pupil))
        self.sees_note(meeting.discussion)

    def fills_in_meeting(self, meeting: Meeting) -> None:
        page = self.page
        page.writes(field("Date"), meeting.held_on)
        page.writes(field("Purpose"), meeting.purpose)
        page.writes(field("People present"), meeting.present)
        page.writes(field("Parent's view"), meeting.parent_view)
        page.writes(field("Child's view"), meeting.child_view)
        page.writes(field("What we discussed"), meeting.discussion)
        for row, action in enumerate(meeting.actions):
            page.taps(button("Add action"))
            page.sees(field("Action", nth=row))
            page.writes(field("Action", nth=row), action.text)
            page.writes(field("Who", nth=row), action.who)
            page.writes(field("By when", nth=row), action.by_when)
        if meeting.next_meeting:
            page.writes(field("Next meeting"), meeting.next_meeting)

    def answers_question(self, question: str, answer: str) -> None:
        """Open Today, and answer what the SENCO asked meanwhile."""
        self.opens_today()
        asked = parts.Part("listitem", containing=question, within=region("Questions for you"))
        self.page.sees(asked)
        self.page.taps(link("Answer", within=asked))
        self.page.sees(MAIN, question)
        self.page.writes(field("Answer"), answer)
        self.page.taps(button("Send answer"))
        self.page.sees(heading("Today"))

    # --- what must be seen ---

    def sees_note(self, text: str, mark: str | None = None) -> None:
        """A note among the recent ones of the pupil whose page is open."""
        note = note_with(first_line(text), within=RECENT_NOTES)
        self.page.sees(note)
        if mark:
            self.page.sees(note, mark)

    def shows_first(self, text: str, mark: str) -> None:
        """The newest of the recent notes is this one."""
        self.page.sees(parts.Part("article", within=RECENT_NOTES), first_line(text))
        self.sees_note(text, mark)

    def sees_draft_kept(self) -> None:
        """What has been typed is kept, and the page says so."""
        self.page.sees(MAIN, "Draft kept on this tablet")

    def sees_problem(self, text: str) -> None:
        """The form says what is wrong."""
        self.page.sees(parts.Part("alert"), text)

    def says(self, status: str) -> None:
        """The Sync status says this."""
        self.page.sees(SYNC, status)

    def device_id(self) -> str:
        """The number the tablet has given itself."""
        return str(self.tab.locator("body").get_attribute("data-device"))

    def status(self) -> str:
        return self.page.text_of(SYNC)

    def is_all_synced(self) -> None:
        self.says("All synced")

    def taps_sync_now(self) -> None:
        self.opens_outbox()
        self.page.taps(button("Sync now"))

    def comes_back(self) -> None:
        """The network is there again: everything must go by itself once a page is opened."""
        self.opens_today()
        self.is_all_synced()


def first_line(text: str) -> str:
    """What finds a note again: its first words, on one line."""
    return text.strip().split("\n")[0][:120]
