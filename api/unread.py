"""Bodies that are answered before they were read: the rest is taken and thrown away.

Whoever sends a file that is too large, or with a token that has ended, is answered without a look at what they send. If
the connection were closed then, with bytes on their way, it would be reset (RFC 9112, 9.6): the sender would learn of a
broken network, not of the answer, and try again for ever.
"""

from typing import IO

from flask import Request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import HTTPException

# Nobody's file or batch is as large; who sends more is cut off.
MOST_BYTES = 32 * 1024 * 1024
A_TIME = 64 * 1024


def take_rest(request: Request) -> None:
    """Read what is left of the request's body, up to MOST_BYTES, and keep none of it."""
    left = MOST_BYTES
    if (request.content_length or 0) > left:
        return
    try:
        stream = _stream(request)
        while left > 0 and (content := stream.read(A_TIME)):
            left -= len(content)
    except (OSError, ParseException, HTTPException):
        pass  # they have gone: nobody waits for the answer


def _stream(request: Request) -> IO[bytes]:
    """Where the server itself ends a body, its own: the request's refuses to go past what may be read into memory, and
    of this nothing is kept."""
    if request.environ.get("wsgi.input_terminated"):
        own: IO[bytes] = request.environ["wsgi.input"]
        return own
    return request.stream
