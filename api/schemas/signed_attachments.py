"""A photo as the body of a note names it."""

from api.schemas.fields import Id, limited_text
from api.schemas.quick import QuickSchema


class SignedAttachmentSchema(QuickSchema):
    """A photo that a note names, with the SHA-256 of its bytes before they were sealed: so its author signs it too."""

    id = Id(required=True)
    digest = limited_text(at_most=200, required=True)
