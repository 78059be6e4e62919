"""The three browser engines, each behind the same small page."""
