"""What was measured is told in one line and, on the note's own page, member by member; nothing breaks a page."""

import re
from typing import Any

import pytest
from flask import Flask

from api.schemas.measures import MEASURES as SCHEMAS
from record.instruments import INSTRUMENTS
from tests.factories import MEASURES, an_observation
from tests.factories.measures import engagement_measures, own_scale_measures

TWO = [{"name": "Writing", "intervals": [True, False]}, {"name": "Talking", "intervals": [True, True]}]
SUMMARIES: list[tuple[str, dict[str, Any], str]] = [
    ("abc", MEASURES["abc"](),
     "Given a hard task; Fractions. → Throwing → Given a break, Talked to calmly, intensity 3 of 5, 1 min 30 s"),
    ("abc", {"behaviour": "Threw a chair"}, "Threw a chair"),
    ("abc", {"intensity": 2}, "intensity 2 of 5"),
    ("frequency", MEASURES["frequency"](), "Calling out: 3 in 20 min (9 an hour)"),
    ("frequency", {"behaviour": "Calling out", "count": 7, "observed_for_s": 1_200},
     "Calling out: 7 in 20 min (21 an hour)"),
    ("frequency", {"behaviour": "Hitting", "count": 0, "observed_for_s": 600}, "Hitting: 0 in 10 min (0 an hour)"),
    ("frequency", {"count": 1}, "1 time"),
    ("frequency", {"count": 5, "observed_for_s": 4_320}, "5 in 1 h 12 min (4.2 an hour)"),
    ("duration", MEASURES["duration"](), "On task: 2 min 30 s, 2 spells, began after 12.5 s"),
    ("duration", {"total_s": 45}, "45 s"),
    ("time_sample", {"behaviours": [{"name": "On task", "intervals": [True] * 12 + [False] * 8}], "interval_s": 15,
                     "rule": "momentary"}, "On task: 12 of 20 intervals (60 %), momentary, every 15 s"),
    ("time_sample", {"behaviours": TWO, "rule": "partial"},
     "Writing: 1 of 2 intervals (50 %); Talking: 2 of 2 intervals (100 %), partial interval"),
    ("scale", MEASURES["scale"](), "Leuven involvement: moderate, 3 of 5"),
    ("scale", {"scale": "zones", "score": 4}, "Zones: red"),
    ("scale", own_scale_measures(), "Calm scale: 2 (1 to 5)"),
    ("scale", engagement_measures(),
     "Engagement model: exploration 2, realisation 1, anticipation 3, persistence 0, initiation 4"),
    ("target", {"help": "independent", "trials_right": 8, "trials_given": 10, "attainment": 1},
     "Independent, 8 of 10 right, goal +1"),
    ("target", {"attainment": 0}, "goal 0"),
    ("session", MEASURES["session"](), "Speech and language programme: 25 of 30 min"),
    ("session", {"provision": "ELSA", "present": False, "planned_minutes": 30, "absence_reason": "at a clinic"},
     "ELSA: not present (at a clinic), 30 min planned"),
]  # fmt: skip


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


@pytest.mark.parametrize(("instrument", "measures", "line"), SUMMARIES, ids=[each[2][:50] for each in SUMMARIES])
def test_what_was_measured_is_one_line(app: Flask, instrument: str, measures: dict[str, Any], line: str) -> None:
    template = app.jinja_env.from_string('{% from "shared/_summary.html" import summary %}{{ summary(body) }}')
    assert template.render(body={"instrument": instrument, "measures": measures}) == line


def test_every_member_that_the_schema_knows_has_its_words_and_no_other() -> None:
    assert {name: set(module.MEMBERS) for name, module in INSTRUMENTS.items()} == {
        name: set(schema.fields) for name, schema in SCHEMAS.items()
    }


@pytest.mark.parametrize("instrument", [name for name in INSTRUMENTS if name != "narrative"])
def test_pile_timeline_and_note_tell_what_was_measured(senco, desk, instrument: str) -> None:
    lines = [line for name, measures, line in SUMMARIES if name == instrument and measures == MEASURES[name]()]
    note = an_observation(
        desk.session, desk.pupil, desk.people["ta"], "", instrument=instrument,
        measures={**MEASURES[instrument](), "colour_of_sky": "blue"},
    )  # fmt: skip
    desk.session.commit()
    whole = senco.get(f"/desk/notes/observation/{note.id}").text
    for page in (senco.get("/desk/").text, senco.get(f"/desk/pupils/{desk.pupil.id}").text, whole):
        told = text_of(page).replace("&gt;", ">")
        assert all(line in told for line in lines), instrument
        assert "Colour of sky" in told and "blue" in told, "what a newer tablet adds is told by its own name"
    assert "observed_for_s" not in whole and "spells" not in text_of(whole).split("Spells")[-1]


def test_the_notes_page_tells_every_spell_every_tap_and_every_interval(senco, desk) -> None:
    notes = {
        instrument: an_observation(
            desk.session, desk.pupil, desk.people["ta"], "", instrument=instrument, measures=MEASURES[instrument]()
        ).id
        for instrument in ("frequency", "duration", "time_sample")
    }
    desk.session.commit()
    pages = {name: text_of(senco.get(f"/desk/notes/observation/{note_id}").text) for name, note_id in notes.items()}
    assert "09:31:10 09:40:00 09:49:59" in pages["frequency"]
    assert "09:30:00 09:32:00 2 min 09:35:00 09:35:30 30 s" in pages["duration"]
    assert "On task, interval by interval: yes in 3 of 5 Yes Yes No Yes No" in pages["time_sample"]


BROKEN: list[Any] = ["words", 7, None, ["x"], {"count": "many", "spells": "x", "behaviours": [7], "scores": []}]


def test_measures_of_any_sort_from_before_there_were_rules_break_no_page(senco, desk) -> None:
    ids = [
        an_observation(
            desk.session, desk.pupil, desk.people["ta"], "Old words.", instrument=instrument, measures=measures
        ).id
        for instrument in (*INSTRUMENTS, "telescope")
        for measures in BROKEN
    ]
    desk.session.commit()
    for note_id in ids:
        assert senco.get(f"/desk/notes/observation/{note_id}").status_code == 200
    assert senco.get("/desk/").status_code == senco.get(f"/desk/pupils/{desk.pupil.id}").status_code == 200
