"""The few exceptions of the domain; each door turns them into its own kind of answer."""


class RecordError(Exception):
    """Something the record will not do; its text is fit to be shown to a person."""


class NotFound(RecordError):
    """There is no such thing in this school, or this person may not know of it."""


class NotAllowed(RecordError):
    """This person may not do that."""


class Refused(RecordError):
    """The request makes no sense as it stands; `field` names what to mend, where one thing does."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class SignInRefused(RecordError):
    """Wrong email or password, or an account that has ended."""


class CursorExpired(RecordError):
    """The cursor is of another life of the database, another person or another scope: start from null."""
