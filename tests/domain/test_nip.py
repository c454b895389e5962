"""NIP: a hundred wrong ones named correctly, spellings cleaned, disagreements found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.nip import NipFault

SOUND = (
    "198609262015051001",  # PNS, man (the example of RULES.md 1.1)
    "197209182004122001",  # PNS, woman
    "197211192023211001",  # PPPK, man
    "197312242023212002",  # PPPK, woman
    "200002292023091001",  # born on a leap day
    "197603162007121977",
    "199010102015101002",
    "196509011986031010",
    "198807072019011999",
    "199912312020011003",
    "195001011970011004",
    "197001011995292001",
    "198504252009042001",
)


def _replace(at: int, digits: str) -> Callable[[str], str]:
    return lambda sound: sound[: at - 1] + digits + sound[at - 1 + len(digits) :]


WRONG_KINDS: dict[str, tuple[Callable[[str], str], NipFault]] = {
    "a digit too few": (lambda sound: sound[:-1], NipFault("nip.not_18_digits")),
    "a digit too many": (lambda sound: sound + "1", NipFault("nip.not_18_digits")),
    "no such birthday": (_replace(5, "1332"), NipFault("nip.impossible", "birth_date")),
    "appointed as a child": (_replace(9, "1945"), NipFault("nip.impossible", "year")),
    "no such month": (_replace(13, "13"), NipFault("nip.impossible", "month")),
    "no such sex": (_replace(15, "3"), NipFault("nip.impossible", "sex")),
    "three digits lost": (_replace(16, "000"), NipFault("nip.damaged")),
    "shown by Excel": (lambda sound: f"{float(sound):.14E}", NipFault("nip.damaged")),
}
WRONG = [(kind, wrong(sound), fault) for kind, (wrong, fault) in WRONG_KINDS.items() for sound in SOUND]


def test_a_hundred_wrong_nips_of_eight_kinds_are_named() -> None:
    assert len(WRONG) >= 100
    assert len(WRONG_KINDS) == 8
    misnamed = [(kind, text) for kind, text, fault in WRONG if nip.fault(nip.clean(text)) != fault]
    assert misnamed == []


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_nip_has_no_fault(text: str) -> None:
    assert nip.fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", NipFault("nip.not_18_digits")),
        ("tidak ada", NipFault("nip.not_18_digits")),
        ("19860926201505100A", NipFault("nip.not_18_digits")),
        ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", NipFault("nip.not_18_digits")),
        ("1,976E+17", NipFault("nip.damaged")),
        ("1.97603162007121e+17", NipFault("nip.damaged")),
        ("197603162007120992.0", NipFault("nip.damaged")),
        ("197603162007120992", NipFault("nip.damaged")),  # what int() makes of 1.97603162007121E+17
        ("000109262015051001", NipFault("nip.impossible", "birth_date")),
        ("198502292015051001", NipFault("nip.impossible", "birth_date")),
        ("198609262001051001", None),
        ("192001011944011001", NipFault("nip.impossible", "year")),
        ("192001011945011001", None),
        ("198609262000051001", NipFault("nip.impossible", "year")),
        ("198609262101051001", NipFault("nip.impossible", "year")),
        ("198609262015001001", NipFault("nip.impossible", "month")),
        ("198609262015201001", NipFault("nip.impossible", "month")),
        ("198609262015301001", NipFault("nip.impossible", "month")),
        ("198609262015050001", NipFault("nip.impossible", "sex")),
    ],
)
def test_faults_at_the_edges(text: str, fault: NipFault | None) -> None:
    assert nip.fault(text) == fault


@pytest.mark.parametrize(
    "text",
    [
        "198609262015051001",
        "19860926 201505 1 001",
        "'198609262015051001",
        " 198609262015051001\n",
        "19860926\u00a0201505\u00a01\u00a0001",
        "\ufeff19860926\u200b2015051001",
        "19860926.201505.1.001",
        "19860926-201505-1-001",
        "NIP. 19860926 201505 1 001",
        "NIP : 198609262015051001",
        "nip 198609262015051001",
        "NI PPPK 198609262015051001",
        "１９８６０９２６２０１５０５１００１",
        "198609262O1505100l",
        "I98609262015O51OO1",
    ],
)
def test_spellings_of_one_nip(text: str) -> None:
    assert nip.clean(text) == "198609262015051001"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("9860926 2O1505 1 001", "98609262O15051001"),
        ("1.97603162007121E+17", "1.97603162007121E+17"),
        ("197603162007120992.0", "197603162007120992.0"),
        ("NIP", ""),
    ],
)
def test_what_is_no_nip_is_not_made_into_one(text: str, cleaned: str) -> None:
    assert nip.clean(text) == cleaned


def test_parts_of_a_pns_and_of_a_pppk() -> None:
    assert nip.parts("197209182004122001") == nip.NipParts(date(1972, 9, 18), 2004, 12, Sex.F, "001", is_pppk=False)
    assert nip.parts("197211192023211002") == nip.NipParts(date(1972, 11, 19), 2023, None, Sex.M, "002", is_pppk=True)


def test_parts_of_no_nip_are_refused() -> None:
    with pytest.raises(ValueError, match="19861332"):
        nip.parts("198613322015051001")


@pytest.mark.parametrize(
    ("number", "record", "codes"),
    [
        ("197209182004122001", {}, ()),
        ("197209182004122001", {"birth_date": date(1972, 9, 18), "sex": Sex.F}, ()),
        ("197209182004122001", {"start_date": date(2004, 12, 31), "kind": EmployeeKind.CPNS}, ()),
        ("197209182004122001", {"birth_date": date(1972, 9, 19)}, ("nip.birth_date_differs",)),
        ("197209182004122001", {"sex": Sex.M}, ("nip.sex_differs",)),
        ("197209182004122001", {"start_date": date(2004, 11, 1)}, ("nip.start_differs",)),
        ("197209182004122001", {"start_date": date(2005, 12, 1)}, ("nip.start_differs",)),
        ("197209182004122001", {"kind": EmployeeKind.PPPK}, ("nip.kind_differs",)),
        ("197211192023211001", {"start_date": date(2023, 5, 1), "kind": EmployeeKind.PPPK}, ()),
        ("197211192023211001", {"start_date": date(2022, 5, 1)}, ("nip.start_differs",)),
        ("197211192023211001", {"kind": EmployeeKind.PNS}, ("nip.kind_differs",)),
    ],
)
def test_disagreements_with_the_record(number: str, record: dict[str, object], codes: tuple[str, ...]) -> None:
    assert nip.disagreements(nip.parts(number), **record) == codes  # type: ignore[arg-type]


@given(
    birth=st.dates(date(1950, 1, 1), date(2005, 12, 31)),
    start=st.dates(date(2000, 1, 1), date(2026, 12, 31)),
    sex=st.sampled_from(Sex),
    off=st.sampled_from(["", "birth_date", "start_date", "sex"]),
)
def test_what_spells_a_nip_disagrees_with_it_in_nothing(birth: date, start: date, sex: Sex, off: str) -> None:
    number = f"{birth:%Y%m%d}{start:%Y%m}{1 if sex is Sex.M else 2}001"
    record: dict[str, Any] = {"birth_date": birth, "start_date": start, "sex": sex}
    others: dict[str, Any] = {"birth_date": birth + timedelta(1), "start_date": start + timedelta(31), "sex": None}
    assert nip.is_spelled_by(number, **record)
    assert nip.disagreements(nip.parts(number), **record, kind=EmployeeKind.PNS) == ()
    if off:
        assert not nip.is_spelled_by(number, **record | {off: others[off]})


def test_all_disagreements_are_told_together() -> None:
    told = nip.disagreements(
        nip.parts("197209182004122001"),
        birth_date=date(1980, 1, 1),
        sex=Sex.M,
        start_date=date(2023, 1, 1),
        kind=EmployeeKind.PPPK,
    )
    assert told == (
        "nip.birth_date_differs",
        "nip.sex_differs",
        "nip.start_differs",
        "nip.kind_differs",
    )


def test_shown_in_groups() -> None:
    assert nip.show("198501012010011001") == "19850101 201001 1 001"
    assert nip.show("bukan NIP") == "bukan NIP"


@st.composite
def sound_nips(draw: st.DrawFn) -> str:
    birth = draw(st.dates(date(1931, 1, 1), date(2010, 12, 31)))
    year = draw(st.integers(birth.year + 15, 2099))
    month = draw(st.sampled_from([f"{month:02}" for month in (*range(1, 13), *range(21, 30))]))
    return f"{birth:%Y%m%d}{year}{month}{draw(st.sampled_from('12'))}{draw(st.integers(1, 983)):03}"


@given(sound_nips())
def test_every_nip_made_by_the_rules_is_sound_and_reads_back(number: str) -> None:
    assert nip.fault(number) is None
    told = nip.parts(number)
    assert f"{told.birth_date:%Y%m%d}{told.start_year}" == number[:12]
    assert nip.clean(nip.show(number)) == number
    assert nip.disagreements(told, birth_date=told.birth_date, sex=told.sex) == ()


@given(st.text() | st.from_regex(r"[NIPnip.' \-0-9OolIE+,]{0,30}", fullmatch=True))
def test_cleaning_twice_is_cleaning_once_and_never_fails(text: str) -> None:
    cleaned = nip.clean(text)
    assert nip.clean(cleaned) == cleaned
    fault = nip.fault(cleaned)
    assert fault is None or fault.code.startswith("nip.")


@pytest.mark.parametrize(
    ("damaged", "begun"),
    [
        ("1.98504252010121E+17", {"198504252010121"}),
        ("1,98504252010121e+17", {"198504252010121"}),
        ("198504252010121000", {"198504252010121", "198504252010120"}),
        ("198504252010120992", {"198504252010121", "198504252010120"}),
        ("1.9850425201012099e+17", {"198504252010121", "198504252010120"}),
        ("198504252010121003.0", {"198504252010121", "198504252010120"}),
        ("1,98504E+17", {"19850"}),
        ("1,985E+17", set()),
        ("2E+17", set()),
        ("1.98504252010121E+16", set()),
        ("131567890", set()),
        ("honorer", set()),
        ("", set()),
    ],
)
def test_what_is_left_of_a_damaged_nip(damaged: str, begun: set[str]) -> None:
    assert nip.beginnings(damaged) == begun


@given(st.integers(1, 975), st.integers(1950, 1999), st.integers(1, 12), st.integers(1, 28), st.sampled_from("12"))
def test_the_beginning_of_any_nip_survives_excel_and_floats(
    serial: int, year: int, month: int, day: int, sex: str
) -> None:
    whole = f"{year}{month:02}{day:02}202001{sex}{serial:03}"
    cut = float(int(whole[:15]) * 1000)
    for left in (repr(cut), f"{cut:.14E}", str(int(cut)), repr(float(whole)), str(int(float(whole)))):
        assert whole[:15] in nip.beginnings(left)


def test_a_float_is_recognised_by_chance_in_one_of_32() -> None:
    sound = [f"{day:08}2020011{serial:03}" for day in (19850312, 19770801) for serial in range(1, 961)]
    assert sum(map(nip.may_be_rounded, sound)) == len(sound) / 32
    assert {it[15:] for it in sound if nip.is_likely_rounded(it)} <= {"008", "016"}
