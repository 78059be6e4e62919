"""What travels to a tablet at its first install is compressed, and not sent again."""

from pathlib import Path

import pytest

from webapp import create_app
from webapp.assets import manifest

ENCODINGS = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("address", ["/sw.js", f"/static/dist/{manifest()['htmx.js']}"])
def test_a_built_file_travels_compressed_and_once(tmp_path: Path, address: str) -> None:
    browser = create_app(tmp_path).test_client()
    with browser.get(address) as plain, browser.get(address, headers=ENCODINGS) as packed:
        assert len(packed.data) < len(plain.data) / 2
        known = packed.headers["ETag"]
    with browser.get(address, headers={**ENCODINGS, "If-None-Match": known}) as again:
        assert (again.status_code, again.data) == (304, b"")
