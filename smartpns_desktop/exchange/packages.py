"""Which part of an .xlsx or .xlsb package leads to which: from the root to the workbook to its sheets."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from smartpns_desktop.exchange.archives import Archive


def workbook_part(archive: Archive) -> str | None:
    """The part that is the workbook, `None` where the package has none (ECMA-376 part 2, 9.3)."""
    if "_rels/.rels" not in archive:
        return None
    for kind, target in _related(archive, "").values():
        if kind.endswith("/officeDocument") and target in archive:
            return target
    return None


def sheet_parts(archive: Archive, workbook: str) -> tuple[str, ...]:
    """The part of each sheet in the workbook's order (ECMA-376 part 1, 18.2.20); "" where it is missing.

    Raises CannotDo(file.unreadable).
    """
    sheets = archive.xml(workbook).iterfind("{*}sheets/{*}sheet")
    return parts_of(archive, workbook, [_relation(sheet) for sheet in sheets])


def _relation(sheet: Element) -> str:
    return next((value for key, value in sheet.items() if key.endswith("}id")), "")


def parts_of(archive: Archive, workbook: str, relations: Iterable[str]) -> tuple[str, ...]:
    """The parts that the workbook is related to by these ids; "" where there is none."""
    related = _related(archive, workbook)
    return tuple(related.get(identifier, ("", ""))[1] for identifier in relations)


def sheet_names(archive: Archive, workbook: str) -> tuple[str, ...]:
    """Name of each sheet in the workbook's order; CannotDo(file.unreadable)."""
    return tuple(sheet.get("name", "") for sheet in archive.xml(workbook).iterfind("{*}sheets/{*}sheet"))


def side_part(archive: Archive, workbook: str, kind: str) -> str:
    """The part of that kind ("styles", "theme") that the workbook is related to, "" where there is none."""
    related = _related(archive, workbook).values()
    return next((target for its, target in related if its.endswith(f"/{kind}") and target in archive), "")


def _related(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Kind and part of everything that a part is related to, by id."""
    folder, name = posixpath.split(part)
    relationships = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        item.get("Id", ""): (item.get("Type", ""), _resolved(folder, item.get("Target", "")))
        for item in relationships.iterfind("{*}Relationship")
    }


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
