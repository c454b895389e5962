"""One call on the command line: how it is read, in Indonesian, and what an unusable one is told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from smartpns_desktop import __version__
from smartpns_desktop.cli.arguments import ADD
from smartpns_desktop.cli.window import Window
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.data_places import default_data_dir


class Call(argparse.Namespace):
    """One parsed call; every command finds its own arguments besides these."""

    command: str | None
    data_dir: Path
    json: bool
    window: Window | None
    files: list[str]


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian and raises instead of ending the program."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, allow_abbrev=False, **settings)
        self._positionals.title, self._optionals.title = "Argumen", "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
        self.commands: frozenset[str] = frozenset()

    def error(self, message: str) -> NoReturn:
        raise CannotDo("argument.unusable", detail=_translated(message))

    def read(self, arguments: Sequence[str]) -> Call:
        """Parse one call; files without a command are for the window.

        Raises `CannotDo` (`argument.unusable`, `file.missing` for a file that is no longer where it was).
        """
        named = not self.commands.isdisjoint(arguments)
        files = [] if named else [it for it in arguments if Path(it).is_file()]
        for before, it in zip(("", *arguments), arguments, strict=False):
            free = not named and before != "--data-dir" and not it.startswith("-")
            if free and Path(it).suffix and not Path(it).exists():
                raise CannotDo("file.missing", path=Path(it).name)
        call = self.parse_args([it for it in arguments if it not in files], Call())
        call.files = files
        return call


_PHRASES = (
    ("unrecognized arguments:", "argumen tidak dikenal:"),
    ("the following arguments are required:", "argumen ini wajib diisi:"),
    ("invalid choice:", "pilihan tidak dikenal:"),
    ("choose from", "pilih salah satu dari"),
    ("expected one argument", "perlu satu nilai"),
    ("invalid count value:", "bukan bilangan bulat dari 0:"),
    ("invalid year value:", "bukan tahun (contoh: 2026):"),
    ("invalid date value:", "bukan tanggal (contoh: 2026-03-12):"),
    ("invalid equation value:", "bukan pasangan FIELD=NILAI:"),
    ("argument ", "argumen "),
)


def _translated(message: str) -> str:
    for english, indonesian in _PHRASES:
        message = message.replace(english, indonesian)
    return message


_DESCRIPTION = "SmartPNS Desktop: pengembangan kompetensi ASN tanpa jaringan. Tanpa perintah, jendelanya dibuka."


def make_parser() -> Parser:
    """The whole command line."""
    parser = Parser(prog="smartpns", description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"SmartPNS {__version__}", help="tampilkan versi")
    parser.add_argument("--data-dir", type=Path, default=default_data_dir(), metavar="FOLDER", help="folder data")
    parser.add_argument("--json", action="store_true", help="satu objek JSON di keluaran baku, tanpa teks lain")
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH", title="Perintah")
    for add in ADD:
        add(commands)
    parser.commands = frozenset(commands.choices)
    return parser
