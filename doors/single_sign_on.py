"""Single sign-on by OpenID Connect, for schools on Microsoft 365 or Google Workspace: whom a provider vouches for.

Set for each provider, in the surroundings of the server:

    JOTTER_OIDC_MICROSOFT_ISSUER        https://login.microsoftonline.com/<the school's tenant>/v2.0
    JOTTER_OIDC_MICROSOFT_CLIENT_ID     as the provider's console names this app
    JOTTER_OIDC_MICROSOFT_SECRET_FILE   a file, readable by the server alone, with the client's secret
    JOTTER_OIDC_MICROSOFT_DOMAIN        wrenfold.sch.uk, unless the school's settings name it

and likewise JOTTER_OIDC_GOOGLE_…, whose issuer is known. Nobody gets an account by signing in: only an email that the
provider has verified, in the school's own domain, of somebody whom the administrator has invited, opens anything.

On a tablet whoever finds it may find the provider's cookie there too. So a sign-in there is asked for anew, and counts
only when the ID token's `auth_time` says that it was (OpenID Connect Core, 2 and 3.1.2.1). Microsoft sends that where
the app's optional claims name it, Google where the app's `Session age claims` are on.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.base_client.sync_app import BaseApp, OAuth2Mixin
from authlib.integrations.base_client.sync_openid import OpenIDMixin
from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, current_app
from joserfc.errors import JoseError
from requests import RequestException

from doors.sign_in import JUST_NOW
from record.errors import SignInRefused

NAMES = {"microsoft": "Microsoft 365", "google": "Google"}
GOOGLE_ISSUER = "https://accounts.google.com"
# Any Microsoft account at all could come by these: the issuer must be the school's own tenant.
SHARED_TENANTS = {"common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"}  # the last: consumers
TIMEOUT_SECONDS = 10
SCOPES = "openid email profile"
CLOCKS_DIFFER_BY = timedelta(minutes=2)
ASK_WHEN = {"claims": json.dumps({"id_token": {"auth_time": {"essential": True}}})}
ASK_ANEW: dict[str, dict[str, str]] = {
    # No max_age: it shortens the life of Microsoft's tokens, and this prompt always has the password or more typed.
    "microsoft": {"prompt": "login"} | ASK_WHEN,
    # Google refuses prompt=login, and knows no way to be asked: its auth_time tells whether there was one just now.
    "google": {"prompt": "select_account", "max_age": "0"} | ASK_WHEN,
}


class _Session(OAuth2Session):
    """Never waits for a provider longer than a person does."""

    def request(self, method: str, url: str, **options: Any) -> Any:
        options.setdefault("timeout", TIMEOUT_SECONDS)
        return super().request(method, url, **options)


class _Client(OAuth2Mixin, OpenIDMixin, BaseApp):
    client_cls = _Session


@dataclass(frozen=True)
class Started:
    """A sign-in under way: where the browser goes, and what must come back."""

    url: str
    kept: dict[str, str]


@dataclass(frozen=True)
class Vouched:
    """Whom a provider answers for: by a verified email, and the domain of the organisation that keeps the account."""

    email: str
    domain: str

    def is_of(self, domain: str) -> bool:
        """Whether both are exactly this domain; never, when no domain is set."""
        return bool(domain) and self.email.rpartition("@")[2] == self.domain == domain.lower()


class Provider:
    """One provider as this school uses it."""

    def __init__(self, key: str, issuer: str, client_id: str, secret: str, domain: str) -> None:
        self.key, self.name, self.issuer, self.domain = key, NAMES[key], issuer.rstrip("/"), domain.lower()
        self._client = _Client(
            None,
            name=key,
            client_id=client_id,
            client_secret=secret,
            server_metadata_url=f"{self.issuer}/.well-known/openid-configuration",
            client_kwargs={"scope": SCOPES, "code_challenge_method": "S256"},
        )

    def start(self, redirect_uri: str, *, is_anew: bool) -> Started:
        """Begin a sign-in, with state, nonce and PKCE; `is_anew` where it is not enough to be signed in there already.
        Raises SignInRefused when the provider cannot be reached."""
        try:
            self._check_issuer()
            options = ASK_ANEW[self.key] if is_anew else {"prompt": "select_account"}
            if self.key == "google" and self.domain:
                options = options | {"hd": self.domain}
            made = self._client.create_authorization_url(redirect_uri, **options)
        except (RequestException, OAuthError, ValueError, RuntimeError, KeyError):
            raise SignInRefused(f"{self.name} cannot be reached just now") from None
        names = ("state", "nonce", "code_verifier")
        return Started(made["url"], {name: made[name] for name in names} | {"redirect_uri": redirect_uri})

    def _check_issuer(self) -> None:
        told = str(self._client.load_server_metadata().get("issuer", "")).rstrip("/")
        if told != self.issuer:
            raise ValueError("the provider calls itself something else")

    def vouched(self, code: str, kept: Mapping[str, str], *, must_be_fresh: datetime | None) -> Vouched:
        """Who came back with this code; `must_be_fresh` is the present moment, where only a sign-in made just before it
        counts. Raises SignInRefused."""
        try:
            token = self._client.fetch_access_token(
                kept["redirect_uri"], code=code, code_verifier=kept["code_verifier"], state=kept["state"]
            )
            claims = self._client.parse_id_token(token, nonce=kept["nonce"])
        except (RequestException, OAuthError, JoseError, ValueError, RuntimeError, KeyError):
            raise SignInRefused(f"{self.name} did not vouch for you. Try again") from None
        claims = claims or {}
        if must_be_fresh is not None and not is_fresh(claims, must_be_fresh):
            raise SignInRefused(
                f"{self.name} did not say that you have just signed in there, which is asked for here. "
                "Use your password or a passkey here"
            )
        email = verified_email(self.key, claims)
        if email is None:
            raise SignInRefused(f"{self.name} has not verified your email address")
        return Vouched(email, home_domain(self.key, claims, email))


def is_fresh(claims: Mapping[str, Any], now: datetime) -> bool:
    """Whether the ID token says that its person proved who they are just now."""
    told = claims.get("auth_time")
    if isinstance(told, bool) or not isinstance(told, int | float):
        return False
    return (now - JUST_NOW).timestamp() <= told <= (now + CLOCKS_DIFFER_BY).timestamp()


def home_domain(key: str, claims: Mapping[str, Any], email: str) -> str:
    """The domain of the organisation that keeps an account; "" for nobody's.

    Anybody may make a Google account of their own with the address of a school that they once received a mail at:
    `hd` alone says whose it is. Of Microsoft the issuer is the school's own tenant, which is checked with the token.
    """
    if key == "google":
        hosted = claims.get("hd")
        return hosted.strip().lower() if isinstance(hosted, str) else ""
    return email.rpartition("@")[2]


def verified_email(key: str, claims: Mapping[str, Any]) -> str | None:
    """The email that a provider answers for; None where it only repeats what somebody typed.

    Microsoft's `email` can be set to anything by a tenant's administrator; `preferred_username` in a school's own
    tenant is an account of one of its verified domains, unless it is a guest's.
    """
    email = claims.get("email")
    if isinstance(email, str) and (claims.get("email_verified") is True or claims.get("xms_edov") in (True, "1", 1)):
        return email.strip().lower()
    name = claims.get("preferred_username")
    is_guest = claims.get("acct") in (1, "1") or claims.get("idp") is not None
    if key == "microsoft" and isinstance(name, str) and "@" in name and not is_guest:
        return name.strip().lower()
    return None


def from_surroundings(surroundings: Mapping[str, str]) -> list[Provider]:
    """The providers that are set. Raises ValueError for one that is set in a way that would let strangers in."""
    return [found for key in NAMES if (found := _provider(key, surroundings)) is not None]


def _provider(key: str, surroundings: Mapping[str, str]) -> Provider | None:
    def told(name: str) -> str:
        return surroundings.get(f"JOTTER_OIDC_{key.upper()}_{name}", "").strip()

    if not told("CLIENT_ID"):
        return None
    issuer = told("ISSUER") or (GOOGLE_ISSUER if key == "google" else "")
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in ("localhost", "127.0.0.1"):
        raise ValueError(f"JOTTER_OIDC_{key.upper()}_ISSUER must be an https address")
    if key == "microsoft" and SHARED_TENANTS & set(parts.path.lower().split("/")):
        raise ValueError("JOTTER_OIDC_MICROSOFT_ISSUER must name the school's own tenant")
    secret_file = told("SECRET_FILE")
    secret = Path(secret_file).read_text(encoding="utf-8").strip() if secret_file else ""
    return Provider(key, issuer, told("CLIENT_ID"), secret, told("DOMAIN"))


def providers() -> list[Provider]:
    """The providers by which people of this server may sign in."""
    return list(current_app.extensions["jotter_single_sign_on"])


def provider(key: str) -> Provider | None:
    """The provider with this key, where it is set."""
    return next((each for each in providers() if each.key == key), None)


def register(app: Flask) -> None:
    """Read which providers there are."""
    surroundings: Mapping[str, str] = app.config.get("SINGLE_SIGN_ON") or os.environ
    app.extensions["jotter_single_sign_on"] = from_surroundings(surroundings)
