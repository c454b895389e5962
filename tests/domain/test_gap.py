"""People held against what a post asks: tables worked out by hand, and that more trainings never open a gap."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.experience import Held, levels_of, months_at
from smartpns_desktop.domain.gap import Degree, Facts, Finding, Proof, Reason, Standard, Verdict, judge
from smartpns_desktop.domain.months import add_months, months_between
from smartpns_desktop.domain.programme_likeness import Fit, fits
from smartpns_desktop.domain.requirements import SERVICE, Requirement, RequirementKind
from smartpns_desktop.domain.training_likeness import answers, core

TODAY = date(2026, 6, 30)
TRAINING, CERTIFICATE = RequirementKind.TRAINING, RequirementKind.CERTIFICATE
PROGRAMME, EXPERIENCE, COMPETENCY = RequirementKind.PROGRAMME, RequirementKind.EXPERIENCE, RequirementKind.COMPETENCY


def asks(*items: Requirement, level: str | None = None) -> Standard:
    return Standard(level, items)


def only(standard: Standard, facts: Facts, on: date = TODAY) -> Finding:
    (finding,) = judge(standard, facts, on)
    return finding


def verdict(standard: Standard, facts: Facts, on: date = TODAY) -> Verdict:
    return only(standard, facts, on).verdict


@pytest.mark.parametrize(
    ("degrees", "expected", "reason"),
    [
        ((), Verdict.UNCLEAR, Reason.NO_EDUCATION),
        ((Degree("30"),), Verdict.MISSING, Reason.TOO_LOW),
        ((Degree("40"),), Verdict.MET, Reason.ENOUGH),
        ((Degree("35"),), Verdict.MET, Reason.ENOUGH),
        ((Degree("15"), Degree("45")), Verdict.MET, Reason.ENOUGH),
        ((Degree("40", since=date(2026, 7, 1)), Degree("30")), Verdict.MISSING, Reason.TOO_LOW),
        ((Degree("40", since=TODAY),), Verdict.MET, Reason.ENOUGH),
    ],
)
def test_the_level_of_education(degrees: tuple[Degree, ...], expected: Verdict, reason: Reason) -> None:
    finding = only(asks(level="40"), Facts(degrees))
    assert (finding.verdict, finding.reason) == (expected, reason)


@pytest.mark.parametrize(
    ("asked", "degrees", "expected", "reason"),
    [
        (("Hukum",), (Degree("40", "S-1 Ilmu Hukum"),), Verdict.MET, Reason.ENOUGH),
        (("Hukum", "Akuntansi"), (Degree("40", "S-1 Akuntansi"),), Verdict.MET, Reason.ENOUGH),
        (("Hukum",), (Degree("40", "S-1 Manajemen"),), Verdict.MISSING, Reason.OTHER_PROGRAMME),
        (("Hukum atau yang relevan",), (Degree("40", "S-1 Manajemen"),), Verdict.UNCLEAR, Reason.PROGRAMME_VAGUE),
        (("Semua jurusan",), (Degree("40", "S-1 Manajemen"),), Verdict.MET, Reason.ENOUGH),
        (("Hukum",), (Degree("40"),), Verdict.UNCLEAR, Reason.NO_PROGRAMME),
        (("Hukum",), (), Verdict.UNCLEAR, Reason.NO_EDUCATION),
        (("Hukum",), (Degree("30", "D-III Hukum"),), Verdict.MISSING, Reason.TOO_LOW),
        (("Hukum",), (Degree("40", "S-1 Manajemen"), Degree("45", "S-2 Hukum")), Verdict.MET, Reason.ENOUGH),
    ],
)
def test_one_of_the_programmes_of_a_degree_that_is_high_enough(
    asked: tuple[str, ...], degrees: tuple[Degree, ...], expected: Verdict, reason: Reason
) -> None:
    found = judge(asks(*(Requirement(PROGRAMME, name) for name in asked), level="40"), Facts(degrees), TODAY)
    assert (found[1].kind, found[1].verdict, found[1].reason) == (PROGRAMME, expected, reason)


PKA = Requirement(TRAINING, "Pelatihan Kepemimpinan Administrator")
SAFETY = Requirement(TRAINING, "Pelatihan K3", validity=24)


@pytest.mark.parametrize(
    ("asked", "held", "expected", "reason"),
    [
        (PKA, (), Verdict.MISSING, Reason.NOT_HELD),
        (PKA, (Proof("Diklat PIM Tk. III Angkatan II", date(2015, 5, 1)),), Verdict.MET, Reason.HELD),
        (PKA, (Proof("PIM IV", date(2015, 5, 1)),), Verdict.MISSING, Reason.NOT_HELD),
        (PKA, (Proof("PKA", date(2026, 7, 1)),), Verdict.MISSING, Reason.NOT_HELD),
        (PKA, (Proof("PKA"),), Verdict.MET, Reason.HELD),
        (SAFETY, (Proof("Pelatihan K3 Umum", date(2026, 1, 1)),), Verdict.MET, Reason.HELD),
        (SAFETY, (Proof("Pelatihan K3", date(2024, 6, 29)),), Verdict.EXPIRED, Reason.ENDED),
        (SAFETY, (Proof("Pelatihan K3", date(2024, 6, 30)),), Verdict.SOON, Reason.ENDS),
        (SAFETY, (Proof("Pelatihan K3", date(2024, 9, 28)),), Verdict.SOON, Reason.ENDS),
        (SAFETY, (Proof("Pelatihan K3", date(2024, 9, 29)),), Verdict.MET, Reason.HELD),
        (SAFETY, (Proof("Pelatihan K3"),), Verdict.UNCLEAR, Reason.NO_DATE),
        (SAFETY, (Proof("K3", date(2020, 1, 1)), Proof("K3", date(2026, 1, 1))), Verdict.MET, Reason.HELD),
        (Requirement(TRAINING, "Diklat teknis"), (Proof("Diklat teknis"),), Verdict.UNCLEAR, Reason.NOT_NAMED),
        (Requirement(TRAINING, "Kearsipan"), (Proof("Webinar Kearsipan"),), Verdict.MISSING, Reason.NOT_HELD),
    ],
)
def test_trainings(asked: Requirement, held: tuple[Proof, ...], expected: Verdict, reason: Reason) -> None:
    finding = only(asks(asked), Facts(trainings=held))
    assert (finding.verdict, finding.reason) == (expected, reason)


def test_certificates_are_looked_for_among_certificates_and_end_by_themselves() -> None:
    asked = asks(Requirement(CERTIFICATE, "Sertifikasi Pengadaan Barang/Jasa"))
    proof = Proof("Ahli Pengadaan Barang dan Jasa", date(2024, 1, 1), date(2026, 1, 1))
    assert verdict(asked, Facts(trainings=(proof,))) is Verdict.MISSING
    assert verdict(asked, Facts(certificates=(proof,))) is Verdict.EXPIRED
    assert verdict(asked, Facts(certificates=(proof,)), date(2025, 12, 1)) is Verdict.SOON
    assert verdict(asked, Facts(certificates=(proof,)), date(2025, 1, 1)) is Verdict.MET


SUPERVISOR, CLERK = frozenset({"PWS"}), frozenset({"PEL"})


@pytest.mark.parametrize(
    ("posts", "expected", "months"),
    [
        ((), Verdict.UNCLEAR, None),
        ((Held(date(2024, 6, 30), SUPERVISOR),), Verdict.MET, 24),
        ((Held(date(2024, 7, 1), SUPERVISOR),), Verdict.MISSING, 23),
        ((Held(date(2020, 1, 1), SUPERVISOR), Held(date(2021, 1, 1), CLERK)), Verdict.MISSING, 12),
        ((Held(date(2020, 1, 1), SUPERVISOR), Held(date(2021, 1, 1), frozenset({"ADM"}))), Verdict.MET, 77),
        ((Held(None, SUPERVISOR),), Verdict.UNCLEAR, None),
        ((Held(None, SUPERVISOR), Held(date(2024, 1, 1), SUPERVISOR)), Verdict.MET, 29),
        ((Held(date(2026, 7, 1), SUPERVISOR),), Verdict.MISSING, 0),
    ],
)
def test_experience_in_posts_of_a_level(posts: tuple[Held, ...], expected: Verdict, months: int | None) -> None:
    asked = Requirement(EXPERIENCE, "2 tahun pengawas", months=24, post_level="PWS")
    finding = only(asks(asked), Facts(posts=posts))
    assert (finding.verdict, finding.facts.get("months")) == (expected, months)


def test_experience_in_service_and_what_people_must_judge() -> None:
    years = Requirement(EXPERIENCE, "4 tahun", months=48, post_level=SERVICE)
    assert verdict(asks(years), Facts(entered=date(2022, 6, 30))) is Verdict.MET
    assert verdict(asks(years), Facts(entered=date(2022, 7, 1))) is Verdict.MISSING
    assert verdict(asks(years), Facts()) is Verdict.UNCLEAR
    assert verdict(asks(Requirement(EXPERIENCE, "bidang hukum", months=24)), Facts()) is Verdict.UNCLEAR
    assert only(asks(Requirement(COMPETENCY, "Integritas", level=3)), Facts()).reason is Reason.NOT_ASSESSED


def test_findings_stand_in_the_order_of_what_is_asked() -> None:
    standard = asks(Requirement(PROGRAMME, "Hukum"), PKA, Requirement(PROGRAMME, "Ekonomi"), SAFETY, level="40")
    found = judge(standard, Facts(), TODAY)
    assert [(it.kind, it.name, it.place) for it in found] == [
        ("education", "40", -1),
        ("programme", "Hukum; Ekonomi", -1),
        ("training", PKA.name, 1),
        ("training", SAFETY.name, 3),
    ]


@pytest.mark.parametrize(
    ("asked", "held", "expected"),
    [
        ("PKP", "Diklatpim Tk. IV", True),
        ("Diklat Kepemimpinan Tingkat IV", "Pelatihan Kepemimpinan Pengawas Angkatan 3", True),
        ("SPAMA", "PKA", True),
        ("Pelatihan Kepemimpinan Nasional Tingkat II", "Diklat PIM II", True),
        ("PIM II", "PIM III", False),
        ("Diklat Kepemimpinan", "PKP", True),
        ("Diklat JF Analis Kebijakan", "Pelatihan Fungsional Analis Kebijakan", True),
        ("Pelatihan Fungsional Analis Kebijakan", "Bimtek Analis Kebijakan", False),
        ("Seminar Kearsipan", "Seminar Nasional Kearsipan 2024", True),
        ("Manajemen Risiko", "Manajemen", False),
    ],
)
def test_names_of_one_training(asked: str, held: str, expected: bool) -> None:
    assert answers(asked, held) is expected


@pytest.mark.parametrize(
    ("accepted", "programme", "expected"),
    [
        ("Hukum/Administrasi Negara", "S-1 Administrasi Negara", Fit.YES),
        ("Teknik Sipil", "S-1 Teknik", Fit.NO),
        ("S-1 Teknik Informatika", "Teknik Informatika", Fit.YES),
        ("Ilmu sosial dan bidang lain yang relevan", "S-1 Kebidanan", Fit.VAGUE),
    ],
)
def test_programmes_by_their_words(accepted: str, programme: str, expected: Fit) -> None:
    assert fits([accepted], programme) is expected


def test_levels_of_posts() -> None:
    assert levels_of("1", "22", None) == {"JPT"}
    assert levels_of("1", "32", None) == {"ADM"}
    assert levels_of("1", "42", None) == {"PWS"}
    assert levels_of("2", "99", "MU") == {"MU"}
    assert levels_of("4", "99", "TR") == {"PEL"}
    assert levels_of(None, None, None) == frozenset()


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_months_there_are_months_back(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


WORDS = ["K3", "Kearsipan", "PIM", "III", "Pelatihan", "Webinar", "Diklat", "Teknis", "Analis"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
PROOFS = st.builds(
    Proof, NAMES, st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.none() | st.dates(date(2015, 1, 1))
)
ITEMS = st.builds(Requirement, st.sampled_from([TRAINING, CERTIFICATE]), NAMES, validity=st.none() | st.integers(1, 60))
RANK = list(Verdict)


@given(st.lists(ITEMS, max_size=4), st.lists(PROOFS, max_size=5), PROOFS, st.booleans())
def test_more_trainings_and_certificates_never_open_a_gap(
    items: list[Requirement], held: list[Proof], more: Proof, trained: bool
) -> None:
    before = judge(Standard(None, items), Facts(trainings=held, certificates=held), TODAY)
    extra = Facts(trainings=[*held, more], certificates=held) if trained else Facts((), held, [*held, more])
    for old, new in zip(before, judge(Standard(None, items), extra, TODAY), strict=True):
        assert RANK.index(new.verdict) <= RANK.index(old.verdict)


@given(NAMES, NAMES)
def test_a_training_answers_itself_where_its_name_says_anything(asked: str, held: str) -> None:
    assert answers(asked, asked) is bool(core(asked))
    if answers(asked, held):
        assert core(asked) <= core(held)


@given(
    st.lists(
        st.tuples(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.booleans()), max_size=6, unique_by=lambda it: it[0]
    )
)
def test_time_in_posts_is_never_longer_than_the_time_there_was(rows: list[tuple[date, bool]]) -> None:
    posts = [Held(day, SUPERVISOR if counts else CLERK) for day, counts in rows]
    months = months_at(posts, "PWS", TODAY)
    begun = [day for day, _ in rows if day <= TODAY]
    assert months is None if not rows else 0 <= (months or 0) <= (months_between(min(begun), TODAY) if begun else 0)
