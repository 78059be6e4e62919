"""The OpenAPI description: what flask-smorest cannot see by itself of entries, documents, errors and headers."""

from typing import Any

from apispec import APISpec

from api.errors import PROTOCOL_HEADER
from api.schemas.bodies import BODIES
from api.schemas.documents import DOCUMENTS
from api.schemas.measures import MEASURES
from api.schemas.sync import SealedEntrySchema

PROBLEM_TYPE = "application/problem+json"
# What is answered with every one of its members.
ALWAYS_WHOLE = ("SyncAnswer", "Result", "ProblemItem", "Change", "Command", "EnrolmentAnswer", "Person", "School")
# Every endpoint may answer these, whatever it does.
EVERYWHERE = {
    "403": "A page of another site sends this, or the role does not allow it",
    "500": "Something went wrong on our side; nothing of the request was stored",
}
HEADERS: dict[str, Any] = {
    PROTOCOL_HEADER: {
        "description": "An answer without this header did not come from the record",
        "required": True,
        "schema": {"type": "string", "enum": ["1"]},
    }
}
RETRY_AFTER = {"description": "Seconds to wait", "required": True, "schema": {"type": "string", "pattern": "^[0-9]+$"}}


def spec_kwargs() -> dict[str, Any]:
    """Options of the description as a whole."""
    return {
        "info": {
            "description": "How a jotter and the record exchange entries and documents, protocol version 1. "
            f"Every answer carries the header {PROTOCOL_HEADER}."
        }
    }


def describe(spec: APISpec) -> None:
    """Add the parts that endpoints refer to by name."""
    spec.components.security_scheme("enrolment", {"type": "http", "scheme": "bearer"})
    spec.components.security_scheme(
        "browser", {"type": "apiKey", "in": "cookie", "name": "jotter_session", "description": "A signed-in browser"}
    )
    spec.components.schema("SealedEntry", schema=SealedEntrySchema)
    for instrument, measures in MEASURES.items():
        spec.components.schema(_measures(instrument), schema=measures)
    for kind, body in BODIES.items():
        spec.components.schema(f"{_camel(kind)}Body", schema=body)
    for kind, document in DOCUMENTS.items():
        spec.components.schema(f"{_camel(kind)}Document", schema=document)


def complete(spec: APISpec) -> None:
    """Once every endpoint is known: what they have in common, said at each."""
    for path in spec._paths.values():
        shared = path.pop("parameters", [])  # of the address: said at each of its operations as well
        for operation in path.values():
            if shared:
                operation["parameters"] = [*shared, *operation.get("parameters", [])]
            _complete(operation["responses"])
    schemas = spec.components.schemas
    schemas.pop("PaginationMetadata", None)
    spec.components.responses.clear()
    refs = [{"$ref": f"#/components/schemas/{_camel(kind)}Document"} for kind in DOCUMENTS]
    schemas["Change"]["properties"]["body"] = {"anyOf": [*refs, {"type": "null"}]}
    for name in ALWAYS_WHOLE:
        schemas[name]["required"] = sorted(schemas[name]["properties"])
    entries = [{"$ref": "#/components/schemas/Entry"}, {"$ref": "#/components/schemas/SealedEntry"}]
    schemas["SyncRequest"]["properties"]["entries"]["items"] = {"anyOf": entries}
    bodies = [{"$ref": f"#/components/schemas/{_camel(kind)}Body"} for kind in BODIES]
    schemas["Entry"]["properties"]["body"] = {"anyOf": bodies}
    schemas["ObservationBody"]["properties"]["measures"] = {
        "description": "Those of the body's `instrument`; all members may be absent, more may be there",
        "anyOf": [{"$ref": f"#/components/schemas/{_measures(instrument)}"} for instrument in MEASURES],
    }


def _complete(responses: dict[str, Any]) -> None:
    responses.pop("default", None)
    for status, description in EVERYWHERE.items():
        responses.setdefault(status, {"description": description})
    for status, response in responses.items():
        if "$ref" in response:  # flask-smorest's own answer to a body that its schema refuses
            responses[status] = response = {"description": "This is not what the endpoint takes"}
        if int(status) >= 400:
            known = response.get("content", {}).get("application/json", {})
            schema = known.get("schema", {"$ref": "#/components/schemas/Problem"})
            response["content"] = {PROBLEM_TYPE: {"schema": schema}}
        response["headers"] = {**HEADERS, **({"Retry-After": RETRY_AFTER} if status == "429" else {})}


def _measures(instrument: str) -> str:
    return f"{_camel(instrument)}Measures"


def _camel(kind: str) -> str:
    return "".join(word.capitalize() for word in kind.split("_"))
