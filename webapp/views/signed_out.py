"""A form of the desk that is sent when nobody is signed in any more: what was typed waits on the page."""

from typing import Any

from flask import abort, render_template, request, url_for

MOST_CHARACTERS = 200_000  # a meeting's long texts, several times
MOST_FIELDS = 5_000  # the longest form of the desk has a tick for each pupil of a school


def keep_what_was_sent() -> tuple[str, int]:
    """A page that holds the form as it was sent and sends it again to the same address, once its person has signed in
    in another tab. It says nothing of the record. What another site has sent never comes here (headers.py), and no
    form of the desk asks for a password."""
    fields = list(request.form.items(multi=True))
    if len(fields) > MOST_FIELDS or sum(len(value) for _name, value in fields) > MOST_CHARACTERS:
        abort(413)
    told: dict[str, Any] = {
        "action": url_for(str(request.endpoint), **(request.view_args or {})),
        "fields": fields,
        "files": list(request.files),
    }
    return render_template("desk/signed_out.html", **told), 401
