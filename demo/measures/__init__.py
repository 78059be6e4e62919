"""What each instrument measured in the demo school: one module each, whose `measure(rng, occasion)` gives the measures
and the words beside them, often none. How a pupil gets on over the term is in the occasion's `gone`."""

from collections.abc import Callable
from random import Random

from demo.measures import abc, duration, frequency, scale, session, target, time_sample
from demo.measures.occasion import Measured, Occasion

MEASURES: dict[str, Callable[[Random, Occasion], Measured]] = {
    "abc": abc.measure,
    "frequency": frequency.measure,
    "duration": duration.measure,
    "time_sample": time_sample.measure,
    "scale": scale.measure,
    "target": target.measure,
    "session": session.measure,
}
