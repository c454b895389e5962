"""Religion, marital status and standing in a sheet: the list's own spelling, answers, and what nobody knows."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.standings import plain_name
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, nip, warned

SITI = nip(1)
HEADING: list[Cell] = ["NIP", "Nama", "Agama", "Status Kawin", "Kedudukan Hukum", "TMT Kedudukan"]


def told(app: App) -> tuple[object, object, object]:
    row = employee(app, SITI)
    return row["religion"], row["marital_status"], row["standing"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["ISLAM", "K", "PNS Aktif"], ("Islam", "Menikah", "Aktif")),
        (["Katholik", "Cerai Hidup", "CLTN"], ("Katolik", "Cerai", "Cuti di Luar Tanggungan Negara")),
        (["Budha", "TK/0", "MPP"], ("Buddha", "Belum Menikah", "Masa Persiapan Pensiun")),
        (["Islam", "Menikah", "Pensiun BUP"], ("Islam", "Menikah", "Pensiun BUP")),
    ],
)
def test_spellings_become_the_lists_own(
    app: App, sheet: SheetWriter, cells: list[Cell], expected: tuple[str, str, str]
) -> None:
    plan = imported(app, sheet([HEADING, [SITI, "Siti Aminah", *cells, date(2020, 1, 1)]]))
    assert (warned(plan), told(app)) == ([], expected)
    again = sheet([HEADING, [SITI, "Siti Aminah", *map(str, expected), date(2020, 1, 1)]])
    assert counts(imported(app, again)) == {"same": 1}


def test_what_nobody_knows_is_kept_told_and_asked(app: App, sheet: SheetWriter) -> None:
    path = sheet([HEADING, [SITI, "Siti Aminah", "Sunda Wiwitan", "Pisah ranjang", "Dipekerjakan", date(2020, 1, 1)]])
    look = app.imports.look(path)
    plan = app.imports.plan_of(look, ImportChoices("employees"))
    assert warned(plan) == [(2, "value.kept")] * 3
    asked = {it.field: it for it in app.imports.questions_of(plan)}
    assert {name: it.code for name, it in asked.items()} == {
        "religion": "religion.unknown",
        "marital_status": "marital_status.unknown",
        "standing": "standing.unknown",
    }
    assert not any(it.rejects for it in asked.values())
    answers = {
        ("religion", "Sunda Wiwitan"): "Kepercayaan terhadap Tuhan YME",
        ("marital_status", "Pisah ranjang"): LEAVE,
        ("standing", "Dipekerjakan"): "Aktif",
    }
    app.imports.apply(app.imports.plan_of(look, ImportChoices("employees", values=answers, sender="Dinas A")))
    assert told(app) == ("Kepercayaan terhadap Tuhan YME", None, "Aktif")
    assert warned(app.imports.plan(path)) == [], "spellings mean the same whoever writes them"


def test_without_an_answer_it_stays_as_written(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([HEADING, [SITI, "Siti", "Sunda Wiwitan", None, "Dipekerjakan", date(2020, 1, 1)]]))
    assert told(app) == ("Sunda Wiwitan", None, "Dipekerjakan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AKTIF", "Aktif"), ("CPNS Aktif", "Aktif"), ("Meninggal dunia", "Meninggal Dunia"), ("Pensiun", "Pensiun"),
        ("Pensiun dini", "Pensiun dini"), ("Aktif kembali", "Aktif kembali"), ("Tidak aktif", None), ("Entah", None),
    ],
)  # fmt: skip
def test_a_standing_of_which_more_is_told_keeps_its_words(text: str, expected: str | None) -> None:
    assert plain_name(text) == expected
