"""Sealing: the school's keys, with which entries under way are opened, and the signatures inside them.

`sealed` is HPKE (RFC 9180) base mode, single shot: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, `info` =
`jotter entry v1`, no further data; on the wire `enc || ciphertext` in base64url (sync protocol, "Signing and sealing").
"""

import base64
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, hpke, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from record.base import new_id
from record.times import wire_time

SUITE = hpke.Suite(hpke.KEM.P256, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
ENTRY_INFO = b"jotter entry v1"
SIGNATURE_BYTES = 64  # r || s, 32 bytes each


class SealDoesNotOpen(Exception):
    """The sealed text is of no key of this school, or was damaged."""


def to_base64url(raw: bytes) -> str:
    """Base64url without padding, as the wire has it."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def from_base64url(text: str) -> bytes:
    """The bytes of a base64url text. Raises ValueError for anything else."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


@dataclass(frozen=True)
class SealKey:
    """One key pair of a school."""

    id: str
    school_id: str
    made_at: str
    private: ec.EllipticCurvePrivateKey

    def told(self) -> dict[str, str]:
        """The public half, as an enrolment is told of it."""
        point = self.private.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return {"id": self.id, "kem": "P256", "public": to_base64url(point)}


class Keyring:
    """The school keys in the data folder, one file a key, readable by their owner alone. Old ones are kept: what was
    sealed before a rotation is still under way, or lies in a tablet's outbox."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "seal_keys"
        self._keys: dict[str, SealKey] = {}

    def present(self, school_id: str) -> SealKey | None:
        """The newest key of a school: what tablets seal with."""
        self._read()
        own = [key for key in self._keys.values() if key.school_id == school_id]
        return max(own, key=lambda key: (key.made_at, key.id), default=None)

    def make(self, school_id: str, now: datetime) -> SealKey:
        """Make a new key for a school: at the first start, and at each rotation."""
        key = SealKey(new_id(), school_id, wire_time(now), ec.generate_private_key(ec.SECP256R1()))
        pem = key.private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        told = {"id": key.id, "school_id": school_id, "made_at": key.made_at, "private": pem.decode()}
        handle = os.open(self._folder / f"{key.id}.json", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(told, file)
            file.flush()
            os.fsync(file.fileno())
        self._keys[key.id] = key
        return key

    def ensure(self, school_id: str, now: datetime) -> SealKey:
        """The school's present key, made when there is none."""
        return self.present(school_id) or self.make(school_id, now)

    def open(self, school_id: str, key_id: str, sealed: str, info: bytes = ENTRY_INFO) -> bytes:
        """What was sealed to a key of this school, of a text. Raises SealDoesNotOpen."""
        try:
            return self.open_bytes(school_id, key_id, from_base64url(sealed), info)
        except ValueError as error:
            raise SealDoesNotOpen("The seal does not open") from error

    def open_bytes(self, school_id: str, key_id: str, sealed: bytes, info: bytes = ENTRY_INFO) -> bytes:
        """What was sealed to a key of this school: enc || ciphertext as bytes. Raises SealDoesNotOpen."""
        key = self._keys.get(key_id)
        if key is None:
            self._read()  # rotated meanwhile, perhaps by another process
            key = self._keys.get(key_id)
        if key is None or key.school_id != school_id:
            raise SealDoesNotOpen("There is no such key")
        try:
            return SUITE.decrypt(sealed, key.private, info)
        except Exception as error:
            raise SealDoesNotOpen("The seal does not open") from error

    def _read(self) -> None:
        for path in self._folder.glob("*.json"):
            if path.stem not in self._keys:
                self._keys[path.stem] = _read_key(path)


def _read_key(path: Path) -> SealKey:
    told = json.loads(path.read_text(encoding="ascii"))
    private = serialization.load_pem_private_key(told["private"].encode(), password=None)
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise ValueError(f"not a P-256 key: {path.name}")
    return SealKey(told["id"], told["school_id"], told["made_at"], private)


def public_key_of(jwk: Any) -> ec.EllipticCurvePublicKey:
    """The ECDSA P-256 key that a JWK (RFC 7517) tells. Raises ValueError for anything else."""
    if not isinstance(jwk, dict) or (jwk.get("kty"), jwk.get("crv")) != ("EC", "P-256"):
        raise ValueError("not a P-256 key")
    x, y = (from_base64url(str(jwk.get(name, ""))) for name in ("x", "y"))
    if len(x) != 32 or len(y) != 32:
        raise ValueError("not a P-256 key")
    return _point(b"\x04" + x + y)


@lru_cache(maxsize=256)  # a tablet's push is signed with one key: it is read once
def _point(encoded: bytes) -> ec.EllipticCurvePublicKey:
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), encoded)


def are_signed_by(checks: Sequence[tuple[Any, str, str]]) -> list[bool]:
    """is_signed_by() of each (key, payload, signature), in their order: every second one by another thread, for OpenSSL
    lets go of Python's lock while it checks one."""
    if len(checks) < 2:
        return _are_signed_by(checks)
    others = _CHECKER.submit(_are_signed_by, checks[1::2])
    signed = [False] * len(checks)
    signed[::2] = _are_signed_by(checks[::2])
    signed[1::2] = others.result()
    return signed


_CHECKER = ThreadPoolExecutor(max_workers=4, thread_name_prefix="signatures")


def _are_signed_by(checks: Sequence[tuple[Any, str, str]]) -> list[bool]:
    return [is_signed_by(*check) for check in checks]


def is_signed_by(jwk: Any, payload: str, signature: str) -> bool:
    """Whether `signature` (base64url of r || s) over the payload's UTF-8 bytes was made by the key's owner."""
    try:
        raw = from_base64url(signature)
        if len(raw) != SIGNATURE_BYTES:
            return False
        der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        public_key_of(jwk).verify(der, payload.encode("utf-8"), ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True
