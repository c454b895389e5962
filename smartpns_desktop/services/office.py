"""Whose data this is: the office that works with the program, and its city or regency."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from db import Database, Reader
from db.queries import batches, settings
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.words import office as words

_PROFILE = "office.profile"


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """An office as its window and its prints name it.

    `region` goes without the word before it, `region_kind` is one of `words.office.REGION_KINDS`; `sample` says
    that the people in the store are invented.
    """

    office: str = ""
    region: str = ""
    region_kind: str = "city"
    province: str = ""
    sample: bool = False

    @property
    def place(self) -> str:
        """The region with the word before it: Kota Nusa Jaya; empty where nobody has told it."""
        return words.place(self.region_kind, self.region)


SAMPLE = OfficeProfile("BKPSDM", "Nusa Jaya", "city", "Nusa Raya", sample=True)
"""The office of the invented city, while nobody has told another one."""


class OfficeService:
    """Keeps the profile of the office among the settings, outside the journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def profile(self) -> OfficeProfile:
        """The profile as it was saved, else that of the invented city where its data stand, else an empty one."""
        with self._database.read() as reader:
            return profile_in(reader)

    def is_set_up(self) -> bool:
        """Whether the office has a name, its own or the invented city's."""
        return bool(self.profile().office)

    def problems(self, profile: OfficeProfile) -> tuple[Problem, ...]:
        """What is missing in a profile, `column` being the field."""
        return tuple(_problems(_without_word(profile)))

    def save(self, profile: OfficeProfile) -> None:
        """Keep a profile; the word before a region's name becomes its kind.

        Raises `CannotDo("record.rejected")` and the store's errors."""
        profile = _without_word(profile)
        problems = self.problems(profile)
        if problems:
            from smartpns_desktop.words.problems import say
            from smartpns_desktop.words.sentences import lower_first

            columns = ", ".join(words.FIELDS[it.column] for it in problems)
            codes = ", ".join(dict.fromkeys(it.code for it in problems))
            detail = " ".join(f"{words.FIELDS[it.column]}: {lower_first(say(it))}" for it in problems)
            raise CannotDo("record.rejected", columns=columns, codes=codes, detail=detail, name="ini")
        told = {name: value for name, value in asdict(profile).items() if name != "sample"}
        tidy = {name: " ".join(value.split()) for name, value in told.items()}
        with self._database.maintain() as writer:
            settings.put(writer, _PROFILE, json.dumps(tidy, ensure_ascii=False))


def region_of(reader: Reader) -> str:
    """The office's city or regency without the word before it, "" where nobody has told it."""
    return profile_in(reader).region


def region_kind_of(reader: Reader) -> str:
    """What kind of region the office's is: city, regency or province."""
    return profile_in(reader).region_kind


def profile_in(reader: Reader) -> OfficeProfile:
    """The profile that a store keeps, as `OfficeService.profile` explains it."""
    stored, sample = settings.get(reader, _PROFILE), _holds_sample(reader)
    if stored is not None:
        return replace(OfficeProfile(**json.loads(stored)), sample=sample)
    return SAMPLE if sample else OfficeProfile()


def _without_word(profile: OfficeProfile) -> OfficeProfile:
    kind, region = words.split_place(profile.region)
    return replace(profile, region_kind=kind or profile.region_kind, region=region)


def _problems(profile: OfficeProfile) -> Iterator[Problem]:
    for name in ("office", "region"):
        if not getattr(profile, name).strip():
            yield Problem("value.missing", column=name)
    if profile.region_kind not in words.REGION_KINDS:
        yield Problem("value.not_in_list", column="region_kind", value=profile.region_kind)


def _holds_sample(reader: Reader) -> bool:
    """Whether the invented city was put in and not taken back."""
    return batches.stands(reader, "demo")
