"""The HTML door: one file a subject, by the same names as in record/."""
