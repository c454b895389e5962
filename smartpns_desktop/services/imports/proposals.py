"""What a spelling that nobody knows could mean: the agencies and codes there are, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from db import Reader
from db.queries import organisation
from db.queries import reference as tables
from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange.lexicon import CREATE, LEAVE
from smartpns_desktop.exchange.likeness import likeness, nearest
from smartpns_desktop.services import reference
from smartpns_desktop.words import questions

_LEAST_LIKE = 55.0
"""Likeness, of 100, from which an agency is proposed."""
_MOST = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible answer, what it is called, and how like the spelling it is (0 to 100; 0 where nothing is compared)."""

    answer: str
    label: str
    score: float = 0.0


class Proposals:
    """The open agencies and the code tables of the store."""

    def __init__(self, reader: Reader) -> None:
        rows = {row.id: row for row in organisation.all_agencies(reader)}
        self._labels: dict[int, str] = {}
        self._named: dict[str, list[int]] = defaultdict(list)
        for row in rows.values():
            if row.closed_on is None:
                above = rows.get(row.parent_id)
                self._labels[row.id] = f"{row.name} ({above.name})" if above else row.name
                for key in {row.name_key, fold(row.short_name or "")} - {""}:
                    self._named[key].append(row.id)
        for row in organisation.former_names(reader):
            if row.agency_id in self._labels and row.agency_id not in self._named[row.name_key]:
                self._named[row.name_key].append(row.agency_id)
        self._names = list(self._named)
        forms = reference.regulations(reader).on(date.today()).training_forms
        self._codes = {
            "form": {code: form.name for code, form in forms.items()},
            "grade": {row["code"]: row["name"] for row in tables.rows_of(reader, "grades")},
            "education": {row["code"]: row["name"] for row in tables.rows_of(reader, "education_levels")},
        }

    @staticmethod
    def create() -> Proposal:
        """The answer that the name is a new one."""
        return Proposal(CREATE, questions.CREATE)

    def is_open_agency(self, answer: str) -> bool:
        """Whether an answer names an agency that is there and not closed."""
        return answer.isdecimal() and int(answer) in self._labels

    def agencies_named(self, spelling: str) -> tuple[Proposal, ...]:
        """All agencies that bear exactly that name."""
        return tuple(Proposal(str(key), self._labels[key], 100.0) for key in self._named.get(fold(spelling), ()))

    def agencies_like(self, spelling: str) -> tuple[Proposal, ...]:
        """Agencies whose name the spelling resembles or shortens, then the answer that it is a new one."""
        found: dict[int, float] = {}
        for place, score in nearest(fold(spelling), self._names, least=_LEAST_LIKE, most=_MOST):
            for key in self._named[self._names[place]]:
                found.setdefault(key, score)
        alike = (Proposal(str(key), self._labels[key], round(score, 1)) for key, score in found.items())
        return (*tuple(alike)[:_MOST], self.create())

    def codes(self, table: str, spelling: str) -> tuple[Proposal, ...]:
        """All codes of a table ("form", "grade", "education"), the likeliest first, then the answer to leave it."""
        scored = [
            Proposal(code, name, round(likeness(fold(spelling), fold(name)), 1))
            for code, name in self._codes[table].items()
        ]
        return (*sorted(scored, key=lambda it: -it.score), Proposal(LEAVE, questions.LEAVE))
