"""The profile of a person as a document on paper: who, the present state, and everything by kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from smartpns_desktop.words.labels import show_date, show_number
from ui.pages.employee_forms import record_fields
from ui.people.header import jp_note, where
from ui.people.identity_tab import fact
from ui.people.person import Person, by_year
from ui.people.timeline import HISTORIES, NAMES, Event, joined, timeline, training_event
from ui.texts import tr
from ui.theme.tokens import LIGHT

_STYLE = f"""
body{{font-size:8.5pt;color:{LIGHT.text}}} p{{margin:0}} .small{{color:{LIGHT.text2}}}
.name{{font-size:14pt;font-weight:600}} td{{padding:1px 8px 1px 0}} .right{{text-align:right}}
.head{{font-size:10pt;font-weight:600;color:{LIGHT.accent};margin-top:10px;margin-bottom:2px}}
"""
_WIDTHS = (14, 36, 40, 10)
"""Per cent of the page's width for day, title, note and JP."""

_TOLD = frozenset(
    "previous_nip birth_place birth_date sex religion marital_status nik cpns_date pns_date phone email official_email "
    "address".split()
)
"""Fields of the record that a profile tells."""


def profile_html(person: Person, office: str, today: date) -> str:
    """The document as HTML that Qt's text documents understand; every value of the record is escaped."""
    now, year = person.record.current, person.year
    grade = joined(now.get("grade"), now.get("rank"))
    goal = tr(" dari {goal}", goal=show_number(year.minimum)) if year.minimum else ""
    jp = tr("JP {year}: {jp}{goal} JP", year=year.year, jp=show_number(year.counted), goal=goal)
    events = timeline(person.record, ())
    parts = [
        f"<p class='small'>{escape(joined(tr('Profil pegawai'), office))}</p><p class='name'>{escape(person.name)}</p>",
        f"<p>{escape(joined(tr('NIP {number}', number=person.number), str(person.record.kind), grade))}</p>",
        f"<p>{escape(joined(now.get('post'), where(person)))}</p>",
        f"<p>{escape(jp)} · {escape(jp_note(year))}</p>",
        _identity(person),
        *(_section(NAMES[kind], _rows(it for it in events if it.thing.kind is kind)) for kind in HISTORIES),
        _section(tr("Pelatihan"), _trainings(person)),
        f"<p class='small'><br>{escape(tr('Dicetak {date}', date=show_date(today)))}</p>",
    ]
    return f"<html><head><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>"


def _identity(person: Person) -> str:
    told = [(it.label, fact(it, getattr(person.record, it.name))) for it in record_fields() if it.name in _TOLD]
    cells = [f"<td class='small'>{escape(name)}</td><td>{escape(value)}</td>" for name, value in told if value]
    rows = (f"<tr>{''.join(cells[place : place + 2])}</tr>" for place in range(0, len(cells), 2))
    return _section(tr("Identitas"), "".join(rows))


def _rows(events: Iterable[Event]) -> str:
    return "".join(_row(_day(it), f"<b>{escape(it.title)}</b>", escape(it.note)) for it in events)


def _trainings(person: Person) -> str:
    rows = []
    for year in by_year(person.trainings):
        title = str(year.year) if year.year else tr("Tanpa tahun")
        sums = tr("{jp} JP", jp=show_number(year.counted))
        rows.append(_row(f"<b>{title}</b>", "", "", f"<b>{escape(sums)}</b>"))
        events: Sequence[Event] = [training_event(row) for row in year.trainings]
        rows += [_row(_day(it), escape(it.title), escape(it.note), escape(it.jp)) for it in events]
    return "".join(rows)


def _day(event: Event) -> str:
    return show_date(event.day) if event.day else "—"


def _row(*cells: str) -> str:
    """Day, title, note and JP; what is not told stays empty."""
    told = (*cells, *("" for _ in _WIDTHS[len(cells) :]))
    sides = ("", "", "", " class=right")
    return "<tr>" + "".join(map("<td width='{}%'{}>{}</td>".format, _WIDTHS, sides, told)) + "</tr>"


def _section(title: str, rows: str) -> str:
    """A heading and a table; nothing where there are no rows."""
    if not rows:
        return ""
    table = f"<table width='100%' cellspacing=0 style='margin-bottom:8px'>{rows}</table>"
    return f"<p class='head'>{escape(tr(title))}</p>{table}"
