"""Reading a newly chosen password from a form: typed twice, for nobody sees what they type."""

from flask import request

from record.passwords import MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS


def typed_password() -> tuple[str, dict[str, str]]:
    """The password, and what is wrong with how it was typed, by field."""
    password, repeated = request.form.get("password", ""), request.form.get("repeated", "")
    if not password:
        return "", {"password": "Enter a password"}
    if not MIN_PASSWORD_CHARACTERS <= len(password) <= MAX_PASSWORD_CHARACTERS:
        least, most = MIN_PASSWORD_CHARACTERS, MAX_PASSWORD_CHARACTERS
        return "", {"password": f"A password has {least} to {most} characters; this has {len(password):,}"}
    if password != repeated:
        return "", {"repeated": "This is not the same as above"}
    return password, {}
