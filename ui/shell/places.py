"""Which place of the window shows what a search found, and how one answer is called in a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import field_label, show_value
from ui.context import Target
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import ListQuery
    from smartpns_desktop.services.search import Hit

Record = Mapping[str, Any]

_OWN_PAGE = ("employees", "agencies", "trainings", "study-needs", "positions")
"""Kinds with a page of their own, on which one row can be opened by its key."""
_LISTED = ("employees", "trainings", "positions")
"""Kinds whose page is a list that can show everything that was found."""


def full_name(record: Record) -> str:
    """Name with the titles before and behind it."""
    from smartpns_desktop.domain import names

    return names.full_name(record.get("name") or "", record.get("front_title"), record.get("back_title"))


def target_of(kind: str, hit: Hit, pages: frozenset[str]) -> Target:
    """Where an answer is shown; without a page of its own, the list that it narrows."""
    if kind == "commands":
        return Target(hit.row["page"], act=hit.row["act"])
    if kind in _OWN_PAGE and kind in pages and hit.key is not None:
        return Target(kind, key=hit.key)
    page, field, value = _narrowed(kind, hit)
    return Target(page, query=_query((field, value)))


def _narrowed(kind: str, hit: Hit) -> tuple[str, str, str]:
    """The list that shows an answer, as a page, a field and its value."""
    if kind in ("trainings", "organisers"):
        return "trainings", hit.field, hit.text
    if kind == "certificates":
        return "employees", "nip", hit.row["nip"]
    if kind == "programmes":
        return "study-needs", "programme", hit.row["name"]
    return "employees", "post", hit.row["name"]


def target_of_all(kind: str, text: str, pages: frozenset[str]) -> Target | None:
    """The list of everything that was found of a kind; `None` where no page lists it."""
    from smartpns_desktop.services.lists import FOUND

    if kind in _LISTED and kind in pages:
        return Target(kind, query=_query((FOUND, text)))
    return None


def _query(*where: tuple[str, str]) -> ListQuery:
    from smartpns_desktop.services.lists import ListQuery

    return ListQuery(where=where)


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


def _person(record: Record) -> str:
    from smartpns_desktop.domain import nip

    gone = ""
    if record.get("service") == "left":
        since = show_value("employees", "standing_date", record.get("standing_date"))
        gone = f"({record.get('standing') or tr('sudah keluar')} {since})".replace(" )", ")")
    return _joined(full_name(record), nip.show(record["nip"]), record.get("agency"), gone)


def _agency(record: Record) -> str:
    closed = show_value("agencies", "closed_on", record.get("closed_on"))
    return _joined(
        record["name"],
        record.get("short_name"),
        record.get("parent"),
        tr("(ditutup {day})", day=closed) if closed else "",
    )


def _training(record: Record) -> str:
    if "count" in record:
        return _shared(record)
    return _joined(record["name"], record["person"], show_value("trainings", "start", record["start"]))


def _shared(record: Record) -> str:
    name = record.get("name") or record.get("organiser")
    return _joined(name, tr("{count} catatan", count=show_number(record["count"])))


_LINES: dict[str, Callable[[Record], str]] = {
    "employees": _person,
    "commands": lambda it: it["name"],
    "agencies": _agency,
    "trainings": _training,
    "organisers": _shared,
    "certificates": lambda it: _joined(it["name"], it.get("number"), it.get("person")),
    "study-needs": lambda it: _joined(it.get("level"), it["programme"], it["agency"], it["period"]),
    "programmes": lambda it: _joined(it["name"], it.get("level")),
    "positions": lambda it: _joined(it["name"], it.get("kind")),
}
_UNSEEN = ("nik", "former_name", "previous_nip", "code", "certificate", "issuer", "field")
"""Fields that answer a search and stand in no line."""


def describe(kind: str, hit: Hit) -> str:
    """One answer in one line; what answered stands behind it where the line does not tell it."""
    line = _LINES[kind](hit.row)
    if hit.field == "former_nip":
        return _joined(line, tr("NIP lama"))
    if hit.field in _UNSEEN and hit.text not in line:
        return _joined(line, f"{field_label(kind, hit.field)}: {hit.text}")
    return line
