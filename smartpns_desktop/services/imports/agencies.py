"""Judging the lines of an agency sheet: new agencies and units, renames, moves and closings."""

from __future__ import annotations

from datetime import date
from operator import ne
from typing import Any

from db import Reader
from smartpns_desktop.domain.agencies import names_agency, stands_alone
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.outline import bare_name
from smartpns_desktop.services.agency_pasts import keep_name, keep_past
from smartpns_desktop.services.imports.agency_tree import AgencyTree
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import FieldChange, Judgement

Row = dict[str, Any]
_UNIT_WORDS = ("unit", "bidang", "seksi", "subbag", "uptd")


def judge(lines: Lines, reader: Reader, names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    _take_numbers_off(lines)
    for line, name in enumerate(lines.column("name")):
        if not any(map(str.isalpha, str(name or ""))):
            lines.object(line, "name.missing", "name")
    _refuse_homeless(lines)
    tree = AgencyTree(reader, lines, judgement.bundle, names)
    tree.settle()
    comparison = _Comparison(tree, lines, judgement)
    for line in lines.good():
        comparison.compare(line, today)


def _take_numbers_off(lines: Lines) -> None:
    """Names without the numbers of a list in front of them, where most lines have one."""
    names = [str(it) if it else None for it in lines.column("name")]
    bare = [bare_name(it) if it else None for it in names]
    if "code" not in lines.headings and sum(map(ne, names, bare)) * 2 > len(names):
        lines.values["name"] = [*bare]


def _refuse_homeless(lines: Lines) -> None:
    """Units of which neither a code nor a column, a section, an indent or a number tells in which agency they are."""
    if not {"code", "parent_code", "parent"}.isdisjoint(lines.headings) or lines.above is not None:
        return
    for line, name in enumerate(lines.column("name")):
        if name and names_agency(str(name)) and not stands_alone(str(name)) and not lines.sections[line].get("agency"):
            lines.object(line, "value.missing", "parent", name, expected=lines.spec.column("parent").heading)


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
        changed = self._as_now(line, key, changed)
        for name, new in changed.items():
            if name != "name_key":
                self._tell(line, row.name, name, getattr(row, name), new)
        if changed.get("name_key", row.name_key) != row.name_key:
            self._tree.former[key].add(row.name_key)
        keep_past(self._judgement.bundle, self._tree.pasts, key, changed, today)
        self._judgement.bundle.change("agencies", key, changed)
        if self._add_former(key, line, told["name_key"]) or changed:
            self._judgement.changed += 1
        else:
            self._judgement.same += 1

    def _as_now(self, line: int, key: int, changed: Row) -> Row:
        """An old sheet knows an agency by a former name, code or place; that changes nothing back, and is told."""
        pasts = self._tree.pasts
        if changed.get("name_key") in {None, *self._tree.former[key]}:
            changed = {name: new for name, new in changed.items() if name not in ("name", "name_key")}
        for name, known in (("code", pasts.codes), ("parent_id", pasts.parents)):
            if name in changed and changed[name] in {it.value for it in known.get(key, ())}:
                column = "parent" if name == "parent_id" else name
                self._lines.object(line, "agency.former_place", column, self._shown(name, changed[name]))
                changed = {it: new for it, new in changed.items() if it != name}
        return changed

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
                self._tree.former[key].add(fold(name))
                keep_name(self._judgement.bundle, key, name, None)
                self._tell(line, str(self._lines.column("name")[line]), "former_names", None, name)
                added = True
        return added

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
