"""Values and days in words, as short as a drawing needs them."""

from datetime import date

from record.series.chart import Chart
from record.series.seen import figure
from webapp.wall_clock import MONTHS


def day_month(day: date) -> str:
    """`3 Sep`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def day_month_year(day: date) -> str:
    """`3 Sep 2026`."""
    return f"{day_month(day)} {day.year}"


def month_year(day: date) -> str:
    """`Sep 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def said(chart: Chart, value: float) -> str:
    """A value of a chart: by its name where the axis names values, or with its unit."""
    names = [tick.text for tick in chart.ticks if tick.value == value]
    return names[0] if names else f"{figure(value)}{chart.unit}"


def shortened(text: str, most: int) -> str:
    """A name that fits; it stands whole in the table."""
    return text if len(text) <= most else text[: most - 1] + "…"


def spoken_days(first: date, last: date, day: date) -> str:
    """A day of a span: its year is said where the span has more than one."""
    return day_month(day) if first.year == last.year else day_month_year(day)
