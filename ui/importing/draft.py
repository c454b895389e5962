"""What one import has come to: the file as it was read, what the clerk decided, and the plan made of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartpns_desktop.services.imports.choices import ImportChoices
    from smartpns_desktop.services.imports.columns import SheetColumns
    from smartpns_desktop.services.imports.looking import FileLook
    from smartpns_desktop.services.imports.plan import ImportPlan
    from smartpns_desktop.services.imports.questions import Question
    from smartpns_desktop.services.imports.review import Review
    from smartpns_desktop.services.imports.service import ImportResult

KINDS = (
    "employees",
    "grade-history",
    "post-history",
    "education-history",
    "standing-history",
    "trainings",
    "performance-ratings",
    "ip-asn",
    "disciplinary-actions",
    "certificates",
    "competency-assessments",
    "contracts",
    "study-needs",
    "agencies",
    "positions",
)
"""Kinds of tables that can be imported, in the order in which they are offered."""
_OWN_PAGE = ("employees", "trainings", "study-needs", "agencies")
_OF_PEOPLE = tuple(it for it in KINDS if it not in (*_OWN_PAGE, "positions"))
PAGES = dict(zip(_OWN_PAGE, _OWN_PAGE, strict=True)) | dict.fromkeys(_OF_PEOPLE, "employees")
"""By kind the page on which what was imported is seen; what a person's page tells is found through the employees."""

Answers = dict[tuple[str, str], str]


class Draft:
    """The state that the steps share; each later part stands on the earlier ones and falls with them.

    What is needed no more is freed `afterwards`: a long file's rows take a while, in which no window goes on.
    """

    def __init__(self, afterwards: Callable[[Callable[[], None]], None]) -> None:
        self._afterwards = afterwards
        self.look: FileLook | None = None
        self.kind = ""
        self.header_row: int | None = None
        self.leave_hidden = False
        self.leave_hidden_columns = False
        self.sender = ""
        self.full_list: str | None = None
        self.agencies: tuple[tuple[str, str], ...] = ()
        self.columns: SheetColumns | None = None
        self.mapping: dict[int, str | None] = {}
        self.date_orders: dict[str, str] = {}
        self.values: Answers = {}
        self.plan: ImportPlan | None = None
        self.questions: tuple[Question, ...] = ()
        self.review: Review | None = None
        self.left_out: set[int] = set()
        self.result: ImportResult | None = None
        self._planned_for: ImportChoices | None = None

    def take_look(self, look: FileLook) -> None:
        """Another file or sheet: what was decided about the table before means nothing here."""
        self.look = look
        self.kind = look.kind or ""
        self.header_row = look.header_row or None
        self.leave_hidden = False
        self.leave_hidden_columns = False
        self.full_list = None
        self.date_orders, self.values = {}, {}
        self.take_columns(None)

    def take_columns(self, columns: SheetColumns | None) -> None:
        """The columns as they are understood now; `None` while nobody knows."""
        self.columns = columns
        self.mapping = columns.mapping() if columns else {}
        self.forget_plan()

    def forget_plan(self) -> None:
        """Something changed on which the plan stood."""
        if self.plan is not None:
            self._afterwards(self.plan.let_go)
        self.plan, self._planned_for, self.questions, self.review = None, None, (), None
        self.left_out = set()

    def take_plan(self, plan: ImportPlan, questions: tuple[Question, ...], review: Review) -> None:
        """The plan of the choices that hold now."""
        self.forget_plan()
        self.plan, self.questions, self.review = plan, questions, review
        self._planned_for = plan.choices

    def let_go(self) -> None:
        """Forget all: what was left behind, Python itself would keep with its cells until the program ends."""
        self.forget_plan()
        if self.look is not None:
            self._afterwards(self.look.let_go)
        self.look, self.columns = None, None

    def choices(self) -> ImportChoices:
        """All decisions as the services take them."""
        from smartpns_desktop.services.imports.choices import ImportChoices

        return ImportChoices(
            kind=self.kind,
            sheet=self.look.sheet if self.look else "",
            header_row=self.columns.header_row if self.columns else self.header_row,
            mapping=dict(self.mapping),
            date_orders=dict(self.date_orders),
            values=dict(self.values),
            leave_hidden=self.leave_hidden,
            leave_hidden_columns=self.leave_hidden_columns,
            sender=self.sender.strip(),
            full_list=self.full_list if self.kind == "employees" else None,
        )

    def is_planned(self) -> bool:
        """Whether the plan is that of the present choices."""
        return self.plan is not None and self._planned_for == self.choices()

    @property
    def file(self) -> Path | None:
        """The file that was read."""
        return self.look.path if self.look else None

    @property
    def has_begun(self) -> bool:
        """Whether leaving now would throw something away."""
        return self.look is not None and self.result is None
