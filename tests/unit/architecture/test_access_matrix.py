"""Every address and every kind of document, asked for by every role, by nobody and from another school, gives what
the one table of rights (record/access.py) says, and nothing else."""

import ast
import base64
import hashlib
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from doors.attempts import attempts
from doors.sign_in import SESSION_COOKIE
from record import access, kinds
from record.base import new_id
from record.changes import Document
from record.people import ROLES
from record.schools import School
from record.times import now, wire_time
from tests.factories import a_photo
from tests.unit.architecture.matrix import OF_A_SCHOOL, ROUTES, Row
from tests.unit.architecture.world import SECRET, World, a_world, entries_about

# Setting up a tablet ends the session too.
LAST = ("POST /api/v1/enrolments", "POST /sign-out")
NOBODY = "nobody"
FORM = {"text": "Why?", "keep": "both", "name": "", "email": ""}
BODIES = {
    "POST /api/v1/enrolments": lambda: {"device": {"id": new_id(), "name": "Tablet"}},
    "POST /api/v1/sync": lambda: {"entries": []},
    "POST /api/v1/vault/recoveries": lambda: {"device_id": new_id(), "seal_key": new_id(), "sealed": "AAAA"},
    "POST /account/passkeys": dict,
}


def routes(app: Flask) -> dict[str, str]:
    """Every address by method and rule."""
    unasked = {"HEAD", "OPTIONS"}
    return {
        f"{method} {rule.rule}": rule.rule for rule in app.url_map.iter_rules() for method in rule.methods - unasked
    }


def in_order(names: list[str]) -> list[str]:
    """What only looks comes first, what ends the session last."""
    return sorted(
        names, key=lambda name: (name in LAST, name == LAST[-1], not name.startswith("GET"), "leave" in name, name)
    )


def ask(client: FlaskClient, name: str, ids: dict[str, str]) -> TestResponse:
    method, rule = name.split(" ", 1)
    path = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: ids.get(found[1], "nothing"), rule)
    if name in BODIES:
        return client.open(path, method=method, json=BODIES[name](), buffered=True)
    return client.open(path, method=method, data=FORM if method == "POST" else None, buffered=True)


def browser(app: Flask, world: World, role: str) -> FlaskClient:
    client = app.test_client()
    if role != NOBODY:
        client.set_cookie(SESSION_COOKIE, world.cookies[role])
    return client


def books(engine: Engine, school_id: str) -> tuple[int, int]:
    """How far the school's feed and trail have come: they tell of every change and of every reading."""
    with Session(engine) as session:
        school = session.get_one(School, school_id)
        return school.last_seq, school.audit_count


def is_let_in(role: str, row: Row, *, is_given: bool) -> bool:
    rights = access.MAY[role]
    return row.may(rights) and (not row.about or rights.pupils == "all" or is_given)


def test_every_address_has_its_row(app: Flask) -> None:
    assert set(routes(app)) == set(ROUTES)


def test_every_role_has_its_rights() -> None:
    assert set(access.MAY) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_let_in_where_the_table_says_and_nowhere_else(app, engine, world, role) -> None:
    client = browser(app, world, role)
    cases = [
        (name, about)
        for name in in_order(list(ROUTES))
        for about in (world.given, world.other)
        if not ROUTES[name].is_open and (ROUTES[name].about or about is world.given)
    ]
    inside = [case for case in cases if is_let_in(role, ROUTES[case[0]], is_given=case[1] is world.given)]
    before = books(engine, world.school_id)
    for name, about in cases:
        if (name, about) not in inside:
            answer = ask(client, name, about)
            assert answer.status_code in (401, 403, 404), (name, answer.status_code)
            assert SECRET not in answer.text, name
    assert books(engine, world.school_id) == before
    for name, about in inside:
        status = ask(client, name, about).status_code
        assert status < 400 or status in (409, 422), (name, status)


def test_nobody_is_let_in_without_signing_in(app, engine, world) -> None:
    client = browser(app, world, NOBODY)
    before = books(engine, world.school_id)
    for name, row in ROUTES.items():
        answer = ask(client, name, world.given)
        assert SECRET not in answer.text, name
        if row.is_open:
            assert answer.status_code not in (401, 403) or "sign-in" in name, name
        elif row.nobody:
            assert answer.status_code == row.nobody, name
        elif name.startswith("POST /desk/"):  # what was sent waits on the page
            assert answer.status_code == 401 and "You were signed out" in answer.text, name
        else:
            assert answer.status_code == 302 and answer.location.split("?")[0] == "/sign-in", name
    assert books(engine, world.school_id) == before


@pytest.mark.parametrize("role", ROLES)
def test_a_person_of_another_school_gets_nothing_of_this_one(app, engine, world, role) -> None:
    with Session(engine) as session:
        elsewhere = a_world(session, app.extensions["jotter"].files)
    client = browser(app, elsewhere, role)
    before = books(engine, world.school_id)
    names = {world.given["pupil_id"], world.given["note_id"], world.people["senco"]}
    for name in in_order([name for name in ROUTES if name not in LAST[1:]]):
        answer = ask(client, name, world.given)
        assert not [each for each in names if each in answer.text and each not in answer.request.path], name
        if OF_A_SCHOOL & set(re.findall(r"<(\w+)>", name)):
            assert answer.status_code in (403, 404) and SECRET not in answer.text, (name, answer.status_code)
    assert books(engine, world.school_id) == before


def pull(app: Flask, token: str, entries: list[dict] | None = None) -> dict:
    told = {"protocol": 1, "nonce": "n", "cursor": None, "limit": 1_000, "sent_at": wire_time(now())}
    headers = {"Authorization": f"Bearer {token}"}
    answer = app.test_client().post("/api/v1/sync", json={**told, "entries": entries or []}, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def documents(engine: Engine, school_id: str) -> list[tuple[str, str, str, str | None]]:
    columns = (Document.kind, Document.id, Document.scope, Document.person_id)
    with Session(engine) as session:
        return [tuple(row) for row in session.execute(select(*columns).where(Document.school_id == school_id))]


@pytest.mark.parametrize("role", ROLES)
def test_a_tablet_gets_the_documents_that_the_table_says_and_no_others(app, engine, world, role) -> None:
    person_id, rights = world.people[role], access.MAY[role]
    visible = {"all": {world.given["pupil_id"], world.other["pupil_id"]}, "assigned": {world.given["pupil_id"]}}
    wanted = set()
    for kind, document_id, scope, addressee in documents(engine, world.school_id):
        audience = access.DOCUMENTS[kind]
        if audience == "school" or (
            scope in visible.get(rights.pupils, set()) and (audience == "pupils" or addressee == person_id)
        ):
            wanted.add((kind, document_id))
    changes = pull(app, world.tokens[role])["changes"]
    assert {(change["kind"], change["id"]) for change in changes if not change["gone"]} == wanted
    assert {audience for audience in access.DOCUMENTS.values()} == {"school", "pupils", "own"}


@pytest.mark.parametrize("role", ROLES)
def test_a_tablet_sends_what_the_table_says_and_the_rest_waits_in_quarantine(app, engine, world, role) -> None:
    with Session(engine) as session:
        elsewhere = a_world(session, app.extensions["jotter"].files)
    rights = access.MAY[role]
    cases = [
        (world.given["pupil_id"], world.questions[role], rights.pupils != "none"),
        (world.other["pupil_id"], world.other["question_id"], rights.pupils == "all"),
        (elsewhere.given["pupil_id"], elsewhere.questions[role], False),
    ]
    for pupil_id, question_id, is_visible in cases:
        entries = entries_about(pupil_id, question_id)
        assert [entry["kind"] for entry in entries] == list(access.ENTRIES)
        for entry, result in zip(entries, pull(app, world.tokens[role], entries)["results"], strict=True):
            is_mine = entry["kind"] != kinds.ANSWER or question_id == world.questions[role]
            is_filed = rights.write_notes and is_visible and is_mine
            assert result["status"] == ("accepted" if is_filed else "quarantined"), (entry["kind"], is_visible)


def fetch(app: Flask, token: str, photo_id: str) -> TestResponse:
    headers = {"Authorization": f"Bearer {token}"}
    return app.test_client().get(f"/api/v1/attachments/{photo_id}", headers=headers)


def put(app: Flask, token: str, photo_id: str, content: bytes) -> int:
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    headers = {"Authorization": f"Bearer {token}", "Content-Digest": f"sha-256=:{digest}:"}
    return app.test_client().put(f"/api/v1/attachments/{photo_id}", data=content, headers=headers).status_code


@pytest.mark.parametrize("role", ROLES)
def test_a_token_gets_the_photos_of_the_pupils_that_the_table_says_and_no_others(app, engine, world, role) -> None:
    with Session(engine) as session:
        elsewhere = a_world(session, app.extensions["jotter"].files)
    visible = access.MAY[role].pupils
    cases = (
        (world.given["photo_id"], visible in ("all", "assigned")),
        (world.other["photo_id"], visible == "all"),
        (elsewhere.given["photo_id"], False),
        (world.given["file_id"], False),  # no photo at all
    )
    for photo_id, is_shown in cases:
        answer = fetch(app, world.tokens[role], photo_id)
        assert answer.status_code == (200 if is_shown else 404)
        assert SECRET.encode() not in answer.data


@pytest.mark.parametrize("role", ROLES)
def test_a_token_puts_files_of_its_own_and_takes_the_place_of_nobodys(app, engine, world, role) -> None:
    with Session(engine) as session:
        elsewhere = a_world(session, app.extensions["jotter"].files)
    before, token = books(engine, elsewhere.school_id), world.tokens[role]
    photo = a_photo(64, 48)
    for taken in (world.given["photo_id"], world.other["photo_id"], world.given["file_id"]):
        assert put(app, token, taken, photo) == 409
    own = new_id()
    # What a tablet has taken is delivered, whatever its person's role is by now; it opens nothing to them.
    assert [put(app, token, own, photo) for _ in range(2)] == [201, 200]
    assert fetch(app, token, own).status_code == 404, "before a note names it"
    # Under another school's id it is a file of one's own school: neither sees the other's.
    assert put(app, token, elsewhere.given["photo_id"], photo) == 201
    assert fetch(app, token, elsewhere.given["photo_id"]).status_code == 404
    shown = fetch(app, elsewhere.tokens["senco"], elsewhere.given["photo_id"])
    assert shown.status_code == 200 and shown.data != photo
    assert books(engine, elsewhere.school_id) == (before[0], before[1] + 1)


def test_every_kind_of_document_that_the_record_publishes_has_its_row() -> None:
    published = set(kinds.NOTES)
    for path in Path(access.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "Change":
                kind = node.args[0]
                if isinstance(kind, ast.Constant):
                    published.add(kind.value)
    assert published == set(access.DOCUMENTS)


def test_every_kind_of_entry_has_its_row() -> None:
    assert set(access.ENTRIES) == {*kinds.NOTES, kinds.ANSWER}


@pytest.mark.parametrize("sent", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
def test_no_address_that_changes_something_takes_it_from_another_site(app, engine, world, sent) -> None:
    client = browser(app, world, "senco")
    before = books(engine, world.school_id)
    for name in ROUTES:
        method, rule = name.split(" ", 1)
        if method != "GET":
            path = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: world.given.get(found[1], "nothing"), rule)
            assert client.open(path, method=method, headers=sent).status_code == 403, name
    assert books(engine, world.school_id) == before


def hold_to_its_headers(name: str, answer: TestResponse) -> None:
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe-" not in policy.replace("'wasm-unsafe-eval'", ""), name
    assert "wasm-unsafe-eval" not in policy or "sw.js" in name, name
    assert answer.headers["X-Content-Type-Options"] == "nosniff", name
    assert answer.headers["Referrer-Policy"] in ("same-origin", "no-referrer"), name
    assert "geolocation=()" in answer.headers["Permissions-Policy"], name
    if "/static/" not in name and "/sw.js" not in name and "webmanifest" not in name:
        assert "no-store" in answer.headers["Cache-Control"], name


@pytest.mark.parametrize("role", ["senco", "admin", "governor", NOBODY])
def test_every_answer_of_every_address_carries_its_headers(app, world, role) -> None:
    client = browser(app, world, role)
    for name in in_order(list(ROUTES)):
        hold_to_its_headers(name, ask(client, name, world.given))
        hold_to_its_headers(f"PATCH {name}", client.patch(name.split(" ", 1)[1]))  # not allowed, or not there


def test_answers_of_trouble_carry_their_headers_as_well(app, world, monkeypatch) -> None:
    client = browser(app, world, "senco")
    answers = {413: client.post("/api/v1/sync", data=b" " * 3_000_000, headers={
        "Authorization": f"Bearer {world.tokens['senco']}", "Content-Type": "application/json"})}  # fmt: skip
    tries = [client.post("/sign-in", data={"email": "a@b.c", "password": "wrong"}) for _ in range(12)]
    answers[429] = tries[-1]
    attempts.forget()
    monkeypatch.setattr("record.register.rows", lambda *_: 1 / 0)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    answers[500] = client.get("/desk/pupils")
    for status, answer in answers.items():
        assert answer.status_code == status
        hold_to_its_headers(str(status), answer)
