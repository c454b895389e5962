"""Whose data this is: the office and its region, as the window and the prints name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpns_desktop.words.office import REGION_KINDS
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.texts import tr
from ui.widgets import dialogs
from ui.widgets.buttons import button
from ui.widgets.labels import on_plane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.domain.problems import Problem
    from smartpns_desktop.services.office import OfficeProfile
    from ui.context import Context


class OfficeTab(QWidget):
    """A short form with its own button; saving it is no change of data, so there is nothing to take back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        on_plane(self, "surface")
        self._context = context
        fields = (
            Field("office", tr("Nama kantor"), required=True, help=tr("Misalnya BKPSDM.")),
            Field("region_kind", tr("Jenis daerah"), FieldKind.CHOICE, required=True),
            Field("region", tr("Nama kota atau kabupaten"), required=True, help=tr("Tanpa kata Kota atau Kabupaten.")),
            Field("province", tr("Provinsi")),
        )
        self.form = Form(context, fields, self._check, {"region_kind": tuple(REGION_KINDS.items())})
        self.save = button(tr("Simpan"), icon="check", kind="primary")
        self.save.clicked.connect(lambda: self.form.settle(self._save))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.form)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def reload(self) -> None:
        """Show the profile that is kept, unless the user is changing it."""
        if not self.form.is_dirty:
            office = self._context.app.office
            self._context.operations.read(office.profile, self._show, owner=self, slot="profile")

    def may_leave(self) -> bool:
        """Whether the form is left as it is kept; asks where it is not."""
        if not self.form.is_dirty:
            return True
        answer = dialogs.ask_unsaved(self)
        if answer == "save":
            self.form.settle(self._save)
        elif answer == "discard":
            self._forget()
        return answer == "discard"

    def _forget(self) -> None:
        office = self._context.app.office
        self._context.operations.read(office.profile, self._show, owner=self, slot="profile")

    def _show(self, profile: OfficeProfile) -> None:
        self.form.set_values({field.name: getattr(profile, field.name) for field in self.form.fields})

    def _check(self, values: Mapping[str, object]) -> Sequence[Problem]:
        return self._context.app.office.problems(_profile(values))

    def _save(self) -> None:
        self.form.accept()
        if self.form.errors:
            self.form.jump(self.form.errors[0].field.name)
            return
        profile, office = _profile(self.form.values()), self._context.app.office

        def save() -> OfficeProfile:
            office.save(profile)
            return office.profile()

        def kept(stored: OfficeProfile) -> None:
            self._show(stored)
            self._context.told.emit(tr("Data kantor disimpan"), None)
            self._context.office_changed.emit()

        self._context.operations.read(save, kept, owner=self, failed=self._context.refuse)


def _profile(values: Mapping[str, object]) -> OfficeProfile:
    from smartpns_desktop.services.office import OfficeProfile

    told: dict[str, Any] = {name: str(value or "") for name, value in values.items()}
    return OfficeProfile(**told)
