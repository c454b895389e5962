"""`dev.py fuzz`: a folder of workbooks as they are, or spoilt ones for some minutes; what must not be is kept."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.fuzzing.mutations import spoilt
from tests.fuzzing.trial import Trials, Verdict

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "tests" / "samples"


def main() -> int:
    """The exit code is 1 where a file ended as none may."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS, help="workbooks to begin with")
    parser.add_argument("--as-they-are", action="store_true", help="try each file once, unspoilt")
    parser.add_argument("--minutes", type=float, default=5.0, help="how long to spoil and try")
    parser.add_argument("--seed", type=int, default=1, help="another number spoils in other ways")
    parser.add_argument("--keep", type=Path, default=ROOT / "out" / "fuzz", help="where findings are put")
    told = parser.parse_args()
    files = sorted(path for path in told.folder.rglob("*") if path.is_file())
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, Trials() as trials:
        paths = iter(files) if told.as_they_are else _spoilt(files, Path(folder), told.seed, told.minutes * 60)
        for path in paths:
            verdict = trials.of(path)
            counts[verdict.kind] += 1
            if not verdict.is_sound:
                _keep(verdict, told.keep)
    print(", ".join(f"{kind}: {count}" for kind, count in sorted(counts.items())))
    return 1 if set(counts) - {"plan", "question", "refusal"} else 0


def _spoilt(files: list[Path], folder: Path, seed: int, seconds: float) -> Iterator[Path]:
    contents = [(path, path.read_bytes()) for path in files]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        path, content = contents[seed % len(contents)]
        target = folder / f"{seed}-{path.name}"
        target.write_bytes(spoilt(content, seed))
        yield target
        target.unlink()
        seed += 1


def _keep(verdict: Verdict, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / verdict.path.name).write_bytes(verdict.path.read_bytes())
    print(f"{verdict.kind} after {verdict.seconds:.1f} s: {verdict.path}\n{verdict.detail}\n")


if __name__ == "__main__":
    sys.exit(main())
