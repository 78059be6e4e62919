"""What is added again and again is added whole: a kind of note, an instrument, a table, a document."""

import re
from pathlib import Path

import pytest

from api.schemas.bodies import BODIES
from api.schemas.documents import DOCUMENTS
from api.schemas.measures import MEASURES
from demo import measures as demo_measures
from demo.series import SERIES
from record import access, kinds
from record.instruments import INSTRUMENTS
from record.models import Base
from tests import factories
from webapp.filters import kind_name
from webapp.views.mending_measures import FIELDS

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "webapp" / "templates" / "shared"
JOTTER = ROOT / "webapp" / "static" / "jotter"
DOCS = ROOT / "docs"
# Which partial both engines render for a kind of note.
PARTIALS = {"observation": "_note.html", "parent_meeting": "_meeting.html"}
FACTORIES = {"observation": "an_observation", "parent_meeting": "a_parent_meeting"}
# Who builds a document of a kind; whatever is about a note comes of the note's own journey.
BUILDERS = {
    "school": "a_school_document",
    "person": "a_person",
    "pupil": "a_pupil",
    "outcome": "an_outcome",
    "phase": "a_phase",
    "action": "a_parent_meeting",
    "question": "a_question",
    "conflict": "a_conflict",
    **FACTORIES,
}
# These belong to the database, or to a browser before it is anybody's; everything else belongs to a school.
NO_SCHOOLS = {"schools", "epochs", "ceremonies"}


@pytest.mark.parametrize("kind", kinds.NOTES)
def test_a_kind_of_note_has_schema_document_page_and_builders(kind: str) -> None:
    assert kind in BODIES
    assert kind in DOCUMENTS
    assert (TEMPLATES / PARTIALS[kind]).is_file()
    assert callable(getattr(factories, FACTORIES[kind]))
    assert callable(getattr(factories, f"{kind}_entry"))
    assert callable(getattr(factories, f"{kind}_body"))


def test_every_kind_of_document_has_schema_readers_and_a_builder() -> None:
    assert set(DOCUMENTS) == set(access.DOCUMENTS) == set(BUILDERS)
    for builder in BUILDERS.values():
        assert callable(getattr(factories, builder))


@pytest.mark.parametrize("kind", kinds.NOTES)
def test_a_kind_of_note_does_all_that_the_record_asks_of_it(kind: str) -> None:
    module = kinds.NOTES[kind]
    for name in ("TABLE", "columns", "store_new", "after_stored"):
        assert hasattr(module, name), name
    entry = getattr(factories, f"{kind}_entry")("01900000-0000-7000-8000-000000000001")
    assert set(module.columns(entry["body"], factories.A_MORNING)) <= set(module.TABLE.__table__.columns.keys())


def test_an_entry_of_every_kind_that_a_tablet_may_push_passes_its_own_schema() -> None:
    assert set(BODIES) == {*kinds.NOTES, kinds.ANSWER}
    some_id = "01900000-0000-7000-8000-000000000001"
    made = [getattr(factories, f"{kind}_entry")(some_id) for kind in kinds.NOTES]
    for entry in [*made, factories.answer_entry(some_id, some_id)]:
        assert BODIES[entry["kind"]].validate(entry["body"]) == {}


def words_of(name: str, path: Path = JOTTER / "words.js") -> dict[str, str]:
    """An object of codes and their words, read off a script of the tablet."""
    block = re.search(rf"export const {name} = {{(.*?)}};", path.read_text(), re.DOTALL)
    assert block, name
    return dict(re.findall(r'(\w+): "([^"]*)"', block[1]))


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_an_instrument_is_added_whole(instrument: str) -> None:
    """The steps of record/instruments/__init__.py: whoever adds a ninth and forgets one is told here."""
    module = INSTRUMENTS[instrument]
    assert f"| `{instrument}` |" in (DOCS / "instruments.md").read_text(), "what it measures, and its chart"
    assert set(MEASURES[instrument].fields) == set(module.MEMBERS)
    assert module.TITLE == kind_name(instrument) == words_of("KINDS")[instrument]
    assert set(FIELDS[instrument]) <= set(module.MEMBERS), "how it is mended at the desk"
    assert instrument in factories.MEASURES and set(factories.MEASURES[instrument]()) <= set(module.MEMBERS)
    tablet = JOTTER / "instruments"
    assert (tablet / f"{instrument}.js").is_file(), "its form on the tablet"
    assert f'"./{instrument}.js"' in (tablet / "index.js").read_text()
    form = TEMPLATES.parent / "tablet" / "instruments" / f"_{instrument}.html"
    assert "help" in form.read_text() or instrument == "narrative", "its short explanation"
    for series in (JOTTER / "series" / f"{instrument}.js", ROOT / "record" / "series" / f"{instrument}.py"):
        assert series.is_file(), "its chart, on both sides"


@pytest.mark.parametrize("instrument", [name for name in INSTRUMENTS if name != "narrative"])
def test_an_instrument_that_measures_is_summed_up_and_shown_in_the_demo(instrument: str) -> None:
    for partial in ("_summary.html", "_details.html"):
        assert f'body.instrument == "{instrument}"' in (TEMPLATES / partial).read_text(), partial
    assert f"{{% macro {instrument}(m)" in (TEMPLATES / "_summary.html").read_text()
    assert instrument in demo_measures.MEASURES
    assert {each.instrument for group in SERIES.values() for each in group} >= {instrument}


def test_every_row_belongs_to_a_school() -> None:
    without = {name for name, table in Base.metadata.tables.items() if "school_id" not in table.columns}
    assert without == NO_SCHOOLS
    for name, table in Base.metadata.tables.items():
        if name not in NO_SCHOOLS:
            assert not table.columns["school_id"].nullable, name
            assert table.columns["school_id"].foreign_keys, name
