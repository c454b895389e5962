"""Tags and texts of pages, however carelessly they were written."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.exchange.markup import Malformed, Tag, stream


def texts(page: str) -> str:
    return "".join(part for part in stream(page) if isinstance(part, str))


def test_tags_and_texts_come_in_order() -> None:
    assert list(stream("a<TD Align=right>b &amp; c</td ><br/>")) == [
        "a", Tag("td", False, " Align=right"), "b & c", Tag("td", True, " "), Tag("br", False, "/")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<td colspan=2 rowspan='3'>", {"colspan": "2", "rowspan": "3"}),
        ('<td TITLE="a > b &amp; c"hidden>', {"title": "a > b & c", "hidden": ""}),
        ("<td title=Ma'ruf x:num>", {"title": "Ma'ruf", "x:num": ""}),
        ("<td a=1 a=2/>", {"a": "1"}),
        ('<td style = "display : none">', {"style": "display : none"}),
        ("<td =x '>", {"=x": "", "'": ""}),
    ],
)
def test_what_a_tag_carries(tag: str, expected: dict[str, str]) -> None:
    (found,) = stream(tag)
    assert isinstance(found, Tag)
    assert found.attributes() == expected


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("a < b, c<1 & d", "a < b, c<1 & d"),
        ("&#x27;1980&nbsp;&eacute;&#8211;", "'1980\xa0é–"),
        ("<!-- <td>x</td> -->a<!---->b<!-->c", "abc"),
        ("<![if supportMisalignedColumns]>a<![endif]>", "a"),
        ("<?xml version='1.0'?><!DOCTYPE html>a", "a"),
        ("<style>td{a>b}</style><script>if (a<b) '</td>'</SCRIPT >a<title>b</title>", "a"),
        ("<script src=x />a<td>b", "ab"),
        ("<title>never ended a", "never ended a"),
    ],
)
def test_what_is_shown(page: str, shown: str) -> None:
    assert texts(page) == shown


@pytest.mark.parametrize("page", ["<table><tr><td>1<t", '<td>a<td class="b', "<td>a<!-- b"])
def test_a_page_that_breaks_off_is_malformed(page: str) -> None:
    with pytest.raises(Malformed):
        list(stream(page))


@pytest.mark.parametrize("part", ["<", "<a ", "<a x='", '<a "', "<!--", "<!", "<title>", "&#", "</", "<a\n=\n"])
def test_no_page_takes_long(part: str) -> None:
    start = time.monotonic()
    with suppress(Malformed):
        list(stream(part * 200_000))
    assert time.monotonic() - start < 8


@given(
    st.lists(st.sampled_from(["<td>", "</td>", "<!--", "-->", "<a b='", "'", '"', ">", "x", "<", "&amp;", "<script>"]))
)
def test_any_soup_is_a_stream_or_malformed(parts: list[str]) -> None:
    page = "".join(parts)
    try:
        found = list(stream(page))
    except Malformed:
        return
    assert sum(len(it) for it in found if isinstance(it, str)) <= len(page)
