"""How many people each line of a study-need form needs in which year, told by columns of years or by a row for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smartpns_desktop.domain.years import year_told
from smartpns_desktop.exchange.lines import Lines

_AMOUNTS = frozenset({"amount_apbn", "amount_apbd", "amount_sponsor", "amount_self"})

Heads = dict[int, int]
"""People by year."""


def heads_of(lines: Lines) -> list[Heads]:
    """Heads per year of each line; an empty cell tells nothing, a negative number is told and left out."""
    if not any(it.startswith("heads_") for it in lines.headings):
        return _one_year_each(lines)
    heads: list[Heads] = [{} for _ in range(len(lines))]
    crossed: dict[int, list[str]] = {}
    for name in (it for it in lines.headings if it.startswith("heads_")):
        for line, value in enumerate(lines.column(name)):
            if value is True:
                crossed.setdefault(line, []).append(name)
            elif isinstance(value, int) and value < 0:
                lines.object(line, "value.out_of_range", name, value)
            elif isinstance(value, int):
                heads[line][_year_of(name)] = value
    for line, names in crossed.items():
        _take_crossed(lines, line, names, heads[line])
    return heads


def _take_crossed(lines: Lines, line: int, names: Sequence[str], heads: Heads) -> None:
    """The one year that a line crosses needs all the people of the line; what several share nobody can tell."""
    count = lines.column("count")[line]
    if len(names) == 1 and not heads and isinstance(count, int) and count >= 0:
        heads[_year_of(names[0])] = count
        return
    for name in names:
        lines.object(line, "number.unreadable", name, "x")


def _year_of(name: str) -> int:
    return int(name.rpartition("_")[2])


def _one_year_each(lines: Lines) -> list[Heads]:
    """A row for each year: its number of people and its year stand in two columns, or the year above all rows."""
    if "count" not in lines.headings:
        return [{} for _ in range(len(lines))]
    unread = {(problem.row, problem.column) for problem in lines.problems}
    titled = year_told(lines.context["title"])
    heads: list[Heads] = []
    for line, (year, count) in enumerate(zip(lines.column("year"), lines.column("count"), strict=True)):
        stated = year or (_year_above(lines, line) or titled if "year" not in lines.headings else None)
        for name, value in (("year", stated), ("count", count)):
            if value is None and (lines.rows[line], lines.headings.get(name, "")) not in unread:
                lines.object(line, "value.missing", name, expected=lines.spec.column(name).heading)
        if isinstance(count, int) and count < 0:
            lines.object(line, "value.out_of_range", "count", count)
        elif isinstance(count, int) and isinstance(stated, int):
            heads.append({stated: count})
            continue
        heads.append({})
    return heads


def _year_above(lines: Lines, line: int) -> int | None:
    return year_told(lines.sections[line].get("year", ""))


def groups(lines: Lines, keys: Mapping[int, object], heads: Sequence[Heads]) -> dict[int, list[int]]:
    """The lines that are one need, by the first of them: the same need in other years.

    A year that a need already has is a duplicate: the first line stands.
    """
    first: dict[object, int] = {}
    found: dict[int, list[int]] = {}
    yearly = "count" in lines.headings and not any(it.startswith("heads_") for it in lines.headings)
    for line, key in keys.items():
        lead = first.setdefault(key, line)
        taken = set[int]().union(*(heads[it] for it in found.get(lead, ())))
        if lead != line and (not yearly or taken & heads[line].keys() or not heads[line]):
            value = lines.column("programme")[line]
            lines.object(line, "row.duplicate", "programme", value, first_row=str(lines.rows[lead]))
        else:
            found.setdefault(lead, []).append(line)
    return found


def merged(fields: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[object, ...]:
    """What the rows of one need tell together: amounts are added up, texts that differ stand side by side."""
    columns = zip(*rows, strict=True)
    return tuple(
        _together(name, [it for it in column if it is not None]) for name, column in zip(fields, columns, strict=True)
    )


def _together(name: str, values: Sequence[object]) -> object:
    if not values:
        return None
    if name in _AMOUNTS:
        return sum(it for it in values if isinstance(it, int))
    different = list(dict.fromkeys(values))
    return different[0] if len(different) == 1 else "; ".join(map(str, different))
