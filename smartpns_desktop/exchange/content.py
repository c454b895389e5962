"""A file's bytes wherever they are: on disk, or in memory once a password has been taken off."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO, Literal, Protocol


class Content(Protocol):
    """What readers ask of a file; a `Path` has it too."""

    @property
    def name(self) -> str:
        """The file's name, for sentences."""

    def open(self, mode: Literal["rb"]) -> BinaryIO:
        """The bytes from the beginning."""

    def read_bytes(self) -> bytes:
        """All of them."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """Bytes that stand in no file: what came out of a protected one never touches the disk by us."""

    name: str
    content: bytes = field(repr=False)

    def open(self, mode: Literal["rb"]) -> BinaryIO:
        """The bytes from the beginning."""
        assert mode == "rb"
        return BytesIO(self.content)

    def read_bytes(self) -> bytes:
        """All of them."""
        return self.content
