"""What desk and tablet both show is the same: every shared partial, rendered by Jinja and by Nunjucks.

A new partial or macro under shared/ needs a call in CALLS; a new word in a document belongs in `contexts`.
"""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from record import needs
from record.instruments import INSTRUMENTS
from record.pupils import SEN_STATUSES
from tests.cases import cases as chart_cases
from tests.document_tree import document_tree
from tests.measured import ANYTHING, CODES, DETAILED, MEASURED, STEPS, SUMMARISED, measured
from tests.template_rules import OWN_FILTERS
from webapp import filters

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "webapp" / "templates"

# Every shape of chart, many and few points, gaps, phases, long names: drawn from the cases that both sides share.
DRAWN = [chart for case in chart_cases("drawings") for group in case["drawings"] for chart in group["charts"]]
CALLS = {
    "shared/_mark.html": ['{% include "shared/_mark.html" %}'],
    "shared/_fields.html": [
        "{{ it.text('a', label, value=text, hint=text, error=text, maxlength=40, required=true) }}",
        "{{ it.text('a', label) }}{{ it.text('b', label, error=text) }}{{ it.text('c', label, hint=text) }}",
        "{{ it.area('a', label, value=text, hint=text, error=text, rows=6, maxlength=20000) }}",
        "{{ it.area('a', label) }}",
        "{{ it.choice('a', label, options, value='two', hint=text, error=text) }}{{ it.choice('a', label, []) }}",
        "{{ it.checkboxes('a', label, options, chosen=['two'], error=text) }}{{ it.checkboxes('a', label, []) }}",
        "{{ it.error_summary(errors) }}{{ it.error_summary([]) }}{{ it.error_summary(errors, title=text) }}",
        "<p{{ it.described_by('a', '', text) }}>{{ it.around_hint('a', text, '') }}</p>",
    ],
    "shared/_note.html": [
        "{{ it.note(note) }}",
        "{{ it.note(note, author=text, mark='Waiting', outcomes=texts, facts=facts, href='/tablet/') }}",
        "{{ it.note(note, photos=photos) }}{{ it.note(late) }}",
        "{{ it.happened(note.body) }}{{ it.happened(meeting.body) }}{{ it.happened(late.body) }}",
    ],
    "shared/_photos.html": ["{{ it.photo_list(photos) }}{{ it.photo_list([]) }}{{ it.photo_list() }}"],
    "shared/_meeting.html": [
        "{{ it.meeting(meeting) }}{{ it.meeting(meeting, author=text, mark='Synced', href='/tablet/') }}",
        "{{ it.meeting(meeting, photos=photos) }}",
    ],
    "shared/_meeting_parts.html": [
        "{{ it.parts(meeting.body) }}{{ it.part(label, text, 4) }}{{ it.parts(prepared, 2) }}",
        "{{ it.people(prepared) }}{{ it.listed(label, texts, 3) }}{{ it.agreed([], 3) }}",
    ],
    "shared/_signatures.html": ["{{ it.signed(prepared.signatures, 3) }}{{ it.signed([], 3) }}"],
    "shared/_summary.html": [
        "{{ it.summary(note.body) }}",
        *(f"{{{{ it.{name}(empty) }}}}" for name in INSTRUMENTS if name != "narrative"),
    ],
    "shared/_details.html": [
        "{{ it.details(note.body) }}{{ it.facts(note.body, {}) }}{{ it.fact(label, text) }}",
        "{{ it.spells(empty) }}{{ it.taps(empty) }}{{ it.intervals(empty) }}",
    ],
    "shared/_chart.html": ["{{ it.chart(drawing) }}", "{{ it.key(drawing) }}{{ it.figures(drawing) }}"],
    "shared/_chart_plot.html": [
        "{{ it.lines(scatter) }}{{ it.bars(columns) }}{{ it.frame(scatter) }}{{ it.phases(scatter) }}",
        "{% for n in [1, 2, 3, 4, 5] %}{{ it.marker(5, 6, n) }}{{ it.small_marker(5, 6, n) }}{% endfor %}",
    ],
    "shared/_chart_counts.html": ["{{ it.rows(rows) }}{{ it.grid(grid) }}"],
    "shared/_profile.html": [
        "{{ it.profile(pupil.profile) }}{{ it.facts(pupil) }}{{ it.outcomes(outcomes) }}{{ it.outcomes([]) }}",
    ],
}
TEXTS = {
    "plain": "Settled after five minutes with the timer.",
    "nothing": "",
    "markup": "<script>alert(1)</script> <b>&amp;</b> \"double\" 'single' `tick` &lt; </textarea>",
    "template": "{{ name }} {% if a %} {# b #}",
    "emoji": "👩🏽‍🏫 made 🐸 jump",
    "right to left": "قال مرحبا \u202e! שלום",
    "lines": "\n first\n\n  second\tthird \\ \\n",
}
MOMENTS = [
    *("2026-11-24T10:15:00.000Z", "2026-03-29T00:59:59.999Z", "2026-03-29T01:00:00.000Z", "2026-10-25T00:30:00Z"),
    *("2026-10-25T01:30:00Z", "2026-10-25T00:59:59.999Z", "2026-10-25T02:00:00Z", "2026-10-26T01:30:00Z"),
    *("2026-06-30T23:30:00.000Z", "2026-12-31T23:59:59.000Z", "2026-11-24", "2024-02-29", "", "tomorrow", None),
    *("2026-02-30", "0001-01-01", "2026-11-24T10:15:00+05:30", "<b>"),
]
TIMES: list[Any] = [
    *({}, None, "text", {"recorded_at": MOMENTS[0]}, {"observed_at": "tomorrow", "recorded_at": MOMENTS[0]}),
    *({"observed_at": seen, "recorded_at": MOMENTS[0], "received_at": MOMENTS[5]} for seen in MOMENTS),
    {"observed_at": "2026-10-25T00:30:00.000Z", "recorded_at": "2026-10-25T01:30:00.000Z"},
    {"observed_at": "2026-10-25T00:30:00.000Z", "recorded_at": "2026-10-25T01:30:00.001Z"},
    {"observed_at": "2026-10-24T23:30:00.000Z", "recorded_at": "2026-10-25T01:10:00.000Z", "received_at": MOMENTS[0]},
    *(
        {"held_on": day, "finished": done, "recorded_at": MOMENTS[0], "received_at": MOMENTS[5]}
        for day in ("2026-11-23", "2026-11-24", "2025-11-24", None, "x")
        for done in (True, False)
    ),
]
STROKES = [
    *(
        [[[10, 20, 0], [14.5, 28.04, 16]], [[40.96, 10, 300]]],
        [],
        [[]],
        None,
        "M0 0",
        [[[0.05, 2e-7, 1], [-3.25, 1e3, 2]]],
    ),
]
WORDS = {
    "lines": [*TEXTS.values(), "one\n\n two \nthree", ["a", " b ", "", 3], [], None, 7],
    "stroke_path": STROKES,
    "box": [{"width": 600, "height": 210.55}, {}, None, {"width": 0}],
    "need_name": [*needs.NAMES, "NEW", "", None, "<b>", "constructor"],
    "status_name": [*SEN_STATUSES, "X", "", None, "toString"],
    "kind_name": [*filters.KIND_NAMES, "photo", "", None],
    "purpose_name": [*filters.PURPOSES, "tea", "", None],
    "day": MOMENTS,
    "clock": MOMENTS,
    "day_clock": MOMENTS,
    "times_apart": TIMES,
}
BUILT_IN = "{{ t | upper }}|{{ t | lower }}|{{ t | trim }}|{{ t | replace('t', '<') }}|{{ t | default('d') }}"
BUILT_IN_LISTS = "{{ ts | join(', ') }}|{{ ts | length }}|{{ missing | default('d') }}|{{ [] | length }}"


def contexts(text: str, full: bool) -> dict[str, Any]:
    """The documents of the wire with `text` wherever a person may write: `full`, or as empty as they may be."""
    body = {"text": text, "setting": text, "recorded_at": MOMENTS[0], "instrument": "abc" if full else "narrative"}
    empty: dict[str, Any] = {}
    meeting = {
        "held_on": "2026-11-24" if full else None,
        "purpose": "annual_review" if full else text,
        "present": [{"name": text, "relation": "mother"}, {"name": "Bo", "relation": ""}] if full else [],
        "parent_view": text,
        "child_view": "" if full else text,
        "discussion": text,
        "actions": [{"id": "1", "text": text, "owner": text, "due": "2026-12-01" if full else None}] if text else [],
        "next_meeting": "2027-02-02" if full else None,
        "finished": full,
    }
    drawn = {"name": text, "role": text, "signed_at": MOMENTS[0], "strokes": STROKES[0], "width": 800, "height": 210.5}
    prepared = {
        **meeting,
        "agenda": f"{text}\nTwo" if full else [text, "Two"],
        "bring": [text] if full else text,
        "needs": text,
        "present": [{"name": text, "relation": text, "has_responsibility": full}, {"name": "Bo"}],
        "prompts": {"explore": text, "focus": "" if full else text, "plan": text, "newer": text} if text else None,
        "signatures": [drawn, {"name": text, "typed": True}, {"name": "Bo", "role": text, "strokes": [[[1, 2, 3]]]}],
    }
    return {
        **drawings(text),
        "label": text or "A label",
        "empty": empty,
        "text": text,
        "texts": [text, "two"] if full else [],
        "options": [{"value": "one", "text": text}, {"value": "two", "text": "Two"}],
        "errors": [{"name": "a", "message": text}, {"name": "", "message": "Whole form"}],
        "facts": [{"name": text, "value": 3}, {"name": "Rate", "value": 2.5}] if full else [],
        "photos": [{"url": "/a", "alt": text}, {"url": "/b", "href": "/c", "alt": "b"}, {"words": text}]
        if full
        else [],
        "note": {"id": "n-1", "kind": "observation", "body": body},
        "late": {"id": "n-2", "kind": "observation", "body": {**body, **TIMES[8]}},
        "meeting": {"id": "m-1", "kind": "parent_meeting", "body": meeting},
        "prepared": prepared,
        "outcomes": [{"id": "o", "body": {"text": text, "met": met, "review_on": when}} for met, when in OUTCOMES],
        "pupil": {
            "year_group": "R" if full else "4",
            "class_name": text,
            "sen_status": "K" if full else None,
            "primary_need": "SLCN" if full else None,
            "secondary_need": None if full else "XYZ",
            "profile": {
                **dict.fromkeys(("good_at", "helps", "avoid", "communication"), text),
                "strategies": [text, "Now and next"] if full else [],
            },
        },
    }


def drawings(text: str) -> dict[str, Any]:
    """A chart of each shape in which a person's words stand wherever they may."""
    found = {}
    for shape in ("lines", "columns", "rows", "grid"):
        chart = json.loads(
            json.dumps(next(each for each in DRAWN if each["shape"] == shape and each.get("phases") != []))
        )
        chart |= {"about": text, "summary": text, "title": text, "notes": [text], "table": [[text, text]]}
        for name, words in (
            ("lines", "name"),
            ("phases", "label"),
            ("bands", "text"),
            ("bars", "name"),
            ("letters", "name"),
        ):
            for each in chart.get(name, []):
                each[words] = text
        found[shape] = chart
    return {
        "drawing": found["grid"],
        "scatter": found["lines"],
        **{name: found[name] for name in ("columns", "rows", "grid")},
    }


OUTCOMES = [(True, None), (False, "2026-12-01"), (False, None)]


def cases() -> list[tuple[str, dict[str, Any]]]:
    """Every source that is rendered, with its context."""
    imports = {name: f'{{% import "{name}" as it %}}' for name in CALLS}
    sources = [imports[name] + call for name, calls in CALLS.items() for call in calls]
    documents = [contexts(text, full) for text in TEXTS.values() for full in (True, False)]
    words = [
        (f"{{{{ v | {name}{' | join(chr)' if name == 'lines' else ''} }}}}", {"v": value, "chr": "|"})
        for name, values in WORDS.items()
        for value in values
    ]
    charts = [(imports["shared/_chart.html"] + "{{ it.chart(drawing) }}", {"drawing": each}) for each in DRAWN]
    bodies = [{"note": {"id": "n", "body": body}} for text in TEXTS.values() for body in measured(text)]
    notes = [(imports["shared/_note.html"] + SUMMARISED + DETAILED, body) for body in bodies]
    asked = [(source, {"v": value}) for source in MEASURED.values() for value in ANYTHING]
    asked += [(source, {"v": code}) for source in (*MEASURED.values(), STEPS) for code in CODES]
    texts = [(BUILT_IN, {"t": text}) for text in TEXTS.values()]
    lists = [(BUILT_IN_LISTS, {"ts": list(TEXTS.values())})]
    told = [(source, document) for source in sources for document in documents]
    return told + charts + notes + asked + words + texts + lists


@pytest.fixture(scope="module")
def by_nunjucks() -> list[str]:
    """What the tablet makes of every case, in one run of Node."""
    asked = json.dumps([{"source": source, "context": context} for source, context in cases()])
    script = ROOT / "tests" / "render_with_nunjucks.js"
    done = subprocess.run(["node", script], input=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def by_jinja() -> list[str]:
    """What the desk makes of every case."""
    app = Flask("parity", template_folder=str(TEMPLATES))
    filters.register(app)
    return [app.jinja_env.from_string(source).render(context) for source, context in cases()]


def test_both_engines_make_the_same_document_of_every_shared_partial(
    by_jinja: list[str], by_nunjucks: list[str]
) -> None:
    for (source, _), desk, tablet in zip(cases(), by_jinja, by_nunjucks, strict=True):
        assert document_tree(tablet) == document_tree(desk), source


def test_every_shared_partial_is_compared() -> None:
    partials = {path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "shared").rglob("*.html")}
    assert set(CALLS) == partials


def test_every_shared_macro_is_called() -> None:
    for name, calls in CALLS.items():
        for macro in re.findall(r"{%-? macro (\w+)", (TEMPLATES / name).read_text()):
            assert f"it.{macro}(" in "".join(calls), f"{macro} of {name} has no case"


def test_every_filter_of_our_own_is_compared() -> None:
    app = Flask("parity")
    known_to_flask = set(app.jinja_env.filters)
    filters.register(app)
    assert set(app.jinja_env.filters) - known_to_flask == OWN_FILTERS == set(WORDS) | set(MEASURED)


def test_what_a_person_wrote_is_never_markup(by_jinja: list[str], by_nunjucks: list[str]) -> None:
    for html in (*by_jinja, *by_nunjucks):
        assert "<script" not in html
