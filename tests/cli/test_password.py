"""A protected workbook is imported with the password that a file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.exchange import protected

PASSWORD = "Rahasia É1"


@pytest.fixture
def closed(samples: Path, tmp_path: Path) -> Path:
    """The list of employees, protected."""
    path = tmp_path / "pegawai_lama.xls"
    path.write_bytes(protected.rc4((samples / "pegawai_lama.xls").read_bytes(), PASSWORD))
    return path


@pytest.mark.parametrize(
    "content",
    [
        PASSWORD.encode(),
        f"{PASSWORD}\r\nbaris lain\r\n".encode(),
        PASSWORD.encode("utf-8-sig") + b"\n",
        PASSWORD.encode("utf-16"),
        PASSWORD.encode("cp1252") + b"\r\n",
    ],
)
def test_the_first_line_opens_the_workbook(smartpns: Program, closed: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sandi.txt").write_bytes(content)
    answer = smartpns("import", closed, "--password-file", tmp_path / "sandi.txt", "--yes")
    assert (answer["rows"], answer["new"], answer["rejected"]) == (84, 84, 0)
    for kept in smartpns.data.rglob("*"):
        assert not kept.is_file() or PASSWORD.encode() not in kept.read_bytes(), kept


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "file.missing"),
        (b"", "password.empty"),
        (b"\r\nRahasia", "password.empty"),
        (b"\xef\xbb\xbf", "password.empty"),
        (b"rahasia", "file.password_wrong"),
    ],
)
def test_what_does_not_open_it(
    smartpns: Program, closed: Path, tmp_path: Path, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / "sandi.txt").write_bytes(content)
    assert smartpns.refusal("import", closed, "--password-file", tmp_path / "sandi.txt") == code


def test_without_a_password_it_is_asked_for(smartpns: Program, closed: Path, tmp_path: Path) -> None:
    assert smartpns.refusal("import", closed) == "file.encrypted"
    assert smartpns.refusal("import", closed, "--password-file", tmp_path) == "file.unreadable"


def test_an_open_workbook_needs_none(smartpns: Program, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "sandi.txt").write_text("apa saja", encoding="utf-8")
    sheet = samples / "daftar_pegawai_simpeg.xls"
    assert smartpns("import", sheet, "--password-file", tmp_path / "sandi.txt", "--yes")["new"] == 84
