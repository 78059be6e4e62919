"""The session that views and endpoints use (`db.session()`); the tables themselves belong to record/."""

from flask_sqlalchemy import SQLAlchemy

from record.models import Base

db = SQLAlchemy(model_class=Base)
