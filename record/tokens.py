"""Secrets that a person or a browser carries: random, told once, and kept here only as a hash."""

import hashlib
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """256 random bits, fit for a cookie or a link."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What is kept of a token. A plain digest is enough: in 256 random bits there is nothing to guess."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
