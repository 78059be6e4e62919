"""Other builds of the tablet's worker than the one in the tree: an older one, a newer one, one with a newer store."""

import json
import mimetypes
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.e2e.actors.wire import Answer, Exchange, Misdeed

ROOT = Path(__file__).resolve().parents[3]
WORKER = "/sw.js"
LAST_STEP = "];\nexport const DEVICE_SCHEMA"
ONE_MORE_STEP = '  (db) => void db.createObjectStore("something_later"),\n' + LAST_STEP


def present_version() -> str:
    """The version of the build in the tree."""
    manifest = json.loads((ROOT / "webapp/static/dist/manifest.json").read_text(encoding="utf-8"))
    return str(manifest["version"])


def gives(change: Callable[[bytes], bytes]) -> Misdeed:
    """The server's worker, changed on its way."""

    def misdeed(exchange: Exchange) -> Answer:
        answer = exchange.passes_on()
        # Compressed or answered by 304, it could not be changed: the exchange asks for it plain and whole.
        return Answer(answer.status, answer.headers, change(answer.body))

    return lambda exchange: misdeed(_plain(exchange))


def _plain(exchange: Exchange) -> Exchange:
    unwanted = {"accept-encoding", "if-none-match", "if-modified-since"}
    exchange.headers = {name: value for name, value in exchange.headers.items() if name.lower() not in unwanted}
    return exchange


def as_version(version: str) -> Misdeed:
    """The same worker under another version's name: another build as far as any browser can tell."""
    present = present_version().encode()

    def renamed(worker: bytes) -> bytes:
        assert present in worker, "the server gives another build than the one in the tree"
        return worker.replace(present, version.encode())

    return gives(renamed)


def make_newer_store(folder: Path) -> Path:
    """A real build of the present sources in which the device's database has one more step; where its files are."""
    for part in ("webapp/static", "webapp/templates", "scripts"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("dist"))
    shutil.copy(ROOT / "package.json", folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    source = folder / "webapp/static/jotter/store/device.js"
    text = source.read_text(encoding="utf-8")
    assert LAST_STEP in text, "the list of upgrades has another shape than this test knows"
    source.write_text(text.replace(LAST_STEP, ONE_MORE_STEP), encoding="utf-8")
    subprocess.run(["node", "scripts/build.js"], cwd=folder, check=True, capture_output=True, timeout=120)
    return folder / "webapp/static/dist"


def from_folder(dist: Path) -> Misdeed:
    """The files of another build, where it has them; the server's own where not."""

    def misdeed(exchange: Exchange) -> Answer:
        file = dist / Path(exchange.path).name
        if not file.exists():
            return exchange.passes_on()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return Answer(200, [("Content-Type", kind), ("Cache-Control", "no-cache")], file.read_bytes())

    return misdeed


def with_a_clock_off_by(days: int) -> Misdeed:
    """A worker on a device whose clock is wrong: the one way to its clock that survives the worker's own death."""
    return gives(lambda worker: wrong_clock(days).encode() + worker)


def wrong_clock(days: int) -> str:
    """Script that moves all of a page's or worker's clock."""
    return f"""(() => {{
      const Right = Date;
      const off = {days} * 86400000;
      globalThis.Date = class Date extends Right {{
        constructor(...parts) {{ super(...(parts.length ? parts : [Right.now() + off])); }}
        static now() {{ return Right.now() + off; }}
      }};
    }})();
    """
