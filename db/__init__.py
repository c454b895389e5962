"""How it is kept: columns and rows in SQLite through SQLAlchemy; knows no meaning and no screen."""

from db.database import ChangeSetHeader, Database, Reader, Writer
from db.errors import StoreError

__all__ = ["ChangeSetHeader", "Database", "Reader", "StoreError", "Writer"]
