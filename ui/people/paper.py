"""What the documents about a person have in common on paper: letterhead, headings, facts and tables, as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from ui.texts import tr
from ui.theme.tokens import LIGHT

if TYPE_CHECKING:
    from smartpns_desktop.services.office import OfficeProfile

_STYLE = f"""
body{{font-size:8.5pt;color:{LIGHT.text}}} p{{margin:0}} .small{{color:{LIGHT.text2}}}
.name{{font-size:14pt;font-weight:600}} td,th{{padding:2px 8px 1px 0;text-align:left}} .right{{text-align:right}}
.head{{font-size:10pt;font-weight:600;color:{LIGHT.accent};margin-top:10px;margin-bottom:2px}}
th{{color:{LIGHT.text2};font-weight:600}} .kop{{font-size:11pt}} .office{{font-size:14pt;font-weight:600}}
"""


def document(profile: OfficeProfile, *parts: str) -> str:
    """The whole document under the letterhead, as Qt's text documents understand it."""
    body = letterhead(profile) + "".join(parts)
    return f"<html><head><style>{_STYLE}</style></head><body>{body}</body></html>"


def letterhead(profile: OfficeProfile) -> str:
    """The government and the office with a line below; nothing where nobody has told them."""
    above = tr("PEMERINTAH {place}", place=profile.place.upper()) if profile.place else ""
    lines = [f"<p align=center class='{kind}'>{escape(text)}</p>"
             for text, kind in ((above, "kop"), (profile.office, "office")) if text]  # fmt: skip
    return "".join(lines) + "<hr>" if lines else ""


def heading(title: str, subtitle: str = "") -> str:
    """What the document is about."""
    below = f"<p class='small'>{escape(subtitle)}</p>" if subtitle else ""
    return f"<p class='name'>{escape(title)}</p>{below}"


def facts(told: Sequence[tuple[str, str]]) -> str:
    """Names and values, two pairs to a row; those without a value are left out."""
    cells = [f"<td class='small'>{escape(name)}</td><td>{escape(value)}</td>" for name, value in told if value]
    rows = (f"<tr>{''.join(cells[place : place + 2])}</tr>" for place in range(0, len(cells), 2))
    return f"<table width='100%' cellspacing=0>{''.join(rows)}</table>" if cells else ""


def section(title: str, body: str) -> str:
    """A heading above something; nothing where there is nothing."""
    return f"<p class='head'>{escape(title)}</p>{body}" if body else ""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int] = ()) -> str:
    """Rows of texts under headings that stand on every page.

    `widths` are in per cent; where they are told the last column is one of numbers, and stands at the right.
    """
    lines = [_row("td", row, widths) for row in rows]
    if not lines:
        return ""
    head = f"<thead>{_row('th', headings, widths)}</thead>" if any(headings) else ""
    return f"<table width='100%' cellspacing=0 style='margin-bottom:8px'>{head}{''.join(lines)}</table>"


def _row(cell: str, texts: Sequence[str], widths: Sequence[int]) -> str:
    told = []
    for place, text in enumerate(texts):
        width = f" width='{widths[place]}%'" if widths else ""
        side = " class=right" if widths and place == len(widths) - 1 else ""
        told.append(f"<{cell}{width}{side}>{escape(text)}</{cell}>")
    return f"<tr>{''.join(told)}</tr>"
