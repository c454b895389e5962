"""Which column means what, by the texts over it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from smartpns_desktop.domain import competencies
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.exchange.heading_gists import gists_of, known_gists
from smartpns_desktop.exchange.heading_labels import OTHERS, Parts, keys_of, parts_of, readings, whole
from smartpns_desktop.exchange.headings import heading_key, known_headings
from smartpns_desktop.exchange.shared_cells import fields_of, pair_of, part_of
from smartpns_desktop.exchange.split_days import DayPlaces, split_days, texts_over, whole_day

OUTER = "outer_agency"
"""The field of the agency in which a unit stands that has a column of its own."""
_WIDE = frozenset("opd skpd perangkat daerah instansi satuan satker dinas badan".split())
NOTE = "note"
"""The field that several columns may have: what nothing else takes is kept there with its heading."""
REASON = "Alasan"
"""Heading of the column in which we tell why a row was refused; nothing is read from it."""
REFUSAL = "Alasan Ditolak"
"""The same where the kind of sheet has a column Alasan of its own."""
_NUMBERS = frozenset({"no", "no urut", "nomor urut", "nomor", "nourut", "urut"})
_PASSIVE = _NUMBERS | {"jumlah", "total", "jml", REASON.lower(), REFUSAL.lower()}
_SINCE = frozenset({"tmt", "terhitung mulai tanggal"})
_PLANNED, _DONE = "rencana", "realisasi"
"""What stands over columns that tell what was meant to be done, and what was."""
_DAYS = {"grade": "grade_date", "rank": "grade_date", "post": "post_date", "echelon": "post_date"}
_OF_ANYTHING = frozenset({"nomor", "tanggal", "tahun", "tempat"})
"""What one heading says of something together: Nomor dan Tanggal SK, but not Pendidikan / Jurusan."""
_SHORT_FOR = {"no": "nomor", "tgl": "tanggal", "thn": "tahun", "tmp": "tempat"}
_YEAR = re.compile(
    r"(?:(?:kebutuhan|usulan|rencana) )?(?:tahun anggaran |tahun |thn? |ta )?(20\d\d)(?: 0)?(?: (?:orang|org))?"
)
_NAMED_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_YEAR_AND_WORD = re.compile(r"[(\[]?\s*\b(?:tahun|thn?|ta)?\.?\s*(?<!\d)20\d\d(?!\d)\s*[)\]]?", re.IGNORECASE)

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the sheet that we understand: its place (from 0), its meaning, the sender's heading.

    `field` is the column's code name; a year's column carries its year: `heads_2026`. Two fields may share a place
    (`is_shared`): each takes its part of the cell. A day may be `split` over three columns; `index` is the day's.
    """

    index: int
    field: str
    column: Column
    heading: str
    is_shared: bool = False
    split: DayPlaces | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """The places of all columns that tell of the field."""
        return self.split or (self.index,)

    @property
    def name(self) -> str:
        """Under what its values stand: its field, or its heading where that names the thing that it tells of."""
        return self.heading if self.column.each else self.field

    @property
    def is_one_of_many(self) -> bool:
        """Whether a sheet may have several columns of that field."""
        return self.field == NOTE or self.column.each

    def cell(self, row: Sequence[object]) -> object:
        """What a row says of the field."""
        if self.split:
            return whole_day(*(row[place] for place in self.split))
        return part_of(row[self.index], self.field) if self.is_shared else row[self.index]


def mapped_to(index: int, name: str, heading: str, spec: SheetSpec) -> tuple[MappedColumn, ...]:
    """A column that means a field, or those of a pair ("name+nip") that the kind has. KeyError where it has none."""
    fields, own = fields_of(name), {column.field for column in spec.columns}
    known = [it for it in fields if it in own] or fields[:1]
    return tuple(MappedColumn(index, it, spec.column(it), heading, len(fields) > 1) for it in known)


def read_columns(heading: Rows, spec: SheetSpec, below: Rows = ()) -> tuple[tuple[MappedColumn, ...], tuple[str, ...]]:
    """The columns below these rows that the kind knows, and the headings that it does not; `below` proves what stands
    in columns whose headings alone do not tell it."""
    mapped: dict[str, MappedColumn] = {}
    many: list[MappedColumn] = []
    unknown: list[str] = []
    before = ""
    left = {key for key, field in spec.told if not field}
    labels = parts_of(heading)
    first = next((index for index, parts in enumerate(labels) if parts), 0)
    is_done = spec.happened and any(_is_below(_DONE, parts) for parts in labels)
    days = {min(places): places for places in split_days(labels, below)}
    for index, parts in enumerate(labels):
        if any(it.split and index in it.split for it in mapped.values()):
            continue
        if is_done and _is_below(_PLANNED, parts):
            unknown.append(whole(parts))
            continue
        is_numbering = index == first and any(not _NUMBERS.isdisjoint(keys_of(text)) for text in (*parts, whole(parts)))
        if is_numbering or any(heading_key(text) in left for text in readings(parts)):
            continue
        told = parts[1:] if is_done and _is_below(_DONE, parts) else parts
        found = _split_day(days.get(index), labels, spec, before) or _told_by(told, spec, index, before)
        before = found[-1].field if found else before if not parts else ""
        found = _beside_its_agency(found, mapped, spec)
        if found and found[0].is_one_of_many and not _stands_already(found[0], many):
            many += found
        elif found and not any(it.field in mapped and not _gives_way(mapped[it.field], found) for it in found):
            mapped |= {it.field: it for it in found}
        elif parts and not _says_nothing(parts) and not _is_unkept(parts, spec):
            unknown.append(whole(parts))
    columns = sorted([*mapped.values(), *many], key=lambda it: it.index)
    return tuple(columns), tuple(unknown)


def _told_by(parts: Parts, spec: SheetSpec, index: int, before: str) -> tuple[MappedColumn, ...]:
    found = _match(parts, spec, index) or _day_of_neighbour(parts, spec, index, before)
    # A place or a number below a heading that names a day with it is none.
    is_no_day = len(parts) > 1 and _in_full(parts[-1]) in (["tempat"], ["nomor"])
    return () if is_no_day and any(it.column.kind is CellKind.DATE for it in found) else found


def _split_day(
    places: DayPlaces | None, labels: Sequence[Parts], spec: SheetSpec, before: str
) -> tuple[MappedColumn, ...]:
    """The day that three columns tell together, where the texts over them mean one that the kind knows."""
    for parts in texts_over(labels, places) if places else ():
        for it in _told_by(parts, spec, places.day, before) if places else ():
            if it.column.kind is CellKind.DATE:
                return (replace(it, heading=whole(parts), is_shared=False, split=places),)
    return ()


def _is_below(word: str, parts: Parts) -> bool:
    return len(parts) > 1 and word in heading_key(parts[0]).split()


def _stands_already(found: MappedColumn, many: Sequence[MappedColumn]) -> bool:
    return found.column.each and any(it.name == found.name for it in many)


def _gives_way(known: MappedColumn, found: tuple[MappedColumn, ...]) -> bool:
    """Whether a column that names two fields leaves one of them to a column of its own: Nama / NIP beside NIP."""
    return known.is_shared and len(found) == 1


def repeated_headings(
    heading: Rows, columns: Sequence[MappedColumn], spec: SheetSpec
) -> tuple[tuple[int, MappedColumn], ...]:
    """Places (from 0) of columns headed as one that tells rows apart, and that column: NIP again, Nama Diklat 2."""
    labels, read = parts_of(heading), {it.index for it in columns}
    own = {_uncounted(labels[it.index]): it for it in columns if it.field in spec.identifying and labels[it.index]}
    named = ((place, own.get(_uncounted(parts))) for place, parts in enumerate(labels) if parts and place not in read)
    return tuple((place, it) for place, it in named if it is not None)


def _uncounted(parts: Parts) -> str:
    return " ".join(word for word in heading_key(whole(parts)).split() if not (word.isdigit() or set(word) <= {*"ivx"}))


def unkept_headings(heading: Rows, spec: SheetSpec) -> tuple[str, ...]:
    """The headings of columns that sheets of the kind are known to have and of which nothing is stored."""
    return tuple(whole(parts) for parts in parts_of(heading) if parts and _is_unkept(parts, spec))


def _is_unkept(parts: Parts, spec: SheetSpec) -> bool:
    known = {heading_key(it) for it in spec.unkept}
    return any(key in known for text in readings(parts) for key in keys_of(text)) if known else False


def _beside_its_agency(
    found: tuple[MappedColumn, ...], mapped: dict[str, MappedColumn], spec: SheetSpec
) -> tuple[MappedColumn, ...]:
    """Of two columns of agencies, Perangkat Daerah and Unit Kerja, the wider tells in which agency the unit stands."""
    known = mapped.get("agency")
    if known is None or len(found) != 1 or found[0].field != "agency" or OUTER in mapped:
        return found
    wider = [not _WIDE.isdisjoint(heading_key(it.heading).split()) for it in (known, found[0])]
    if wider[0] == wider[1] or not any(column.field == OUTER for column in spec.columns):
        return found
    inner, outer = (found[0], known) if wider[0] else (known, found[0])
    mapped["agency"] = inner
    return mapped_to(outer.index, OUTER, outer.heading, spec)


def _day_of_neighbour(parts: Parts, spec: SheetSpec, index: int, before: str) -> tuple[MappedColumn, ...]:
    """A bare TMT tells from when the grade or the post holds that stands left of it (`before`)."""
    field = _DAYS.get(before, "") if parts and heading_key(parts[-1]) in _SINCE else ""
    known = any(column.field == field for column in spec.columns)
    return mapped_to(index, field, whole(parts), spec) if known else ()


def is_passive(heading: str) -> bool:
    """Whether a column of that heading never says anything about a field: a running number, a sum, our reasons."""
    return not _PASSIVE.isdisjoint(keys_of(heading))


def _says_nothing(parts: Parts) -> bool:
    """Whether a column need not be told: a sum below Kebutuhan is passive as well, a number below SK is not."""
    return is_passive(parts[-1]) and (len(parts) == 1 or _NUMBERS.isdisjoint(keys_of(parts[-1])))


def number_place(heading: Rows) -> int | None:
    """Place of the column of running numbers, `None` where the sheet has none."""
    found = (place for place, parts in enumerate(parts_of(heading)) if not _NUMBERS.isdisjoint(keys_of(whole(parts))))
    return next(found, None)


def reason_heading(spec: SheetSpec) -> str:
    """What the column is called in which we tell why rows of a kind were refused."""
    return REFUSAL if heading_key(REASON) in known_headings(spec) else REASON


def _match(parts: Parts, spec: SheetSpec, index: int) -> tuple[MappedColumn, ...]:
    yearly = _of_a_year(parts, spec)
    if yearly:
        return mapped_to(index, yearly, whole(parts), spec)
    by_key = known_headings(spec)
    if parts and _names_thing(parts, spec):
        return mapped_to(index, _each_field(spec), whole(parts), spec)
    keys = [key for text in readings(parts) for key in keys_of(text)]
    shared_out = _shared_out(parts, by_key) if keys and keys[0] not in by_key else ""
    for key in keys:
        name = shared_out or by_key.get(key) or _year_field(key, spec, by_key.get(heading_key(parts[0]), ""))
        if name:
            return mapped_to(index, name, whole(parts), spec)
    name = next(filter(None, (pair_of(key, by_key) for key in keys)), "") or _by_gist(keys, spec)
    if not name and spec.things and len(parts) > 1 and _below_things(parts):
        name = _each_field(spec)
    return mapped_to(index, name, whole(parts), spec) if name else ()


def _shared_out(parts: Parts, known: Mapping[str, str]) -> str:
    """The field that a text means below one that names it with another: Tanggal below Nomor dan Tanggal SK."""
    above, own = (_in_full(text) for text in (" ".join(parts[:-1]), " ".join(parts[-1:])))
    if len(own) != 1 or own[0] not in _OF_ANYTHING or own[0] not in above or not OTHERS.isdisjoint(above):
        return ""
    tails = (above[-length:] for length in range(1, len(above)))
    keys = (" ".join((*own, *tail)) for tail in tails if own[0] not in tail and [*own, *tail] != above)
    return next((known[key] for key in keys if key in known), "")


def _in_full(text: str) -> list[str]:
    return [_SHORT_FOR.get(word, word) for word in heading_key(text).split()]


def _names_thing(parts: Parts, spec: SheetSpec) -> bool:
    named = spec.things and competencies.meant(competencies.competency_in(whole(parts)), spec.things)
    return bool(named) and not any(heading_key(text) in dict(spec.told) for text in readings(parts))


def _each_field(spec: SheetSpec) -> str:
    return next(column.field for column in spec.columns if column.each)


def _below_things(parts: Parts) -> bool:
    """Whether what stands over a column says that it tells of a competency, whichever it is."""
    name = competencies.competency_in(whole(parts))
    return competencies.stands_over(parts[0]) and competencies.may_be_one(name)


def _of_a_year(parts: Parts, spec: SheetSpec) -> str:
    """The field, with its year, of a heading that names both: SKP 2022, 2022 below Predikat SKP."""
    named = [column.field for column in spec.columns if column.yearly]
    years = {year for text in parts for year in _NAMED_YEAR.findall(text)} if named else set()
    if len(years) != 1 or any(heading_key(text) in dict(spec.told) for text in readings(parts)):
        return ""
    rest = tuple(filter(None, (_YEAR_AND_WORD.sub(" ", text).strip() for text in parts)))
    by_key = known_headings(spec)
    found = (by_key.get(key, "") for text in readings(rest) for key in keys_of(text))
    return next((f"{field}_{years.pop()}" for field in found if field in named), "")


def _by_gist(keys: Sequence[str], spec: SheetSpec) -> str:
    if not spec.subjects:
        return ""
    known = known_gists(spec)
    return next((known[gist] for key in keys for gist in gists_of(key, spec) if gist in known), "")


def _year_field(key: str, spec: SheetSpec, above: str) -> str:
    """The field of a year's column; below the heading of another field stands a section, which is none."""
    year = _YEAR.fullmatch(key)
    yearly = next((column for column in spec.columns if column.kind.is_yearly), None)
    is_section = bool(above) and not spec.column(above).only_read
    return f"{yearly.field}_{year[1]}" if year and yearly and not is_section else ""
