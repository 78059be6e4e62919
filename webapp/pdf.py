"""A page as a PDF: tagged, in its language, and made of nothing that is fetched from anywhere.

WeasyPrint is imported when the first PDF is made: it needs pango, and where that is missing everything else works.
"""

import threading
from typing import Any

# One at a time: a full meeting in large print is seconds of work, and tablets sync meanwhile.
AT_WORK = threading.Lock()
LONGEST_WAIT_S = 20


class NoPdf(Exception):
    """This machine cannot make PDFs."""


class PdfBusy(Exception):
    """Another PDF is being made, and takes long."""


def load_weasyprint() -> Any:
    """The library. Raises NoPdf where it, or pango under it, is missing."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise NoPdf("WeasyPrint or pango is missing") from error
    return weasyprint


def make_pdf(html: str, css: str) -> bytes:
    """The HTML page as PDF/UA, looking as the style sheet says. Raises NoPdf, and PdfBusy where another is still being
    made after 20 seconds."""
    library = load_weasyprint()
    if not AT_WORK.acquire(timeout=LONGEST_WAIT_S):
        raise PdfBusy("Another PDF is being made")
    try:
        return _made(library, html, css)
    finally:
        AT_WORK.release()


def _made(library: Any, html: str, css: str) -> bytes:

    class Refusing(library.urls.URLFetcher):
        """Nothing is asked for, of anybody: not from the network, not from a file."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            raise ValueError("A copy for parents asks for nothing")

    page = library.HTML(string=html, url_fetcher=Refusing())
    sheet = library.CSS(string=css, url_fetcher=Refusing())
    pdf: bytes = page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")
    return pdf
