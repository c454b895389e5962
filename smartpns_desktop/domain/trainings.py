"""Trainings: their days, their form, how many lesson hours (JP) the rules credit, and what can be wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.regulations import Method, TrainingForm


def days(start: date | None, end: date | None) -> int:
    """Calendar days of a training, first and last included; 1 if a date is missing or the end comes first."""
    if start is None or end is None:
        return 1
    return max((end - start).days + 1, 1)


def year_of(start: date | None, end: date | None) -> int | None:
    """The year in which a training counts: that of its end, else of its start."""
    counted = end or start
    return counted.year if counted else None


def jp_counted(
    form: TrainingForm | None,
    claimed: Decimal | float | None,
    start: date | None,
    end: date | None,
    *,
    international: bool = False,
    day_count: int | None = None,
) -> float:
    """JP (of 45 minutes) that the rules credit for one training; RULES.md section 4.

    A fixed figure per day, time or semester ignores what is claimed. Claimed JP are capped at the daily limit
    times the days, then raised by the form's share abroad. Where no form is known the claim stands; where
    nothing is claimed either, 0. `day_count` is on how many days it was held, where not on all from start to end.
    """
    held = min(day_count or days(start, end), days(start, end))
    asked = Decimal(0) if claimed is None else Decimal(str(claimed))
    if form is None:
        return float(asked)
    if form.method is not Method.AS_CLAIMED:
        times = held if form.method is Method.PER_DAY else 1
        return float(times * (_fixed(form, international=international) or Decimal(0)))
    limit = _daily_limit(form, international=international)
    if limit is not None:
        asked = min(asked, limit * held)
    return float(asked * (1 + form.international_extra) if international else asked)


def _fixed(form: TrainingForm, *, international: bool) -> Decimal | None:
    abroad = form.international if international else None
    return form.national if abroad is None else abroad


def _daily_limit(form: TrainingForm, *, international: bool) -> Decimal | None:
    abroad = form.daily_limit_international if international else None
    return form.daily_limit if abroad is None else abroad


# The form that a name tells first; where two begin at one place, the earlier line wins.
_WORDS = {
    "A1": r"tugas belajar|izin belajar",
    "B10": r"bimbingan teknis|bim ?tek|bintek",
    "C12": r"bimbingan di tempat kerja|on the job training|ojt",
    "B11": r"sosialisasi|diseminasi|penyuluhan",
    "B9": r"penataran",
    "B8": r"kursus|short course",
    "B7": r"work ?shop|loka ?karya",
    "B6": r"seminar|webinar|konferensi|conference|sarasehan|simposium|symposium|talk ?show",
    "B5": r"sosial kultural|sosial dan kultural|sosio ?kultural|sosiokultural",
    "B4": r"fungsional",
    "B3": r"teknis",
    "B1": r"(?:diklat ?)?pim (?:tk|tingkat|i{1,3}|iv)|diklatpim|kepemimpinan|struktural|pk[anp]|spamen|spama"
    r"|sepadya|sepala|sepati|sespa|adum",
    "B2": r"manajerial|manajemen dasar",
    "C1": r"coaching",
    "C2": r"mentoring",
    "C3": r"e ?learning|moocs?|lms|pembelajaran elektronik",
    "C4": r"jarak jauh|pjj|distance learning",
    "C5": r"detasering|secondment",
    "C6": r"out ?bou?nd|alam terbuka",
    "C7": r"patok banding|benchmark(?:ing)?|studi banding|study banding|kaji banding",
    "C8": r"pertukaran",
    "C9": r"belajar mandiri",
    "C10": r"komunitas belajar|community of practice",
    "C11": r"magang|prak(?:tik|tek) kerja",
}
_FORM = re.compile("|".join(rf"(?P<{code}>\b(?:{words})\b)" for code, words in _WORDS.items()))


def form_of(text: str, forms: Mapping[str, TrainingForm]) -> str | None:
    """The code of the form that a text means, None where it tells none or the form is not in force.

    `forms` are those in force by code. Read are codes (B6), SIASN's jenis diklat 1 to 10, the forms' names
    and telling words in a training's name (Seminar Nasional …, Bimtek …, Pelatihan Kepemimpinan Pengawas).
    """
    bare = text.strip().removesuffix(".0")
    if bare.upper() in forms:
        return bare.upper()
    if bare.isascii() and bare.isdigit():
        kind = str(int(bare))
        return next((code for code, form in forms.items() if form.siasn_kind == kind), None)
    told = _form_told(text)
    if told in forms:
        return told
    name = fold(text)
    return next((code for code, form in forms.items() if fold(form.name) == name), None) if name else None


_NAMES = re.compile(r"\b(?:pelatihan|diklat|latsar|prajabatan|sertifikasi)\b")


def names_training(text: str) -> bool:
    """Whether a text can be the name of a training: it tells a form (Bimtek …), or says that it is one."""
    return _form_told(text) is not None or _NAMES.search(fold(text)) is not None


@lru_cache(maxsize=8192)
def _form_told(text: str) -> str | None:
    match = _FORM.search(fold(text))
    return match.lastgroup if match else None


def problems(values: Mapping[str, object], forms: Mapping[str, TrainingForm]) -> tuple[Problem, ...]:
    """What is wrong with the fields of one training, `column` being the field; `forms` are those in force.

    Rejecting: no person, no name, a date that is none, JP that are no number or below 0. Told only: an unknown
    form (the claim then stands), an end before the start.
    """
    return (*_faulty_values(values), *_doubts(values, forms))


def _faulty_values(values: Mapping[str, object]) -> Iterator[Problem]:
    for name in ("employee_id", "name"):
        if not values.get(name):
            yield Problem("value.missing", column=name)
    for name in ("start_date", "end_date", "certificate_date"):
        day = values.get(name)
        if day is not None and not isinstance(day, date):
            yield Problem("date.unreadable", column=name, value=str(day))
    jp = values.get("jp")
    if jp is not None and not (isinstance(jp, int | float | Decimal) and jp >= 0):
        yield Problem("value.not_a_quantity", column="jp", value=str(jp))


def _doubts(values: Mapping[str, object], forms: Mapping[str, TrainingForm]) -> Iterator[Problem]:
    form, start, end = (values.get(name) for name in ("form_code", "start_date", "end_date"))
    if form and form not in forms:
        yield Problem("training.form_unknown", column="form_code", value=str(form))
    if isinstance(start, date) and isinstance(end, date) and end < start:
        yield Problem("training.ends_before_start", column="end_date", value=end.isoformat())
