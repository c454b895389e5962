"""The page of agencies: the tree, the agency beside it, and what may be done to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from smartpns_desktop.words.figures import show_number
from ui.context import Target
from ui.lists.as_of import AsOf
from ui.lists.copying import as_mime
from ui.pages import agency_forms
from ui.pages.agencies_view import AgenciesView
from ui.pages.agency_acts import AgencyActs, remove, reopen
from ui.pages.agency_detail import AgencyDetail, Figures, read_figures
from ui.pages.agency_empty import nothing_found, nothing_yet
from ui.pages.agency_model import AgencyModel, agency_columns, record_of
from ui.pages.agency_output import AgencyOutput
from ui.pages.agency_record import AgencyRecord
from ui.pages.agency_tree import Lineage, Nodes, counts, lineage, narrowed
from ui.pages.agency_tree_view import AgencyTreeView
from ui.pages.page import Page
from ui.texts import tr
from ui.widgets.buttons import set_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.agencies import AgencyNode
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.lists import ListQuery
    from ui.context import Context
    from ui.forms.form_page import FormPage

_TYPING = 150
"""Milliseconds without a key after which the tree is narrowed."""
_TREE, _NOTHING_YET, _NOTHING_FOUND = range(3)


class AgenciesPage(Page):
    """Tree, detail, the page of one node, and a form for each act."""

    name = "agencies"
    icon = "buildings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._nodes: Nodes = ()
        self._line, self._figures = Lineage(), Figures()
        self._awaited = Target(self.name)
        self.model = AgencyModel(agency_columns(), self)
        self.tree = AgencyTreeView(self.model)
        self.acts = AgencyActs(self.tree)
        self.output = AgencyOutput(context, self.model, self)
        self.detail = AgencyDetail(context, self.acts.menu)
        self.view = AgenciesView(self.title(), self.tree, self.detail, self.output.menu(self._in_words))
        self.view.middle.addWidget(nothing_yet(context, self, self.bring, self.new))
        self.view.middle.addWidget(nothing_found(self, self.clear))
        self.as_of = AsOf(self)
        self.view.header.add_quiet(self.as_of.button)
        self.view.below_header.addWidget(self.as_of.line)
        self.addWidget(self.view)
        self._typing = QTimer(self, interval=_TYPING, singleShot=True)
        self._connect()
        self._show_current(None)

    def title(self) -> str:
        return tr("Perangkat Daerah")

    def _connect(self) -> None:
        view = self.view
        view.new_button.clicked.connect(self.new)
        view.import_button.clicked.connect(self.bring)
        view.print_button.clicked.connect(self.print)
        view.compliance_button.clicked.connect(self._on_compliance)
        view.words.textChanged.connect(lambda _text: self._typing.start())
        view.words.returnPressed.connect(self.tree.setFocus)
        view.with_closed.toggled.connect(lambda _on: self._narrow())
        view.open_all.clicked.connect(self.tree.open_all)
        view.close_all.clicked.connect(self.tree.close_all)
        self._typing.timeout.connect(self._narrow)
        self.as_of.changed.connect(self.reload)
        self.tree.current_changed.connect(self._show_current)
        self.tree.opened.connect(self.open_key)
        self.detail.edited.connect(lambda: self._act("edit"))
        self.acts.wanted.connect(self._act)
        within = Qt.ShortcutContext.WidgetShortcut
        down = QShortcut(QKeySequence("Down"), view.words, context=within)
        down.activated.connect(self.tree.setFocus)
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.tree, context=within)
        copied.activated.connect(self.copy)

    # Reading and showing

    def concerns(self, changes: Changes) -> bool:
        return changes.agencies or changes.employees or changes.trainings or changes.study_needs

    def reload(self) -> None:
        app, year, day = self.context.app, self.context.year, self.as_of.day
        self.detail.as_of = self.output.as_of = day
        self.context.operations.read(lambda: app.agencies.tree(day), self._show, owner=self, slot="tree")
        self.context.operations.read(lambda: read_figures(app, year), self._show_figures, owner=self, slot="figures")

    def _show(self, nodes: Nodes) -> None:
        self._nodes, self._line = nodes, lineage(nodes)
        self._show_counts()
        self._narrow()
        awaited, self._awaited = self._awaited, Target(self.name)
        if awaited.key in self._line.nodes:
            self.open(awaited)
        self._refresh_record()

    def _show_figures(self, figures: Figures) -> None:
        self._figures = figures
        self._show_current(self.tree.current_node())
        self._refresh_record()

    def _show_counts(self) -> None:
        found, view = counts(self._nodes), self.view
        view.footer.count.setText(tr("{count} perangkat daerah", count=show_number(found.tops)))
        view.footer.sums.setText(
            tr("· {units} unit · {people} pegawai", units=show_number(found.units), people=show_number(found.people))
        )
        view.footer.chosen.setText(tr("{count} ditutup", count=show_number(found.closed)) if found.closed else "")
        view.header.note.setText(show_number(found.tops))
        set_kind(view.new_button, "primary" if self._nodes else "", "plus")
        for widget in (view.export_button, view.print_button, view.words, view.with_closed):
            widget.setEnabled(bool(self._nodes))

    def _narrow(self) -> None:
        self._typing.stop()
        words = self._words()
        shown = narrowed(self._nodes, words, with_closed=self.view.with_closed.isChecked())
        self.tree.show_nodes(shown, searching=bool(words))
        self.view.middle.setCurrentIndex(_TREE if shown.nodes else _NOTHING_FOUND if self._nodes else _NOTHING_YET)
        # Tab would be caught before a proxy that is hidden.
        self.view.setFocusProxy(self.tree if shown.nodes else None)  # type: ignore[arg-type]

    def _words(self) -> str:
        return " ".join(self.view.words.text().split())

    def _in_words(self) -> str:
        """The day, and what narrows the tree, for the paper."""
        words = tr("memuat “{text}”", text=self._words()) if self._words() else ""
        return "; ".join(filter(None, (self.as_of.in_words(), words)))

    def _show_current(self, node: AgencyNode | None) -> None:
        # The tree may show fewer units than there are; the panel tells of all.
        whole = self._line.nodes.get(node.key) if node is not None else None
        self.acts.fit(whole)
        self.detail.show_node(whole, self._line, self._figures)

    # Going somewhere

    def open(self, target: Target) -> None:
        """Go to a node, or begin a new one; a node that is not read yet is waited for."""
        if not self.to_main():
            return
        if target.act == "compliance":
            self.show_compliance(target.query)
            return
        if target.query is not None:
            self.view.words.setText(target.query.search)
            self._narrow()
        if target.act == "new":
            self.new()
        elif target.key is not None and target.key not in self._line.nodes:
            self._awaited = target
        elif target.key is not None:
            self._reveal(self._line.nodes[target.key])
            if target.act == "edit":
                self._act("edit")
            elif self.is_narrow():
                self.open_key(target.key)

    def _reveal(self, node: AgencyNode) -> None:
        """Put the cursor on a node, whatever hides it."""
        if node.closed_on is not None:
            self.view.with_closed.setChecked(True)
        if not self.model.index_of(node.key).isValid():
            self.clear()
        self.tree.go_to(node.key)

    def panes(self) -> Sequence[QWidget]:
        if self.count() > 1:
            return super().panes()
        return (self.view.strip, self.view.middle, *([] if self.detail.isHidden() else [self.detail]))

    def search(self) -> None:
        """Ctrl+F: the cursor where the tree is narrowed."""
        self.view.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.words.selectAll()

    def clear(self) -> None:
        """Narrow no longer."""
        self.view.words.clear()
        self._narrow()

    def open_key(self, key: int) -> None:
        """Enter: the page of a node."""
        record = AgencyRecord(self.context, key, self.acts.menu)
        record.closed.connect(self.pop)
        record.detail.edited.connect(lambda: self._act("edit"))
        record.form_wanted.connect(self._lay_on_top)
        record.opened.connect(self._open_unit)
        self.push(record)
        self._refresh_record()

    def _open_unit(self, key: int) -> None:
        """From the page of an agency to that of a unit below it."""
        self.pop()
        self._reveal(self._line.nodes[key])
        self.open_key(key)

    def _on_compliance(self) -> None:
        self.show_compliance()

    def show_compliance(self, query: ListQuery | None = None) -> None:
        """Lay the board of all agencies on top: what they were asked for, and what is missing or late."""
        from ui.agencies.compliance_page import CompliancePage

        page = CompliancePage(self.context)
        page.closed.connect(self.pop)
        self.push(page)
        if query is not None:
            page.open(Target("agencies", query=query))

    def _refresh_record(self) -> None:
        """The page of a node follows what is read; it goes where its node is gone."""
        record = next((it for it in map(self.widget, range(self.count())) if isinstance(it, AgencyRecord)), None)
        if record is None:
            return
        node = self._line.nodes.get(record.key)
        if node is not None:
            record.detail.as_of = self.as_of.day
            record.show_node(node, self._line, self._figures)
        elif record is self.currentWidget():
            self.pop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the panel gives way to the page of a node."""
        super().resizeEvent(event)
        self.detail.setVisible(not self.is_narrow())
        self.as_of.set_narrow(on=self.is_narrow())

    # What the header's buttons and keys do

    def bring(self) -> None:
        """Import."""
        self.context.go(Target("exchange", act="import"))

    def new(self) -> None:
        """Ctrl+N: a new unit below the node with the cursor."""
        self._lay_on_top(agency_forms.new_form(self.context, self.tree.current_node()))

    def export(self) -> None:
        """Ctrl+E: what the tree shows, as a workbook."""
        if self._nodes:
            self.output.export()

    def print(self) -> None:
        """Ctrl+P: what the tree shows."""
        if self._nodes:
            self.output.print(self._in_words())

    def copy(self) -> None:
        """Ctrl+C: the node with the cursor, as Excel takes it."""
        node = self.tree.current_node()
        if node is not None:
            QGuiApplication.clipboard().setMimeData(as_mime(self.model.columns, [record_of(node)]))
            self.context.told.emit(tr("{name} disalin", name=node.name), None)

    # What is done to a node

    def _act(self, act: str) -> None:
        shown = self.tree.current_node()
        node = self._line.nodes.get(shown.key) if shown is not None else None
        if node is None:
            return
        if act == "remove":
            remove(self.context, node, self)
        elif act == "reopen":
            reopen(self.context, node)
        else:
            self._lay_on_top(agency_forms.FORMS[act](self.context, node))

    def _lay_on_top(self, form: FormPage) -> None:
        form.closed.connect(self.pop)
        form.saved.connect(self._on_saved)
        self.push(form)

    def _on_saved(self, result: object) -> None:
        """The form goes; the cursor waits for a node that was added."""
        self.pop()
        if isinstance(result, tuple):
            self._awaited = Target(self.name, key=result[0])
