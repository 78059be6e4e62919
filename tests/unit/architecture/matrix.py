"""The matrix: for every address of the app, which column of `MAY` (record/access.py) opens it.

A new route needs a row here. OPEN asks for nobody (OPEN_ROUTES says why); ANYBODY for whoever is signed in; TOKEN for
an enrolment's token; everything else is a question to the role's rights. `about` says that the address names a pupil,
or a note about one: then it opens for that pupil alone whom the person may see.
"""

from collections.abc import Callable
from dataclasses import dataclass

from record.access import May

Asked = Callable[[May], bool]


@dataclass(frozen=True)
class Row:
    """Who gets in. `nobody` is the status for whoever is not signed in where it is not the way to the sign-in page."""

    may: Asked
    about: bool = False
    is_open: bool = False
    nobody: int | None = None


OPEN = Row(lambda may: True, is_open=True)
TOKEN = Row(lambda may: False, nobody=401)
ANYBODY = Row(lambda may: True)
ANYBODY_JSON = Row(lambda may: True, nobody=401)
HAS_PUPILS = Row(lambda may: may.pupils != "none")
PUPIL = Row(lambda may: may.pupils != "none", about=True)
REVIEW_PUPIL = Row(lambda may: may.review, about=True)
WRITE_PUPIL = Row(lambda may: may.write_notes, about=True)
REVIEW = Row(lambda may: may.review)
QUEUES = Row(lambda may: may.see_queues)
READERS = Row(lambda may: may.see_readers, about=True)
TABLETS = Row(lambda may: may.see_tablets)
MANAGE_TABLETS = Row(lambda may: may.manage_tablets)
STAFF = Row(lambda may: may.see_people)
ASSIGN = Row(lambda may: may.assign)
EDIT_LISTS = Row(lambda may: may.edit_lists)
MANAGE_PEOPLE = Row(lambda may: may.manage_people)
# Whoever has no pile is led to their tablets.
PILE = Row(lambda may: may.pupils != "none" or may.see_tablets)

# What opens to anybody, and why. Whoever adds an address here says the reason.
OPEN_ROUTES = {
    "GET /": "leads to the sign-in page",
    "GET /sign-in": "the way in",
    "POST /sign-in": "the way in",
    "POST /sign-in/passkey": "the way in",
    "POST /sign-in/passkey/challenge": "the way in",
    "GET /sign-in/with/<key>": "the way in, by the school's own accounts",
    "GET /sign-in/with/<key>/back": "the way in, by the school's own accounts",
    "POST /sign-out": "the way out",
    "GET /forgotten": "for who has no password",
    "POST /forgotten": "for who has no password",
    "GET /link/<token>": "the token in the address is the key",
    "POST /link/<token>": "the token in the address is the key",
    "GET /api/v1/openapi.json": "the contract holds nobody's data",
    "GET /tablet/": "installs the worker; holds nobody's data",
    "GET /tablet/<path:_rest>": "installs the worker; holds nobody's data",
    "POST /tablet/": "says that nothing was saved",
    "POST /tablet/<path:_rest>": "says that nothing was saved",
    "GET /sw.js": "the worker itself",
    "GET /manifest.webmanifest": "the installed app's name and icons",
    "GET /healthz": "tells that the server can serve, and nothing else",
    "GET /static/dist/<path:filename>": "built files",
}
ROUTES = {
    **dict.fromkeys(OPEN_ROUTES, OPEN),
    "GET /account": ANYBODY,
    "POST /account/password": ANYBODY,
    "POST /account/passkeys": ANYBODY_JSON,
    "POST /account/passkeys/challenge": ANYBODY_JSON,
    "POST /account/passkeys/<passkey_id>/remove": ANYBODY,
    "POST /account/sessions/<session_id>/end": ANYBODY,
    "POST /account/sessions/end-others": ANYBODY,
    "POST /api/v1/enrolments": Row(lambda may: may.use_tablet, nobody=401),
    "DELETE /api/v1/enrolments/current": TOKEN,
    "POST /api/v1/sync": TOKEN,
    "PUT /api/v1/attachments/<attachment_id>": TOKEN,
    "PUT /api/v1/attachments/<attachment_id>/loss": TOKEN,
    "GET /api/v1/attachments/<attachment_id>": TOKEN,
    # A signed-in person's own sealed key, and nobody else's: tests/unit/api/test_sealed.py opens one.
    "POST /api/v1/vault/recoveries": Row(lambda may: False, nobody=401),
    "GET /desk/": PILE,
    "GET /desk/notes/<kind>/<note_id>": PUPIL,
    "GET /desk/notes/<kind>/<note_id>/outcomes": REVIEW_PUPIL,
    "POST /desk/notes/<kind>/<note_id>/outcomes": REVIEW_PUPIL,
    "GET /desk/notes/<kind>/<note_id>/question": REVIEW_PUPIL,
    "POST /desk/notes/<kind>/<note_id>/question": REVIEW_PUPIL,
    "POST /desk/notes/<kind>/<note_id>/review": REVIEW_PUPIL,
    "POST /desk/notes/<kind>/<note_id>/unreview": REVIEW_PUPIL,
    "GET /desk/pupils": HAS_PUPILS,
    "POST /desk/pupils/search": HAS_PUPILS,
    "GET /desk/pupils/<pupil_id>": PUPIL,
    "GET /desk/pupils/<pupil_id>/agreement": PUPIL,
    "GET /desk/pupils/<pupil_id>/charts": PUPIL,
    "POST /desk/pupils/<pupil_id>/phases": REVIEW_PUPIL,
    "POST /desk/pupils/<pupil_id>/phases/<phase_id>/remove": REVIEW_PUPIL,
    "GET /desk/pupils/<pupil_id>/readers": READERS,
    "POST /desk/pupils/<pupil_id>/actions/<action_id>/done": REVIEW_PUPIL,
    "POST /desk/pupils/<pupil_id>/actions/<action_id>/reopen": REVIEW_PUPIL,
    "GET /desk/meetings": HAS_PUPILS,
    "GET /desk/meetings/<meeting_id>/copy": PUPIL,
    "GET /desk/meetings/<meeting_id>/copy.pdf": PUPIL,
    "GET /desk/meetings/<meeting_id>/prepare": WRITE_PUPIL,
    "POST /desk/meetings/<meeting_id>/prepare": WRITE_PUPIL,
    "GET /desk/pupils/<pupil_id>/meetings/new": WRITE_PUPIL,
    "POST /desk/pupils/<pupil_id>/meetings/new": WRITE_PUPIL,
    "GET /desk/quarantine": QUEUES,
    "GET /desk/quarantine/<item_id>": REVIEW,
    "POST /desk/quarantine/<item_id>": REVIEW,
    "GET /desk/quarantine/<item_id>/discard": REVIEW,
    "POST /desk/quarantine/<item_id>/discard": REVIEW,
    "GET /desk/attachments/<photo_id>": PUPIL,
    "GET /desk/quarantine/files/<file_id>": REVIEW,
    "GET /desk/quarantine/files/<file_id>/discard": REVIEW,
    "POST /desk/quarantine/files/<file_id>/discard": REVIEW,
    "GET /desk/conflicts": QUEUES,
    "POST /desk/conflicts/<conflict_id>/settle": REVIEW,
    "GET /desk/tablets": TABLETS,
    "GET /desk/tablets/<device_id>/withdraw": MANAGE_TABLETS,
    "POST /desk/tablets/<device_id>/withdraw": MANAGE_TABLETS,
    "POST /desk/tablets/<device_id>/followed-up": MANAGE_TABLETS,
    "GET /desk/people": STAFF,
    "GET /desk/people/<person_id>": STAFF,
    "POST /desk/people/<person_id>": MANAGE_PEOPLE,
    "POST /desk/people/<person_id>/link": MANAGE_PEOPLE,
    "GET /desk/people/<person_id>/leave": MANAGE_PEOPLE,
    "POST /desk/people/<person_id>/leave": MANAGE_PEOPLE,
    "GET /desk/people/invite": MANAGE_PEOPLE,
    "POST /desk/people/invite": MANAGE_PEOPLE,
    "GET /desk/people/<person_id>/assignments": ASSIGN,
    "POST /desk/people/<person_id>/assignments": ASSIGN,
    "GET /desk/people/assignments": ASSIGN,
    "POST /desk/people/assignments": ASSIGN,
    "POST /desk/people/assignments/carry-out": ASSIGN,
    "GET /desk/classes": ASSIGN,
    "POST /desk/classes": MANAGE_PEOPLE,
    "GET /desk/classes/<class_id>": ASSIGN,
    "POST /desk/classes/<class_id>": MANAGE_PEOPLE,
    "POST /desk/classes/<class_id>/staff": ASSIGN,
    "GET /desk/lists": EDIT_LISTS,
    "GET /desk/lists/<list_name>": EDIT_LISTS,
    "POST /desk/lists/<list_name>": EDIT_LISTS,
    "GET /desk/settings": MANAGE_PEOPLE,
    "POST /desk/settings": MANAGE_PEOPLE,
}
# The names in an address that stand for something of one school.
OF_A_SCHOOL = {
    "phase_id",
    "pupil_id",
    "note_id",
    "action_id",
    "item_id",
    "conflict_id",
    "device_id",
    "person_id",
    "class_id",
}
OF_A_SCHOOL |= {"photo_id", "file_id"}
OF_A_SCHOOL |= {"meeting_id"}
