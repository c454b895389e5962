"""Use-cases on the reference of competencies: those that regulations name, and those that the office adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from db import Reader
from db.queries import positions, reference
from smartpns_desktop.domain.competencies import same_name
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.requirements import CompetencyKind
from smartpns_desktop.domain.smart_asn import ATTRIBUTES
from smartpns_desktop.services.edited_rows import EditedRows
from smartpns_desktop.services.edits import Values

OWN = "kantor"
"""The status of competencies that the office added; others came with the program and follow its updates."""
_LETTERS = {CompetencyKind.TECHNICAL: "T", CompetencyKind.MANAGERIAL: "M", CompetencyKind.SOCIOCULTURAL: "S"}


def names(reader: Reader, on: date, *, assessed: bool = True) -> list[str]:
    """Each competency once by its name: the reference's on a day, those that posts ask, those that people were
    `assessed` in, and what else makes a Smart ASN."""
    known = positions.competency_names(reader, on, assessed=assessed)
    told = {same_name(it) for it in known}
    return [*known, *(it for it in ATTRIBUTES if same_name(it) not in told)]


class CompetencyReference(EditedRows):
    """Competencies of the office; its code follows from its kind.

    Those of regulations are refused (`competency.shipped`): they change with the regulation. Posts and assessments
    keep the name that they were told, whatever becomes of it here.
    """

    kind = table = "competencies"
    said = "competency"
    fields = ("name", "kind", "effective_from", "source")

    def _row(self, reader: Reader, key: int) -> Values:
        row = super()._row(reader, key)
        if row["status"] != OWN:
            raise CannotDo("competency.shipped", name=row["name"])
        return row

    def _names(self, _reader: Reader, row: Values) -> Mapping[str, str]:
        return {"name": row["name"]}

    def _told(self, values: Mapping[str, object]) -> Values:
        told = super()._told(values)
        return told | {"source": told["source"] or ""} if "source" in told else told

    def _completed(self, reader: Reader, told: Values) -> Values:
        return {**told, "source": told["source"] or "", "code": _code(reader, told["kind"]), "status": OWN}

    def _faults(self, reader: Reader, told: Values, key: int | None) -> Iterator[Problem]:
        for name in ("name", "kind", "effective_from"):
            if not told[name]:
                yield Problem("value.missing", column=name)
        if told["kind"] and told["kind"] not in list(CompetencyKind):
            yield Problem("value.not_in_list", column="kind", value=str(told["kind"]))
        since = told["effective_from"]
        if since is not None and not isinstance(since, date):
            yield Problem("date.unreadable", column="effective_from", value=str(since))
        for row in reference.rows_of(reader, self.table):
            if told["name"] and row["id"] != key and same_name(row["name"]) == same_name(told["name"]):
                yield Problem("competency.taken", column="name", value=row["name"])
                return


def _code(reader: Reader, kind: str) -> str:
    """The kind's letter and the next number, in a form that no code of a regulation has."""
    start = f"{_LETTERS[CompetencyKind(kind)]}-"
    codes = (str(row["code"]) for row in reference.rows_of(reader, CompetencyReference.table))
    numbers = (int(code.removeprefix(start)) for code in codes if code.startswith(start))
    return f"{start}{max(numbers, default=0) + 1}"
