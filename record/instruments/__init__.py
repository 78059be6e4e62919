"""The instruments that observations are made with: one module each, by the name it has on the wire.

docs/instruments.md says what each measures. To add a ninth:

1. Its line in the tables of docs/instruments.md: members, what must hold, its chart.
2. A module here with TITLE, MEMBERS (of its measures, by their names on the wire) and its constants (limits, codes
   with their words, sources beside them, formulas), and its line in INSTRUMENTS.
3. A schema in api/schemas/measures.py and its line in MEASURES there: what is wrong goes to quarantine with a sentence.
4. Its title in static/jotter/words.js, the words of its codes in static/jotter/measure_words.js.
5. On the tablet: static/jotter/instruments/<name>.js (fields, what is wrong, measures of a form) with its line in
   index.js there, and its form templates/tablet/instruments/_<name>.html with its short help.
6. One line and the details, as macros in templates/shared/_summary.html and _details.html; what they cannot work out
   by themselves is a filter in webapp/measure_filters.py and static/jotter/measure_filters.js.
7. Its fields for mending at the desk, in webapp/views/mending_measures.py.
8. Its chart: record/series/<name>.py and static/jotter/series/<name>.js.
9. A builder in tests/factories/measures.py, and its measurements in the demo school: demo/measures/<name>.py and a line
   in demo/series.py.

tests/unit/architecture/test_every_kind.py names the step that was forgotten.
"""

from types import ModuleType

from record.instruments import abc, duration, frequency, narrative, scale, session, target, time_sample

INSTRUMENTS: dict[str, ModuleType] = {
    "narrative": narrative,
    "abc": abc,
    "frequency": frequency,
    "duration": duration,
    "time_sample": time_sample,
    "scale": scale,
    "target": target,
    "session": session,
}
TITLES: dict[str, str] = {name: module.TITLE for name, module in INSTRUMENTS.items()}
