"""The web application: puts the record behind its two doors, the JSON door (api/) and the HTML door (views/)."""

import importlib
import os
import pkgutil
import secrets
from functools import partial
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask
from flask_htmx import HTMX
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix

import api
from api.schemas.entries import read_entry
from api.sealed import Opener
from doors import mail, sign_in, single_sign_on, wall
from doors.database import db
from doors.life import Life
from record.database import prepare
from record.files import Files
from record.json_text import json_text
from record.school_document import SaidYears
from record.sealing import Keyring
from record.times import now
from webapp import assets, compression, errors, filters, headers, views

ROOT = Path(__file__).resolve().parent.parent


class Rooms:
    """What the doors get from here, so that views need not know the JSON door."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.life = Life(folder)
        self.keyring = Keyring(folder)
        self.files = Files(folder)
        self.read_entry = read_entry
        self.said_years = SaidYears(now())

    def opener(self, school_id: str) -> Opener:
        """What opens entries sealed to this school's keys."""
        return partial(self.keyring.open, school_id)


def create_app(folder: Path, database_url: str | None = None, **settings: Any) -> Flask:
    """The app over the data in `folder` (made when absent): the SQLite database, unless a URL names another."""
    folder = folder.resolve()
    # The record and its keys lie here: nobody else of this machine may look in.
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    app = Flask(__name__, static_folder="static/dist", static_url_path="/static/dist")
    app.config.update(
        SECRET_KEY=_secret_key(folder),
        SQLALCHEMY_DATABASE_URI=database_url or f"sqlite:///{folder / 'jotter.sqlite3'}",
        # A failing statement is logged without its values: they are pupils.
        SQLALCHEMY_ENGINE_OPTIONS={
            "pool_size": 10,
            "max_overflow": 20,
            "hide_parameters": True,
            "json_serializer": json_text,
        },
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=os.environ.get("JOTTER_HTTPS") == "1",
        SEND_FILE_MAX_AGE_DEFAULT=365 * 24 * 3600,  # the built files carry their content's hash in their names
        MAX_CONTENT_LENGTH=8 * 1024 * 1024,
        COMPRESS_MIMETYPES=assets.COMPRESSED,
        COMPRESS_ALGORITHM=["zstd", "br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=[],
        COMPRESS_LEVEL=1,  # a sync answer is made once: speed before the last tenth of size
        COMPRESS_BR_LEVEL=4,
        COMPRESS_ZSTD_LEVEL=3,
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.config.update(settings)
    if proxies := int(os.environ.get("JOTTER_PROXIES", "0")):
        # Only as many as there are: any more would let a client make up its own address. (mypy takes the attribute,
        # which Flask says to replace, for a method.)
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    app.extensions["jotter"] = Rooms(folder)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = False
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)
    Migrate(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    HTMX(app)
    compression.register(app)
    sign_in.register(app)
    wall.register(app)
    mail.register(app)
    # Who says that people come by https means the cookies too.
    app.config["SESSION_COOKIE_SECURE"] |= app.config["PUBLIC_URL"].lower().startswith("https:")
    single_sign_on.register(app)
    for room in (assets, filters, headers, errors):
        room.register(app)
    api.register(app)
    _register_views(app)
    return app


def _secret_key(folder: Path) -> str:
    """The key that the cookie of messages is signed with; made at the first start, readable by its owner alone."""
    path = folder / "session.key"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")


def _register_views(app: Flask) -> None:
    """Every file of views/ is a part of the HTML door; its blueprints are registered when all files are read."""
    modules = [importlib.import_module(f"webapp.views.{found.name}") for found in pkgutil.iter_modules(views.__path__)]
    blueprints = {
        item.name: item for module in modules for item in vars(module).values() if isinstance(item, Blueprint)
    }
    for blueprint in blueprints.values():
        app.register_blueprint(blueprint)
