"""Single sign-on by OpenID Connect, for schools on Microsoft 365 or Google Workspace: whom a provider vouches for.

Set for each provider, in the surroundings of the server:

    JOTTER_OIDC_MICROSOFT_ISSUER        https://login.microsoftonline.com/<the school's tenant>/v2.0
    JOTTER_OIDC_MICROSOFT_CLIENT_ID     as the provider's console names this app
    JOTTER_OIDC_MICROSOFT_SECRET_FILE   a file, readable by the server alone, with the client's secret
    JOTTER_OIDC_MICROSOFT_DOMAIN        wrenfold.sch.uk, unless the school's settings name it

and likewise JOTTER_OIDC_GOOGLE_…, whose issuer is known. Nobody gets an account by signing in: only an email that the
provider has verified, in the school's own domain, of somebody whom the administrator has invited, opens anything.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
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

from record.errors import SignInRefused

NAMES = {"microsoft": "Microsoft 365", "google": "Google"}
GOOGLE_ISSUER = "https://accounts.google.com"
# Any Microsoft account at all could come by these: the issuer must be the school's own tenant.
SHARED_TENANTS = {"common", "organizations", "consumers"}
TIMEOUT_SECONDS = 10
SCOPES = "openid email profile"


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

    def start(self, redirect_uri: str) -> Started:
        """Begin a sign-in, with state, nonce and PKCE. Raises SignInRefused when the provider cannot be reached."""
        try:
            self._check_issuer()
            options = {"hd": self.domain} if self.key == "google" and self.domain else {}
            made = self._client.create_authorization_url(redirect_uri, prompt="select_account", **options)
        except (RequestException, OAuthError, ValueError, RuntimeError, KeyError):
            raise SignInRefused(f"{self.name} cannot be reached just now") from None
        names = ("state", "nonce", "code_verifier")
        return Started(made["url"], {name: made[name] for name in names} | {"redirect_uri": redirect_uri})

    def _check_issuer(self) -> None:
        told = str(self._client.load_server_metadata().get("issuer", "")).rstrip("/")
        if told != self.issuer:
            raise ValueError("the provider calls itself something else")

    def email_of(self, code: str, kept: Mapping[str, str]) -> str:
        """The verified email of whoever came back with this code. Raises SignInRefused."""
        try:
            token = self._client.fetch_access_token(
                kept["redirect_uri"], code=code, code_verifier=kept["code_verifier"], state=kept["state"]
            )
            claims = self._client.parse_id_token(token, nonce=kept["nonce"])
        except (RequestException, OAuthError, JoseError, ValueError, RuntimeError, KeyError):
            raise SignInRefused(f"{self.name} did not vouch for you. Try again") from None
        email = verified_email(self.key, claims or {})
        if email is None:
            raise SignInRefused(f"{self.name} has not verified your email address")
        return email


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


def is_in_domain(email: str, domain: str) -> bool:
    """Whether an address is of exactly this domain; of none, when no domain is set."""
    return bool(domain) and email.rpartition("@")[2] == domain.lower()


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
    if key == "microsoft" and SHARED_TENANTS & set(parts.path.split("/")):
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
