"""The OpenAPI description is true: nothing is answered that it does not say, and nothing a client sends is a 500.

Seeded, so that a red run can be had again; each endpoint gets a bounded number of tries, in the deep suite others each
time.
"""

import os
from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi import checks

from api.schemas.documents import DOCUMENTS
from doors.attempts import attempts
from record import reviews
from record.times import now
from tests.factories import a_phase, an_outcome, answer_entry, observation_entry, parent_meeting_entry
from tests.unit.api.actors import Tablet
from webapp.cli import begin_life

IS_DEEP = "JOTTER_SEEDS" in os.environ
TRIES = 40 if IS_DEEP else 20
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]


bounded = settings(
    max_examples=TRIES,
    derandomize=not IS_DEEP,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def try_everything(app: Flask, **headers: str) -> dict[str, set[int]]:
    """Send what the description allows, and what it forbids, to each endpoint; returns with which statuses each was
    answered. What takes something away comes last."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    operations = [found.ok() for found in schema.get_all_operations()]
    statuses: dict[str, set[int]] = defaultdict(set)
    for operation in sorted(operations, key=lambda each: each.method == "delete"):
        for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):

            @bounded
            @given(operation.as_strategy(generation_mode=mode))
            def is_answered_as_described(case: schemathesis.Case) -> None:
                attempts.forget()
                told = {"Accept-Encoding": "identity", **headers}
                answer = case.call_and_validate(checks=CHECKS, headers=told)
                statuses[case.operation.label].add(answer.status_code)

            is_answered_as_described()
    return statuses


def test_nobody_is_answered_otherwise_than_described(app: Flask) -> None:
    tried = try_everything(app)
    assert len(tried) == sum(len(operations) for operations in spec_of(app)["paths"].values())


def test_a_tablet_is_answered_as_described(app: Flask, tablet: Tablet) -> None:
    tried = try_everything(app, Authorization=f"Bearer {tablet.token}")
    for path, operations in spec_of(app)["paths"].items():
        for method, operation in operations.items():
            if {"enrolment": []} in operation["security"]:
                assert tried[f"{method.upper()} {path}"] - {401}, f"{method} {path} never took the token"
    assert tried["DELETE /api/v1/enrolments/current"] == {204, 401}, "it leaves once"


def spec_of(app: Flask) -> dict[str, Any]:
    answer = app.test_client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert answer.headers["X-Jotter-Protocol"] == "1", "the description is an answer of the API as well"
    spec: dict[str, Any] = answer.get_json()
    return spec


def test_every_error_is_described_as_a_problem_and_every_answer_with_its_header(app: Flask) -> None:
    for path, operations in spec_of(app)["paths"].items():
        for method, operation in operations.items():
            assert "default" not in operation["responses"], "that would describe whatever is answered"
            for status, response in operation["responses"].items():
                assert "X-Jotter-Protocol" in response["headers"], (path, method, status)
                if int(status) >= 400:
                    assert list(response["content"]) == ["application/problem+json"], (path, method, status)


def test_every_endpoint_says_how_it_is_opened(app: Flask) -> None:
    spec = spec_of(app)
    assert set(spec["components"]["securitySchemes"]) == {"enrolment", "browser"}
    for operations in spec["paths"].values():
        for operation in operations.values():
            assert operation["security"]


def test_every_route_of_the_api_is_described(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1/")}
    described_paths = {path.replace("{", "<").replace("}", ">") for path in spec_of(app)["paths"]}
    assert rules - {"/api/v1/openapi.json"} == described_paths


def test_every_document_that_the_record_publishes_is_as_its_schema_says(
    tablet: Tablet, tablet_of, school: SimpleNamespace, desk, app: Flask
) -> None:
    meeting, note = parent_meeting_entry(school.pupils[0].id), observation_entry(school.pupils[0].id, "One")
    tablet.pushes(meeting, note)
    with app.app_context():
        begin_life(app, app.extensions["jotter"].folder)
    with desk() as session:
        an_outcome(session, school.pupils[0])
        a_phase(session, school.pupils[0], school.senco)
        question = reviews.ask_about(session, school.senco, "observation", note["id"], "When?", now())
        question_id = question.id
    answer = answer_entry(question_id, school.pupils[0].id)
    theirs = {**note, "revision": 2, "base_version": 1, "body": {**note["body"], "text": "Theirs"}}
    tablet_of(school.senco).pushes(theirs)
    mine = {**theirs, "body": {**note["body"], "text": "Mine"}}
    tablet.pushes(mine, answer)
    tablet.catches_up()
    assert {kind for kind, _id in tablet.shelf} == set(DOCUMENTS)
    for (kind, _id), change in tablet.shelf.items():
        assert DOCUMENTS[kind].validate(change["body"]) == {}, kind
