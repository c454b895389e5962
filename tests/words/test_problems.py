"""Sentences about problems of rows, as a clerk reads them."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain import nik, nip
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.exchange import date_columns
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.date_columns import Order
from smartpns_desktop.words import problems
from smartpns_desktop.words.problem_parts import PARTS


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            Problem("nip.not_18_digits", 12, "NIP", "19831116201110100"),
            ("NIP terdiri atas 18 angka, sedangkan “19831116201110100” memuat 17 angka. Perbaiki sesuai SK pegawai."),
        ),
        (
            Problem("nip.not_18_digits", 12, "NIP", "198311162011101001 A"),
            (
                "NIP “198311162011101001 A” tidak sah: NIP terdiri atas 18 angka, tanpa huruf. "
                "Perbaiki sesuai SK pegawai."
            ),
        ),
        (Problem("nip.not_18_digits"), "NIP belum diisi. Isi 18 angka NIP sesuai SK pegawai."),
        (
            Problem("nip.impossible", value="198413202012011001", facts={"part": "birth_date"}),
            (
                "NIP “198413202012011001” tidak mungkin benar: angka ke-1 sampai ke-8 bukan tanggal "
                "lahir yang sah. Cocokkan dengan SK pegawai, lalu perbaiki."
            ),
        ),
        (
            Problem("row.duplicate", facts={"first_row": "7"}),
            "Baris ini mengulang baris 7. Baris 7 yang dipakai; hapus atau perbaiki baris ini.",
        ),
        (
            Problem("nip.birth_date_differs", facts={"expected": "1985-01-02"}),
            (
                "Tanggal lahir tidak sama dengan tanggal lahir dalam NIP, yaitu 2 Jan 1985. "
                "Periksa keduanya pada SK pegawai."
            ),
        ),
        (
            Problem("nip.sex_differs", facts={"expected": "F"}),
            (
                "Jenis kelamin tidak sama dengan angka ke-15 NIP, yang berarti perempuan. "
                "Periksa keduanya pada SK pegawai."
            ),
        ),
        (
            Problem("date.unreadable", value="31/31/2025"),
            "Isian “31/31/2025” tidak terbaca sebagai tanggal. Tulis hari-bulan-tahun, misalnya 25-04-1985.",
        ),
        (
            Problem("value.missing", facts={"expected": "Periode"}),
            "Periode wajib diisi. Lengkapi isinya.",
        ),
        (Problem("value.missing"), "Kolom ini wajib diisi. Lengkapi isinya."),
        (
            Problem("person.name_differs", value="Budi", facts={"stored": "Siti Aminah"}),
            "Nama “Budi” berbeda dari nama pemilik NIP ini, yaitu Siti Aminah. Pastikan NIP tidak tertukar.",
        ),
    ],
)
def test_sentences(problem: Problem, sentence: str) -> None:
    assert problems.say(problem) == sentence


@pytest.mark.parametrize("code", problems.SENTENCES)
def test_every_code_is_said_without_facts_and_without_gaps(code: str) -> None:
    said = problems.say(Problem(code))
    assert "{" not in said
    assert "“”" not in said


@pytest.mark.parametrize("code", problems.PROPOSED)
def test_what_is_proposed_is_said(code: str) -> None:
    said = problems.say(Problem(code, value="12", facts={"proposal": "FAKTA", "stored": "B"}))
    assert said == problems.PROPOSED[code].format(value="“12”", proposal="FAKTA", stored="B")


@pytest.mark.parametrize("code", problems.FULLER)
def test_every_fact_that_is_told_is_said(code: str) -> None:
    parts = {known: (part, words) for (known, part), words in PARTS.items()}
    part, words = parts.get(code, ("", ""))
    said = problems.say(
        Problem(code, value="12", facts={**dict.fromkeys(problems.FACTS, "FAKTA"), "part": part, "proposal": ""})
    )
    shown = {**dict.fromkeys(problems.FACTS, "FAKTA"), "value": "“12”", "digits": "2", "part": words}
    assert said == problems.FULLER[code].format_map(shown)


def test_every_part_of_a_number_that_rules_name_is_worded() -> None:
    nips = "198413202012011001 198412201990011001 198412202012131001 198412202012013001".split()
    niks = "0074035809727604 6474033213727604 6474035809720000".split()
    faults = [*map(nip.fault, nips), *map(nik.fault, niks)]
    numbers = {(code, part) for code, part in PARTS if code.startswith(("nip.", "nik."))}
    assert {(fault.code, fault.part) for fault in faults if fault} == numbers


def test_every_part_that_a_date_lacks_is_worded() -> None:
    texts = ("Maret 2025", "2025", "12 Maret", "31/02/2025", "10 s.d. 12 Maret 2025", "✓")
    cells = [date_columns.read_date(text, Order.DAY_FIRST) for text in texts]
    backwards = date_columns.read_span("12/03/2025 - 10/03/2025", Order.DAY_FIRST)
    term = date_columns.read_end("3 tahun", Order.DAY_FIRST)
    undated = term.without_start() if isinstance(term, date_columns.Term) else None
    told = {(it.code, it.facts["part"]) for it in (*cells, backwards, undated) if isinstance(it, Unread)}
    assert told == {known for known in PARTS if known[0] == "date.unreadable"}


def test_an_old_nip_is_called_one() -> None:
    assert "NIP lama" in problems.say(Problem("nip.not_18_digits", value="131 567 890"))


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        problems.say(Problem("tidak.ada"))
