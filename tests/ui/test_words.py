"""What the user reads: every text goes through `tr` or words/, is Indonesian, and gets all of its facts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

UI = Path(__file__).resolve().parents[2] / "ui"
WORDS = UI.parent / "smartpns_desktop" / "words"

SHOWN: dict[str, tuple[int, ...]] = {
    "Badge": (0,),
    "Banner": (1, 2, 3),
    "Bar": (0, 2),
    "Card": (0,),
    "EmptyState": (1, 2),
    "Facet": (1,),
    "Field": (1,),
    "ListKind": (1,),
    "PageHeader": (0,),
    "Panel": (0, 1),
    "Place": (1,),
    "QAction": (0, 1),
    "QCheckBox": (0,),
    "QLabel": (0,),
    "QPushButton": (0,),
    "QRadioButton": (0,),
    "State": (0,),
    "ViewColumn": (1,),
    "addAction": (0, 1),
    "addItem": (0,),
    "addMenu": (0,),
    "addRow": (0,),
    "addTab": (1,),
    "ask_destructive": (1, 2, 3),
    "button": (0,),
    "getOpenFileName": (1, 3),
    "getSaveFileName": (1, 3),
    "getText": (1, 2),
    "icon_button": (1,),
    "key_cap": (0,),
    "label": (0,),
    "menu_button": (0,),
    "run": (0,),
    "say": (0,),
    "setAccessibleDescription": (0,),
    "setAccessibleName": (0,),
    "setPlaceholderText": (0,),
    "setPrefix": (0,),
    "setStatusTip": (0,),
    "setSuffix": (0,),
    "setTabText": (1,),
    "setText": (0,),
    "setTitle": (0,),
    "setToolTip": (0,),
    "setWhatsThis": (0,),
    "setWindowTitle": (0,),
    "set_line": (0,),
    "set_number": (0, 1),
    "set_text": (1, 2, 3),
    "set_title": (0,),
    "tell": (1, 2),
    "write": (0,),
}
"""Calls whose arguments at these places are read by the user."""

SHOWN_BY_NAME = {"help", "section", "read_only", "link_text", "advice", "fact", "hint", "goal_label", "noun"}
"""Arguments by name that are read by the user wherever they are given."""

OURS = {"SmartPNS", "Ctrl", "Enter", "Esc", "Shift", "Tab"}
"""Names and keys, the same in every language."""

_INK = re.compile(r"[^\W\d_]{2,}")

ENGLISH = re.compile(
    r"\b(the|and|or|of|to|is|are|not|no|yes|ok|file|files|import|imported|export|save|saved|cancel|open|close|closed|"
    r"delete|deleted|edit|search|filter|list|new|add|remove|error|warning|failed|success|backup|restore|undo|redo|"
    r"print|printer|printing|settings|help|loading|please|click|button|user|username|password|email|download|upload|"
    r"update|default|template|sheet|row|rows|column|columns|select|selected|choose|next|previous|back|done|apply|"
    r"preview|training|trainings|employee|employees|agency|agencies|budget|need|needs|page|pages|view|views|sort|"
    r"copy|paste|cut|clear|reset|refresh|reload|retry|unknown|empty|none|name|date|year|number|total amount|window)\b",
    re.IGNORECASE,
)

MISSPELT = re.compile(
    r"\b(dirubah|merubah|silahkan|resiko|ijin|nomer|analisa|aktifitas|aktifasi|obyek|subyek|praktek|jadual|kwalitas|"
    r"sistim|tehnik|hutang|kadaluarsa|sekedar|trampil|antri|karir|propinsi|standarisasi|legalisir|di simpan|di hapus|"
    r"di ubah|di buka|di impor|di isi|kedalam|kesini|disana|dimana|diatas|dibawah|diluar|didalam|apa bila|bila mana|"
    r"non aktif|kerja sama nya|import|eksport|ekspor kan|duplikat kan|pelatihan2|data-data)\b",
    re.IGNORECASE,
)


def modules(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(UI.parent).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in ui/ and where it stands."""
    for path, tree in modules(UI):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield f"{path}:{node.lineno}", node


def translated() -> Iterator[tuple[str, ast.Call, str]]:
    """Every `tr` with its literal text."""
    for where, call in calls():
        if called(call) == "tr" and call.args:
            yield from ((where, call, text) for text in spoken(call.args[0]))


def spoken(node: ast.expr) -> Iterator[str]:
    """Literal texts of an argument, those of both branches; what another call makes of them is not looked into."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.IfExp):
        yield from spoken(node.body)
        yield from spoken(node.orelse)
    elif isinstance(node, ast.BinOp | ast.BoolOp):
        for part in node.values if isinstance(node, ast.BoolOp) else (node.left, node.right):
            yield from spoken(part)


def read_by_the_user(call: ast.Call) -> Iterator[ast.expr]:
    for place in SHOWN.get(called(call), ()):
        if place < len(call.args):
            yield call.args[place]
    for keyword in call.keywords:
        if keyword.arg in SHOWN_BY_NAME:
            yield keyword.value


def is_plain(text: str) -> bool:
    """Nothing to translate: signs, names, keys, HTML tags."""
    bare = re.sub(r"<[^>]*>|\(\*\.\w+\)|&\w+;", "", text)
    return not [word for word in _INK.findall(bare) if word not in OURS]


def test_every_text_that_is_shown_can_be_translated() -> None:
    bare = [
        (where, text)
        for where, call in calls()
        for argument in read_by_the_user(call)
        for text in spoken(argument)
        if not is_plain(text)
    ]
    assert not bare, f"Say it through tr, or let words/ say it: {bare}"


def test_a_translated_text_is_a_literal_and_no_f_string() -> None:
    joined = [where for where, call in calls() if called(call) == "tr" and isinstance(call.args[0], ast.JoinedStr)]
    assert not joined, f'Write tr("… {{name}}", name=…): {joined}'


def test_no_english_is_left() -> None:
    english = [(where, text) for where, _, text in translated() if ENGLISH.search(_without_facts(text))]
    assert not english, english


def test_every_placeholder_is_given_its_fact() -> None:
    wrong = []
    for where, call, text in translated():
        wanted = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        given = {keyword.arg for keyword in call.keywords}
        if wanted != given and None not in given:
            wrong.append((where, text, sorted(map(str, given))))
    assert not wrong, wrong


def test_sentences_keep_to_the_spelling_of_the_official_dictionary() -> None:
    texts = [(where, text) for where, _, text in translated()]
    for path, tree in modules(WORDS):
        docstrings = _docstrings(tree)
        texts += [
            (f"{path}:{node.lineno}", node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if " " in node.value and node.value not in docstrings
        ]
    wrong = [(where, found.group(), text) for where, text in texts if (found := MISSPELT.search(text))]
    assert not wrong, wrong


def test_sentences_have_no_double_spaces_and_close_as_they_open() -> None:
    wrong = [
        (where, text)
        for where, _, text in translated()
        if "  " in text or text.count("“") != text.count("”") or text.count("(") != text.count(")")
    ]
    assert not wrong, wrong


def test_the_rule_itself_finds_what_it_forbids() -> None:
    bad = ast.parse('x.setText("Simpan")\nbutton(f"{a} baris")\nField("n", "Nama")\ny.setText("" if a else "Ada")').body
    found = [
        text
        for line in bad
        if isinstance(line, ast.Expr) and isinstance(line.value, ast.Call)
        for argument in read_by_the_user(line.value)
        for text in spoken(argument)
        if not is_plain(text)
    ]
    assert found == ["Simpan", " baris", "Nama", "Ada"]
    assert ENGLISH.search("Save file")
    assert MISSPELT.search("sudah dirubah")


def _docstrings(tree: ast.Module) -> set[str]:
    """What explains the code: texts that stand as a statement of their own."""
    return {
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def _without_facts(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "", text)
