"""The SENCO's browser as the server sees it: signed in, one connection kept alive."""

import http.client
import urllib.parse

from bench.school import PASSWORD, SENCO_EMAIL

TIMEOUT_S = 120


class DeskClient:
    """The SENCO, signed in."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
        self.headers = {"Accept-Encoding": "gzip"}
        form = urllib.parse.urlencode({"email": SENCO_EMAIL, "password": PASSWORD})
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        self.connection.request("POST", "/sign-in", form, {**self.headers, **kind})
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 303:
            raise RuntimeError(f"signing in answered {answer.status}")
        cookies = [value.partition(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        self.headers["Cookie"] = "; ".join(cookies)

    def get(self, address: str) -> bytes:
        """A page, as it came. Anything but 200 is an error."""
        self.connection.request("GET", address, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
        return body

    def open_pile(self, query: str = "") -> None:
        """Open To review."""
        self.get(f"/desk/{query}")

    def ask_health(self) -> None:
        """Ask whether the server can serve."""
        self.get("/healthz")

    def close(self) -> None:
        self.connection.close()
