"""Columns share the paper: upright if they can, numbers and NIP whole, texts give way first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.printing.columns import PrintColumn, divide

PORTRAIT, LANDSCAPE = 527.0, 774.0
NIP = PrintColumn("NIP", 160, whole=True, widest="19850101 201001 1 001")


def measure(text: str) -> float:
    return 5.0 * len(text)


def text_columns(*widths: int) -> tuple[PrintColumn, ...]:
    return tuple(PrintColumn("Nama", width) for width in widths)


@pytest.mark.parametrize(
    ("columns", "landscape"),
    [((NIP,), False), ((NIP, *text_columns(300)), False), ((NIP, *text_columns(300, 400, 200)), True)],
)
def test_the_sheet_lies_down_only_for_wide_lists(columns: tuple[PrintColumn, ...], landscape: bool) -> None:
    assert divide(columns, measure, PORTRAIT, LANDSCAPE).landscape is landscape


def test_a_nip_keeps_its_width_while_texts_shrink() -> None:
    widths = divide((NIP, *text_columns(700, 700)), measure, PORTRAIT, LANDSCAPE).widths
    assert widths[0] >= measure(NIP.widest)
    assert widths[1] == widths[2] < 350
    assert sum(widths) == pytest.approx(LANDSCAPE)


def test_texts_take_the_room_that_is_left() -> None:
    widths = divide((NIP, *text_columns(100)), measure, PORTRAIT, LANDSCAPE).widths
    assert sum(widths) == pytest.approx(PORTRAIT)
    assert widths[1] > widths[0]


columns = st.builds(
    PrintColumn, st.text(max_size=30), st.integers(1, 2000), whole=st.booleans(), widest=st.text(max_size=40)
)


@given(st.lists(columns, min_size=1, max_size=40))
def test_no_division_leaves_the_paper(wanted: list[PrintColumn]) -> None:
    division = divide(wanted, measure, PORTRAIT, LANDSCAPE)
    assert sum(division.widths) <= (LANDSCAPE if division.landscape else PORTRAIT) + 0.001
    assert min(division.widths) > 0
