"""Headers that every answer carries, and the one that only https may promise."""

import json
import subprocess
from pathlib import Path

import pytest

from webapp import create_app
from webapp.headers import ALWAYS


@pytest.mark.parametrize(("is_https", "promise"), [(True, "max-age=31536000"), (False, None)])
def test_https_is_promised_only_where_it_is_there(
    sqlite_url: str, tmp_path: Path, is_https: bool, promise: str | None
) -> None:
    app = create_app(tmp_path / "data", sqlite_url, SESSION_COOKIE_SECURE=is_https)
    assert app.test_client().get("/sign-in").headers.get("Strict-Transport-Security") == promise


@pytest.mark.parametrize(
    ("public_url", "address", "is_secure"),
    [
        ("https://jotter.wrenfold.school", "http://localhost", True),
        ("HTTPS://jotter.wrenfold.school", "http://localhost", True),
        ("", "https://localhost", True),  # as the web server in front says
        ("", "http://localhost", False),
        ("http://localhost:8000", "http://localhost", False),
    ],
)
def test_cookies_are_for_https_alone_wherever_people_come_by_it(
    sqlite_url: str, tmp_path: Path, public_url: str, address: str, is_secure: bool
) -> None:
    client = create_app(tmp_path / "data", sqlite_url, PUBLIC_URL=public_url).test_client()
    answer = client.post("/sign-in/passkey/challenge", base_url=address)
    assert ("; Secure" in answer.headers["Set-Cookie"]) is is_secure
    is_promised = answer.headers.get("Strict-Transport-Security") is not None
    assert is_promised is public_url.lower().startswith("https:")


def test_every_kind_of_answer_says_what_a_page_may_load(sqlite_url: str, tmp_path: Path) -> None:
    client = create_app(tmp_path / "data", sqlite_url).test_client()
    for address in ("/sign-in", "/desk/", "/tablet/", "/nothing", "/sw.js", "/api/v1/nothing", "/healthz"):
        with client.get(address) as answer:
            headers = answer.headers
        assert set(ALWAYS) <= set(headers.keys()), address
        policy = headers["Content-Security-Policy"]
        # The passcode's key is made by WASM, in the worker alone: a page may run none.
        for_wasm = " 'wasm-unsafe-eval'" if address == "/sw.js" else ""
        assert f"script-src 'self'{for_wasm};" in policy, address
        assert "default-src 'none'" in policy and "unsafe" not in policy.replace(for_wasm, ""), address
        assert headers["X-Content-Type-Options"] == "nosniff", address
        assert headers["Referrer-Policy"] == "same-origin", address
        assert "geolocation=()" in headers["Permissions-Policy"], address


def test_the_workers_answers_carry_what_the_servers_do() -> None:
    router = Path(__file__).parents[3] / "webapp" / "static" / "jotter" / "router.js"
    script = f"import {{ HEADERS }} from {json.dumps(router.as_uri())}; console.log(JSON.stringify(HEADERS))"
    told = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == ALWAYS
