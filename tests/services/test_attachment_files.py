"""Contents by digest: kept once and whole, copied sound, collected only when nothing can ask for them."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.services.attachment_files import AttachmentFiles


def test_a_content_stands_under_its_digest_and_once(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path)
    digest = files.put(b"satu")
    assert digest == hashlib.sha256(b"satu").hexdigest()
    assert files.path(digest) == tmp_path / digest[:2] / digest
    assert files.path(digest).read_bytes() == b"satu"
    assert files.put(b"satu") == digest
    assert list(files.digests()) == [digest]


def test_an_altered_content_is_told_and_mended_by_putting_it_again(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path)
    digest = files.put(b"satu")
    files.path(digest).write_bytes(b"dua")
    assert files.is_there(digest)
    assert not files.is_sound(digest)
    files.put(b"satu")
    assert files.is_sound(digest)


def test_only_sound_contents_are_copied(tmp_path: Path) -> None:
    files, other = AttachmentFiles(tmp_path / "a"), AttachmentFiles(tmp_path / "b")
    sound, altered = files.put(b"satu"), files.put(b"dua")
    files.path(altered).write_bytes(b"tiga")
    assert files.copy_into(other) == 1
    assert list(other.digests()) == [sound]
    assert files.copy_into(files) == 2


def test_only_old_contents_that_nothing_names_are_collected(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path)
    kept, stray, young = (files.put(it) for it in (b"satu", b"dua", b"tiga"))
    for digest in (kept, stray):
        os.utime(files.path(digest), (time.time() - 2 * 86_400,) * 2)
    assert files.collect({kept}) == 1
    assert set(files.digests()) == {kept, young}


def test_a_content_put_again_is_young_again(tmp_path: Path) -> None:
    files = AttachmentFiles(tmp_path)
    digest = files.put(b"satu")
    os.utime(files.path(digest), (0, 0))
    files.put(b"satu")
    assert files.collect(()) == 0


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=6))
def test_what_is_copied_is_what_was_put(tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]) -> None:
    folder = tmp_path_factory.mktemp("files")
    files, other = AttachmentFiles(folder / "a"), AttachmentFiles(folder / "b")
    digests = {files.put(it) for it in contents}
    assert files.copy_into(other) == len(digests)
    assert {other.path(it).read_bytes() for it in other.digests()} == set(contents)
