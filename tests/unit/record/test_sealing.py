"""The school's seal keys: kept to their owner, rotated without losing what is under way, and never another school's."""

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from record.base import new_id
from record.sealing import (
    ENTRY_INFO,
    SUITE,
    Keyring,
    SealDoesNotOpen,
    SealKey,
    are_signed_by,
    from_base64url,
    to_base64url,
)
from tests.factories import A_MORNING

SCHOOL, OTHER_SCHOOL = new_id(), new_id()


def sealed_to(key: SealKey, words: bytes, info: bytes = ENTRY_INFO) -> str:
    """As a tablet seals: with nothing but the public half that it was told."""
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64url(key.told()["public"]))
    return to_base64url(SUITE.encrypt(words, public, info))


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring(tmp_path)


def test_what_was_sealed_to_the_school_opens(keyring: Keyring) -> None:
    key = keyring.ensure(SCHOOL, A_MORNING)
    assert keyring.open(SCHOOL, key.id, sealed_to(key, b"words")) == b"words"
    assert isinstance(SUITE, hpke.Suite)


def test_key_files_are_readable_by_their_owner_alone(keyring: Keyring, tmp_path: Path) -> None:
    keyring.make(SCHOOL, A_MORNING)
    (path,) = (tmp_path / "seal_keys").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_key_is_made_once_and_found_again_after_a_restart(keyring: Keyring, tmp_path: Path) -> None:
    key = keyring.ensure(SCHOOL, A_MORNING)
    assert keyring.ensure(SCHOOL, A_MORNING).id == key.id
    assert Keyring(tmp_path).ensure(SCHOOL, A_MORNING).id == key.id


def test_after_a_rotation_tablets_are_told_the_new_key_and_the_old_one_still_opens(
    keyring: Keyring, tmp_path: Path
) -> None:
    old = keyring.ensure(SCHOOL, A_MORNING)
    under_way = sealed_to(old, b"still under way")
    new = Keyring(tmp_path).make(SCHOOL, A_MORNING.replace(hour=11))  # the command is another process
    assert keyring.open(SCHOOL, new.id, sealed_to(new, b"anew")) == b"anew"
    assert keyring.ensure(SCHOOL, A_MORNING).id == new.id
    assert keyring.open(SCHOOL, old.id, under_way) == b"still under way"


def test_a_key_of_another_school_opens_nothing(keyring: Keyring) -> None:
    key = keyring.ensure(SCHOOL, A_MORNING)
    other = keyring.ensure(OTHER_SCHOOL, A_MORNING)
    for school_id, key_id in ((OTHER_SCHOOL, key.id), (SCHOOL, other.id), (SCHOOL, new_id())):
        with pytest.raises(SealDoesNotOpen):
            keyring.open(school_id, key_id, sealed_to(key, b"words"))


def test_a_seal_for_one_purpose_does_not_open_for_another(keyring: Keyring) -> None:
    key = keyring.ensure(SCHOOL, A_MORNING)
    with pytest.raises(SealDoesNotOpen):
        keyring.open(SCHOOL, key.id, sealed_to(key, b"a jotter's key", b"jotter vault v1"))


def test_a_seal_that_was_damaged_does_not_open(keyring: Keyring) -> None:
    key = keyring.ensure(SCHOOL, A_MORNING)
    sealed = sealed_to(key, b"words")
    for damaged in (sealed[:-4] + "AAAA", sealed[:40], "", "not base64url!", "é"):
        with pytest.raises(SealDoesNotOpen):
            keyring.open(SCHOOL, key.id, damaged)


@pytest.mark.parametrize("how_many", [0, 1, 2, 5])
def test_of_many_signatures_each_is_told_apart_in_its_place(how_many: int) -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    numbers = private.public_key().public_numbers()
    x, y = (to_base64url(number.to_bytes(32, "big")) for number in (numbers.x, numbers.y))
    checks, held = [], []
    for place in range(how_many):
        r, s = decode_dss_signature(private.sign(f"{place}".encode(), ec.ECDSA(hashes.SHA256())))
        is_theirs = place % 3 != 1
        signature = to_base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
        checks.append(({"kty": "EC", "crv": "P-256", "x": x, "y": y}, f"{place}" if is_theirs else "other", signature))
        held.append(is_theirs)
    assert are_signed_by(checks) == held
