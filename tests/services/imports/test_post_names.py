"""Posts of one name: known by it, of another kind or echelon one of their own, never asked about."""

from __future__ import annotations

from smartpns_desktop.app import App
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, listed, nip, notices

HEADING: list[Cell] = ["NIP", "Nama", "Jabatan", "Eselon", "Unit Kerja"]


def test_a_post_of_a_known_name_is_never_asked_about(app: App, sheet: SheetWriter) -> None:
    first = imported(app, sheet([HEADING, [nip(1), "Siti", "Sekretaris", "III.a", "Dinas A"]], "first.xlsx"))
    assert notices(first)["positions.created"] == ("Sekretaris",)
    look = app.imports.look(sheet([HEADING, [nip(2), "Budi", "Sekretaris", "III.b", "Dinas A"]]))
    plan = app.imports.plan_of(look, ImportChoices("employees"))
    assert app.imports.questions_of(plan) == ()
    assert (notices(plan), plan.needs_consent) == ({"positions.varied": ("Sekretaris",)}, False)
    app.imports.apply(plan)
    assert [row["echelon"] for row in listed(app, "positions")] == ["31", "32"]
