"""What the lines of an employee sheet say about grade, post, education and legal standing, as dated states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from smartpns_desktop.domain import education, grades, positions, standings
from smartpns_desktop.domain.agencies import is_inner, stands_alone
from smartpns_desktop.domain.employees import EmployeeKind, kind_of
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.body import WITHIN
from smartpns_desktop.exchange.heading_columns import OUTER
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports import listed_values
from smartpns_desktop.services.imports.dated_states import State
from smartpns_desktop.services.imports.names import Names

Held = Mapping[int, tuple[Any, ...]]
"""By line the post and the agency that the person has today."""
_NOTHING = (None, None)


def reported_states(lines: Lines, names: Names, held: Held) -> dict[str, list[State | None]]:
    """For each history the state that each line reports, `None` where it says nothing.

    `held` tells by line the post and the agency that the person has today.
    """
    return {
        "grade_history": grades_told(lines),
        "post_history": posts_told(lines, names, held),
        "education_history": educations_told(lines, names),
        "standing_history": standings_told(lines),
    }


def grades_told(lines: Lines, unknown: str = "grade.unknown") -> list[State | None]:
    """The grade of each line; `unknown` is the problem that an unknown spelling is."""
    states: list[State | None] = []
    known: dict[tuple[object, object, bool], str | None] = {}
    columns = ("grade_code", "grade", "kind", "nip", "grade_date", "service_years", "service_months")
    for line, (code, text, kind, nip, began, years, months) in enumerate(zip(*map(lines.column, columns), strict=True)):
        key = (code, text, (kind or kind_of("", "", str(nip or ""))) == EmployeeKind.PPPK)
        if key not in known:
            known[key] = _grade_code(*key) or _grade_code(lines.lexicon.meaning("grade", text or code), None, key[2])
        if known[key] is None:
            if (text or code) and lines.lexicon.meaning("grade", text or code) != LEAVE:
                lines.object(line, unknown, "grade" if text else "grade_code", text or code)
            states.append(None)
        else:
            states.append((_date(began), (known[key], years, months)))
    return states


def _grade_code(code: object, text: object, pppk: bool) -> str | None:
    found = grades.code_of(str(text), pppk=pppk) if text else None
    return found or (grades.code_of(str(code), pppk=pppk) if code else None)


def posts_told(lines: Lines, names: Names, held: Held) -> list[State | None]:
    """Post and agency of each line; those that nobody knows are planned anew."""
    states: list[State | None] = []
    known: dict[tuple[object, ...], int | None] = {}
    texts, agencies = agency_texts(lines), _agencies(lines, names, held)
    columns = ("post", "position_kind", "position_kind_name", "echelon", "post_date")
    for line, (post, kind, kind_name, echelon, began) in enumerate(zip(*map(lines.column, columns), strict=True)):
        if line in lines.rejected or not (post or texts[line] or agencies[line]):
            states.append(None)
            continue
        own = held.get(line, _NOTHING)[0]
        key = (post, kind, kind_name, echelon, own)
        if key not in known:
            known[key] = names.position(_text(post), _kind(kind, kind_name), _echelon(echelon), held=own)
        states.append((_date(began), (known[key], agencies[line])))
    return states


def _agencies(lines: Lines, names: Names, held: Held) -> list[int | None]:
    """The agency of each line; where a sheet gives one name several codes, the code alone tells its units apart.

    Of units with one name, that in which the person is already is meant; else nobody can tell.
    """
    texts, codes = agency_texts(lines), lines.column("agency_code")
    # A history names the agency of its day; a profile the one of today, even with an older TMT.
    days = lines.column("post_date") if lines.spec.kind == "post-history" else [None] * len(codes)
    shared = _with_several_codes(texts, codes)
    named = [bool(own or code) for own, code in zip(lines.column("agency"), codes, strict=True)]
    outer = lines.values.get(OUTER) or [None] * len(codes)
    found: list[int | None] = []
    # What was found where nothing had to be told: for lines that say the same it is the same.
    plain: dict[tuple[object, ...], int | None] = {}
    for line, (text, code, day) in enumerate(zip(texts, codes, days, strict=True)):
        around = outer[line], id(lines.sections[line]), named[line]
        says = text, code, day, around, line in lines.rejected, held.get(line)
        if says in plain:
            found.append(plain[says])
            continue
        key, told = None, len(lines.problems)
        if line not in lines.rejected and (text or code):
            key = names.agency_then(_text(text), _text(code), _date(day))
        if key is None and line not in lines.rejected and (text or code):
            within = _around(lines, line, names, named[line])
            key = names.agency(_text(text), _text(code), within=within, code_decides=text in shared)
            own = held.get(line, _NOTHING)[1]
            key = _settled(lines, line, names, own, *_told(text, code)) if key is None else key
        stored = names.code_of(key)
        if code and stored not in (None, code) and not names.had_code(key, str(code)):
            lines.object(line, "agency.code_differs", "agency_code", code, stored=str(stored))
        found.append(key)
        if len(lines.problems) == told:
            plain[says] = key
    return found


def _settled(lines: Lines, line: int, names: Names, own: object, column: str, told: object) -> int | None:
    """Which of several is meant: that in which the person is, else the one that people said; else nobody can tell."""
    alike = names.namesakes(str(told)) if column == "agency" else names.coded(str(told))
    if isinstance(own, int) and own in alike:
        return own
    key = names.meant(str(told))
    if key is None:
        lines.object(line, "value.ambiguous" if alike or column == "agency" else "value.unknown", column, told)
    return key


def _told(text: object, code: object) -> tuple[str, object]:
    return ("agency", text) if text else ("agency_code", code)


def _with_several_codes(texts: Sequence[object], codes: Sequence[object]) -> set[object]:
    """Names that the sheet gives to several units."""
    uses: dict[str, set[object]] = {}
    pairs = set(zip(texts, codes, strict=True))
    for text, code in pairs:
        uses.setdefault(fold(str(text)), set()).update({code} - {None})
    return {text for text, _ in pairs if len(uses[fold(str(text))]) > 1}


def _around(lines: Lines, line: int, names: Names, has_own: bool) -> int | None:
    """The agency inside which the line's own unit stands: that of the section, else that of the title."""
    title, section = lines.context.get("agency"), lines.sections[line].get("agency")
    title = title or (_titled(lines) if is_inner(str(section or "")) else None)
    outer = names.agency(title) if title else None
    around = lines.sections[line].get(WITHIN)
    outer = names.agency(around, within=outer) if around else outer
    told = lines.values[OUTER][line] if OUTER in lines.values else None
    if told:
        return names.agency(str(told), within=outer)
    return names.agency(section, within=outer) if section and has_own else outer


def _titled(lines: Lines) -> str | None:
    """The one whole agency that the title names without a label; it may be the sender's letterhead as well, so that
    only units that every agency has are looked for in it."""
    whole = {fold(it): it for it in lines.context.get("title", "").split("; ") if stands_alone(it)}
    return next(iter(whole.values())) if len(whole) == 1 else None


def agency_texts(lines: Lines) -> Sequence[object]:
    """The agency of each line: its own cell, else the section above it, else the title of the sheet."""
    title = lines.context.get("agency")
    above = (section.get("agency") or title for section in lines.sections)
    return [
        own or (None if code else wider or outer)
        for own, code, wider, outer in zip(*map(lines.column, ("agency", "agency_code", OUTER)), above, strict=True)
    ]


def _kind(code: object, name: object) -> str:
    return positions.kind_from(str(code or name or "")) or ""


def _echelon(text: object) -> str:
    return (positions.echelon_from(str(text)) or "") if text else ""


def educations_told(lines: Lines, names: Names, unknown: str = "education.unknown") -> list[State | None]:
    """The education of each line; `unknown` is the problem that an unknown level is."""
    states: list[State | None] = []
    known: dict[tuple[object, ...], tuple[str | None, int | None]] = {}
    columns = (
        "education_code",
        "education_level",
        "education",
        "school",
        "graduation_date",
        "graduation_year",
    )
    for line, (code, level, programme, school, day, year) in enumerate(zip(*map(lines.column, columns), strict=True)):
        if line in lines.rejected or not (code or level):
            states.append(None)
            continue
        key = (code, level, programme)
        if key not in known:
            found = _level(lines, code, level)
            named = _text(programme) or education.programme_in(str(level or ""))
            known[key] = (found, names.programme(named, found) if found else None)
        found, programme_key = known[key]
        if found is None:
            if lines.lexicon.meaning("education_level", level or code) != LEAVE:
                lines.object(line, unknown, "education_level" if level else "education_code", level or code)
            states.append(None)
        else:
            states.append((graduation(day, year), (found, programme_key, school, _year(day, year))))
    return states


def _level(lines: Lines, code: object, level: object) -> str | None:
    told = education.level_of(str(code or level)) or education.level_of(str(level or ""))
    said = lines.lexicon.meaning("education_level", level or code)
    return told or (said if said in education.ORDER else None)


def graduation(day: Any, year: Any) -> date | None:
    """The day from which an education holds; of a year alone, its first day."""
    if day is not None:
        return _date(day)
    return date(year, 1, 1) if isinstance(year, int) and 1900 <= year <= 2100 else None


def _year(day: Any, year: Any) -> int | None:
    known: int | None = day.year if day is not None else year
    return known


def standings_told(lines: Lines) -> list[State | None]:
    """The legal standing of each line: what its words mean, and the words."""
    listed_values.settle(lines, "standing", standings.plain_name, standings.NAMES.values())
    pairs = zip(lines.column("standing"), lines.column("standing_date"), strict=True)
    return [(_date(began), (_standing(told), told)) if told else None for told, began in pairs]


def _standing(told: object) -> str | None:
    code = standings.standing_of(str(told))
    return code.value if code else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _date(value: Any) -> date | None:
    found: date | None = value
    return found
