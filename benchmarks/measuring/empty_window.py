"""The least that a window on the store can cost: Qt's empty window painted, SQLAlchemy loaded, one count."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Empty(QMainWindow):
    """Counts people once it stands on the screen, says `painted`, and closes."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        QTimer.singleShot(0, count_people)


def count_people() -> None:
    """Open the store and ask it one number."""
    from sqlalchemy import create_engine, text

    with create_engine(f"sqlite:///{sys.argv[1]}").connect() as connection:
        connection.execute(text("SELECT count(*) FROM employees")).scalar_one()
    print("painted", flush=True)
    QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Empty()
    window.show()
    application.exec()
