"""The commands: each asks one service and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from smartpns_desktop.cli import attaching, care, gaps, health, importing, lists, people, updating, workbooks
from smartpns_desktop.cli.output import Output
from smartpns_desktop.domain.errors import Outcome


@dataclass(frozen=True, slots=True)
class Command:
    """What carries a command out, and whether the store must be open for it."""

    run: Callable[[Any, Any, Output], Outcome]
    needs_store: bool = True


COMMANDS: dict[str, Command] = {
    "import": Command(importing.import_file),
    "undo": Command(importing.undo),
    "redo": Command(importing.redo),
    "duplicates": Command(people.duplicates),
    "merge": Command(people.merge),
    "unmerge": Command(people.unmerge),
    "different": Command(people.different),
    "person": Command(people.person),
    "absence": Command(people.absence),
    "attach": Command(attaching.attach),
    "gap": Command(gaps.gap),
    "due": Command(lists.due),
    "search": Command(lists.search),
    "list": Command(lists.list_kind),
    "export": Command(workbooks.export),
    "template": Command(workbooks.template),
    "report": Command(workbooks.report),
    "check": Command(care.check),
    "health": Command(health.health),
    "backup": Command(care.backup),
    "restore": Command(care.restore, needs_store=False),
    "update": Command(updating.update),
    "demo": Command(care.demo),
    "self-test": Command(care.self_test, needs_store=False),
}
