"""Two sides measured in turn, in processes of their own; their ratio against its bound, in words or as JSON."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

if sys.platform == "win32":
    resource = None
else:
    import resource


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure against its bound: `value` and `bound` in `unit`, and what they were made of."""

    name: str
    value: float
    bound: float
    unit: str = "×"
    detail: str = ""

    @property
    def verdict(self) -> str:
        """`ok` within the bound, else `slow`."""
        return "ok" if self.value <= self.bound else "slow"


@dataclass(frozen=True, order=True, slots=True)
class Run:
    """What one run of one side took: seconds, and the most memory its process held, in megabytes.

    `found` is what the work gave back where that is a number: how many faults it named.
    """

    seconds: float
    megabytes: float = 0.0
    found: int = 0


def tell(figures: Sequence[Figure]) -> None:
    """Print one line per figure, or one JSON object where the command line asks for it."""
    if "--json" in sys.argv:
        rows = {it.name: {**asdict(it), "verdict": it.verdict} for it in figures}
        print(json.dumps({"ratios": rows}, ensure_ascii=False))
        return
    for it in figures:
        bound = f"bound {it.bound:g} {it.unit}"
        print(f"{it.verdict:4}  {it.name}: {it.value:.2f} {it.unit} ({bound}){'  ' + it.detail if it.detail else ''}")


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(rounds: int, *sides: Callable[[], Run]) -> list[list[Run]]:
    """Each side's runs; the sides take turns, so that what else the machine does strikes them alike."""
    runs: list[list[Run]] = [[] for _ in sides]
    for _ in range(rounds):
        for place, side in enumerate(sides):
            runs[place].append(side())
    return runs


def seconds(runs: Sequence[Run]) -> float:
    """Median of the runs."""
    return statistics.median(run.seconds for run in runs)


def compared(name: str, ours: Sequence[Run], floor: Sequence[Run], bound: float) -> Figure:
    """Median of the rounds' ratios, told with the seconds of the round it comes from."""
    rounds = sorted((one.seconds / other.seconds, one, other) for one, other in zip(ours, floor, strict=True))
    ratio, one, other = rounds[(len(rounds) - 1) // 2]
    return Figure(name, ratio, bound, detail=f"{one.seconds:.3f} s to {other.seconds:.3f} s")


def apart(script: str | Path, side: str, *arguments: Path, python: Path | None = None) -> Run:
    """Run one side of a script in a process of its own, which answers through `answer`.

    `python` is another interpreter than this one; it finds our `measuring` too.
    """
    command = (python or sys.executable, script, "--side", side, *map(str, arguments))
    there = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8", env=there)
    return Run(**json.loads(done.stdout))


def side_asked(sides: Mapping[str, Callable[..., object]]) -> Callable[[], object] | None:
    """The side that `apart` asks of this script, with its paths; `None` where a person calls the script."""
    if "--side" not in sys.argv:
        return None
    name, *paths = sys.argv[sys.argv.index("--side") + 1 :]
    return partial(sides[name], *map(Path, paths))


def answer(work: Callable[[], object]) -> None:
    """What a process of its own tells about its work."""
    found: list[object] = []
    took = timed(lambda: found.append(work()))
    count = found[0] if isinstance(found[0], int) else 0
    print(json.dumps(asdict(Run(took, peak_megabytes(), count))))


def peak_megabytes() -> float:
    """The most memory that this process has held so far; 0 where the system does not tell."""
    if resource is None:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
