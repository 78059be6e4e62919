"""HTML as a browser would understand it, in a form that two renderings can be compared by."""

from html.parser import HTMLParser


class _Tree(HTMLParser):
    """Collects tags, attributes by name, and text with its character references resolved."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(("start", tag, sorted(attrs, key=lambda pair: pair[0])))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(("end", tag))

    def handle_data(self, text: str) -> None:
        self.parts.append(("text", text))

    def handle_comment(self, text: str) -> None:
        self.parts.append(("comment", text))

    def handle_decl(self, text: str) -> None:
        self.parts.append(("declaration", text))


def document_tree(html: str) -> list[object]:
    """The parts of a document in order. Only white space around the whole of it is left out."""
    tree = _Tree()
    tree.feed(html.strip())
    tree.close()
    return tree.parts
