"""The help of each page: there, short, and true about the keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser

from tests.ui.driving import focus, press, show
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.table import places
from ui.shell.help import help_text
from ui.waiting import settle

PAGES = [place.name for place in places()]
KEY = re.compile(r"\b(?:(?:Ctrl|Shift|Alt)\+)+[\w↑↓←→]+|\bF\d+\b|\b(?:Enter|Esc|Delete|Spasi|Tab)\b")
HANDLED = {"Enter", "Esc", "Spasi", "Tab", "Shift+klik", "Ctrl+A"}
"""What widgets answer to without a short-cut: opening, going back, marking, moving on, sorting, choosing all."""
SPELLED = {"Delete": "Del", "↑": "Up", "↓": "Down", "←": "Left", "Enter": "Return"}


def own(name: str) -> str:
    return (files("resources") / "help" / f"{name}.md").read_text(encoding="utf-8")


def keys_in(text: str) -> set[str]:
    return set(KEY.findall(text))


def shortcuts(window: MainWindow) -> set[str]:
    """Every key that something in the window answers to now."""
    found: list[QKeySequence] = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    for action in window.findChildren(QAction):
        found += action.shortcuts()
    return {key.toString() for key in found}


def standing(names: Iterable[str]) -> set[str]:
    """Keys of the help as Qt spells them."""
    spelled = set()
    for name in names:
        head, plus, last = name.rpartition("+")
        spelled.add(f"{head}{plus}{SPELLED.get(last, last)}")
    return spelled


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_short_help_of_its_own(name: str) -> None:
    lines = own(name).splitlines()
    title = next(place.title for place in places() if place.name == name)
    assert lines[0] == f"# {title}"
    assert 15 <= len(lines) <= 40
    assert "## Tombol" in lines
    assert "## Bila ada yang tidak beres" in lines
    assert max(map(len, lines)) <= 125


@pytest.mark.parametrize("name", PAGES)
def test_what_holds_everywhere_stands_below(name: str) -> None:
    assert help_text(name).startswith(own(name))
    assert help_text(name).endswith(own("program"))


def test_an_unknown_page_has_the_help_of_the_program() -> None:
    assert help_text("tidak-ada") == own("program")


@pytest.mark.parametrize("name", PAGES)
def test_every_key_that_is_named_is_one_the_page_has(active: MainWindow, name: str) -> None:
    page = show(active, name)
    known = shortcuts(active)
    for act in {"employees": ("new", ""), "exchange": ("import",)}.get(name, ()):
        active.go(Target(name, act=act))
        settle(active.context.operations)
        known |= shortcuts(active)
        if not act:
            page.to_main()
            press(active, "Return")
            settle(active.context.operations)
            known |= shortcuts(active)
    assert standing(keys_in(own(name)) - HANDLED) <= known


def test_every_key_of_the_program_is_one_it_has(active: MainWindow) -> None:
    show(active, "employees", "new")
    assert standing(keys_in(own("program")) - HANDLED) <= shortcuts(active)


TOPICS = {"moving": "# Pindah ke komputer baru", "shared": "# Data bersama", "portable": "# Portabel"}
LINK = re.compile(r"\]\(([\w-]+)\)")


@pytest.mark.parametrize("name", TOPICS)
def test_what_concerns_the_whole_program_has_a_page_of_its_own(name: str) -> None:
    lines = own(name).splitlines()
    assert lines[0] == TOPICS[name]
    assert len(lines) <= 40
    assert "## Bila ada yang tidak beres" in lines
    assert max(map(len, lines)) <= 125


def test_every_link_leads_to_a_page_and_every_page_is_led_to() -> None:
    folder = files("resources") / "help"
    texts = {it.name.removesuffix(".md"): it.read_text(encoding="utf-8") for it in folder.iterdir()}
    linked = {link for text in texts.values() for link in LINK.findall(text)}
    assert linked <= texts.keys()
    assert TOPICS.keys() <= linked


def test_a_link_is_followed(active: MainWindow) -> None:
    show(active, "settings")
    press(active, "F1")
    dialog = next(it for it in active.findChildren(QDialog) if it.isVisible())
    text = dialog.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    text.anchorClicked.emit(QUrl("moving"))
    assert text.toPlainText().startswith("Pindah ke komputer baru")
    dialog.close()


def test_the_keys_are_found_in_the_text() -> None:
    assert keys_in("**Ctrl+Shift+V** lalu **Alt+↓**, F2, Esc. **Shift+klik** judul") == {
        "Ctrl+Shift+V", "Alt+↓", "F2", "Esc", "Shift+klik"
    }  # fmt: skip


def test_f1_shows_the_help_of_the_page_in_front(active: MainWindow) -> None:
    show(active, "agencies")
    press(active, "F1")
    dialog = next(it for it in active.findChildren(QDialog) if it.isVisible())
    text = dialog.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert text.toPlainText().startswith("Perangkat Daerah")
    assert "Di semua halaman" in text.toPlainText()
    dialog.findChildren(QPushButton)[-1].click()
    assert not dialog.isVisible()
    assert focus(active)
