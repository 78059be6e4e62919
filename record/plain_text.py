"""Names as people search for and compare them: without regard to case and accents."""

import unicodedata


def plain(text: str) -> str:
    """The text in lower case and without accents, so that `Zoë` is found by `zoe`."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def is_called(name: str, search: str) -> bool:
    """Whether every word of a search is somewhere in the name."""
    known = plain(name)
    return all(word in known for word in plain(search).split())
