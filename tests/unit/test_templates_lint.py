"""Templates for both engines keep to what both read alike; the rules are in tests/template_rules.py."""

from pathlib import Path

import pytest
from jinja2 import Environment, meta

from tests.template_rules import breaches, list_names

TEMPLATES = Path(__file__).parents[2] / "webapp" / "templates"


def source_of(name: str) -> str:
    return (TEMPLATES / name).read_text()


def reached_from(*names: str) -> list[str]:
    """These templates, with whatever they extend, include or import, and so on."""
    waiting, reached = list(names), set()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            referenced = meta.find_referenced_templates(Environment(autoescape=True).parse(source_of(name)))
            waiting += [other for other in referenced if other]
    return sorted(reached)


def lists_of(name: str) -> set[str]:
    """Names that hold lists: the template's own, and those of the fragments it gives its context to."""
    return {word for other in reached_from(name) for word in list_names(source_of(other))}


NAMES = reached_from(
    *(
        path.relative_to(TEMPLATES).as_posix()
        for room in ("tablet", "shared")
        for path in (TEMPLATES / room).rglob("*.html")
    )
)

REFUSED = {
    "an empty list asked for its truth": "{% for x in xs %}{% endfor %}{% if xs %}a{% endif %}",
    "an empty list of a document": "{% if profile.strategies %}a{% endif %}",
    "an empty list negated": "{% for x in xs %}{% endfor %}{{ 'none' if not xs else '' }}",
    "an empty list beside or": "{% if a or xs %}{% endif %}{{ xs | length }}",
    "a filtered loop": "{% for x in xs if x %}{{ x }}{% endfor %}",
    "a recursive loop": "{% for x in xs recursive %}{{ x }}{% endfor %}",
    "keys and values": "{% for key, value in xs %}{{ key }}{% endfor %}",
    "a negative place": "{{ xs[-1] }}",
    "a slice": "{{ xs[1:3] }}",
    "a block set": "{% set a %}<b>{% endset %}",
    "a set that leaks": "{% set a = 1 %}{% for x in xs %}{% set a = x %}{% endfor %}{{ a }}",
    "a set of two names": "{% set a, b = 1, 2 %}",
    "items()": "{% for x in xs.items() %}{{ x }}{% endfor %}",
    "a method of text": "{{ name.strip() }}",
    "a key named as a method": "{{ entry.items }}",
    "length as an attribute": "{{ xs.length }}",
    "a loop fact": "{% for x in xs %}{{ loop.previtem }}{% endfor %}",
    "namespace": "{% set a = namespace(b=1) %}",
    "with": "{% with a = 1 %}{{ a }}{% endwith %}",
    "map": "{{ xs | map('upper') | join }}",
    "tojson": "{{ xs | tojson }}",
    "safe": "{{ note | safe }}",
    "sum by attribute": "{{ xs | sum(attribute='a') }}",
    "a named argument of a filter": "{{ xs | join(d=', ') }}",
    "an unknown test": "{% if a is mapping %}{% endif %}",
    "a chained comparison": "{% if 1 < a < 3 %}{% endif %}",
    "comparison with a list": "{% if a == [] %}{% endif %}",
    "comparison with true": "{% if a == true %}{% endif %}",
    "comparison with none": "{% if a != none %}{% endif %}",
    "truth printed": "{{ a == 1 }}",
    "capital None": "{% set a = None %}",
    "capital True": "{% set a = True %}",
    "division": "{{ a / 2 }}",
    "autoescape switched off": "{% autoescape false %}{{ a }}{% endautoescape %}",
}
ALLOWED = [
    "{% if xs | length %}{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}{% endif %}",
    '{% import "shared/_fields.html" as field %}{{ field.text("a", "A", value=typed.a) }}',
    "{% for x in xs %}{% set a = x %}{{ a | upper }}{% endfor %}",
    "{% if a is defined and a is not none %}{{ a or '' }}{% endif %}",
    "{% if note.setting == 'playground' %}{{ note.text | default('') }}{% endif %}",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_template_for_both_engines_says_nothing_they_read_differently(name: str) -> None:
    found = breaches(source_of(name), lists_of(name))
    assert not found, "\n".join(f"{name}:{breach.line}: {breach.says}" for breach in found)


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_the_lint_refuses(source: str) -> None:
    assert breaches(source)


@pytest.mark.parametrize("source", ALLOWED)
def test_the_lint_allows(source: str) -> None:
    assert breaches(source) == []


def test_a_breach_names_its_line() -> None:
    assert [breach.line for breach in breaches("\n\n{{ xs[-1] }}")] == [3]
