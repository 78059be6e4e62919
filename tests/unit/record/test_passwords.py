"""Passwords: which are refused, how long a refusal takes to tell nothing, and when a hash is made again."""

import argon2
import pytest

from record import passwords, people
from record.errors import Refused, SignInRefused
from tests.factories import PASSWORD, a_person, a_school


@pytest.mark.parametrize(
    "password",
    ["password1234", "qwertyuiop123", "123456789012", "letmeinletme", "Password12345!", "iloveyou1234", "liverpool202"],
)  # fmt: skip
def test_a_common_or_leaked_password_is_refused(password):
    with pytest.raises(Refused, match="common"):
        passwords.hash_chosen_password(password, [])


@pytest.mark.parametrize("password", ["WrenfoldPrimary", "kellybrennan12", "brennan-kelly", "Kelly.Brennan1"])
def test_what_others_know_of_a_person_is_no_password_of_theirs(password):
    with pytest.raises(Refused):
        passwords.hash_chosen_password(password, ["Kelly Brennan", "kelly.brennan@wrenfold.school", "Wrenfold Primary"])


@pytest.mark.parametrize(
    "password", ["tuesday-biscuit-otter", "chalk-and-talk", "vier grüne Wörter 🦉", "otter teapot lantern " * 12]
)
def test_a_password_of_ones_own_words_is_taken(password):
    assert passwords.verify(passwords.hash_chosen_password(password, ["Kelly Brennan"]), password)


@pytest.mark.parametrize("password", ["short", "", "x" * 257])
def test_a_password_too_short_or_too_long_is_refused(password):
    with pytest.raises(Refused, match="12 to 256"):
        passwords.hash_password(password)


def test_no_password_fits_somebody_who_has_chosen_none():
    assert not passwords.verify(passwords.NO_PASSWORD, "")
    assert not passwords.verify(None, "nobody has this password")
    assert not passwords.verify("not a hash", PASSWORD)


def test_a_password_that_cannot_be_written_is_only_wrong(session):
    person = a_person(session, a_school(session))
    for password in ("\ud800", "\0", "x" * 100_000):
        with pytest.raises(SignInRefused):
            people.sign_in(session, person.email, password)
    with pytest.raises(SignInRefused):
        people.sign_in(session, person.email + "\0" * 3 + "x", PASSWORD)


def test_a_hash_of_weaker_parameters_is_made_again_when_its_person_signs_in(session):
    person = a_person(session, a_school(session))
    person.password_hash = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    old = person.password_hash
    people.renew_hash(session, person.id, PASSWORD)
    assert person.password_hash != old
    assert not passwords.is_outdated(person.password_hash)
    assert people.sign_in(session, person.email, PASSWORD) is person
    newest = person.password_hash
    people.renew_hash(session, person.id, PASSWORD)
    assert person.password_hash == newest
