"""Passwords: which are refused, how long a refusal takes to tell nothing, and when a hash is made again."""

import argon2
import pytest

from record import invitations, passwords, people, schools
from record.errors import Refused, SignInRefused
from tests.factories import A_MORNING, PASSWORD, a_person, a_school


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


@pytest.mark.parametrize("work_factor", list(passwords.WORK_FACTORS))
def test_a_hash_of_other_parameters_is_made_again_when_its_person_signs_in(session, work_factor):
    school = a_school(session)
    school.work_factor = work_factor
    person = a_person(session, school)
    person.password_hash = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    old = person.password_hash
    people.renew_hash(session, person.id, PASSWORD)
    assert person.password_hash != old
    assert not passwords.is_outdated(person.password_hash, work_factor)
    assert people.sign_in(session, person.email, PASSWORD) is person
    newest = person.password_hash
    people.renew_hash(session, person.id, PASSWORD)
    assert person.password_hash == newest


def test_a_new_school_guards_its_passwords_fully(session):
    school = schools.add_school(session, "Wrenfold Primary", A_MORNING)
    assert school.work_factor == passwords.FULL
    hashed = argon2.extract_parameters(passwords.hash_password(PASSWORD))
    assert (hashed.memory_cost, hashed.time_cost, hashed.type) == (64 * 1024, 3, argon2.Type.ID)


def test_the_light_work_factor_is_no_less_than_the_guidance_allows():
    hashed = argon2.extract_parameters(passwords.hash_password(PASSWORD, passwords.LIGHT))
    assert (hashed.memory_cost, hashed.time_cost, hashed.type) == (7 * 1024, 5, argon2.Type.ID)


def test_a_chosen_password_is_hashed_with_the_schools_work_factor(session):
    for work_factor in passwords.WORK_FACTORS:
        school = a_school(session)
        school.work_factor = work_factor
        person = a_person(session, school)
        invitations.change_password(session, person, "geese fly over the weir", A_MORNING)
        assert not passwords.is_outdated(person.password_hash, work_factor)


def test_somebody_unknown_is_hashed_for_as_the_schools_here_do(session):
    assert schools.nobodys_work_factor(session) == passwords.FULL
    light = a_school(session)
    assert schools.nobodys_work_factor(session) == passwords.LIGHT
    a_school(session).work_factor = passwords.FULL
    assert schools.nobodys_work_factor(session) == passwords.FULL
    assert light.work_factor == passwords.LIGHT
