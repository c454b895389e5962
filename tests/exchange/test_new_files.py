"""A file of ours is there whole or not at all, and nothing is left beside it."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.exchange.new_files import new_file


def write(path: Path, text: str = "baru", error: BaseException | None = None) -> None:
    with new_file(path) as draft:
        draft.write_text(text, encoding="utf-8")
        assert not path.exists() or path.read_text(encoding="utf-8") != text
        if error is not None:
            raise error


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_put_in_its_place_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, "satu")
    write(path, "dua")
    assert path.read_text(encoding="utf-8") == "dua"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("error", [ValueError("bug"), KeyboardInterrupt(), CannotDo("file.empty")])
def test_whatever_goes_wrong_leaves_all_as_it_was(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "a.txt"
    path.write_text("lama", encoding="utf-8")
    with pytest.raises(type(error)):
        write(path, error=error)
    assert path.read_text(encoding="utf-8") == "lama"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EDQUOT, "disk.full"),
        (errno.EROFS, "folder.not_writable"),
        (errno.EACCES, "folder.not_writable"),
    ],
)
def test_what_the_surroundings_forbid_is_told(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(CannotDo) as caught:
        write(tmp_path / "a.txt", error=OSError(number, os.strerror(number)))
    assert (caught.value.code, caught.value.outcome) == (code, Outcome.FORBIDDEN)
    assert names(tmp_path) == []


def test_an_unknown_trouble_of_the_system_is_no_known_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="aneh"):
        write(tmp_path / "a.txt", error=OSError(errno.EIO, "aneh"))


def test_a_folder_that_is_not_there_or_bears_the_name(tmp_path: Path) -> None:
    for path in (tmp_path / "tidak" / "a.txt", tmp_path):
        with pytest.raises(CannotDo, match=r"folder\.not_writable"):
            write(path)
    assert names(tmp_path) == []


@pytest.fixture
def foreign_folder() -> Iterator[Path]:
    """A folder that belongs to somebody else, seen as a user without rights."""
    if os.name == "nt":
        pytest.skip("rights are set in another way on Windows")
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "lama.txt").write_text("lama", encoding="utf-8")
        (folder / "lama.txt").chmod(0o444)
        folder.chmod(0o555)
        os.seteuid(65_534 if user == 0 else user)
        try:
            yield folder
        finally:
            os.seteuid(user)
            folder.chmod(0o755)


@pytest.mark.parametrize(("name", "code"), [("baru.txt", "folder.not_writable"), ("lama.txt", "file.in_use")])
def test_rights_are_told_before_the_work(foreign_folder: Path, name: str, code: str) -> None:
    with pytest.raises(CannotDo) as caught:
        write(foreign_folder / name)
    assert (caught.value.code, caught.value.outcome) == (code, Outcome.FORBIDDEN)
    assert names(foreign_folder) == ["lama.txt"]
