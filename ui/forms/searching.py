"""What a searched field finds: agencies, posts, programmes and people, by name or key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import show_value
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.app import App

_NO_ECHELON = "99"
SHOWN = 20
"""Things that a list under the field shows; more letters narrow it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: its key, its name, and what tells namesakes apart."""

    key: int
    name: str
    note: str = ""

    @property
    def line(self) -> str:
        """The name with the note."""
        return f"{self.name} · {self.note}" if self.note else self.name


def find(app: App, kind: str, text: str) -> tuple[Hit, ...]:
    """The first things of a kind that match the text, those whose name begins with it before the others."""
    from smartpns_desktop.services.lists import ListQuery

    keys = list(app.lists.keys(kind, ListQuery(search=text), SHOWN))
    rows = app.lists.by_keys(kind, keys)
    if len(rows) != len(keys):  # one was removed in between; the next letter searches again
        return ()
    hits = [_hit(kind, key, row) for key, row in zip(keys, rows, strict=True)]
    wanted = fold(text)
    return tuple(sorted(hits, key=lambda it: not fold(it.name).startswith(wanted)))


def known(app: App, kind: str, key: int) -> Hit | None:
    """The thing of a kind with this key, `None` where it is gone."""
    rows = app.lists.by_keys(kind, [key])
    return _hit(kind, key, rows[0]) if rows else None


def meant(hits: Sequence[Hit], text: str) -> Hit | None:
    """The one thing that is called like the text, however it is spelled; `None` where there are several or none."""
    wanted = fold(text)
    named = [hit for hit in hits if wanted in (fold(hit.name), fold(hit.line))]
    return named[0] if len(named) == 1 else None


def _hit(kind: str, key: int, row: Mapping[str, Any]) -> Hit:
    notes = filter(None, _NOTES[kind](row))
    return Hit(key, str(row["name"]), " · ".join(map(str, notes)))


def _agency(row: Mapping[str, Any]) -> tuple[Any, ...]:
    closed = row["closed_on"]
    day = date.fromisoformat(closed) if isinstance(closed, str) else closed
    return row["short_name"], row["parent"], tr("ditutup {day}", day=show_date(day)) if day else ""


def _echelon(code: str | None) -> str:
    """An echelon as it is read; that of a post without one says nothing."""
    return show_value("positions", "echelon", code) if code and code != _NO_ECHELON else ""


_NOTES: dict[str, Callable[[Mapping[str, Any]], tuple[Any, ...]]] = {
    "agencies": _agency,
    "employees": lambda row: (nip.show(str(row["nip"])), row["agency"]),
    "positions": lambda row: (row["kind"], row["level"] or _echelon(row["echelon"])),
    "programmes": lambda row: (row["level"],),
}
"""What stands behind the name, by kind."""
