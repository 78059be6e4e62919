"""What instruments may be found to have measured, right and broken, for both engines to tell alike."""

from typing import Any

from record.instruments import INSTRUMENTS, scale, target, time_sample
from tests.factories import MEASURES
from tests.factories.measures import engagement_measures, own_scale_measures

# Each filter of webapp/measure_filters.py, asked of anything at all.
MEASURED = {
    "members": "{{ (v | members).count }}",
    "listed": "{{ v | listed | length }}",
    "rows": "{{ v | rows | length }}{% for one in v | rows %}{{ one.start }},{% endfor %}",
    "worded": "[{{ v | worded }}]",
    "brief": "{{ v | worded | brief }}",
    "joined": "{{ [v, 'two', v] | joined }}{{ v | listed | joined }}",
    "spaced": "{{ [v, 'two', v] | spaced }}",
    "labelled": "{{ ['one', v] | labelled }}",
    "picked": "{{ v | picked }}",
    "number": "{{ v | number }}",
    "signed": "{{ v | signed }}",
    "lasting": "{{ v | lasting }}",
    "per_hour": "{{ v | per_hour(1200) }}|{{ 7 | per_hour(v) }}|{{ v | per_hour(v) }}",
    "percent": "{{ v | percent(7) }}|{{ 3 | percent(v) }}|{{ v | percent(v) }}",
    "yeses": "{{ v | yeses }}",
    "percent_yes": "{{ v | percent_yes }}",
    "spell_seconds": "{{ v | spell_seconds | lasting }}",
    "scale_name": "{{ v | scale_name }}",
    "step_name": "{{ v | step_name('zones') }}|{{ 2 | step_name(v) }}|{{ v | step_name('engagement') }}",
    "most_on": "{{ v | most_on }}",
    "scored": "{% for one in v | scored %}{{ one.name }} {{ one.score }};{% endfor %}",
    "help_name": "{{ v | help_name }}",
    "rule_name": "{{ v | rule_name }}",
    "attainment_name": "{{ v | attainment_name }}",
    "is_no": "{% if v | is_no %}no{% endif %}",
    "clock_seconds": "{{ v | clock_seconds }}",
}
SPELL = {"start": "2026-11-24T09:30:00.000Z", "stop": "2026-11-24T10:31:05.250+00:00"}
ANYTHING = [
    *(None, True, False, 0, 1, -2, 2.0, 2.05, 0.25, 59.94, 59.96, 60, 3599.5, 3600, 90061, 86400, 1e12, -1e-9),
    *("", " \t words\n", "👩🏽‍🏫" * 40, "x" * 61, "7", "zones", "engagement", "own", "constructor", "toString", "<b>"),
    *("verbal", "partial", "partial_physical", "2026-11-24T10:15:00.000Z"),
    *("2026-03-29T01:00:00.000Z", "2026-11-24", "tomorrow", "2026-11-24T10:15:00+05:30", "0001-01-01"),
    *([], [True, False, None, 1], ["a", " b ", 3, None, ""], [SPELL, 7, None, [], {}], [[True]], [None]),
    *({}, SPELL, {"start": SPELL["stop"], "stop": SPELL["start"]}, {"start": 7, "stop": "soon"}, {"count": 7}),
    *({"chosen": ["a", 3, " b"], "text": " c "}, {"chosen": "a", "text": 7}, {"chosen": [], "text": "c"}),
    *({"exploration": 2, "persistence": "3", "initiation": 0, "length": 5},),
]
# Every word that the filters know, by its code.
CODES = [*scale.SCALES, *target.HELP, *time_sample.RULES, *range(-3, 6)]
STEPS = "{% for n in [0, 1, 2, 3, 4, 5] %}{{ n | step_name(v) }},{% endfor %}"


def measured(text: str) -> list[dict[str, Any]]:
    """Bodies of every instrument: right ones with `text` wherever a person may write, and broken ones of every sort."""
    right = [
        *({"instrument": name, "measures": make()} for name, make in MEASURES.items()),
        {"instrument": "scale", "measures": engagement_measures()},
        {"instrument": "scale", "measures": own_scale_measures(name=text, note=text)},
        {"instrument": "abc", "measures": dict.fromkeys(("antecedent", "behaviour", "consequence"), text)},
        {"instrument": "frequency", "measures": {"behaviour": text, "count": 1, "taps": [text]}},
        {"instrument": "frequency", "measures": {"behaviour": text, "count": 0, "observed_for_s": 600}},
        {"instrument": "duration", "measures": {"behaviour": text, "spells": [SPELL], "total_s": 3665.25}},
        {"instrument": "time_sample", "measures": {"behaviours": [{"name": text, "intervals": [True]}] * 2}},
        {"instrument": "target", "measures": {"help": text, "trials_right": 3, "attainment": -2}},
        {"instrument": "session", "measures": {"provision": text, "present": False, "absence_reason": text}},
        {"instrument": text, "measures": {"count": 1}},
    ]
    whole = [{"instrument": name, "measures": value} for name in INSTRUMENTS for value in ANYTHING]
    members = {name: module.MEMBERS for name, module in INSTRUMENTS.items()}
    broken = [
        {"instrument": name, "measures": {**MEASURES[name](), member: value}}
        for name in INSTRUMENTS
        for member in members[name]
        for value in ANYTHING
    ]
    nothing = [{"instrument": name} for name in INSTRUMENTS]
    return [*right, *nothing, *(whole + broken if not text else [])]


SUMMARISED = "{{ it.note(note) }}"
DETAILED = '{% import "shared/_details.html" as all %}{{ all.details(note.body) }}'
