"""The tablet's pages as long as no worker answers for them: the way in, and the files of the installed app.

Once a tablet is set up its service worker answers everything under /tablet/ (static/jotter/worker.js).
"""

from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request, send_from_directory

from doors.database import db
from doors.sign_in import DEVICE_COOKIE, signed_in_person
from record import epochs
from webapp.assets import DIST, manifest
from webapp.headers import WORKER_POLICY

blueprint = Blueprint("tablet", __name__)

HOME = "/tablet/"


@blueprint.get("/tablet/")
@blueprint.get("/tablet/<path:_rest>")
def shell(_rest: str = "") -> Any:
    """The page that installs the worker and then asks again; it holds nobody's data. Who is not signed in, on a device
    that is no tablet yet, signs in first: a tablet that is one must get its worker back without."""
    if request.path == HOME and DEVICE_COOKIE not in request.cookies and signed_in_person() is None:
        return redirect(f"/sign-in?next={HOME}")
    return render_template("tablet_shell.html")


@blueprint.post("/tablet/")
@blueprint.post("/tablet/<path:_rest>")
def not_saved(_rest: str = "") -> Any:
    """A form that the worker should have answered: it is not saved, and the page must know."""
    return make_response(render_template("tablet_not_saved.html"), 503)


@blueprint.get("/sw.js")
def worker() -> Response:
    """The service worker, from the root, so that its scope is the whole app."""
    response = send_from_directory(DIST, manifest()["worker"], mimetype="text/javascript", max_age=0)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Service-Worker-Allowed"] = "/"
    response.headers["Content-Security-Policy"] = WORKER_POLICY
    return response


@blueprint.get("/manifest.webmanifest")
def web_manifest() -> Response:
    """What the tablet's home screen shows."""
    name = manifest()["manifest.webmanifest"]
    response = send_from_directory(DIST, name, mimetype="application/manifest+json", max_age=0)
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/healthz")
def health() -> dict[str, str]:
    """Whether the app can serve: it can ask the record something."""
    epochs.current(db.session())
    return {"status": "ok"}
