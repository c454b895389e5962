"""Cells: ids in any dress, numbers in any spelling, and what is told instead of guessed."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.cells import ID_READERS, Unread

NIP, NIK = "198504252010121003", "6474035809727604"


def code(read: object) -> str:
    return read.code if isinstance(read, Unread) else f"read {read}"


@pytest.mark.parametrize(
    "cell",
    [
        NIP, f"'{NIP}", "19850425 201012 1 003", "1985 0425 2010 12 1 003", "19850425.201012.1.003",
        "19850425-201012-1-003", "19850425/201012/1/003", f"NIP. {NIP}", "NIP : 19850425 201012 1 003",
        f"NIP.{NIP}", f"nip:{NIP}", f"NI PPPK {NIP}", f"NIP/NI PPPK. {NIP}", "19850425\u00a0201012\u00a01\u00a0003",
        "19850425\u2009201012\u20091\u2009003", f"\u200b{NIP}\ufeff", "１９８５０４２５２０１０１２１００３",
        "١٩٨٥٠٤٢٥٢٠١٠١٢١٠٠٣", "1985O4252O1O121OO3", "l98504252010I2I003", f" {NIP}\n", "198504252010 121 003",
        f"Budi Santoso\nNIP. {NIP}", f"{NIP} / Budi Santoso, S.Kom.", "Budi Santoso (19850425 201012 1 003)",
    ],
)  # fmt: skip
def test_one_nip_in_every_dress(cell: str) -> None:
    assert cells.read_nip(cell) == NIP


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (float(NIP), "nip.damaged"),
        (1.98504252010121e17, "nip.damaged"),
        ("1,98504E+17", "nip.damaged"),
        ("1.98504252010121e+17", "nip.damaged"),
        (f"{NIP}.0", "nip.damaged"),
        ("198504252010121000", "nip.damaged"),
        (str(int(1.98504252010124e17)), "nip.damaged"),
        (131567890.0, "nip.not_18_digits"),
        ("131 567 890", "nip.not_18_digits"),
        (f"{NIP} / 199004172019031007", "nip.not_18_digits"),
        (f"{NIP} {NIP}", f"read {NIP}"),
        (f"Budi {NIP} anak ke-2", "nip.not_18_digits"),
        (f"19{NIP}", "nip.not_18_digits"),
        (NIP[:-1], "nip.not_18_digits"),
        ("honorer", "nip.not_18_digits"),
        ("198513252010121003", "nip.impossible"),
        (datetime(1985, 4, 25), "nip.not_18_digits"),
        ("-", "read None"),
        ("", "read None"),
        (" \u00a0", "read None"),
    ],
)
def test_what_is_no_sound_nip_is_told(cell: object, expected: str) -> None:
    assert code(cells.read_nip(cell)) == expected


@pytest.mark.parametrize(
    ("field", "cell", "expected"),
    [
        ("nik", NIK, NIK),
        ("nik", f"'{NIK}", NIK),
        ("nik", "6474 0358 0972 7604", NIK),
        ("nik", f"NIK. {NIK}", NIK),
        ("nik", "647403580972760A", "647403580972760A"),
        ("nik", "", None),
        ("phone", 81234567890.0, "081234567890"),
        ("phone", "81234567890", "081234567890"),
        ("phone", "0812-3456-7890", "0812-3456-7890"),
        ("phone", "+62 812 3456 7890", "+62 812 3456 7890"),
        ("tax_number", 92542943407000.0, "092542943407000"),
        ("tax_number", "09.254.294.3-407.000", "09.254.294.3-407.000"),
        ("health_insurance_number", 1234567890.0, "0001234567890"),
        ("health_insurance_number", "0001234567890", "0001234567890"),
    ],
)
def test_other_ids_keep_their_digits(field: str, cell: object, expected: str | None) -> None:
    assert ID_READERS[field](cell) == expected


@pytest.mark.parametrize("cell", [float(NIK), 6474035809727600.0, "6,47404E+15", f"{NIK}.0"])
def test_a_nik_that_was_a_number_is_damaged(cell: object) -> None:
    assert code(ID_READERS["nik"](cell)) == "id.damaged"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (20.0, 20), ("20", 20), ("20 JP", 20), ("20JP", 20), ("20 jp.", 20), ("20 J.P.", 20),
        ("JP 20", 20), ("20,5", 20.5),
        ("20.5", 20.5), ("20,50 JP", 20.5), ("1.250,5", 1250.5), ("1.250.000", 1_250_000), ("1,250,000.00", 1_250_000),
        ("Rp 1.250.000,00", 1_250_000), ("Rp. 1.250.000,-", 1_250_000), ("Rp1.250.000", 1_250_000),
        ("16%", 16), ("87,5 %", 87.5), ("± 20", 20), ("+/- 20 JP", 20), ("20 (dua puluh)", 20),
        ("20 (dua puluh) JP", 20), ("20 JP (dua puluh)", 20), ("20 jam", 20), ("20 Jam Pelajaran", 20),
        ("-5", -5), ("−5", -5), ("２０", 20), ("0,5", 0.5), ("1 250 000", 1_250_000), ("0.250", 0.25),
        ("1250", 1250), ("4 JP/hari x 3 hari", None), ("2 hari", None), ("20-30", None), ("20 30", None),
        ("dua puluh", None), ("20 s.d. 30", None), ("1.2.3", None),
    ],
)  # fmt: skip
def test_a_number_in_every_spelling_or_told(cell: object, number: float | None) -> None:
    assert cells.read_number(cell) == (Unread("number.unreadable") if number is None else number)


@pytest.mark.parametrize("cell", ["1.250", "1.250 JP", "12.500", "999.999"])
def test_one_point_before_three_digits_is_thousands_or_a_fraction_by_the_columns_sense(cell: str) -> None:
    assert code(cells.read_number(cell)) == "number.ambiguous"
    digits = int(cell.replace(".", "").removesuffix(" JP"))
    assert cells.read_integer(cell) == digits
    assert cells.read_score(cell.removesuffix(" JP")) == digits / 1000


@given(st.decimals(0, 10**9, places=2))
def test_any_amount_reads_back_from_indonesian_and_english(amount: object) -> None:
    english = f"{amount:,.2f}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    assert cells.read_number(indonesian) == cells.read_number(f"Rp {indonesian}") == float(str(amount))
    assert cells.read_number(english) == float(str(amount))


@given(st.one_of(st.text(), st.floats(), st.booleans(), st.text("0123456789.,-Rp JPE+ ")))
def test_any_cell_is_read_or_told(cell: object) -> None:
    for read in (cells.read_number, cells.read_integer, cells.read_score, cells.read_year, *ID_READERS.values()):
        value = read(cell)
        assert value is None or isinstance(value, (str, int, float, Unread))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (" Diklat  A \r\n\n  Diklat B\t(wajib) ", "Diklat A\nDiklat B (wajib)"),
        ("Diklat A", "Diklat A"),
        ("-", None),
        (" \n ", None),
        (3.0, "3"),
    ],
)
def test_a_list_in_one_cell_keeps_its_lines(cell: object, expected: str | None) -> None:
    assert cells.read_lines(cell) == expected
