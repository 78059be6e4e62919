"""The built files are one whole: nothing stale lies in dist, and the worker keeps just what a tablet loads."""

import base64
import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DIST = ROOT / "webapp" / "static" / "dist"
TEMPLATES = ROOT / "webapp" / "templates"
PUBLIC = "/static/dist/"
# Found by their own names: the build's list, the worker (whose address may never change) and its source's templates.
UNHASHED = {"manifest.json", "sw.js", "templates.js"}
DESK_ONLY = {"desk.js", "passkeys.js"}

MANIFEST: dict[str, str] = json.loads((DIST / "manifest.json").read_text())
FILES = {name: file for name, file in MANIFEST.items() if name not in ("worker", "version")}
WORKER = (DIST / MANIFEST["worker"]).read_text()


def asked_for_by_the_tablet() -> set[str]:
    """The plain names that templates of the tablet, and the layouts around them, pass to asset()."""
    rooms = [*(TEMPLATES / "tablet").rglob("*.html"), *(TEMPLATES / "shared").rglob("*.html")]
    layouts = {
        TEMPLATES / name for page in rooms for name in re.findall(r'{%-?\s*extends\s+"([^"]+)"', page.read_text())
    }
    return {name for page in {*rooms, *layouts} for name in re.findall(r"""asset\(['"]([^'"]+)""", page.read_text())}


def test_dist_holds_what_the_build_lists_and_nothing_else() -> None:
    assert {path.name for path in DIST.iterdir()} == {*FILES.values(), *UNHASHED}


def test_a_built_file_is_named_by_its_content() -> None:
    for file in FILES.values():
        digest = hashlib.sha256((DIST / file).read_bytes()).hexdigest()
        assert file.rsplit(".", 1)[0].endswith(f"-{digest[:10]}"), file


def test_the_worker_keeps_every_file_but_the_desks() -> None:
    kept = set(re.findall(rf"{PUBLIC}([\w.-]+)", WORKER))
    assert kept == {file for name, file in FILES.items() if name not in DESK_ONLY}


def test_a_tablet_page_loads_nothing_that_the_worker_does_not_keep() -> None:
    asked = asked_for_by_the_tablet()
    assert asked, "no template of the tablet loads anything: is this test reading the right ones?"
    assert asked <= set(FILES) - DESK_ONLY


def test_the_worker_knows_what_each_of_its_files_hashes_to() -> None:
    for name in set(FILES) - DESK_ONLY:
        digest = base64.b64encode(hashlib.sha256((DIST / FILES[name]).read_bytes()).digest()).decode()
        assert f'"{PUBLIC}{FILES[name]}":"sha256-{digest}"' in WORKER, name


def test_the_worker_knows_its_version() -> None:
    assert f'version:"{MANIFEST["version"]}"' in WORKER


def test_the_web_manifest_leads_to_icons_that_are_there() -> None:
    app = json.loads((DIST / FILES["manifest.webmanifest"]).read_text())
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in app["icons"]}
    for icon in app["icons"]:
        assert (DIST / icon["src"].removeprefix(PUBLIC)).is_file(), icon


def test_the_lock_names_no_place_to_download_from() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name)
