"""Sealed notes: the server opens, checks and stores 1,000 of them, beside a plain push of as many."""

import http.client
import json
import random
from dataclasses import dataclass
from itertools import count
from typing import Any

from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from bench.figures import RUNS, Figure, median, side_by_side, spread
from bench.notes import Batch, batches, note_entry
from bench.push import A_BATCH, NOTES, Pushes
from bench.room import Room
from bench.run import alone
from bench.school import PASSWORD, School, found_school
from bench.server import Server
from bench.tablet_client import TabletClient, check_accepted
from record.base import new_id
from record.sealing import from_base64url, to_base64url

TIMES_PLAIN = 2.5
EMAIL = "ta1@bench.school"
SUITE = hpke.Suite(hpke.KEM.P256, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def figures(room: Room) -> list[Figure]:
    """Both pushes in turn, on SQLite."""
    folder = room.new_folder()
    school = found_school(folder)
    with Server(folder) as server:
        plain, sealed = Pushes(school, server.port), SealedPushes(school, server.port)
        of_sealed, of_plain = side_by_side([sealed.push, plain.push])
        plain.check()
        sealed.check()
    seen = f"{spread(of_sealed, 1000, 'ms')} beside {spread(of_plain, 1000, 'ms')} plain"
    return [
        Figure(f"Push of {NOTES:,} sealed notes", median(of_sealed) / median(of_plain), "x plain", TIMES_PLAIN, seen)
    ]


class SealedPushes:
    """One tablet whose notes are signed by their author and sealed to the school; all are made beforehand."""

    def __init__(self, school: School, port: int, how_many: int = RUNS + 1) -> None:
        sealer = _enrol(port)
        self.tablet = TabletClient(port, sealer.token)
        source, seqs = random.Random(2016), count(1)
        self.made: list[list[Batch]] = []
        for _ in range(how_many):
            entries = [note_entry(source, source.choice(school.ta_pupil_ids), next(seqs)) for _ in range(NOTES)]
            self.made.append(batches([sealer.seal(entry) for entry in entries], A_BATCH))
        self.done: list[tuple[list[Batch], list[bytes]]] = []

    def push(self) -> None:
        """Push the next thousand."""
        packed = self.made.pop()
        self.done.append((packed, self.tablet.push(packed)))

    def check(self) -> None:
        """Every seal opened, every signature held, every note was accepted."""
        for packed, answers in self.done:
            check_accepted(packed, answers)
        self.tablet.close()


@dataclass(frozen=True)
class Sealer:
    """What a tablet knows after enrolling: who writes here, and whom to seal to."""

    token: str
    person_id: str
    device_id: str
    private: ec.EllipticCurvePrivateKey
    seal_key_id: str
    seal_key: ec.EllipticCurvePublicKey

    def seal(self, entry: dict[str, Any]) -> dict[str, Any]:
        """The entry as it travels (protocol, "Signing and sealing")."""
        payload = json.dumps({**entry, "author": self.person_id, "device": self.device_id})
        r, s = decode_dss_signature(self.private.sign(payload.encode(), ec.ECDSA(hashes.SHA256())))
        signature = to_base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
        plain = json.dumps({"payload": payload, "signature": signature}).encode()
        sealed = to_base64url(SUITE.encrypt(plain, self.seal_key, b"jotter entry v1"))
        outside = {name: entry[name] for name in ("id", "revision", "device_seq")}
        return {**outside, "seal_key": self.seal_key_id, "sealed": sealed}


def _enrol(port: int) -> Sealer:
    private, device_id = ec.generate_private_key(ec.SECP256R1()), new_id()
    numbers = private.public_key().public_numbers()
    x, y = (to_base64url(number.to_bytes(32, "big")) for number in (numbers.x, numbers.y))
    sign_key = {"kty": "EC", "crv": "P-256", "x": x, "y": y}
    device = {"id": device_id, "name": "Sealing tablet"}
    told = _post(port, {"email": EMAIL, "password": PASSWORD, "device": device, "sign_key": sign_key})
    school_key = told["school"]["seal_key"]
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64url(school_key["public"]))
    return Sealer(told["token"], told["person"]["id"], device_id, private, school_key["id"], point)


def _post(port: int, content: dict[str, Any]) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST", "/api/v1/enrolments", json.dumps(content), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    told = json.loads(answer.read())
    connection.close()
    if answer.status != 201:
        raise RuntimeError(f"enrolling answered {answer.status}")
    return told


if __name__ == "__main__":
    alone(figures)
