"""A zip's own words about its parts are not believed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.archives import Archive, defines_entities
from tests.exchange.files import claim_size, make_zip


def refusal(path: Path, part: str = "") -> CannotDo:
    """Why the archive, or one of its parts, is refused."""
    with pytest.raises(CannotDo) as caught:
        Archive(path).vet(part)
    return caught.value


def test_a_sound_part_comes_whole(tmp_path: Path) -> None:
    content = b"<a>" + bytes(range(256)) * 20_000 + b"</a>"
    archive = Archive(make_zip(tmp_path / "a.zip", {"xl/A.xml": content, "b.bin": b""}))
    pieces = list(archive.inflate("xl/A.xml"))
    assert b"".join(pieces) == content
    assert max(map(len, pieces)) <= limits.MEGABYTE
    assert b"".join(archive.inflate("b.bin")) == b""


def test_names_are_found_as_readers_find_them(tmp_path: Path) -> None:
    archive = Archive(make_zip(tmp_path / "a.zip", {"XL\\Workbook.xml": b"x"}))
    assert "xl/workbook.xml" in archive
    assert "/xl/workbook.xml" in archive
    assert archive.read("xl/workbook.xml", 10) == b"x"


def test_a_stored_part_comes_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", "plain")
    assert Archive(path).read("mimetype", 10) == b"plain"


def test_a_bomb_that_claims_to_be_small_stops_at_its_claim(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "bomb.zip", {"xl/sharedStrings.xml": bytes(100 * limits.MEGABYTE)})
    assert path.stat().st_size < limits.MEGABYTE
    archive = Archive(claim_size(path, "xl/sharedStrings.xml", 1_000))
    sizes: list[int] = []
    with pytest.raises(CannotDo, match=r"file\.unreadable"):
        sizes.extend(map(len, archive.inflate("xl/sharedStrings.xml")))
    assert sum(sizes) <= 1_000


def test_a_part_that_is_smaller_than_its_claim_is_damaged(tmp_path: Path) -> None:
    path = claim_size(make_zip(tmp_path / "a.zip", {"a.xml": b"<a/>"}), "a.xml", 5)
    assert refusal(path, "a.xml").code == "file.unreadable"


@pytest.mark.parametrize(
    ("sizes", "limit"),
    [
        ({"a.xml": limits.PART_BYTES + 1}, "600 MB setelah dibuka"),
        ({"a.xml": limits.SIDE_PART_BYTES + 1}, "300 MB setelah dibuka"),
        ({"a.xml": 500 * limits.MEGABYTE, "b.xml": 525 * limits.MEGABYTE}, "1.024 MB setelah dibuka"),
    ],
)
def test_what_would_be_too_large_inflated_is_refused_unseen(tmp_path: Path, sizes: dict[str, int], limit: str) -> None:
    path = make_zip(tmp_path / "a.zip", dict.fromkeys(sizes, b"<a/>"))
    for part, size in sizes.items():
        claim_size(path, part, size)
    error = refusal(path, "a.xml")
    assert (error.code, error.facts["limit"]) == ("file.too_large", limit)


def test_a_hundred_thousand_rows_of_sixty_columns_pass(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"sheet1.xml": b"<a/>", "sharedStrings.xml": b"<a/>"})
    claim_size(path, "sheet1.xml", 420 * limits.MEGABYTE)
    claim_size(path, "sharedStrings.xml", 250 * limits.MEGABYTE)
    assert set(Archive(path).names) == {"sheet1.xml", "sharedstrings.xml"}


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(limits.ARCHIVE_PARTS + 1):
            archive.writestr(str(number), b"")
    assert refusal(path).facts["limit"] == "10.000 bagian"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("double", ["a.xml", "A.XML", "/a.xml"])
def test_two_parts_of_one_name_are_refused(tmp_path: Path, double: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", b"<a/>")
        archive.writestr(double, b"<b/>")
    assert refusal(path, "a.xml").code == "file.unreadable"


def test_a_cut_zip_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.xml": bytes(1_000), "b.xml": zlib.compress(bytes(50_000))})
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert refusal(path).code == "file.truncated"
    damaged = bytearray(content)
    damaged[35:40] = b"\xff" * 5
    path.write_bytes(damaged)
    assert refusal(path, "a.xml").code == "file.unreadable"


def test_a_wrong_checksum_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.xml", b"<nip>197209182004122001</nip>")
    path.write_bytes(path.read_bytes().replace(b"2001</nip>", b"2002</nip>"))
    assert refusal(path, "a.xml").code == "file.unreadable"


@pytest.mark.parametrize(
    ("at", "value", "code"),
    [
        (8, 1, "file.encrypted"),  # flag: encrypted
        (10, 12, "file.unreadable"),  # method: bzip2, which no office program uses
        (42, 7, "file.unreadable"),  # place of the local header
    ],
)
def test_directory_entries_are_judged(tmp_path: Path, at: int, value: int, code: str) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.xml": b"<a>text</a>"})
    content = bytearray(path.read_bytes())
    struct.pack_into("<H", content, content.rfind(b"PK\x01\x02") + at, value)
    path.write_bytes(content)
    assert refusal(path, "a.xml").code == code


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize("content", [ENTITIES, ENTITIES.decode().encode("utf-16"), b" " * 1_048_570 + ENTITIES])
def test_entities_are_refused_in_any_xml_part(tmp_path: Path, content: bytes) -> None:
    path = make_zip(tmp_path / "a.zip", {"a.xml": content, "picture.svg": content})
    assert refusal(path, "a.xml").code == "file.unreadable"
    Archive(path).vet("picture.svg")


def test_plain_xml_defines_no_entities() -> None:
    assert not defines_entities(b"<a>&lt;!DOCTYPE&gt; ! &amp;</a>")


def test_a_missing_part_is_damage(tmp_path: Path) -> None:
    assert refusal(make_zip(tmp_path / "a.zip", {"a.xml": b""}), "b.xml").code == "file.unreadable"


@pytest.mark.parametrize("content", [b"<a>", b'<?xml version="1.0" encoding="UTF-es"?><a/>', b"\xff\xfe<\0"])
def test_a_leading_part_that_is_no_xml_is_damage(tmp_path: Path, content: bytes) -> None:
    archive = Archive(make_zip(tmp_path / "a.zip", {"a.rels": content}))
    with pytest.raises(CannotDo, match=r"file\.unreadable"):
        archive.xml("a.rels")
