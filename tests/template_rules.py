"""What a template that both Jinja and Nunjucks render may not say, because the two would differ in silence.

To allow one more filter: see in node_modules/@11ty/nunjucks/src/filters.js that it does the same as Jinja's,
add it to FILTERS, and give it a case in tests/unit/test_template_parity.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, nodes

# What an instrument measured: webapp/measure_filters.py.
MEASURE_FILTERS = {
    *("members", "listed", "rows", "worded", "brief", "joined", "spaced", "labelled", "picked", "number", "signed"),
    *("lasting", "per_hour", "percent", "yeses", "percent_yes", "spell_seconds", "scale_name", "step_name", "most_on"),
    *("scored", "help_name", "rule_name", "attainment_name", "is_no"),
}
OWN_FILTERS = MEASURE_FILTERS | {
    *(
        "day",
        "clock",
        "clock_seconds",
        "day_clock",
        "times_apart",
        "need_name",
        "status_name",
        "kind_name",
        "purpose_name",
    ),
    *("lines", "stroke_path", "box"),
}
# length is for lists: of a text with emoji JavaScript counts more than Python.
FILTERS = OWN_FILTERS | {"upper", "lower", "trim", "replace", "join", "length", "default"}
TESTS = {"defined", "undefined", "none", "odd", "even"}
FUNCTIONS_MISSING_IN_NUNJUCKS = {"namespace", "dict", "lipsum"}
LOOP_FACTS = {"index", "index0", "revindex", "revindex0", "first", "last", "length"}
# Jinja finds the method before the key of that name; Nunjucks finds the key.
DICT_METHODS = {"items", "keys", "values", "get", "pop", "copy", "update", "clear", "setdefault", "popitem"}
# Lists of the wire documents, whether or not a template loops over them.
LISTS_ON_THE_WIRE = {"present", "actions", "strategies", "outcome_ids", "attachment_ids"}
LISTS_ON_THE_WIRE |= {"actions_earlier", "signatures", "strokes"}
CAPITALS = {"True": "true", "False": "false", "None": "none"}

_parser = Environment(autoescape=True)


@dataclass(frozen=True)
class Breach:
    """One construct that may not be used, where, and what to write instead."""

    line: int
    says: str


@dataclass
class _Walk:
    """One template being read: what it imports and which names hold lists."""

    tree: nodes.Template
    lists: set[str]
    imported: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.imported = {node.target for node in self.tree.find_all(nodes.Import)}


def list_names(source: str) -> set[str]:
    """The last word of everything that is looped over or counted: `profile.strategies` gives strategies."""
    tree = _parser.parse(source)
    counted = (one.node for one in tree.find_all(nodes.Filter) if one.name == "length")
    looped = (loop.iter for loop in tree.find_all(nodes.For))
    return {name for node in (*counted, *looped) if (name := _last_word(node))}


def breaches(source: str, lists: set[str] = frozenset()) -> list[Breach]:
    """Every breach in a template; `lists` are names known to hold lists from elsewhere (see list_names)."""
    walk = _Walk(_parser.parse(source), list_names(source) | set(lists) | LISTS_ON_THE_WIRE)
    found = [
        Breach(node.lineno, says)
        for rule, kinds in RULES
        for node in walk.tree.find_all(kinds)
        if (says := rule(node, walk))
    ]
    return sorted([*found, *_capitals(source), *_leaks(walk.tree)], key=lambda breach: breach.line)


def _last_word(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.name if isinstance(node, nodes.Name) else None


def _capitals(source: str) -> Iterator[Breach]:
    for line, kind, value in _parser.lex(source):
        if kind == "name" and value in CAPITALS:
            yield Breach(line, f"{value} is an unknown name to Nunjucks: write {CAPITALS[value]}")


def _leaks(tree: nodes.Template) -> Iterator[Breach]:
    """A `set` inside a loop ends with the loop in Jinja and outlives it in Nunjucks."""
    for loop in tree.find_all(nodes.For):
        inside = {id(name) for name in loop.find_all(nodes.Name)}
        outside = {name.name for name in tree.find_all(nodes.Name) if id(name) not in inside}
        for assigned in loop.find_all(nodes.Assign):
            if _last_word(assigned.target) in outside:
                yield Breach(assigned.lineno, f"set {_last_word(assigned.target)} leaks out of the loop in Nunjucks")


def _truth(node: nodes.Node, walk: _Walk) -> str | None:
    if isinstance(node, (nodes.If, nodes.CondExpr)):
        asked = [node.test]
    elif isinstance(node, nodes.Not):
        asked = [node.node]
    else:
        asked = [node.left, node.right]
    for one in asked:
        if _last_word(one) in walk.lists and not _is_message(one):
            return f"an empty list is true in Nunjucks: write {_last_word(one)} | length"
    return None


def _is_message(node: nodes.Node) -> bool:
    """Whether this is `wrong.present`: what is wrong with the field of that name, a text."""
    return isinstance(node, nodes.Getattr) and _last_word(node.node) == "wrong"


def _loop(node: nodes.For, walk: _Walk) -> str | None:
    if node.test is not None:
        return "for … if is not known to Nunjucks: put an if inside the loop"
    if node.recursive:
        return "recursive loops are not known to Nunjucks"
    if isinstance(node.target, nodes.Tuple):
        return "two loop variables mean keys and values in Nunjucks: loop over a list of {name, value}"
    return None


def _item(node: nodes.Getitem, walk: _Walk) -> str | None:
    if isinstance(node.arg, (nodes.Neg, nodes.Slice)):
        return "negative places and slices are not known to Nunjucks: pick it where the context is made"
    return None


def _attribute(node: nodes.Getattr, walk: _Walk) -> str | None:
    on_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
    if on_loop and node.attr not in LOOP_FACTS:
        return f"loop.{node.attr} is not known to Nunjucks"
    if node.attr == "length" and not on_loop:
        return ".length is empty in Jinja: write | length"
    if node.attr in DICT_METHODS:
        return f".{node.attr} is a method in Jinja and a key in Nunjucks: use another name"
    return None


def _call(node: nodes.Call, walk: _Walk) -> str | None:
    if isinstance(node.node, nodes.Name):
        name = node.node.name
        return f"{name}() is not known to Nunjucks" if name in FUNCTIONS_MISSING_IN_NUNJUCKS else None
    owner = node.node.node if isinstance(node.node, nodes.Getattr) else None
    if isinstance(owner, nodes.Name) and owner.name in walk.imported:
        return None
    return "methods differ between Python and JavaScript: use a filter, or prepare it where the context is made"


def _filter(node: nodes.Filter, walk: _Walk) -> str | None:
    if node.name not in FILTERS:
        return f"the filter {node.name} is not known to do the same in both engines"
    if node.kwargs:
        return f"named arguments of a filter ({node.name}) mean something else in Nunjucks"
    return None


def _test(node: nodes.Test, walk: _Walk) -> str | None:
    return None if node.name in TESTS else f"the test {node.name} is not known to do the same in both engines"


def _comparison(node: nodes.Compare, walk: _Walk) -> str | None:
    if len(node.ops) > 1:
        return "chained comparisons mean something else in JavaScript: write them with and"
    for operand in node.ops:
        if operand.op in ("eq", "ne"):
            for side in (node.expr, operand.expr):
                if isinstance(side, (nodes.List, nodes.Dict, nodes.Tuple)):
                    return "lists are never equal in JavaScript: compare | length"
                if isinstance(side, nodes.Const) and (side.value is None or isinstance(side.value, bool)):
                    return "== with true, false or none is loose in JavaScript: ask if, if not or is none"
    return None


def _output(node: nodes.Output, walk: _Walk) -> str | None:
    for one in node.nodes:
        is_truth = isinstance(one, (nodes.Compare, nodes.Not, nodes.Test))
        if is_truth or (isinstance(one, nodes.Const) and (one.value is None or isinstance(one.value, bool))):
            return "truth is printed True by Jinja and true by Nunjucks: print words by an if"
    return None


def _assignment(node: nodes.Assign, walk: _Walk) -> str | None:
    return "set of two names gives both the same value in Nunjucks" if isinstance(node.target, nodes.Tuple) else None


def _never(says: str):
    return lambda node, walk: says


RULES = [
    (_truth, (nodes.If, nodes.CondExpr, nodes.Not, nodes.And, nodes.Or)),
    (_loop, (nodes.For,)),
    (_item, (nodes.Getitem,)),
    (_attribute, (nodes.Getattr,)),
    (_call, (nodes.Call,)),
    (_filter, (nodes.Filter,)),
    (_test, (nodes.Test,)),
    (_comparison, (nodes.Compare,)),
    (_output, (nodes.Output,)),
    (_assignment, (nodes.Assign,)),
    (_never("block set is not escaped alike: use a macro"), (nodes.AssignBlock,)),
    (_never("with is not known to Nunjucks: use set"), (nodes.With,)),
    (
        _never("division prints 2.0 in Jinja and 2 in Nunjucks: prepare it where the context is made"),
        (nodes.Div,),
    ),
    (_never("autoescape is always on"), (nodes.ScopedEvalContextModifier,)),
]
