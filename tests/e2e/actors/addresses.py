"""Every address there is, from the app's and the tablet's own lists; says which of them nobody has looked at."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect, Rule

from doors.database import db
from webapp import create_app

LIST_OF_THE_TABLET = Path(__file__).with_name("tablet_addresses.js")

# What Flask answers to GET and is no page of its own. Whoever adds an address here says why; all others are looked at.
NO_PAGES = {
    "/static/dist/<path:filename>": "built files",
    "/api/v1/openapi.json": "a contract for programs",
    "/sw.js": "the worker",
    "/manifest.webmanifest": "a list of icons",
    "/healthz": "for machines",
    "/api/v1/attachments/<attachment_id>": "a photo, for tablets",
    "/desk/attachments/<photo_id>": "a photo, within its note",
    "/desk/quarantine/files/<file_id>": "a file to take out, never shown",
    "/desk/meetings/<meeting_id>/copy.pdf": "a file",
    "/sign-in/with/<key>": "leads to the school's own sign-in",
    "/sign-in/with/<key>/back": "leads on from there; what can go wrong is shown by /sign-in",
}
# Likewise what the tablet's worker answers.
NO_PAGES_OF_THE_TABLET = {
    "/tablet/pupils/:id/notes": "the list within the pupil's page",
    "/tablet/pupils/:id/observations/also": "the list within the form of an observation",
    "/tablet/outbox/list": "the list within the Outbox",
    "/tablet/photos/of/:entry": "the list within a form",
    "/tablet/photos/:id": "a photo, within its note",
    "/tablet/set-up/check": "the findings within the page that sets up",
    "/tablet/outbox/:id/:revision/export": "a file",
    "/tablet/unlock": "leads to /tablet/, which asks for the passcode",
}


def kinds_of_flask(folder: Path) -> "KindsOfFlask":
    """The app's own list."""
    app = create_app(folder)
    try:
        return KindsOfFlask(app)
    finally:
        with app.app_context():
            db.engine.dispose()


class KindsOfFlask:
    """The pages that Flask answers, by the rules of its URL map."""

    def __init__(self, app: Flask) -> None:
        self._app = app

    def pages(self) -> set[str]:
        """The rules that answer GET with a page."""
        rules = {rule.rule for rule in self._app.url_map.iter_rules() if "GET" in (rule.methods or set())}
        assert set(NO_PAGES) <= rules, f"gone, and still excused: {set(NO_PAGES) - rules}"
        return rules - set(NO_PAGES)

    def kind_of(self, path: str) -> str | None:
        """The rule that a path answers to."""
        adapter = self._app.url_map.bind("localhost")
        try:
            rule, _values = adapter.match(urlsplit(path).path, method="GET", return_rule=True)
        except (HTTPException, RequestRedirect):
            return None
        return str(rule.rule) if isinstance(rule, Rule) else None

    def left_out(self, paths: Iterable[str]) -> set[str]:
        """The pages that none of these paths leads to."""
        return self.pages() - {self.kind_of(path) for path in paths}


class KindsOfTheTablet:
    """The pages that the worker answers, by the patterns of its router."""

    def __init__(self) -> None:
        said = subprocess.run(["node", str(LIST_OF_THE_TABLET)], capture_output=True, text=True, check=True, timeout=60)
        gets = [address for address in json.loads(said.stdout) if address.startswith("GET ")]
        self._patterns = [address.removeprefix("GET ") for address in gets]

    def pages(self) -> set[str]:
        """The patterns that answer GET with a page."""
        assert set(NO_PAGES_OF_THE_TABLET) <= set(self._patterns), "gone, and still excused"
        return set(self._patterns) - set(NO_PAGES_OF_THE_TABLET)

    def kind_of(self, path: str) -> str | None:
        """The pattern that a path answers to: the first that fits, as the router has it."""
        path = urlsplit(path).path
        return next((pattern for pattern in self._patterns if _shape(pattern).fullmatch(path)), None)

    def left_out(self, paths: Iterable[str]) -> set[str]:
        """The pages that none of these paths leads to."""
        return self.pages() - {self.kind_of(path) for path in paths}


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r":\w+", "[^/]+", pattern))
