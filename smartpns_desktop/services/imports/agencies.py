"""Judging the lines of an agency sheet: new agencies and units, renames, moves and closings."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import Reader
from db.queries import organisation
from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.plan import FieldChange, Judgement

_UNIT_WORDS = ("unit", "bidang", "seksi", "subbag", "uptd")


def judge(lines: Lines, reader: Reader, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    _refuse(lines)
    tree = _Tree(reader, judgement)
    good = lines.good()
    for line in good:
        tree.register(line, lines)
    for line in good:
        tree.compare(line, lines, today)


def _refuse(lines: Lines) -> None:
    first: dict[tuple[object, ...], int] = {}
    columns = zip(*map(lines.column, ("name", "code", "parent_code", "parent")), strict=True)
    for line, (name, code, *parent) in enumerate(columns):
        if name is None:
            lines.object(line, "name.missing", "name")
            continue
        key = ("code", code) if code else ("name", fold(str(name)), *parent)
        if key in first:
            lines.object(line, "row.duplicate", "name", name, first_row=str(first[key]))
        first.setdefault(key, lines.rows[line])


class _Tree:
    """The stored agencies and those the sheet adds, found by code, else by present, short or former name."""

    def __init__(self, reader: Reader, judgement: Judgement) -> None:
        self._judgement = judgement
        self._rows: dict[int, Any] = {row.id: row for row in organisation.all_agencies(reader)}
        self._by_code: dict[str, int] = {row.code: row.id for row in self._rows.values() if row.code}
        self._by_name: dict[str, int] = {}
        self._former: dict[int, set[str]] = {}
        for row in organisation.former_names(reader):
            self._by_name[row.name_key] = row.agency_id
            self._former.setdefault(row.agency_id, set()).add(row.name_key)
        for row in self._rows.values():
            self._by_name[row.name_key] = row.id
        self._keys: dict[int, int] = {}

    def register(self, line: int, lines: Lines) -> None:
        """Find the agency of a line or plan a new one, so that units can name parents that stand below them."""
        name, code = str(lines.column("name")[line]), lines.column("code")[line]
        key = self._find(name, code)
        if key is None:
            key = self._judgement.bundle.add(
                "agencies",
                {"parent_id": None, "code": code, "name": name, "name_key": fold(name), "short_name": None,
                 "kind": "agency", "closed_on": None},
            )  # fmt: skip
            self._judgement.new += 1
        self._by_name.setdefault(fold(name), key)
        if code:
            self._by_code[str(code)] = key
        self._keys[line] = key

    def _find(self, name: str, code: object) -> int | None:
        if code:
            found = self._by_code.get(str(code))
            if found is not None:
                return found
            found = self._by_name.get(fold(name))
            # A namesake with another code is another unit.
            return found if found is not None and found > 0 and not self._rows[found].code else None
        return self._by_name.get(fold(name))

    def compare(self, line: int, lines: Lines, today: date) -> None:
        """Note what a line changes of its agency; a new name keeps the old one among the former names."""
        key = self._keys[line]
        told = self._told(line, lines)
        if key < 0:
            told.setdefault("kind", "unit" if told.get("parent_id") else "agency")
            self._judgement.bundle.change("agencies", key, told)
            self._add_former(key, line, lines)
            return
        row = self._rows[key]
        changed = {name: new for name, new in told.items() if new != getattr(row, name)}
        renamed = changed.get("name_key") is not None
        if not renamed:
            changed.pop("name", None)
        for name, new in changed.items():
            if name != "name_key":
                self._tell(line, lines, row.name, name, getattr(row, name), new)
        if renamed and row.name_key not in self._former.get(key, set()):
            self._keep_name(key, row.name, today)
        self._judgement.bundle.change("agencies", key, changed)
        if self._add_former(key, line, lines) or changed:
            self._judgement.changed += 1
        else:
            self._judgement.same += 1

    def _told(self, line: int, lines: Lines) -> dict[str, Any]:
        name = str(lines.column("name")[line])
        told: dict[str, Any] = {
            "code": lines.column("code")[line],
            "name": name,
            "name_key": fold(name),
            "short_name": lines.column("short_name")[line],
            "kind": _kind(lines.column("kind")[line]),
            "parent_id": self._parent(line, lines),
            "closed_on": lines.column("closed_on")[line],
        }
        return {field: value for field, value in told.items() if value is not None}

    def _parent(self, line: int, lines: Lines) -> int | None:
        code, name = lines.column("parent_code")[line], lines.column("parent")[line]
        if not code and not name:
            return None
        found = self._by_code.get(str(code)) if code else None
        found = found if found is not None else self._by_name.get(fold(str(name or "")))
        if found is None or found == self._keys[line]:
            lines.object(line, "value.unknown", "parent_code" if code else "parent", code or name)
            return None
        return found

    def _add_former(self, key: int, line: int, lines: Lines) -> bool:
        added = False
        known = self._former.setdefault(key, set())
        for name in str(lines.column("former_names")[line] or "").split(";"):
            if name.strip() and fold(name) not in known:
                self._keep_name(key, name.strip(), None)
                self._tell(line, lines, str(lines.column("name")[line]), "former_names", None, name.strip())
                added = True
        return added

    def _keep_name(self, key: int, name: str, until: date | None) -> None:
        self._former.setdefault(key, set()).add(fold(name))
        self._judgement.bundle.add(
            "agency_names", {"agency_id": key, "name": name, "name_key": fold(name), "used_until": until}
        )

    def _tell(self, line: int, lines: Lines, label: str, name: str, old: object, new: object) -> None:
        shown = ["" if value is None else str(value) for value in (old, new)]
        self._judgement.changes.append(FieldChange(lines.rows[line], label, name, *shown))


def _kind(text: object) -> str | None:
    if text is None:
        return None
    return "unit" if fold(str(text)).startswith(_UNIT_WORDS) else "agency"
