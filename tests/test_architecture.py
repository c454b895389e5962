"""Who may import whom: every import of the program, held against the table of floors."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("smartpns_desktop", "db", "ui", "resources")
SPREADSHEETS = "python_calamine openpyxl xlsxwriter pandas msoffcrypto"
COMPUTING = "argon2 cryptography docxtpl typst"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Floor:
    """A folder and what its modules may import besides the standard library, as words in a string.

    `late` floors may be imported inside functions or for types alone. A floor may always import itself.
    """

    name: str
    speaks: str
    may: str = ""
    late: str = ""
    libraries: str = ""


CORE = "smartpns_desktop"
DOMAIN, WORDS, EXCHANGE, SERVICES, APP, CLI, STARTING, DOOR = (
    f"{CORE}.{name}" for name in ("domain", "words", "exchange", "services", "app", "cli", "starting", "__main__")
)
FLOORS = (
    Floor("resources", "holds files that ship: no code but an empty __init__.py"),
    Floor("db", "speaks in columns and rows", "db.tables", libraries="sqlalchemy alembic"),
    Floor("db.tables", "says which tables there are", libraries="sqlalchemy"),
    Floor("db.migrations.versions", "changes tables", "db.tables", libraries="sqlalchemy alembic"),
    Floor(CORE, "holds the version, nothing else"),
    Floor(DOMAIN, "speaks in meaning: rules as pure functions on the standard library alone"),
    Floor(WORDS, "holds the Indonesian sentences and labels", DOMAIN),
    Floor(EXCHANGE, "turns workbooks into records", f"{DOMAIN} {WORDS}", libraries=f"{SPREADSHEETS} rapidfuzz"),
    Floor(
        SERVICES,
        "holds the use-cases and opens the transactions",
        f"{CORE} {DOMAIN} {WORDS} {EXCHANGE} db resources",
        libraries=f"{COMPUTING} platformdirs",
    ),
    Floor(APP, "puts the pieces together once", f"{CORE} {SERVICES} db"),
    Floor(
        CLI,
        "is the face without a screen",
        f"{CORE} {APP} {SERVICES} {DOMAIN} {WORDS} {STARTING}",
    ),
    Floor(STARTING, "tells why a start must stop before anything else loads", WORDS, late="resources"),
    Floor(DOOR, "is the door: one line goes up, ui.app inside a function", f"{CLI} {STARTING}", late="ui.app"),
    Floor(
        "ui",
        "shows screens and asks services through app, as types or inside functions",
        f"{CORE} {DOMAIN} {WORDS} resources",
        late=f"{APP} {SERVICES}",
        libraries="PySide6 shiboken6 pyqtgraph",
    ),
    Floor(
        "ui.app",
        "starts the window",
        f"{CORE} {DOMAIN} {WORDS} resources ui",
        late=f"{APP} {SERVICES}",
        libraries="PySide6",
    ),
)
FLOORS += tuple(
    Floor(name, "opens the window where nobody sees it", f"{CORE} {DOMAIN} {WORDS} resources ui ui.app",
          late=f"{APP} {SERVICES}", libraries="PySide6")
    for name in ("ui.pictures", "ui.first_paint")
)  # fmt: skip
BY_NAME = {floor.name: floor for floor in FLOORS}

# Where a line belongs that needs the named floor or library.
BELONGS = {
    "db": "A line that needs the store belongs in smartpns_desktop/services/, its statement in db/queries/.",
    "sqlalchemy alembic": "A statement belongs in db/queries/, a table in db/tables/.",
    SPREADSHEETS: "A line that reads or writes a workbook belongs in smartpns_desktop/exchange/.",
    "rapidfuzz": "A line that compares spellings belongs in smartpns_desktop/exchange/.",
    "PySide6 ui": "A line that shows something belongs in ui/.",
    DOMAIN: "A line that knows what a value means belongs in smartpns_desktop/, not below it.",
    WORDS: "A line that words a sentence belongs at the edge: words/, cli or ui/.",
    EXCHANGE: "A line that needs a workbook is called from smartpns_desktop/services/.",
    f"{SERVICES} {APP}": "A line that asks for a use-case belongs in cli or ui/, through app.",
    CLI: "Only the door, smartpns_desktop/__main__.py, imports the command line.",
    DOOR: "Nothing imports the door.",
}
ELSEWHERE = "See the import table in README.md for the floor that may."


@dataclass(frozen=True)
class Import:
    """One imported module; `late` inside a function or for type checkers alone."""

    line: int
    target: str
    late: bool


def modules(root: Path) -> dict[str, Path]:
    """Every module of the four packages by its dotted name."""
    paths = (path for package in PACKAGES for path in sorted((root / package).rglob("*.py")))
    return {dotted(path.relative_to(root)): path for path in paths}


def dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imports(name: str, known: dict[str, Path]) -> Iterator[Import]:
    """What a module imports, wherever in its text the import stands."""
    package = name if known[name].name == "__init__.py" else name.rpartition(".")[0]
    for node, late in statements(ast.parse(known[name].read_text(encoding="utf-8")), late=False):
        for target in targets(node, package, known):
            yield Import(node.lineno, target, late)


def statements(node: ast.AST, late: bool) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late
        else:
            yield from statements(child, late or isinstance(child, Function) or for_types(child))


def for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def targets(node: ast.Import | ast.ImportFrom, package: str, known: dict[str, Path]) -> Iterator[str]:
    """The modules an import names: `from a import b` means `a.b` where that is a module, else `a`."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    base = ".".join([*parents, node.module] if node.module else parents)
    yield from {f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base for alias in node.names}


def floor_of(name: str) -> str | None:
    """The nearest floor that holds a module of ours; `None` for a library."""
    while name and name not in BY_NAME:
        name = name.rpartition(".")[0]
    return name or None


def allowed(floor: Floor, found: Import) -> bool:
    wanted = floor_of(found.target)
    if wanted is not None:
        may = [floor.name, *floor.may.split(), *(floor.late.split() if found.late else ())]
        return wanted in may
    library = found.target.partition(".")[0]
    return library in floor.libraries.split() or (library in sys.stdlib_module_names and floor.name != "resources")


def belongs(target: str) -> str:
    wanted = floor_of(target) or target.partition(".")[0]
    wanted = "db" if wanted.startswith("db.") else wanted
    return next((sentence for names, sentence in BELONGS.items() if wanted in names.split()), ELSEWHERE)


def misplaced(root: Path) -> list[str]:
    """One sentence for each import that the table of floors forbids."""
    known = modules(root)
    return [
        f"{known[name].relative_to(root).as_posix()}:{found.line} imports {found.target}, "
        f"but {floor.name} {floor.speaks}. {belongs(found.target)}"
        for name in known
        for floor in [BY_NAME[floor_of(name) or ""]]
        for found in imports(name, known)
        if not allowed(floor, found)
    ]


def cycle(root: Path) -> list[str]:
    """A ring of modules that import each other, or nothing."""
    known = modules(root)
    graph = {name: {it.target for it in imports(name, known)} & known.keys() - {name} for name in known}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_every_import_stays_on_its_floor() -> None:
    assert not misplaced(ROOT), "\n" + "\n".join(misplaced(ROOT))


def test_no_modules_import_each_other_in_a_ring() -> None:
    assert not cycle(ROOT), " → ".join(cycle(ROOT))


@pytest.mark.parametrize(
    ("module", "text", "sentence"),
    [
        (f"{CORE}/domain/nip", "def f():\n    from db import keys", "belongs in smartpns_desktop/services/"),
        (
            f"{CORE}/domain/nip",
            "if TYPE_CHECKING:\n    import pandas",
            "belongs in smartpns_desktop/exchange/",
        ),
        (f"{CORE}/services/undo", "from sqlalchemy import select", "belongs in db/queries/"),
        (f"{CORE}/services/undo", "from .. import cli", "Only the door"),
        (f"{CORE}/cli/main", "import smartpns_desktop.__main__", "Nothing imports the door"),
        (f"{CORE}/__main__", "from ui.app import run", "ui.app inside a function"),
        ("ui/page", "from smartpns_desktop.services import undo", "asks services through app, as types"),
        ("db/keys", "from smartpns_desktop.domain import nip", "belongs in smartpns_desktop/, not below"),
        ("resources/reader", "import csv", "no code"),
    ],
)
def test_a_misplaced_import_is_told_where_it_belongs(module: str, text: str, sentence: str, tmp_path: Path) -> None:
    for name in ("db/keys", f"{CORE}/domain/nip", f"{CORE}/cli/__init__", f"{CORE}/services/undo", module):
        plant(tmp_path / f"{name}.py", "")
    plant(tmp_path / f"{module}.py", text)
    (found,) = misplaced(tmp_path)
    assert found.startswith(f"{module}.py:")
    assert sentence in found


def test_imports_along_the_stream_are_free(tmp_path: Path) -> None:
    plant(tmp_path / CORE / "__main__.py", "def main():\n    from ui.app import run")
    plant(tmp_path / "ui/app.py", "def run():\n    from smartpns_desktop.app import App")
    plant(tmp_path / CORE / "app.py", "from db import Database\nfrom smartpns_desktop.services import undo")
    assert misplaced(tmp_path) == []
    assert cycle(tmp_path) == []


def test_a_ring_is_found_through_type_only_imports(tmp_path: Path) -> None:
    plant(tmp_path / "db/a.py", "from db import b")
    plant(tmp_path / "db/b.py", "if TYPE_CHECKING:\n    from db.a import A")
    plant(tmp_path / "db/__init__.py", "")
    assert set(cycle(tmp_path)) == {"db.a", "db.b"}


def plant(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_only_db_sqlite_opens_the_driver() -> None:
    known = modules(ROOT)
    strangers = [name for name in known for it in imports(name, known) if it.target.startswith("sqlite3")]
    assert all(name.startswith("db.sqlite") for name in strangers), f"Belongs in db/sqlite/: {strangers}"
