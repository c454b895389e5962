"""Use-cases on agencies and units: their tree on a day, and adding, changing, merging, splitting and removing them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from db import Database
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services import agency_edits, agency_mergers, agency_previews
from smartpns_desktop.services.agency_history import AgencyEvent, history_of
from smartpns_desktop.services.agency_mergers import Member, Part
from smartpns_desktop.services.agency_previews import AgencyEffect
from smartpns_desktop.services.agency_tree import AgencyNode, tree_of
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Editor

__all__ = ["AgencyEffect", "AgencyEvent", "AgencyNode", "AgencyService", "Member", "Part"]


class AgencyService:
    """The tree of agencies and units, and what may be done to one of them.

    A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.
    All raise `record.missing` for a key that is gone.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def tree(self, on: date | None = None) -> tuple[AgencyNode, ...]:
        """All agencies by name, each with its units, as they stood on a day; as they stand where none is given.

        Names, codes, places and headcounts are those of the day: what came later is left out, what was closed later
        stands.
        """
        with self._database.read() as reader:
            return tree_of(reader, on)

    def history(self, key: int) -> tuple[AgencyEvent, ...]:
        """What became of an agency or unit, the newest first: names, codes, places, mergers, splits (M3)."""
        with self._database.read() as reader:
            return history_of(reader, key)

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with the fields of an agency or unit while it is typed; `column` is the field.

        With `key`, fields that `values` leaves out are those of that agency. Told are all that `add`, `change`,
        `rename` and `move` would refuse.
        """
        with self._database.read() as reader:
            return agency_edits.problems(reader, values, key)

    def merge_problems(self, key: int, into: int | None) -> tuple[Problem, ...]:
        """What `merge` would refuse; `column` is `into`."""
        with self._database.read() as reader:
            return agency_mergers.problems(reader, key, into)

    def add(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Add an agency or unit; returns its key.

        `values` are `name` and, where told, `parent_id`, `code`, `short_name`, `opened_on` (the first day) and `kind`
        (agency or unit; without it an agency at the top, else a unit). Raises `record.rejected`, `agency.name_taken`,
        `agency.code_taken`, `agency.closed`.
        """
        return self._editor.add("agencies", lambda reader: agency_edits.add(reader, values))

    def change(self, key: int, values: Mapping[str, object], on: date | None = None) -> Changes:
        """Change `code`, `short_name`, `kind` or `opened_on`, whichever are told; a code left on a day stays known.

        Raises `record.rejected`, `agency.code_taken`.
        """
        return self._editor.carry_out(lambda reader: agency_edits.change(reader, key, values, on or date.today()))

    def rename(self, key: int, new_name: str, on: date) -> Changes:
        """Give a new name; the old one, used until that day, stays among the former names (M3).

        A spelling that is the same name leaves none behind. Raises `record.rejected`, `agency.name_taken`,
        `agency.too_early` before the day from which the present name holds.
        """
        return self._editor.carry_out(lambda reader: agency_edits.rename(reader, key, new_name, on))

    def move(self, key: int, parent: int | None, on: date | None = None) -> Changes:
        """Hang an agency or unit below another, or at the top, from a day on (today's where none is given).

        Raises `agency.own_ancestor`, `agency.closed`, `agency.name_taken`, `agency.too_early`.
        """
        return self._editor.carry_out(lambda reader: agency_edits.move(reader, key, parent, on or date.today()))

    def close(self, key: int, on: date) -> Changes:
        """Close an agency or unit from a day on; its people and plans stay as they are."""
        return self._editor.carry_out(lambda reader: agency_edits.close(reader, key, on))

    def reopen(self, key: int) -> Changes:
        """Take a closing back."""
        return self._editor.carry_out(lambda reader: agency_edits.close(reader, key, None))

    def delete(self, key: int) -> Changes:
        """Remove an agency or unit that nothing refers to.

        Raises `agency.in_use` with the numbers of `people` (present or past), `plans` and `units`, and the first five
        of their `names`.
        """
        return self._editor.carry_out(lambda reader: agency_edits.delete(reader, key))

    def merge(self, key: int, into: int, on: date) -> Changes:
        """Let one agency go into another from a day on.

        Whoever is in service and has a post here on that day gets the same post there from that day, until when it was
        to; posts that begin later, and open units, are moved over, posts held for a time (Plt., Plh., Pj.) end. Moved
        too are quotas of posts, and plans of study needs whose years are not over: what both plan becomes one plan
        unless one is sealed. The old agency is closed, and its names and codes mean the other from then on (M3). Raises
        `agency.merge_inside`, `agency.closed`, `agency.too_early`.
        """
        return self._editor.carry_out(lambda reader: agency_mergers.merge(reader, key, into, on))

    def merge_preview(self, key: int, into: int, on: date) -> tuple[AgencyEffect, ...]:
        """What `merge` would do to people, units, plans and histories; raises what it raises."""
        return agency_previews.preview(self._database, lambda reader: agency_mergers.merge(reader, key, into, on), on)

    def members(self, key: int, on: date) -> tuple[Member, ...]:
        """Of whom a split of an agency on a day chooses: those in service whose post is in the agency itself."""
        with self._database.read() as reader:
            return agency_mergers.members(reader, key, on)

    def split(self, key: int, parts: Sequence[Part], on: date, *, keep: bool) -> Changes:
        """Make several agencies of one from a day on.

        Each part takes its units with their people, and the people chosen of the agency itself. What no part takes
        stays where the old agency is kept (`keep`); else it is closed, the first part takes the rest, and its names
        mean the parts from then on. Quotas and study needs for posts all of whose holders go to one part go with them,
        others stay with the rest. Raises `record.rejected`, `agency.name_taken`,
        `agency.code_taken`, `agency.closed`, `agency.too_early`, `agency.split_one`, `agency.split_twice`,
        `agency.split_empty`, `agency.split_leaves_nobody`.
        """
        return self._editor.carry_out(partial(agency_mergers.split, key=key, parts=parts, on=on, keep=keep))

    def split_preview(self, key: int, parts: Sequence[Part], on: date, *, keep: bool) -> tuple[AgencyEffect, ...]:
        """What `split` would do to people, units, plans and histories; raises what it raises."""
        judge = partial(agency_mergers.split, key=key, parts=parts, on=on, keep=keep)
        return agency_previews.preview(self._database, judge, on)
