"""Every code that the program can raise has its sentence, and no sentence asks for what nobody tells."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from smartpns_desktop.domain.problems import REJECTING
from smartpns_desktop.words import errors, notices, problems
from smartpns_desktop.words.sentences import fill, listed, placeholders, quoted, within

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"[a-z]+\.[a-z][a-z0-9_]*")
MAKERS = {
    "Problem": problems.SENTENCES,
    "Unread": problems.SENTENCES,
    "NipFault": problems.SENTENCES,
    "NikFault": problems.SENTENCES,
    "object": problems.SENTENCES,
    "Notice": notices.SENTENCES,
    "CannotDo": errors.SENTENCES,
}
TABLES = {
    "problems": (problems.SENTENCES, problems.FACTS),
    "fuller problems": (problems.FULLER, problems.FACTS),
    "notices": (notices.SENTENCES, notices.FACTS),
    "errors": (errors.SENTENCES, errors.FACTS),
    "fuller errors": (errors.FULLER, errors.FACTS),
}
ALL = {(table, code): text for table, (texts, _) in TABLES.items() for code, text in texts.items()}


def raised() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Where a code is raised, the code, and the table that should hold its sentence."""
    for folder in ("smartpns_desktop", "db", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and _name(call.func) in MAKERS:
                    for code in _codes(call):
                        yield f"{path.name}:{call.lineno}", code, MAKERS[_name(call.func)]


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _codes(call: ast.Call) -> Iterator[str]:
    code_alone = _name(call.func) == "CannotDo"
    for argument in call.args[:1] if code_alone else call.args:
        texts = (node.value for node in ast.walk(argument) if isinstance(node, ast.Constant))
        yield from (text for text in texts if isinstance(text, str) and (code_alone or CODE.fullmatch(text)))


def test_every_code_in_the_source_has_a_sentence() -> None:
    found = list(raised())
    assert len(found) > 20
    silent = [f"{place} {code}" for place, code, sentences in found if code not in sentences]
    assert not silent, f"Give each a sentence in words/: {silent}"


def spoken() -> set[str]:
    """Every text in the source but the keys of tables."""
    found: set[str] = set()
    for folder in ("smartpns_desktop", "db", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
            keys = {id(key) for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
            texts = (node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in keys)
            found.update(text for text in texts if isinstance(text, str))
    return found


@pytest.mark.parametrize("table", ["problems", "notices", "errors"])
def test_no_sentence_is_for_what_nobody_tells(table: str) -> None:
    unsaid = TABLES[table][0].keys() - spoken()
    assert not unsaid, f"Nothing tells these: {sorted(unsaid)}"


def test_every_rejecting_code_has_a_sentence() -> None:
    assert set(problems.SENTENCES) >= REJECTING


@pytest.mark.parametrize("table", TABLES)
def test_sentences_ask_only_for_known_facts(table: str) -> None:
    sentences, facts = TABLES[table]
    asked = {code: placeholders(text) - facts for code, text in sentences.items()}
    assert not {code: strange for code, strange in asked.items() if strange}


@pytest.mark.parametrize(
    ("plain", "fuller"), [(problems.SENTENCES, problems.FULLER), (errors.SENTENCES, errors.FULLER)]
)
def test_a_fuller_sentence_has_a_plain_one_and_tells_more(plain: Mapping[str, str], fuller: Mapping[str, str]) -> None:
    assert set(fuller) <= set(plain)
    assert all(placeholders(text) - placeholders(plain[code]) for code, text in fuller.items())


@pytest.mark.parametrize(("place", "text"), ALL.items(), ids=lambda it: " ".join(it) if it in ALL else "")
def test_sentences_are_well_formed(place: tuple[str, str], text: str) -> None:
    assert text[0].isupper() or text[0] == "{"
    assert text.endswith(".")
    assert "  " not in text
    assert " ," not in text
    assert '"' not in text
    assert text.count("(") == text.count(")")
    assert not re.search(r"\b(\w+) \1\b", re.sub(r"\{\w+\}", "", text)), place


def test_the_fuller_sentence_needs_all_its_facts() -> None:
    assert fill("Kolom {field} salah.", "Kolom {field} salah: {known}.", {"field": "x"}, "itu") == "Kolom x salah."
    assert fill("Kolom {field} salah.", "Kolom {field} salah: {known}.", {"field": "x", "known": ""}, "itu") == (
        "Kolom x salah."
    )
    assert fill("Kolom {field} salah.", "Kolom {field} salah: {known}.", {"field": "x", "known": "y"}, "itu") == (
        "Kolom x salah: y."
    )
    assert fill("Kolom {field} salah.", None, {}, "itu") == "Kolom itu salah."


def test_a_value_with_braces_is_shown_as_it_is() -> None:
    assert fill("Nilai {value}.", None, {"value": "{nip}"}, "") == "Nilai {nip}."


def test_names_are_listed_to_ten() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A dan B"
    assert listed(["A", "B", "C"]) == "A, B, dan C"
    assert listed([str(number) for number in range(1, 11)]) == "1, 2, 3, 4, 5, 6, 7, 8, 9, dan 10"
    assert listed([str(number) for number in range(1, 16)]).endswith("9, 10, dan 5 lainnya")


def test_values_are_quoted_on_one_line_and_cut() -> None:
    assert quoted(" a\n b ") == "“a b”"
    assert quoted("") == ""
    assert len(quoted("x" * 500)) == 82
    assert quoted("x" * 500).endswith("x…”")


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Pangkat", "pangkat"),
        ("Hukuman disiplin", "hukuman disiplin"),
        ("SKP", "SKP"),
        ("IP ASN", "IP ASN"),
        ("NIP lama", "NIP lama"),
    ],
)
def test_a_name_within_a_sentence_keeps_its_abbreviations(name: str, inside: str) -> None:
    assert within(name) == inside
