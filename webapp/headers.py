"""Headers of every answer: what a page may load, who may frame it, what may be kept of it."""

from flask import Flask, Response, abort, current_app, request

from doors.origin import is_forged

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# The worker runs its own script and talks to its own server, nothing else. Argon2, which guards the passcode, is WASM.
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
# Its twin is HEADERS in static/jotter/router.js, for the worker's answers; a parity test holds them together.
ALWAYS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

A_YEAR_S = 365 * 24 * 3600


def add(response: Response) -> Response:
    """Add what every answer carries, where a view has not said otherwise."""
    said = {name.lower() for name, _value in response.headers}
    response.headers.extend((name, value) for name, value in ALWAYS.items() if name.lower() not in said)
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers.setdefault("Strict-Transport-Security", f"max-age={A_YEAR_S}")
    if request.endpoint != "static" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def refuse_forged() -> None:
    """Refuse a request that a page of another site sends in a person's name."""
    if is_forged():
        abort(403)


def register(app: Flask) -> None:
    """Guard every request and finish every answer of the app."""
    app.before_request(refuse_forged)
    app.after_request(add)
