"""The installed program tried as a clerk's PC would: by command line, on pipes, after damage, in odd places."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build import FACES, INSIDE
from faults import require
from wine import Done, Prefix

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
SIASN = SAMPLES / "siasn_profil_asn.xlsx"
WINDOW, COMMANDS = FACES
STEPS = 9
# Letters that the installer allows a folder's path to have.
LONGEST = 120
PARTLY, FORBIDDEN = 1, 3
# Letters as names have them, within Windows' own code page for Indonesia and outside of it.
PEOPLE = "nip;nama\n199001012015011001;André Désy Nasution\n199102022016022002;Łukasz Ñoño Šarić – “Ajun”\n"
# Without these nothing starts at all; the first is missed by the program itself, the second by what starts it.
LIBRARIES = (f"{INSIDE}/PySide6/Qt6Widgets.dll", f"{INSIDE}/python311.dll")
MIGRATIONS = f"{INSIDE}/db/migrations"


def self_test(prefix: Prefix, program: Path, place: Path) -> None:
    """Its own proof, window included, with data, result and temporary files under `place`."""
    place.mkdir(parents=True, exist_ok=True)
    proof = place / "hasil uji.txt"
    done = prefix.run(program / COMMANDS, "--data-dir", place / "data ASN", "self-test", "--out", proof, seconds=300)
    lines = proof.read_text(encoding="utf-8").splitlines() if proof.exists() else []
    passed = [line for line in lines if line.startswith("ok ")]
    require(done.code == 0 and len(passed) == len(lines) == STEPS, "the self-test fails", done.text)
    require(any("jendela" in line for line in passed), "the self-test opens no window", done.text)
    require(done.text.splitlines() == lines, "the self-test prints other lines than it writes", done.text)


def imports(prefix: Prefix, program: Path) -> None:
    """The sample of the central system: the same answer as here, and what its own page says is in it."""
    call = ("--json", "import", SIASN, "--yes", "--good-rows-only")
    there, here = answers(prefix, program, "impor", *call)
    require(there.code == here.returncode == PARTLY, "the import ends otherwise than here", there.text)
    found, told = json.loads(there.raw), json.loads(here.stdout)
    require(found == told, "the import finds something else than here", differing(found, told))
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))[SIASN.name]
    require(found["rows"] == expected["rows"] and found["new"] == expected["new"], "rows are missing", found)


def pipes(prefix: Prefix, program: Path) -> None:
    """What goes into a pipe is UTF-8, byte for byte what it is here but for the ends of lines."""
    people = prefix.home / "Daftar pegawai é.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    there, here = answers(prefix, program, "pipa", "--json", "import", people, "--yes")
    require(there.code == here.returncode == 0, "names are not imported", there.text)
    for call in (("--json", "list", "employees"), ("list", "employees"), ("--json", "list", "nothing")):
        there, here = answers(prefix, program, "pipa", *call)
        require(there.raw == here.stdout.replace(b"\n", b"\r\n"), f"{call} prints other bytes than here", there.text)
        require(there.code == here.returncode, f"{call} ends with {there.code}", there.text)
        written = "nothing" in call or all(line[19:].encode() in there.raw for line in PEOPLE.splitlines()[1:])
        require(written, f"{call} garbles names", there.text)


def answers(
    prefix: Prefix, program: Path, data: str, *call: str | Path
) -> tuple[Done, subprocess.CompletedProcess[bytes]]:
    """One command of the installed program and of ours on Linux, each on its own data folder of that name."""
    there = prefix.run(program / COMMANDS, "--data-dir", prefix.home / "Data SmartPNS" / data, *call)
    ours = (sys.executable, "-m", "smartpns_desktop", "--data-dir", prefix.path / "here" / data, *call)
    return there, subprocess.run(ours, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)


def differing(found: dict[str, Any], told: dict[str, Any]) -> str:
    """The keys in which two answers differ, with both values."""
    keys = [key for key in {*found, *told} if found.get(key) != told.get(key)]
    return "; ".join(f"{key}: {str(found.get(key))[:200]} in the place of {str(told.get(key))[:200]}" for key in keys)


def quarantined(prefix: Prefix, program: Path) -> None:
    """Antivirus took a file: whoever starts the program is told which one, in words and without a trace."""
    for name in LIBRARIES:
        with away(program / name):
            done = prefix.run(program / COMMANDS, "--version")
        require(done.code != 0 and Path(name).name in done.text, f"the loss of {name} is not told", done.text)
        require("Traceback" not in done.text, f"the loss of {name} is told by a trace", done.text)
    with away(program / LIBRARIES[0]):
        done = prefix.run(program / COMMANDS, "self-test")
    require(done.code == FORBIDDEN, f"a start without a library ends with {done.code}", done.text)


@contextmanager
def away(path: Path) -> Iterator[None]:
    """A file or folder is gone for a while."""
    hidden = path.with_name(f"{path.name}.away")
    path.rename(hidden)
    try:
        yield
    finally:
        hidden.rename(path)


def long_path(prefix: Prefix, program: Path) -> None:
    """Moved to a folder as long as the installer allows, with data in one that is longer still."""
    folder = prefix.drive / "Kantor Kepegawaian é" / "Bidang Pengembangan Kompetensi"
    rest = LONGEST - len(prefix.windows(folder)) - 1
    moved = folder / "Program Aplikasi Kepegawaian Daerah Kota Administrasi Contoh Raya Barat Daya"[:rest].strip()
    folder.mkdir(parents=True)
    shutil.move(program, moved)
    try:
        self_test(prefix, moved, prefix.home / "Documents" / "Data Kepegawaian Tahun Dua Ribu Dua Puluh Enam" / "ASN")
    finally:
        shutil.move(moved, program)
