"""The guard against requests forged by other sites: by where the browser says that they come from.

Forms of this app outlive any token (a tablet may keep one open for days), so the check is on `Sec-Fetch-Site`, which
every browser since 2023 sends, and on `Origin` where that is missing. A client that sends neither is no browser.
"""

from urllib.parse import urlsplit

from flask import request

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


def is_forged() -> bool:
    """Whether the present request would change something and was sent by a page of another origin."""
    if request.method in SAFE_METHODS:
        return False
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host
