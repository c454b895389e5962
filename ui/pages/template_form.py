"""The form that makes a template for one agency, filled with what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from smartpns_desktop.words.labels import field_label, kind_label
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.importing.draft import KINDS
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.watch import Watch
    from ui.context import Context


class TemplatePage(FormPage):
    """Asks for kind and agency, then for the file (`ask_file`, from the kind; `None` where the user gives none)."""

    def __init__(self, context: Context, ask_file: Callable[[str], Path | None]) -> None:
        self._ask_file = ask_file
        self._out: Path | None = None
        fields = (
            Field("kind", tr("Jenis data"), FieldKind.CHOICE, required=True),
            Field("agency", field_label("employees", "agency"), FieldKind.SEARCHED, choices="agencies", required=True,
                  wide=True, help=tr("Ketik nama, singkatan, atau kode, lalu tekan Enter. Unit bawahannya ikut.")),
        )  # fmt: skip
        form = Form(context, fields, choices={"kind": [(kind, kind_label(kind)) for kind in KINDS]})
        super().__init__(context, tr("Templat untuk perangkat daerah"), form, self._write, self._said)
        form.begin({"kind": KINDS[0]})

    def save(self) -> None:
        """Ask where to put it once nothing is missing."""
        if self.form.errors or self.form.waiting:
            super().save()
            return
        self._out = self._ask_file(str(self.form.values()["kind"]))
        if self._out is not None:
            super().save()

    def _write(self, _watch: Watch, values: Mapping[str, object]) -> None:
        assert self._out is not None
        self._context.app.templates.write(str(values["kind"]), self._out, agency=int(str(values["agency"])))

    def _said(self, _nothing: object) -> str:
        return tr("Templat disimpan: {file}", file=self._out.name if self._out else "")
