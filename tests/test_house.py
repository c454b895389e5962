"""What every file keeps to: sizes, opening sentences, names, and no trace of one machine."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = set(
    """
    .ci .github .gitignore CHANGELOG.md LICENSE README.md benchmarks build.spec db dev.py packaging pyproject.toml
    requirements-dev.in requirements-dev.txt requirements.in requirements.txt resources smartpns_desktop tests
    ui
    """.split()
)
LOCAL = set(
    """
    .git .hypothesis .idea .mypy_cache .pytest_cache .ruff_cache .venv .vscode __pycache__ build dist out
    """.split()
)
MUST_HAVES = [f"M{number}" for number in range(1, 41)]
SOURCE_IDS = [f"S{book}-{number}" for book, last in enumerate((31, 28, 30, 25, 21)) for number in range(1, last + 1)]


@dataclass(frozen=True, slots=True)
class Source:
    """What is measured of a module: its lines, whether it opens with a sentence, and the lines of its functions."""

    lines: int
    is_silent: bool
    functions: dict[str, int]


@cache
def sources() -> dict[str, Source]:
    """All Python of the repository by its path, tests and tools included."""
    folders = ("smartpns_desktop", "db", "ui", "resources", "tests", "benchmarks", "packaging")
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return {place(path): measured(path.read_text(encoding="utf-8")) for path in [*paths, ROOT / "dev.py"]}


def measured(text: str) -> Source:
    tree = ast.parse(text)
    functions = {
        f"{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    return Source(text.count("\n"), bool(tree.body) and not ast.get_docstring(tree), functions)


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Every text file that belongs to the repository, and what it says."""
    found = []
    for top in sorted(TOP_LEVEL):
        for path in (ROOT / top, *sorted((ROOT / top).rglob("*"))):
            if path.is_file() and not LOCAL.intersection(path.relative_to(ROOT).parts):
                try:
                    found.append((place(path), path.read_text(encoding="utf-8")))
                except UnicodeDecodeError:
                    continue
    return tuple(found)


def test_every_module_opens_with_a_sentence() -> None:
    silent = [path for path, source in sources().items() if source.is_silent]
    assert not silent, f"Say in one sentence what belongs in: {silent}"


def test_resources_hold_no_code() -> None:
    code = [(place(path), path.read_text(encoding="utf-8")) for path in (ROOT / "resources").rglob("*.py")]
    assert code == [("resources/__init__.py", "")], "Files that ship and nothing else; code belongs to who reads them"


def test_files_stay_small() -> None:
    long = [path for path, source in sources().items() if source.lines > 300]
    assert not long, f"Split by meaning what is over 300 lines: {long}"


def test_functions_stay_small() -> None:
    sizes = {f"{path}:{name}": lines for path, source in sources().items() for name, lines in source.functions.items()}
    long = [where for where, lines in sizes.items() if lines > 40]
    short = sum(lines <= 20 for lines in sizes.values()) / len(sizes)
    assert not long, f"Split by meaning what is over 40 lines: {long}"
    assert short >= 0.9, f"Nine functions in ten have at most 20 lines; here {short:.1%}"


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = [path for path in sources() if Path(path).stem in {"utils", "util", "common", "helpers", "misc"}]
    assert not drawers, f"Name a file by what it knows: {drawers}"


def test_the_top_level_is_the_agreed_one() -> None:
    strangers = {path.name for path in ROOT.iterdir()} - TOP_LEVEL - LOCAL
    assert not strangers, f"The top level of the repository is fixed; move or remove: {sorted(strangers)}"


def test_no_file_names_a_package_host_or_a_folder_of_one_machine() -> None:
    hosts = r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|(?:deb|archive)\.debian\.org|crates\.io"
    mark = re.compile(rf"{hosts}|(?<![\w./~-])/(?:work|root)/")
    named = [f"{path}: {hit[0]}" for path, text in texts() if (hit := mark.search(text))]
    assert not named, f"Works on one machine only: {named}"


def test_only_db_sqlite_knows_which_database_it_is() -> None:
    mark = re.compile(r"PRAGMA|sqlite3|CREATE TRIGGER|fts5", re.IGNORECASE)
    knowing = [path for path, text in texts() if path.startswith("db/") and path.endswith(".py") and mark.search(text)]
    strangers = [path for path in knowing if not path.startswith(("db/sqlite/", "db/migrations/"))]
    assert not strangers, f"What only SQLite has belongs in db/sqlite/: {strangers}"


def test_the_feature_table_names_every_wish_once() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([MS][\d-]+) \| [^|]+ \| (\w+) \|$", readme, re.MULTILINE)
    assert [wish for wish, _ in rows] == MUST_HAVES + SOURCE_IDS
    assert {state for _, state in rows} <= {"ada", "sebagian", "belum"}
