"""Mail, where the school has any: one plain message by SMTP, sent beside the request that asked for it.

`JOTTER_SMTP_URL` is `smtp://user:password@host:587` (STARTTLS is used where the server offers it, and always when
there is a password) or `smtps://…:465`. `JOTTER_PUBLIC_URL` is where people reach Jotter: links in a mail are never
built from what a request calls this host, for anybody may send a request.
"""

import os
import smtplib
import ssl
import threading
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any
from urllib.parse import unquote, urlsplit

import structlog
from flask import Flask, current_app

log = structlog.get_logger()

TIMEOUT_SECONDS = 20
PORTS = {"smtp": 587, "smtps": 465}


def is_configured() -> bool:
    """Whether this school can send mail with a link in it."""
    return bool(current_app.config["SMTP_URL"] and current_app.config["PUBLIC_URL"])


def public_address(path: str) -> str:
    """The address by which a page is reached from a mail."""
    return str(current_app.config["PUBLIC_URL"]).rstrip("/") + path


def later(work: Callable[[], None]) -> None:
    """Do something beside the request that asked for it. What is done for known addresses alone must not change how
    long the page takes: that would tell whose address is known here."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    threading.Thread(target=_work, args=(app, work), name="mail").start()


def _work(app: Flask, work: Callable[[], None]) -> None:
    try:
        with app.app_context():
            work()
    except Exception as error:  # as in _deliver
        log.error("a mail could not be made", error=type(error).__name__)


def send(to: str, subject: str, text: str) -> None:
    """Send a message in a while: no page waits for a mail server."""
    url, sender = current_app.config["SMTP_URL"], current_app.config["MAIL_FROM"]
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender or _default_sender(), to, subject
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain="jotter.invalid")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    threading.Thread(target=_deliver, args=(url, message), name="mail").start()


def _default_sender() -> str:
    return f"Jotter <jotter@{urlsplit(str(current_app.config['PUBLIC_URL'])).hostname}>"


def _deliver(url: str, message: EmailMessage) -> None:
    try:
        deliver(url, message)
    except Exception as error:  # of any kind: nobody is left to answer it, and its words may name whom it is for
        log.error("a mail could not be sent", error=type(error).__name__)


def deliver(url: str, message: EmailMessage) -> None:
    """Hand a message to the server at `url`. Raises OSError or SMTPException."""
    parts = urlsplit(url)
    host, port = parts.hostname or "localhost", parts.port or PORTS.get(parts.scheme, 587)
    context = ssl.create_default_context()
    server: Any
    if parts.scheme == "smtps":
        server = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    with server:
        if parts.scheme != "smtps":
            server.ehlo()
            if parts.username or server.has_extn("starttls"):
                server.starttls(context=context)  # fails rather than send a password in clear
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(message)


def register(app: Flask) -> None:
    """Read how mail goes from the surroundings, unless the app was told otherwise."""
    for name in ("SMTP_URL", "PUBLIC_URL", "MAIL_FROM"):
        app.config.setdefault(name, os.environ.get(f"JOTTER_{name}", ""))
