"""What a meeting is for, as forms show it: any words, and five suggestions. Older tablets send codes for the five."""

from typing import Any

from record.parent_meetings import PURPOSES
from webapp.filters import purpose_name

SUGGESTED = tuple(PURPOSES.values())


def purpose_of(typed: str, before: Any) -> str:
    """The purpose that the form's text means: what nobody changed stays as it came, a code too."""
    is_untouched = isinstance(before, str) and purpose_name(before) == typed
    return before if is_untouched else typed
