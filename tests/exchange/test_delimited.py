"""CSV files of every habit give the same rows."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.delimited import read_delimited
from smartpns_desktop.exchange.sheets import Cell


def rows_of(tmp_path: Path, content: str | bytes) -> list[list[Cell]]:
    path = tmp_path / "kursus.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_delimited(path)[0].content.rows


def refusal(tmp_path: Path, content: bytes) -> CannotDo:
    with pytest.raises(CannotDo) as caught:
        rows_of(tmp_path, content)
    return caught.value


EXPECTED = [["nip", "nama"], ["197209182004122001", "Kasiyah Permadi, Ir. — ñ"]]
TEXT = "nip;nama\r\n197209182004122001;Kasiyah Permadi, Ir. — ñ\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert rows_of(tmp_path, TEXT.encode(encoding)) == EXPECTED


def test_big_endian_utf_16(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")) == EXPECTED


def test_a_late_byte_decides_against_utf_8(tmp_path: Path) -> None:
    content = b"nama\n" + b"Ani\n" * 500_000 + "Réza\n".encode("cp1252")
    assert rows_of(tmp_path, content)[-1] == ["Réza"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", list(";,\t|"))
def test_separators(tmp_path: Path, separator: str, line_end: str) -> None:
    rows = [["nip", "nama", "jam"], ["1", "Ani", "3"], ["2", "Budi", ""]]
    content = line_end.join(separator.join(row) for row in rows)
    assert rows_of(tmp_path, content) == rows


@pytest.mark.parametrize(
    ("content", "second"),
    [
        ("nip;nama\n1;Omar, S.T., M.T.\n2;Ani, S.E., M.M.\n", ["1", "Omar, S.T., M.T."]),
        ('nip,nama,jam\n1,"a;b;c;d",4\n2,"e;f;g;h",5\n', ["1", "a;b;c;d", "4"]),
        ("nip;jam\n1;4,5\n2;62,5\n", ["1", "4,5"]),
        ("sep=,\nnip,a;b\n1,2;3\n", ["1", "2;3"]),
        ("Rekap, 2025\nnip;nama;jam;ket\n1;Ani;3;-\n2;Budi;4;-\n", ["nip", "nama", "jam", "ket"]),
        ("nama\nAni\n", ["Ani"]),
    ],
)
def test_the_separator_is_found_out(tmp_path: Path, content: str, second: list[str]) -> None:
    assert rows_of(tmp_path, content)[1] == second


def test_quotes_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    content = 'nama;alamat\n"Ani ""A""; S.E.";"Jl. Mawar\nNo. 1"\nBudi;-\n'
    assert rows_of(tmp_path, content) == [
        ["nama", "alamat"],
        ['Ani "A"; S.E.', "Jl. Mawar\nNo. 1"],
        ["Budi", "-"],
    ]


def test_rows_are_records_and_equally_long(tmp_path: Path) -> None:
    content = 'Judul\n\nnip;nama;jam\n1;"a\nb"\n\n2;c;3\n\n;;\n'
    assert rows_of(tmp_path, content) == [
        ["Judul", "", ""],
        ["", "", ""],
        ["nip", "nama", "jam"],
        ["1", "a\nb", ""],
        ["", "", ""],
        ["2", "c", "3"],
    ]


def test_cells_keep_spaces_and_zeros_and_lose_only_byte_order_marks(tmp_path: Path) -> None:
    content = "\ufeffnip;nama\n 007 ;\ufeffAni \n'0011;=1+1\n"
    assert rows_of(tmp_path, content)[1:] == [[" 007 ", "Ani "], ["'0011", "=1+1"]]


def test_a_sheet_bears_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "riwayat kursus.2026.csv"
    path.write_text("a;b\n", encoding="utf-8")
    sheet = read_delimited(path)[0].content
    assert sheet.name == "riwayat kursus.2026"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b";;\n;;\n"])
def test_nothing_but_blanks_is_no_row(tmp_path: Path, content: bytes) -> None:
    assert rows_of(tmp_path, content) == []


def test_a_late_nul_tells_a_binary_file(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"a;b\n" * 100_000 + b"\0").code == "file.not_a_workbook"
    assert refusal(tmp_path, ("a;b\n" * 9 + "\0").encode("utf-16")).code == "file.not_a_workbook"


def test_a_quote_that_is_never_closed_swallows_no_rows(tmp_path: Path) -> None:
    error = refusal(tmp_path, b'nip;nama\n1;Ani\n2;"Budi\n3;Cici\n4;Dewi\n')
    assert (error.code, error.facts["row"]) == ("file.unreadable", "3")


def test_a_field_of_megabytes_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, b'a\n"' + b"x" * 1_100_000 + b'"\n').code == "file.unreadable"


def test_one_long_row_does_not_make_all_rows_long(tmp_path: Path) -> None:
    assert refusal(tmp_path, b";" * 100_000 + b"\n1" * 500).code == "file.too_large"


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\ufeff\x1e\r", exclude_categories=["Cs"]), max_size=12
)


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_what_csv_writes_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    out = StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"], *rows])
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes(out.getvalue().encode())
    while rows and not any(rows[-1]):
        rows.pop()
    assert read_delimited(path)[0].content.rows == [["a", "b", "c"], *rows]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark(tmp_path: Path, encoding: str) -> None:
    assert rows_of(tmp_path, TEXT.encode(encoding)) == EXPECTED


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "\ufeffsep=;"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_that_names_the_separator_is_no_row(tmp_path: Path, first: str, end: str) -> None:
    assert rows_of(tmp_path, end.join((first, "nip;nama", "1;Ani, S.E."))) == [["nip", "nama"], ["1", "Ani, S.E."]]


def test_marks_within_joined_files_are_no_text(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "\ufeffnip;nama\n1;Ani\n\ufeffnip;nama\n\ufeff2;Budi\n") == [
        ["nip", "nama"], ["1", "Ani"], ["nip", "nama"], ["2", "Budi"]
    ]  # fmt: skip
