"""What a spelling that nobody knows could mean: the agencies, posts and codes there are, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db import Reader
from db.queries import organisation
from db.queries import reference as tables
from smartpns_desktop.domain import agencies, education, positions
from smartpns_desktop.domain.civil_registry import MARITAL_STATUSES, RELIGIONS
from smartpns_desktop.domain.employees import Sex
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.standings import NAMES
from smartpns_desktop.domain.study_needs import Funding
from smartpns_desktop.exchange.lexicon import CREATE, LEAVE
from smartpns_desktop.exchange.likeness import CERTAIN, KnownNames, likeness
from smartpns_desktop.services import competencies, reference
from smartpns_desktop.services.agency_pasts import AgencyPasts
from smartpns_desktop.words import questions
from smartpns_desktop.words.labels import enum_label

_LEAST_LIKE = {"agency": 60.0, "post": 75.0, "programme": 75.0}
"""Likeness, of 100, from which a name is proposed; of the many posts and programmes some are always a little alike."""
_MOST = 5
_NAMED = ("agency", "post", "education", "programme")
"""Fields whose answers are keys of the store; those of all others are codes."""
_OPEN = ("competency",)
"""Tables of codes of which a sheet may tell more."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible answer, what it is called, and how like the spelling it is (0 to 100; 0 where nothing is compared)."""

    answer: str
    label: str
    score: float = 0.0


class _Choice:
    """Things that a name may mean, by the names they are known under."""

    def __init__(self, subject: str, labels: Mapping[int, str], named: Mapping[str, Sequence[int]]) -> None:
        self._least, self._labels = _LEAST_LIKE[subject], labels
        self._keys = [*named.values()]
        self._names = KnownNames([*named])

    def like(self, text: str) -> tuple[Proposal, ...]:
        found: dict[int, float] = {}
        for place, score in self._names.nearest(text, least=self._least, most=_MOST):
            for key in self._keys[place]:
                found.setdefault(key, score)
        return tuple(Proposal(str(key), self._labels[key], float(int(score))) for key, score in found.items())[:_MOST]


class Proposals:
    """The open agencies, the posts, the programmes and the code tables of the store; each is loaded when asked for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._programmes: dict[str | None, _Choice] = {}

    @staticmethod
    def create() -> Proposal:
        """The answer that the name is a new one."""
        return Proposal(CREATE, questions.CREATE)

    def is_usable(self, field: str, answer: str) -> bool:
        """Whether an answer still means something: an agency that is there and not closed, a post, a programme."""
        if not answer.isdecimal():
            return True
        return field not in _NAMED or int(answer) in self._labels_of(field)

    def _labels_of(self, field: str) -> Mapping[int, str]:
        if field == "agency":
            return self._agencies
        return self._posts if field == "post" else self._programme_labels

    def agencies_named(self, spelling: str) -> tuple[Proposal, ...]:
        """All agencies that bear exactly that name, or had that code, or came after one that did."""
        keys = self._named.get(fold(spelling)) or self._coded.get(spelling, [])
        return tuple(Proposal(str(key), self._agencies[key], 100.0) for key in keys)

    def agencies_like(self, spelling: str) -> tuple[Proposal, ...]:
        """Agencies whose name the spelling resembles or shortens, the name that it ends or begins with too."""
        found = self._agency_choice.like(agencies.spelled_out(spelling))
        return found or self._agency_choice.like(agencies.spelled_out(agencies.path_told(spelling)[-1]))

    def posts_like(self, spelling: str) -> tuple[Proposal, ...]:
        """Posts whose name the spelling resembles or shortens."""
        return self._post_choice.like(positions.spelled_out(spelling))

    def programmes_like(self, spelling: str, level: str | None) -> tuple[Proposal, ...]:
        """Programmes of that level whose name the spelling resembles or shortens."""
        if level not in self._programmes:
            named: dict[str, list[int]] = defaultdict(list)
            for key, (name, of_level) in self._programme_rows.items():
                if of_level == level:
                    named[education.bare_programme(name, level)].append(key)
            self._programmes[level] = _Choice("programme", self._programme_labels, named)
        return self._programmes[level].like(education.bare_programme(spelling, level))

    def codes(self, table: str, spelling: str) -> tuple[Proposal, ...]:
        """All codes of a table, the likeliest first, then the answer to leave it (of an open table: that it is new)."""
        scored = [
            # What is like a name of a closed table is never like enough to be taken unasked.
            Proposal(code, name, float(int(min(likeness(fold(spelling), fold(name)), CERTAIN - 1))))
            for code, name in self._codes[table].items()
        ]
        last = self.create() if table in _OPEN else Proposal(LEAVE, questions.LEAVE)
        return (*sorted(scored, key=lambda it: -it.score), last)

    def parents(self) -> tuple[Proposal, ...]:
        """Below what a new agency or unit can stand."""
        return _by_label((f"{CREATE}:{key}", label) for key, label in self._agencies.items())

    def post_kinds(self) -> tuple[Proposal, ...]:
        """Of what kind a new post can be."""
        kinds = tables.rows_of(self._reader, "position_kinds")
        return tuple(Proposal(f"{CREATE}:{row['code']}", row["name"]) for row in kinds)

    @cached_property
    def knows_agencies(self) -> bool:
        """Whether there is any agency, so that a new one could belong somewhere."""
        return bool(self._agencies)

    @cached_property
    def _pasts(self) -> AgencyPasts:
        return AgencyPasts(self._reader)

    @cached_property
    def _agencies(self) -> dict[int, str]:
        rows = self._pasts.rows
        open_ones = [row for row in rows.values() if row.closed_on is None]
        return {row.id: f"{row.name} ({rows[row.parent_id].name})" if row.parent_id in rows else row.name
                for row in open_ones}  # fmt: skip

    @cached_property
    def _named(self) -> dict[str, list[int]]:
        told = self._pasts.bearers().items()
        named = {name: [key for key in keys if key in self._agencies] for name, keys in told}
        return {name: keys for name, keys in named.items() if keys}

    @cached_property
    def _coded(self) -> dict[str, list[int]]:
        return {code: [key for key in keys if key in self._agencies] for code, keys in self._pasts.by_code().items()}

    @cached_property
    def _agency_choice(self) -> _Choice:
        return _Choice("agency", self._agencies, _merged(self._named, agencies.spelled_out))

    @cached_property
    def _posts(self) -> dict[int, str]:
        return {row.id: row.name for row in organisation.all_positions(self._reader)}

    @cached_property
    def _post_choice(self) -> _Choice:
        named: dict[str, list[int]] = {}
        for key, name in self._posts.items():
            # Namesakes of another kind or echelon are one answer; the sheet's own columns tell them apart.
            named.setdefault(positions.spelled_out(name), [key])
        return _Choice("post", self._posts, named)

    @cached_property
    def _programme_rows(self) -> dict[int, tuple[str, str | None]]:
        return {row.id: (row.name, row.level_code) for row in organisation.all_programmes(self._reader)}

    @cached_property
    def _programme_labels(self) -> dict[int, str]:
        return {key: name for key, (name, _) in self._programme_rows.items()}

    @cached_property
    def _codes(self) -> dict[str, dict[str, str]]:
        forms = reference.regulations(self._reader).on(date.today()).training_forms
        return {
            "form": {code: form.name for code, form in forms.items()},
            "grade": {row["code"]: row["name"] for row in tables.rows_of(self._reader, "grades")},
            "education": {row["code"]: row["name"] for row in tables.rows_of(self._reader, "education_levels")},
            "sex": {sex.value: enum_label(sex) for sex in Sex},
            "religion": {name: name for name in RELIGIONS},
            "marital_status": {name: name for name in MARITAL_STATUSES},
            "standing": {name: name for name in NAMES.values()},
            "funding": {funding.value: enum_label(funding) for funding in Funding},
            "competency": {name: name for name in competencies.names(self._reader, date.today())},
        }


def _merged(named: Mapping[str, Sequence[int]], spelled: Callable[[str], str]) -> dict[str, list[int]]:
    merged: dict[str, list[int]] = defaultdict(list)
    for name, keys in named.items():
        merged[spelled(name)] += [key for key in keys if key not in merged[spelled(name)]]
    return merged


def _by_label(told: Iterable[tuple[str, str]]) -> tuple[Proposal, ...]:
    return tuple(Proposal(answer, label) for answer, label in sorted(told, key=lambda it: it[1]))
