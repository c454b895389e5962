"""Pictures of the pages, rendered without a screen: `python -m ui.pictures FOLDER --data DATA_FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_CLIENT = "1366x688"
"""What a maximised window on the smallest office screen has inside (LOOK.md)."""


def main(arguments: Sequence[str]) -> int:
    """Save a picture of each asked page; `NAME:new` shows its form, `NAME:5` the row with key 5."""
    call = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(call.scale)
    from smartpns_desktop.app import open_app
    from ui.app import open_window, start_qt
    from ui.theme.tokens import DARK, LIGHT

    start_qt()
    app = open_app(call.data)
    window, hooks = open_window(app, DARK if call.dark else LIGHT)
    width, height = (round(int(part) / call.scale) for part in call.size.split("x"))
    window.resize(width, height)
    call.out.mkdir(parents=True, exist_ok=True)
    suffix = ("-150" if call.scale != 1 else "") + ("-gelap" if call.dark else "")
    for name in call.page or _all_pages():
        path = call.out / f"{name.replace(':', '-')}{suffix}.png"
        _save(window, name, path)
        print(path)  # noqa: T201 - the answer of this command
    window.close()
    hooks.remove()
    app.close()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui.pictures", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--page", action="append")
    parser.add_argument("--size", default=_CLIENT)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--dark", action="store_true")
    return parser


def _all_pages() -> list[str]:
    from ui.pages.table import places

    return [place.name for place in places()]


def _save(window: MainWindow, name: str, path: Path) -> None:
    from ui.context import Target
    from ui.waiting import settle

    page, _, rest = name.partition(":")
    key = int(rest) if rest.isdigit() else None
    window.go(Target(page, key=key, act="" if key is not None else rest))
    settle(window.context.operations)
    window.grab().save(str(path))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
