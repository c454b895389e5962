"""The main job on the sample files, as `python3 dev.py run` shows it: files in, workbooks and reports out."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parent / "samples"
IMPORTS = (
    "siasn_profil_asn.xlsx",
    "riwayat_kursus_siasn.csv",
    "usulan_kebutuhan_tb_diskominfo.xlsx",
    "usulan_kebutuhan_tb_dpuprk.xlsx",
)
EXPORTS = ("employees", "trainings", "study-needs", "agencies")
REPORTS = ("employees", "jp")
COUNTS = ("rows", "new", "changed", "same", "rejected", "batch")

Answer = dict[str, Any]


def main_job(out: Path) -> int:
    """Do it in a fresh data folder under `out`; the exit code of the check."""
    data = out / "data"
    if data.exists():
        shutil.rmtree(data)
    out.mkdir(parents=True, exist_ok=True)
    import_samples(data)
    made = [("export", kind, out / f"{kind}.xlsx") for kind in EXPORTS]
    made += [("report", name, out / f"report-{name}.xlsx") for name in REPORTS]
    for command in made:
        ask(data, *command)
    show([("made", "bytes"), *((file, file.stat().st_size) for _, _, file in made)])
    return subprocess.run(program(data, "check"), check=False).returncode


def import_samples(data: Path) -> None:
    """Import the sample files and print one table, and under it what was found in them."""
    answers = {name: ask(data, "import", SAMPLES / name, "--yes", "--good-rows-only") for name in IMPORTS}
    rows = [(name, it["kind"], *(it[count] for count in COUNTS)) for name, it in answers.items()]
    show([("file", "kind", *COUNTS), *rows])
    for name, answer in answers.items():
        for problem in answer["problems"]:
            sys.stdout.write(f"{name}, row {problem['row']}, {problem['severity']}: {problem['message']}\n")


def program(data: Path, *arguments: str | Path) -> tuple[str | Path, ...]:
    return (sys.executable, "-m", "smartpns_desktop", "--data-dir", data, *arguments)


def ask(data: Path, *arguments: str | Path) -> Answer:
    """Call the program with `--json`; its one object, for exit codes 0 (done) and 1 (some rows rejected)."""
    done = subprocess.run(program(data, "--json", *arguments), stdout=subprocess.PIPE, encoding="utf-8", check=False)
    answer: Answer = json.loads(done.stdout or "{}")
    if done.returncode > 1 or not answer or "error" in answer:
        sentence = answer.get("error", {}).get("message", "no answer")
        raise SystemExit(f"smartpns {' '.join(map(str, arguments))}: {sentence}")
    return answer


def show(rows: Sequence[Sequence[object]]) -> None:
    """Rows as aligned text, the first being the heading; numbers stand right."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    sys.stdout.writelines("  ".join(map(aligned, row, widths)).rstrip() + "\n" for row in texts)
    sys.stdout.flush()


def aligned(text: str, width: int) -> str:
    return text.rjust(width) if text.isdecimal() else text.ljust(width)


if __name__ == "__main__":
    sys.exit(main_job(Path(sys.argv[1])))
