"""Narrative: what was seen, in words. It measures nothing."""

TITLE = "Narrative"
MEMBERS: tuple[str, ...] = ()
