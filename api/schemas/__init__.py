"""The wire contract as marshmallow schemas: they translate and check, they ask nothing of the record."""
