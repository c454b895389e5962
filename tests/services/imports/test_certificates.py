"""Sheets of certificates and contracts in the styles of offices, and what of them is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.words.problems import say
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, nip, notices, reconciles, refused, warned

SITI, BUDI = nip(1), nip(2)
CERTIFICATES: list[Cell] = ["NIP", "Nama", "Nama Sertifikat", "Nomor Sertifikat", "Tanggal Terbit", "Berlaku Sampai"]
CONTRACTS: list[Cell] = ["NIP", "Nama", "Mulai Kontrak", "Akhir Kontrak"]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah, born in 1985, and Budi Santoso."""
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Tanggal Lahir"],
        [SITI, "Siti Aminah", date(1985, 3, 12)],
        [BUDI, "Budi Santoso", None],
    ]
    imported(app, sheet(rows, "people.xlsx"))
    return app


def told(app: App, kind: str, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in fields) for row in listed(app, kind)]


STYLES: dict[str, list[list[Cell]]] = {
    "ours": [
        CERTIFICATES,
        [SITI, "Siti Aminah", "PBJ Level-1", "7/2024", date(2024, 5, 2), date(2027, 5, 1)],
    ],
    "an office's recap": [
        ["REKAPITULASI SERTIFIKASI KOMPETENSI PEGAWAI"],
        ["DINAS KESEHATAN TAHUN 2026"],
        [],
        [
            "No.",
            "Nama Pegawai",
            "NIP",
            "Jenis Sertifikasi",
            "No. Sertifikat",
            "LSP",
            "Tgl. Sertifikat",
            "Masa Berlaku s.d.",
        ],
        [1, "Siti Aminah", SITI, "PBJ Level-1", "7/2024", "LKPP", "2 Mei 2024", "1 Mei 2027"],
    ],
    "with words of its own": [
        ["Nama", "NIP Pegawai", "Skema Sertifikasi", "Nomor Registrasi", "Tanggal Penerbitan", "Tanggal Kadaluarsa"],
        ["Siti Aminah", SITI, "PBJ Level-1", "7/2024", "02/05/2024", "13/05/2027"],
    ],
}


@pytest.mark.parametrize("style", STYLES)
def test_certificates_are_known_by_their_last_day(staffed: App, sheet: SheetWriter, style: str) -> None:
    plan = imported(staffed, sheet(STYLES[style]))
    assert (plan.kind, counts(plan), reconciles(plan)) == ("certificates", {"new": 1}, True)
    (row,) = listed(staffed, "certificates")
    assert (row["nip"], row["name"], row["number"], row["issued_on"]) == (
        SITI, "PBJ Level-1", "7/2024", date(2024, 5, 2),
    )  # fmt: skip
    assert row["valid_until"] in (date(2027, 5, 1), date(2027, 5, 13))
    assert counts(imported(staffed, sheet(STYLES[style]))) == {"same": 1}


def test_a_later_sheet_changes_the_last_day(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [SITI, "Siti Aminah", "PBJ Level-1", "7/2024", date(2024, 5, 2), date(2027, 5, 1)]
    imported(staffed, sheet([CERTIFICATES, row]))
    plan = imported(staffed, sheet([CERTIFICATES, [*row[:5], date(2029, 5, 1)]]))
    assert counts(plan) == {"changed": 1}
    assert told(staffed, "certificates", "valid_until") == [(date(2029, 5, 1),)]


def test_bad_certificates_are_refused(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        CERTIFICATES,
        [SITI, "Siti Aminah", None, "1", date(2024, 1, 1), date(2027, 1, 1)],
        [SITI, "Siti Aminah", "PBJ", "2", date(2024, 1, 1), date(2023, 1, 1)],
        [SITI, "Siti Aminah", "PBJ", "3", date(1980, 1, 1), date(2027, 1, 1)],
        [SITI, "Siti Aminah", "PBJ", "4", date(2024, 1, 1), date(2027, 1, 1)],
        [SITI, "Siti Aminah", "PBJ", "4", date(2024, 1, 1), date(2027, 1, 1)],
        [nip(9), "Siapa Dia", "PBJ", "5", date(2024, 1, 1), date(2027, 1, 1)],
    ]))  # fmt: skip
    assert refused(plan) == {
        2: "value.missing", 3: "event.ends_before_start", 4: "event.before_birth", 6: "row.duplicate",
        7: "person.unknown",
    }  # fmt: skip
    assert counts(plan) == {"new": 1, "rejected": 5}


def test_contracts_of_an_office(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["DAFTAR MASA PERJANJIAN KERJA PPPK"],
        [],
        ["No", "NI PPPK", "Nama", "Masa Perjanjian Kerja", None, "Nomor Perjanjian Kerja"],
        [None, None, None, "Mulai", "Berakhir", None],
        [1, SITI, "Siti Aminah", "01-03-2021", "28-02-2026", "800/1/2021"],
        [2, SITI, "Siti Aminah", "01-03-2026", "28-02-2031", "800/9/2026"],
        [3, BUDI, "Budi Santoso", "01-03-2021", "28-02-2026", "800/2/2021"],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), plan.problems) == ("contracts", {"new": 3}, ())
    assert told(staffed, "contracts", "nip", "effective_date", "until", "number") == [
        (BUDI, date(2021, 3, 1), date(2026, 2, 28), "800/2/2021"),
        (SITI, date(2026, 3, 1), date(2031, 2, 28), "800/9/2026"),
        (SITI, date(2021, 3, 1), date(2026, 2, 28), "800/1/2021"),
    ]


def test_contracts_that_lie_over_each_other_are_refused(staffed: App, sheet: SheetWriter) -> None:
    first: list[Cell] = [SITI, "Siti Aminah", date(2021, 3, 1), date(2026, 2, 28)]
    imported(staffed, sheet([CONTRACTS, first]))
    plan = imported(staffed, sheet([
        CONTRACTS,
        [SITI, "Siti Aminah", date(2026, 2, 28), date(2031, 2, 28)],
        [BUDI, "Budi Santoso", date(2021, 3, 1), date(2026, 2, 28)],
        [BUDI, "Budi Santoso", date(2025, 3, 1), date(2030, 2, 28)],
        [BUDI, "Budi Santoso", date(2031, 3, 1), None],
        [BUDI, "Budi Santoso", date(2032, 3, 1), date(2031, 3, 1)],
    ]))  # fmt: skip
    assert refused(plan) == {
        2: "contract.overlaps", 4: "contract.overlaps", 5: "value.missing", 6: "event.ends_before_start",
    }  # fmt: skip
    longer = imported(staffed, sheet([CONTRACTS, [*first[:3], date(2027, 2, 28)]]))
    assert (counts(longer), warned(longer)) == ({"changed": 1}, [])


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("certificates", STYLES["ours"]),
        ("contracts", [CONTRACTS, [SITI, "Siti Aminah", date(2021, 3, 1), date(2026, 2, 28)]]),
    ],
)
def test_what_is_exported_comes_back_the_same(
    staffed: App, sheet: SheetWriter, tmp_path: Path, kind: str, rows: list[list[Cell]]
) -> None:
    imported(staffed, sheet(rows))
    out = tmp_path / "out.xlsx"
    assert staffed.exports.export(kind, out) == 1
    plan = imported(staffed, out)
    assert (plan.kind, counts(plan), plan.problems) == (kind, {"same": 1}, ())
    staffed.templates.write(kind, tmp_path / "blank.xlsx")


def test_a_list_of_trainings_with_certificates_stays_one(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["NIP", "Nama", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "JP", "Nomor Sertifikat",
         "Tanggal Sertifikat"],
        [SITI, "Siti Aminah", "PBJ", "01-05-2024", "02-05-2024", 20, "7/2024", "02-05-2024"],
    ]))  # fmt: skip
    assert plan.kind == "trainings"


@pytest.mark.parametrize(
    ("until", "day"),
    [
        ("Seumur hidup", None), ("selamanya", None), ("s.d. 8 Juli 2026", date(2026, 7, 8)),
        ("Berlaku selamanya", None),
        ("sampai dengan 08-07-2026", date(2026, 7, 8)), ("S/D 8 Juli 2026", date(2026, 7, 8)), ("Tidak terbatas", None),
    ],
)  # fmt: skip
def test_a_last_day_may_be_told_in_words(staffed: App, sheet: SheetWriter, until: str, day: date | None) -> None:
    plan = imported(staffed, sheet([CERTIFICATES, [SITI, "Siti Aminah", "PBJ", "7", date(2024, 5, 2), until]]))
    assert (counts(plan), plan.problems) == ({"new": 1}, ())
    assert told(staffed, "certificates", "valid_until") == [(day,)]


def test_a_person_named_once_has_the_certificates_below(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        CERTIFICATES,
        [SITI, "Siti Aminah", "PBJ", "7", date(2024, 5, 2), None],
        [None, None, "Arsiparis", "8", date(2024, 6, 2), None],
        [BUDI, "Budi Santoso", "PBJ", "9", date(2024, 5, 2), None],
    ]
    plan = imported(staffed, sheet(rows))
    assert (counts(plan), warned(plan)) == ({"new": 3}, [(3, "person.from_above")])
    assert sorted(told(staffed, "certificates", "nip", "number")) == [(SITI, "7"), (SITI, "8"), (BUDI, "9")]


TERMS: list[Cell] = ["NIP", "Nama", "Nama Sertifikat", "Tanggal Terbit", "Masa Berlaku"]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("3 tahun", date(2027, 5, 2)),
        ("3 (tiga) tahun", date(2027, 5, 2)),
        ("36 bulan", date(2027, 5, 2)),
        ("Berlaku selama 18 bulan", date(2025, 11, 2)),
        ("2 Mei 2024 s.d. 1 Mei 2027", date(2027, 5, 1)),
        ("s.d. 1 Mei 2027", date(2027, 5, 1)),
        ("seumur hidup", None),
    ],
)
def test_how_long_a_certificate_holds_is_counted_from_its_date(
    staffed: App, sheet: SheetWriter, text: str, until: date | None
) -> None:
    plan = imported(staffed, sheet([TERMS, [SITI, "Siti Aminah", "PBJ", "2 Mei 2024", text]]))
    assert (plan.kind, counts(plan), refused(plan)) == ("certificates", {"new": 1}, {})
    assert told(staffed, "certificates", "issued_on", "valid_until") == [(date(2024, 5, 2), until)]
    assert ("dates.counted" in notices(plan)) == ("tahun" in text or "bulan" in text)


def test_a_heading_may_say_what_is_counted(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        [*TERMS[:4], "Masa Berlaku (Tahun)"],
        [SITI, "Siti Aminah", "PBJ", date(2024, 2, 29), 3],
        [BUDI, "Budi Santoso", "PBJ", date(2024, 5, 2), "5"],
        [SITI, "Siti Aminah", "K3", date(2024, 5, 2), date(2026, 5, 2)],
        [BUDI, "Budi Santoso", "K3", date(2024, 5, 2), 2027],
    ]))  # fmt: skip
    assert refused(plan) == {5: "date.unreadable"}
    assert told(staffed, "certificates", "name", "valid_until") == [
        ("PBJ", date(2029, 5, 2)), ("K3", date(2026, 5, 2)), ("PBJ", date(2027, 2, 28)),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["3 tahun", "3 (dua) tahun", "3", "± 3 tahun", "2,5 tahun"])
def test_a_length_without_a_date_or_of_two_minds_is_refused(staffed: App, sheet: SheetWriter, text: str) -> None:
    begin = None if text == "3 tahun" else "2 Mei 2024"
    plan = imported(staffed, sheet([TERMS, [SITI, "Siti Aminah", "PBJ", begin, text]]))
    assert refused(plan) == {2: "date.unreadable"}
    assert ("hanya lamanya" in say(plan.problems[0])) == (begin is None)


def test_a_span_of_two_days_tells_the_date_that_no_column_has(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [[*TERMS[:3], TERMS[4]], [SITI, "Siti Aminah", "PBJ", "02/05/2024 - 13/05/2027"]]
    imported(staffed, sheet(rows))
    assert told(staffed, "certificates", "issued_on", "valid_until") == [(date(2024, 5, 2), date(2027, 5, 13))]
