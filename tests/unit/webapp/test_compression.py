"""What travels to a tablet at its first install is compressed, and not sent again."""

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from webapp import create_app
from webapp.assets import manifest

UNPACK: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize("address", ["/sw.js", f"/static/dist/{manifest()['htmx.js']}"])
@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
    ],
)
def test_a_built_file_travels_compressed_and_once(tmp_path: Path, address: str, accepted: str, coding: str) -> None:
    browser = create_app(tmp_path).test_client()
    encodings = {"Accept-Encoding": accepted}
    with browser.get(address) as plain, browser.get(address, headers=encodings) as packed:
        assert len(packed.data) < len(plain.data) / 2
        assert packed.headers["Content-Encoding"] == coding and "Accept-Encoding" in packed.headers["Vary"]
        assert UNPACK[coding](packed.data) == plain.data
        known = packed.headers["ETag"]
    assert known != plain.headers["ETag"]
    with browser.get(address, headers={**encodings, "If-None-Match": known}) as again:
        assert (again.status_code, again.data) == (304, b"")
