"""Writes the migration that leads from the newest one to what the models say now; read it before committing it."""

import sys
import tempfile
from pathlib import Path

from flask_migrate import migrate, upgrade

from webapp import create_app


def main(message: str) -> None:
    """Bring an empty database up to date, then write down what it still lacks."""
    with tempfile.TemporaryDirectory() as folder, create_app(Path(folder)).app_context():
        upgrade()
        migrate(message=message)


if __name__ == "__main__":
    main(sys.argv[1])
