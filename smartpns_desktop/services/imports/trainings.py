"""Judging the lines of a training sheet: whose training it is, whether we have it, how many JP it credits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from db import Reader
from db.queries import trainings as queries
from smartpns_desktop.domain.dates import parse_date, split_numeric
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.regulations import Regulations, TrainingForm
from smartpns_desktop.domain.trainings import form_of
from smartpns_desktop.domain.years import year_in
from smartpns_desktop.exchange.filling import fill
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services import reference
from smartpns_desktop.services.imports import grouped_cells
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.persons import Person, persons_of
from smartpns_desktop.services.imports.plan import FieldChange, Judgement
from smartpns_desktop.services.training_credit import DERIVED_FROM, derived

TOLD = (
    "name", "form_code", "organiser", "start_date", "end_date", "jp", "certificate_number", "certificate_date",
    "source", "verified", "note", "day_count", "year",
)  # fmt: skip
"""Fields that a sheet tells, in the order in which judge and store compare them; the others are derived. The year is
told only where no day is, from which it would follow."""

_START, _CERTIFICATE = TOLD.index("start_date"), TOLD.index("certificate_number")

Values = tuple[object, ...]


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    regulations = reference.regulations(reader)
    _continue_courses(lines)
    fill(lines, lines.spec.filling)
    people = persons_of(lines, reader)
    _refuse(lines)
    told = _told(lines, regulations, today)
    _refuse_twins(lines, people, told)
    _Judge(lines, reader, regulations, judgement, today).compare_all(people, told)


_OF_A_COURSE = ("form", "organiser", "jp", "start", "end", "year", "day_count")


def _continue_courses(lines: Lines) -> None:
    """A course that stands once for its participants, as merged cells do, is that of the rows below, with its days."""
    nameless = [line for line, name in enumerate(lines.column("name")) if name is None]
    grouped_cells.fill_down(lines, ("name",) if nameless else ())
    courses = lines.column("name")
    continued = [line for line in nameless if courses[line]]
    unread = {(problem.row, problem.column) for problem in lines.problems}
    for name in _OF_A_COURSE if continued else ():
        values, heading = list(lines.column(name)), lines.headings.get(name, "")
        for line in continued:
            if values[line] is None and (lines.rows[line], heading) not in unread:
                values[line] = values[line - 1]
        lines.values[name] = values


def _refuse(lines: Lines) -> None:
    for line, name in enumerate(lines.column("name")):
        if name is None:
            lines.object(line, "value.missing", "name")
    days = [it for notice in lines.notices if notice.code == "columns.unknown" for it in notice.names if _is_day(it)]
    for line in range(len(lines)) if days and "start" not in lines.headings else ():
        lines.object(line, "date.in_headings", "start", days[0])


def _is_day(heading: str) -> bool:
    """Whether a column is called after a day, as those of a list of attendance are."""
    return parse_date(heading) is not None or split_numeric(heading) is not None


def _told(lines: Lines, regulations: Regulations, today: date) -> list[Values]:
    """What each line tells, in the store's terms."""
    told: list[Values] = []
    forms = regulations.on(today).training_forms
    codes: dict[tuple[object, object], str | None] = {}
    verified, notes = [_yes(it) for it in lines.column("verified")], lines.column("note")
    counts, years = lines.column("day_count"), _years(lines)
    columns = ("name", "form", "organiser", "start", "end", "jp", "certificate", "certificate_date", "source")
    for line, (name, form, organiser, start, end, *rest) in enumerate(zip(*map(lines.column, columns), strict=True)):
        if (form, name) not in codes:
            codes[form, name] = _form(lines, form, name, forms)
        code = codes[form, name]
        if code is None and form and lines.lexicon.meaning("form", form) != LEAVE:
            lines.object(line, "training.form_unknown", "form", form)
        any_start: Any = start
        if start and end and end < any_start:
            lines.object(line, "training.ends_before_start", "end", end)
        told.append((name, code, organiser, start, end, *rest, verified[line], notes[line], counts[line], years[line]))
    return told


def _years(lines: Lines) -> Sequence[int | None]:
    """The year of each line that tells no day; what names none is told."""
    years: list[int | None] = [None] * len(lines)
    told = zip(lines.column("year"), lines.column("start"), lines.column("end"), strict=True)
    for line, (text, start, end) in enumerate(told) if "year" in lines.headings else ():
        if text and not start and not end:
            years[line] = year_in(str(text))
            if years[line] is None:
                lines.object(line, "value.unknown", "year", text)
    return years


def _form(lines: Lines, form: object, name: object, forms: Mapping[str, TrainingForm]) -> str | None:
    """The form that a line's own cell tells, else what people said of it, else what the training's name tells."""
    own = form_of(str(form), forms) if form else None
    said = lines.lexicon.meaning("form", form)
    return own or (said if said in forms else None) or form_of(str(name or ""), forms)


def _yes(value: object) -> bool | None:
    return None if value is None else str(value).casefold() in ("ya", "y", "1", "true", "sudah", "terverifikasi")


def _refuse_twins(lines: Lines, people: Mapping[int, Person], told: Sequence[Values]) -> None:
    """The same course of the same person twice in one sheet: the first line stands."""
    first: dict[tuple[object, ...], list[int]] = {}
    for line in lines.good():
        twins = first.setdefault((people[line].key, fold(str(told[line][0])), told[line][_START]), [])
        twin = next((it for it in twins if _same_certificate(told[it], told[line])), None)
        if twin is None:
            twins.append(line)
        else:
            lines.object(line, "row.duplicate", "name", told[line][0], first_row=str(lines.rows[twin]))


def _same_certificate(one: Sequence[object], other: Sequence[object]) -> bool:
    """Two certificates with different numbers are two courses; where one has no number, they may be one."""
    first, second = one[_CERTIFICATE], other[_CERTIFICATE]
    return not first or not second or fold(str(first)) == fold(str(second))


class _Known:
    """The stored trainings of these people, found by name and day, or by certificate and one of the two."""

    def __init__(self, reader: Reader, owners: Sequence[int]) -> None:
        self._found: dict[tuple[object, ...], list[Any]] = {}
        self._taken: set[int] = set()
        wanted = set(owners)
        for row in queries.of_employees(reader, TOLD, owners) if owners else ():
            if row[1] in wanted:
                for key in _keys(row[1], row[2:]):
                    self._found.setdefault(key, []).append(row)

    def take(self, owner: int, told: Values) -> Any | None:
        """The stored training that a line means; each is taken once."""
        for key in _keys(owner, told):
            for row in self._found.get(key, ()):
                if row[0] not in self._taken and _same_certificate(row[2:], told):
                    self._taken.add(row[0])
                    return row
        return None


def _keys(owner: int, values: Sequence[object]) -> Iterator[tuple[object, ...]]:
    name, start, certificate = fold(str(values[0])), values[_START], values[_CERTIFICATE]
    yield "day", owner, name, start
    if certificate:
        number = fold(str(certificate))
        yield "certificate", owner, number, name
        yield "certificate on day", owner, number, start


class _Judge:
    """One pass over the good lines, person by person."""

    def __init__(
        self, lines: Lines, reader: Reader, regulations: Regulations, judgement: Judgement, today: date
    ) -> None:
        self._lines, self._reader, self._judgement = lines, reader, judgement
        self._regulations, self._today = regulations, today
        self._forms = regulations.on(today).training_forms

    def compare_all(self, people: Mapping[int, Person], told: Sequence[Values]) -> None:
        """Count each line as new, changed or same, and put what is to be written into the bundle."""
        keys = {line: people[line].key for line in self._lines.good()}
        known = _Known(self._reader, sorted(set(keys.values())))
        for line in sorted(keys, key=lambda it: (keys[it], str(told[it][_START]))):
            values = dict(zip(TOLD, told[line], strict=True))
            row = known.take(keys[line], told[line])
            if row is None:
                self._add(line, keys[line], values)
            else:
                self._compare(line, people[line], row, values)

    def _add(self, line: int, owner: int, values: dict[str, Any]) -> None:
        self._judgement.new_rows.append(self._lines.rows[line])
        values["verified"] = bool(values["verified"])
        credit = derived(values, self._regulations, self._today)
        self._judgement.bundle.add("trainings", {"employee_id": owner, **values, **credit})

    def _compare(self, line: int, person: Person, row: Any, values: dict[str, Any]) -> None:
        stored = dict(zip(TOLD, row[2:], strict=True))
        if stored["start_date"] or stored["end_date"]:
            values["year"] = None
        changed = {name: new for name, new in values.items() if new is not None and new != stored[name]}
        if not changed:
            self._judgement.same += 1
            return
        self._judgement.changed += 1
        label = f"{person.nip} {stored['name']}"
        for name, new in changed.items():
            shown = (self._shown(name, value) for value in (stored[name], new))
            change = FieldChange(self._lines.rows[line], label, name, *shown)
            self._judgement.changes.append(change)
        if DERIVED_FROM & changed.keys():
            changed |= derived({**stored, **changed}, self._regulations, self._today)
        self._judgement.bundle.change("trainings", row[0], changed)

    def _shown(self, name: str, value: object) -> str:
        """A stored value as a person reads it: a form by its name."""
        form = self._forms.get(str(value)) if name == "form_code" else None
        return form.name if form else "" if value is None else str(value)
