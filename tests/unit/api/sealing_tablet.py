"""A tablet that signs and seals what it writes, with the same suite that the protocol names."""

import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from werkzeug.test import TestResponse

from record.sealing import from_base64url, to_base64url
from tests.unit.api.actors import Tablet, Wire

SUITE = hpke.Suite(hpke.KEM.P256, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
INFO = b"jotter entry v1"


class SealingTablet(Tablet):
    """Enrols with a key of its own; `seals` makes of an entry what its outbox holds."""

    def prepares(self) -> None:
        """Enrol, telling the public key, and keep what the school seals with."""
        self.private = ec.generate_private_key(ec.SECP256R1())
        numbers = self.private.public_key().public_numbers()
        x, y = (to_base64url(number.to_bytes(32, "big")) for number in (numbers.x, numbers.y))
        answer = self.enrols(sign_key={"kty": "EC", "crv": "P-256", "x": x, "y": y})
        assert answer.status_code == 201, answer.get_data(as_text=True)
        told = answer.get_json()
        self.person_id, self.carry = told["person"]["id"], told["carry_token"]
        self.seal_key = told["school"]["seal_key"]

    def signs(self, payload: str) -> str:
        """The signature of these words, as r || s."""
        r, s = decode_dss_signature(self.private.sign(payload.encode(), ec.ECDSA(hashes.SHA256())))
        return to_base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def seals(
        self, entry: Wire, *, signature: str | None = None, info: bytes = INFO, to: Wire | None = None, **inside: Any
    ) -> Wire:
        """The entry sealed to the school's key, or `to` another; `inside` replaces what the payload says."""
        told = {**entry, "author": self.person_id, "device": self.device_id, **inside}
        payload = json.dumps(told, ensure_ascii=False, indent=1)  # whatever its spaces: it is kept as signed
        plain = json.dumps({"payload": payload, "signature": signature or self.signs(payload)})
        return self.wraps(entry, plain.encode(), info, to)

    def seals_bytes(self, plain: bytes, info: bytes = INFO, to: Wire | None = None) -> bytes:
        """These very bytes sealed, as a photo travels."""
        point = from_base64url((to or self.seal_key)["public"])
        return SUITE.encrypt(plain, ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point), info)

    def sends_sealed(self, plain: bytes, attachment_id: str = "", **over: Any) -> TestResponse:
        """Send a photo sealed, by the carry token as a locked tablet does, or by another."""
        sealed = self.seals_bytes(plain)
        return self.sends(
            sealed, attachment_id, **{"token": self.carry, "X_Jotter_Seal_Key": self.seal_key["id"], **over}
        )

    def wraps(self, entry: Wire, plain: bytes, info: bytes = INFO, to: Wire | None = None) -> Wire:
        """These very bytes, sealed."""
        key = to or self.seal_key
        sealed = to_base64url(self.seals_bytes(plain, info, to))
        outside = {name: entry[name] for name in ("id", "revision", "device_seq")}
        return {**outside, "seal_key": key["id"], "sealed": sealed}


def seal_digest(sealed: Wire) -> str:
    """The digest of a sealed entry: of the sealed text itself."""
    return hashlib.sha256(sealed["sealed"].encode()).hexdigest()
