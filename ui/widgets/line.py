"""One line of a list as data: a heading, a row with a note and a state, or a field with an old and a new value."""

from __future__ import annotations

from dataclasses import dataclass

from ui.lists.columns import State


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list.

    `lead` stands left of the icon (a date), `note` smaller below the title, `state` and `right` (a number) at the
    right. With `changes` the title names a field whose value was `old` and is `new`. `is_struck` draws the texts
    as no longer in force. `is_part` sets a line below the one it belongs to. `thing` is what the line is
    about; a heading is about nothing and cannot be chosen.
    """

    title: str
    note: str = ""
    lead: str = ""
    icon: str = ""
    colour: str = "text2"
    state: State | None = None
    right: str = ""
    old: str = ""
    new: str = ""
    changes: bool = False
    is_heading: bool = False
    is_struck: bool = False
    is_part: bool = False
    thing: object = None

    @property
    def spoken(self) -> str:
        """The whole line for screen readers and as a tool tip."""
        change = f"{self.title}: {self.old or '—'} → {self.new or '—'}" if self.changes else self.title
        state = self.state.word if self.state else ""
        return ". ".join(filter(None, (self.lead, change, self.note, state, self.right)))
