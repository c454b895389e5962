"""Judging the lines of an agency sheet: new agencies and units, renames, moves and closings."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import Reader
from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.agency_tree import AgencyTree
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import FieldChange, Judgement

_UNIT_WORDS = ("unit", "bidang", "seksi", "subbag", "uptd")


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    for line, name in enumerate(lines.column("name")):
        if not fold(str(name or "")):
            lines.object(line, "name.missing", "name")
    tree = AgencyTree(reader, lines, judgement.bundle)
    tree.settle()
    comparison = _Comparison(tree, lines, judgement)
    for line in lines.good():
        comparison.compare(line, today)


class _Comparison:
    """What the lines change of the agencies that they mean."""

    def __init__(self, tree: AgencyTree, lines: Lines, judgement: Judgement) -> None:
        self._tree, self._lines, self._judgement = tree, lines, judgement

    def compare(self, line: int, today: date) -> None:
        """Note what a line changes of its agency; a new name keeps the old one among the former names."""
        key, told = self._tree.keys[line], self._told(line)
        if key < 0:
            told.setdefault("kind", "unit" if told.get("parent_id") else "agency")
            self._judgement.new_rows.append(self._lines.rows[line])
            self._judgement.bundle.change("agencies", key, told)
            self._add_former(key, line, told["name_key"])
            return
        row = self._tree.rows[key]
        changed = {name: new for name, new in told.items() if new != getattr(row, name)}
        # An old sheet knows the agency by a former name; that renames nothing.
        if changed.get("name_key") in {None, *self._tree.former[key]}:
            changed = {name: new for name, new in changed.items() if name not in ("name", "name_key")}
        for name, new in changed.items():
            if name != "name_key":
                self._tell(line, row.name, name, getattr(row, name), new)
        if "name" in changed:
            self._keep_name(key, row.name, today)
        self._judgement.bundle.change("agencies", key, changed)
        if self._add_former(key, line, told["name_key"]) or changed:
            self._judgement.changed += 1
        else:
            self._judgement.same += 1

    def _told(self, line: int) -> dict[str, Any]:
        name = str(self._lines.column("name")[line])
        told: dict[str, Any] = {
            "code": self._lines.column("code")[line],
            "name": name,
            "name_key": fold(name),
            "short_name": self._lines.column("short_name")[line],
            "kind": _kind(self._lines.column("kind")[line]),
            "parent_id": self._tree.parent(line),
            "closed_on": self._lines.column("closed_on")[line],
        }
        return {field: value for field, value in told.items() if value is not None}

    def _add_former(self, key: int, line: int, present: str) -> bool:
        added = False
        for name in self._tree.former_told(line):
            if fold(name) not in {present, *self._tree.former[key]}:
                self._keep_name(key, name, None)
                self._tell(line, str(self._lines.column("name")[line]), "former_names", None, name)
                added = True
        return added

    def _keep_name(self, key: int, name: str, until: date | None) -> None:
        self._tree.former[key].add(fold(name))
        self._judgement.bundle.add(
            "agency_names", {"agency_id": key, "name": name, "name_key": fold(name), "used_until": until}
        )

    def _tell(self, line: int, label: str, name: str, old: object, new: object) -> None:
        shown = (self._shown(name, value) for value in (old, new))
        self._judgement.changes.append(FieldChange(self._lines.rows[line], label, name, *shown))

    def _shown(self, name: str, value: Any) -> str:
        """A value as a person reads it: a parent by its name."""
        if name == "parent_id" and value is not None:
            stored = self._tree.rows.get(value)
            return str(stored.name if stored else self._judgement.bundle.inserts["agencies"][-value - 1]["name"])
        return "" if value is None else str(value)


def _kind(text: object) -> str | None:
    if text is None:
        return None
    return "unit" if fold(str(text)).startswith(_UNIT_WORDS) else "agency"
