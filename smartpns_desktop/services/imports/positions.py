"""Judging the lines of a sheet of posts: what each asks since when, and how many people a unit needs in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db import Reader
from db.queries import position_standards as queries
from smartpns_desktop.domain import education, positions
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.histories import DatedRow, Step, take_in
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import FieldChange, Judgement

ASKED = ("position_class", "job_family", "education_code", "programmes", "trainings", "experience", "competencies")
"""What a post asks, in the order in which judge and store compare it."""
COUNTED = ("needed", "filled")
_CLASSES = range(1, 18)
_AGES = range(50, 76)

PostKey = tuple[str, str, str]
"""Folded name, kind and echelon; the last two are empty where nobody told."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells: the post, its own retirement age, what it asks, and how many people a unit needs in it."""

    name: str
    post: PostKey
    retirement_age: int | None
    since: date | None
    asked: tuple[Any, ...]
    agency: int | None
    counted: tuple[Any, ...]


def judge(lines: Lines, reader: Reader, names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    comparison = _Comparison(lines, reader, names, judgement, today)
    told = {line: _told(lines, line, names) for line in lines.good()}
    told = {line: replace(told[line], post=comparison.meant(told[line].post)) for line in lines.good()}
    _refuse_twins(lines, told)
    for line in lines.good():
        comparison.compare(line, told[line])


def _told(lines: Lines, line: int, names: Names) -> Told:
    values = {column.field: lines.column(column.field)[line] for column in lines.spec.columns}
    name = str(values["name"] or "")
    if not fold(name):
        lines.object(line, "value.missing", "name", expected="Nama jabatan")
    kind = _coded(lines, line, "kind", positions.kind_from)
    echelon = positions.echelon_from(str(values["echelon"] or ""))
    if values["echelon"] and echelon is None and positions.functional_level(f"x {values['echelon']}") is None:
        lines.object(line, "value.unknown", "echelon", values["echelon"])
    level = values["education_level"] or values["stated_education"]
    said = lines.lexicon.meaning("education_level", level)
    code = education.lowest_level(str(level or "")) or (said if said in education.ORDER else None)
    if level and code is None and said != LEAVE:
        lines.object(line, "education.unknown", "education_level", level)
    asked = {**values, "education_code": code, "programmes": values["programmes"] or values["stated_programmes"]}
    asked["position_class"] = _bounded(lines, line, "position_class", _CLASSES)
    counted = (values["needed"] if values["needed"] is not None else values["stated_need"], values["filled"])
    return Told(
        name,
        (fold(name), kind or "", echelon or ""),
        _bounded(lines, line, "retirement_age", _AGES),
        values["effective_date"],  # type: ignore[arg-type]
        tuple(asked[field] for field in ASKED),
        _agency(lines, line, names) if any(it is not None for it in counted) else None,
        counted,
    )


def _coded(lines: Lines, line: int, name: str, read: Any) -> str | None:
    text = lines.column(name)[line]
    code: str | None = read(str(text)) if text else None
    if text and code is None:
        lines.object(line, "value.unknown", name, text)
    return code


def _bounded(lines: Lines, line: int, name: str, bounds: range) -> int | None:
    """A figure within its bounds; one beyond them is told and not taken."""
    value = lines.column(name)[line]
    if isinstance(value, int) and value not in bounds:
        lines.object(line, "value.out_of_range", name, value, expected=f"{bounds[0]}–{bounds[-1]}")
        return None
    return value if isinstance(value, int) else None


def _agency(lines: Lines, line: int, names: Names) -> int | None:
    """The unit whose figures a line tells: its own cell's, else the section's, else the title's."""
    name = str(lines.column("agency")[line] or lines.sections[line].get("agency") or lines.context.get("agency", ""))
    name = name or _titled(lines, names)
    if not fold(name):
        lines.object(line, "value.missing", "agency", expected="Unit kerja")
        return None
    key = None if line in lines.rejected else names.agency(name) or names.meant(name)
    if key is None and line not in lines.rejected:
        lines.object(line, "value.ambiguous", "agency", name)
    return key


def _titled(lines: Lines, names: Names) -> str:
    """The one known agency that the title names without a label, below the words for the kind of sheet or right behind
    them; what stands above them is the sender's letterhead."""
    parts = [fold(it) for it in lines.context.get("title", "").split("; ")]
    kinds = [
        max((it.rfind(words) + len(words) for words in lines.spec.titles if words in it), default=0) for it in parts
    ]
    first = next((place for place, end in enumerate(kinds) if end), len(parts))
    below = [part[end:].strip() for part, end in zip(parts[first:], kinds[first:], strict=True)]
    found = {it for it in below if it and names.is_agency(it)}
    return found.pop() if len(found) == 1 else ""


def _refuse_twins(lines: Lines, told: Mapping[int, Told]) -> None:
    """The same post of the same unit twice, or one post that asks two things: the first line stands."""
    first: dict[tuple[Any, ...], int] = {}
    asking: dict[tuple[Any, ...], int] = {}
    for line in lines.good():
        it = told[line]
        twin = first.setdefault((it.post, it.since, it.agency), line)
        other = asking.setdefault((it.post, it.since), line)
        if twin != line:
            lines.object(line, "row.duplicate", "name", it.name, first_row=str(lines.rows[twin]))
        elif other != line and _contradict(told[other], it):
            lines.object(line, "state.contradicts", "name", it.name, first_row=str(lines.rows[other]))


def _contradict(one: Told, other: Told) -> bool:
    pairs = zip((one.retirement_age, *one.asked), (other.retirement_age, *other.asked), strict=True)
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


class _Comparison:
    """Posts, what they ask and how many are needed, as the store has them and the lines before told them."""

    def __init__(self, lines: Lines, reader: Reader, names: Names, judgement: Judgement, today: date) -> None:
        self._lines, self._names, self._judgement, self._today = lines, names, judgement, today
        self._posts: dict[PostKey, int] = {}
        self._ages: dict[int, int | None] = {}
        self._named: dict[str, list[PostKey]] = defaultdict(list)
        for row in queries.all_posts(reader):
            self._know((row.name_key, row.kind_code, row.echelon_code), row.id, row.retirement_age)
        self._asked = _by_owner(queries.all_standards(reader), ("position_id",), ASKED)
        self._counted = _by_owner(queries.all_quotas(reader), ("position_id", "agency_id"), COUNTED)

    def _know(self, post: PostKey, key: int, age: int | None) -> None:
        self._posts[post], self._ages[key] = key, age
        if post not in self._named[post[0]]:
            self._named[post[0]].append(post)

    def meant(self, told: PostKey) -> PostKey:
        """The post of that name, kind and echelon that the store or a line before tells; where less is told, the first
        that fits; else a new one."""
        known = self._named[told[0]]
        fitting = (it for it in known if all(part in ("", own) for part, own in zip(told, it, strict=True)))
        found = told if told in known else next(fitting, None)
        if found is None:
            known.append(told)
        return found or told

    def compare(self, line: int, told: Told) -> None:
        """Count a line as new, changed or same, and put what is to be written into the bundle."""
        key = self._posts.get(told.post)
        if key is None:
            key = self._add(told)
            steps = [Step.ADD]
        else:
            steps = [self._take_age(line, key, told)]
        owner = {"position_id": key}
        steps.append(self._take(line, "position_standards", self._asked, owner, told, ASKED, told.asked))
        if told.agency is not None:
            owner["agency_id"] = told.agency
            steps.append(self._take(line, "position_quotas", self._counted, owner, told, COUNTED, told.counted))
        self._count(line, steps)

    def _count(self, line: int, steps: Sequence[Step]) -> None:
        if Step.CORRECT in steps:
            self._judgement.changed += 1
        elif Step.ADD in steps:
            self._judgement.new_rows.append(self._lines.rows[line])
        else:
            self._judgement.same += 1

    def _add(self, told: Told) -> int:
        name_key, kind, echelon = told.post
        row = {
            "name": told.name,
            "name_key": name_key,
            "kind_code": kind,
            "echelon_code": echelon,
            "level_code": positions.functional_level(told.name),
            "retirement_age": told.retirement_age,
        }
        key = self._judgement.bundle.add("positions", row)
        self._know(told.post, key, told.retirement_age)
        return key

    def _take_age(self, line: int, key: int, told: Told) -> Step:
        old, new = self._ages[key], told.retirement_age
        if new is None or new == old:
            return Step.SAME
        self._ages[key] = new
        self._tell(line, told, {"retirement_age": (old, new)})
        self._judgement.bundle.change("positions", key, {"retirement_age": new})
        return Step.CORRECT

    def _take(
        self,
        line: int,
        table: str,
        known: dict[tuple[int, ...], list[DatedRow]],
        owner: Mapping[str, int],
        told: Told,
        fields: Sequence[str],
        values: tuple[Any, ...],
    ) -> Step:
        """A new day is a new version, the same day or none corrects that or the present one (ARCHITECTURE, 9)."""
        if all(value is None for value in values):
            return Step.SAME
        rows = known[tuple(owner.values())]
        step, target = take_in(rows, told.since, values, self._today)
        if target is None:
            row = {**owner, "effective_date": told.since, **dict(zip(fields, values, strict=True))}
            rows.append(DatedRow(self._judgement.bundle.add(table, row), told.since, values))
        elif step is Step.CORRECT:
            pairs = zip(fields, target.values, values, strict=True)
            changed = {name: (old, new) for name, old, new in pairs if new is not None and new != old}
            self._tell(line, told, changed)
            self._judgement.bundle.change(table, target.key, {name: new for name, (_, new) in changed.items()})
            merged = tuple(old if new is None else new for old, new in zip(target.values, values, strict=True))
            rows[rows.index(target)] = DatedRow(target.key, target.effective, merged)
        return step

    def _tell(self, line: int, told: Told, changed: Mapping[str, tuple[Any, Any]]) -> None:
        for name, values in changed.items():
            old, new = (self._shown(name, value) for value in values)
            self._judgement.changes.append(FieldChange(self._lines.rows[line], told.name, name, old, new))

    def _shown(self, name: str, value: object) -> str:
        return self._names.shown("level_code" if name == "education_code" else name, value)


def _by_owner(
    rows: Iterable[Any], owner: Sequence[str], fields: Sequence[str]
) -> defaultdict[tuple[int, ...], list[DatedRow]]:
    found: defaultdict[tuple[int, ...], list[DatedRow]] = defaultdict(list)
    for row in rows:
        values = tuple(getattr(row, name) for name in fields)
        found[tuple(getattr(row, name) for name in owner)].append(DatedRow(row.id, row.effective_date, values))
    return found
