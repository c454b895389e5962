"""Edits of posts, of versions of what they ask, and of steps of careers: what each writes, and when it must not be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from db import Reader
from db.queries import organisation, references
from db.queries import positions as queries
from smartpns_desktop.domain import education, positions
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.requirement_texts import POST_LEVELS, written
from smartpns_desktop.domain.requirements import LEVELS, LISTS, Requirement
from smartpns_desktop.services.edits import Edit, Values, differences, refuse_rejected, refuse_worse, require, tidied
from smartpns_desktop.services.standard_items import items_in, known_competencies, rows_for
from smartpns_desktop.words.reasons import fields_named, reason

TOLD = ("name", "kind_code", "echelon_code", "retirement_age")
"""Fields of a post that a person tells; its functional level follows from its name."""
ASKED = ("effective_date", "position_class", "job_family", "education_code", "items")
"""Fields of a version that a person tells; `items` are its requirements."""

AGES, CLASSES = range(50, 76), range(1, 18)
_NAMED = 3
_KINDS = ("", positions.STRUCTURAL, positions.FUNCTIONAL, positions.DOUBLE, positions.GENERAL)


def problems(reader: Reader, values: Mapping[str, object], key: int | None) -> tuple[Problem, ...]:
    """What is wrong with the fields of a post as they are typed."""
    stored = {} if key is None else _fields(require(queries.post_of(reader, key)))
    return tuple(_problems(reader, _whole(stored | tidied(values, TOLD)), key))


def version_problems(
    reader: Reader, position_key: int, values: Mapping[str, object], key: int | None
) -> tuple[Problem, ...]:
    """What is wrong with the fields of a version as they are typed."""
    stored = {} if key is None else {"effective_date": require(queries.version_of(reader, key)).effective_date}
    return tuple(_version_problems(reader, position_key, stored | tidied(values, ASKED), key))


def add(reader: Reader, values: Mapping[str, object]) -> Edit:
    """The edit that adds a post."""
    told = _whole(tidied(values, TOLD))
    refuse_rejected("positions", _problems(reader, told, None))
    edit = Edit(reason("position.add", name=told["name"]))
    edit.bundle.add("positions", told)
    return edit


def change(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    """The edit that changes fields of a post."""
    post = require(queries.post_of(reader, key))
    stored = _whole(_fields(post))
    told = _whole(stored | tidied(values, TOLD))
    changed = {name: value for name, value in differences(told, post._mapping).items() if name in told}
    refuse_worse("positions", _problems(reader, stored, key), _problems(reader, told, key), changed)
    edit = Edit(reason("position.change", name=post.name, fields=fields_named("positions", _visible(changed))))
    edit.bundle.change("positions", key, changed)
    return edit


def delete(reader: Reader, keys: Sequence[int]) -> Edit:
    """The edit that removes posts that nobody holds or held, with what they ask."""
    posts = [require(queries.post_of(reader, key)) for key in keys]
    for post in posts:
        _refuse_held(reader, post)
    gone = {"career_steps": [it for key in keys for it in queries.steps_to(reader, key)], "positions": list(keys)}
    said = "position.delete" if len(keys) == 1 else "position.delete_many"
    told = {"name": posts[0].name if posts else "", "count": str(len(keys))}
    return Edit(reason(said, **told), gone={table: rows for table, rows in gone.items() if rows})


def _refuse_held(reader: Reader, post: Any) -> None:
    people, names = queries.ever_held(reader, post.id, _NAMED)
    needs = references.pointing_at(reader, "positions", post.id).get("study_needs", 0)
    if people or needs:
        told = ", ".join(names) + (", …" if people > len(names) else "")
        raise CannotDo("position.in_use", post=post.name, people=people, needs=needs, names=told or "–")


def add_version(reader: Reader, position_key: int, values: Mapping[str, object]) -> Edit:
    """The edit that adds a version of what a post asks, from its day on."""
    post, told = require(queries.post_of(reader, position_key)), tidied(values, ASKED)
    refuse_rejected("positions", _version_problems(reader, position_key, told, None))
    edit = Edit(reason("position.add_version", name=post.name))
    row, items = _version(reader, told)
    version = edit.bundle.add("position_standards", {"position_id": position_key, **row})
    _add_items(edit, position_key, version, items)
    return edit


def change_version(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    """The edit that corrects a version; one that says something else from a day on is a new version."""
    version = require(queries.version_of(reader, key))
    post = require(queries.post_of(reader, version.position_id))
    told = tidied(values, ASKED)
    refuse_rejected(
        "positions", _version_problems(reader, post.id, {"effective_date": version.effective_date} | told, key)
    )
    edit = Edit(reason("position.change_version", name=post.name))
    row, items = _version(reader, told)
    changed = {name: value for name, value in differences(row, version._mapping).items() if name in row}
    edit.bundle.change("position_standards", key, changed)
    present = list(queries.items_of(reader, [key]))
    if "items" in told and [_plain(it) for it in present] != [_plain_row(it) for it in rows_for(items)]:
        edit.gone = {"standard_requirements": [it.id for it in present if it.standard_id == key]}
        _add_items(edit, post.id, key, items)
    return edit


def delete_version(reader: Reader, key: int) -> Edit:
    """The edit that removes a version with its items."""
    version = require(queries.version_of(reader, key))
    post = require(queries.post_of(reader, version.position_id))
    items = [it.id for it in queries.items_of(reader, [key]) if it.standard_id == key]
    gone = {"standard_requirements": items, "position_standards": [key]}
    return Edit(reason("position.delete_version", name=post.name), gone={name: it for name, it in gone.items() if it})


def set_steps(reader: Reader, key: int, next_keys: Sequence[int]) -> Edit:
    """The edit that says to which posts a career leads from one."""
    post = require(queries.post_of(reader, key))
    if key in next_keys:
        raise CannotDo("position.own_step", post=post.name)
    stored = {row.next_position_id: row.id for row in queries.steps_of(reader, key)}
    edit = Edit(reason("position.set_steps", name=post.name))
    gone = [row for target, row in stored.items() if target not in next_keys]
    if gone:
        edit.gone = {"career_steps": gone}
    for target in dict.fromkeys(next_keys):
        if target not in stored:
            edit.bundle.add("career_steps", {"position_id": key, "next_position_id": target, "note": None})
    return edit


def _whole(told: Mapping[str, Any]) -> Values:
    """Every field of a post in the store's terms."""
    name = str(told.get("name") or "")
    return {
        "name": name,
        "name_key": fold(name),
        "kind_code": told.get("kind_code") or "",
        "echelon_code": told.get("echelon_code") or "",
        "level_code": positions.functional_level(name),
        "retirement_age": told.get("retirement_age"),
    }


def _fields(post: Any) -> Values:
    return {name: getattr(post, name) for name in TOLD}


def _visible(fields: Iterable[str]) -> list[str]:
    return [name for name in fields if name in TOLD]


def _problems(reader: Reader, told: Values, key: int | None) -> Iterator[Problem]:
    if not told["name_key"]:
        yield Problem("value.missing", column="name")
    if told["kind_code"] not in _KINDS:
        yield Problem("value.not_in_list", column="kind_code", value=told["kind_code"])
    if told["echelon_code"] and positions.echelon_from(told["echelon_code"]) != told["echelon_code"]:
        yield Problem("value.not_in_list", column="echelon_code", value=told["echelon_code"])
    yield from _bounded(told, "retirement_age", AGES)
    mine = tuple(told[name] for name in ("name_key", "kind_code", "echelon_code"))
    for row in organisation.all_positions(reader):
        if row.id != key and (row.name_key, row.kind_code, row.echelon_code) == mine:
            yield Problem("position.taken", column="name", value=row.name)


def _bounded(told: Mapping[str, Any], name: str, bounds: range) -> Iterator[Problem]:
    value = told.get(name)
    if value is not None and not (isinstance(value, int) and value in bounds):
        expected = f"{bounds[0]}–{bounds[-1]}"
        yield Problem("value.outside", column=name, value=str(value), facts={"expected": expected})


def _version_problems(reader: Reader, position_key: int, told: Values, key: int | None) -> Iterator[Problem]:
    since = told.get("effective_date")
    if since is not None and not isinstance(since, date):
        yield Problem("date.unreadable", column="effective_date", value=str(since))
    for other in queries.versions_of(reader, position_key):
        if other.id != key and other.effective_date == since:
            yield Problem("position.version_taken", column="effective_date", value="" if since is None else str(since))
    yield from _bounded(told, "position_class", CLASSES)
    if told.get("education_code") and told["education_code"] not in education.ORDER:
        yield Problem("value.not_in_list", column="education_code", value=str(told["education_code"]))
    for item in told.get("items") or ():
        yield from _item_problems(item)


def _item_problems(item: Requirement) -> Iterator[Problem]:
    column = next(name for name, kinds in LISTS.items() if item.kind in kinds)
    if not fold(item.name):
        yield Problem("position.item_unnamed", column=column)
    if item.level is not None and item.level not in LEVELS:
        expected = f"{LEVELS[0]}–{LEVELS[-1]}"
        yield Problem("value.outside", column=column, value=str(item.level), facts={"expected": expected})
    if item.post_level is not None and item.post_level not in POST_LEVELS:
        yield Problem("value.not_in_list", column=column, value=item.post_level)
    for span in (item.validity, item.months):
        if span is not None and not 0 < span <= 999:
            yield Problem("value.outside", column=column, value=str(span), facts={"expected": "1–999"})


def _version(reader: Reader, told: Values) -> tuple[Values, tuple[Requirement, ...]]:
    """A version's row with its lists, and its items as those lists tell them."""
    row = {name: value for name, value in told.items() if name != "items"}
    if "items" not in told:
        return row, ()
    known = known_competencies(reader)
    lists = written(told["items"] or (), known)
    return row | lists, items_in(lists, known)


def _add_items(edit: Edit, position_key: int, version_key: int, items: Sequence[Requirement]) -> None:
    for row in rows_for(items):
        edit.bundle.add("standard_requirements", {"position_id": position_key, "standard_id": version_key, **row})


def _plain(row: Any) -> tuple[object, ...]:
    return tuple(value for name, value in row._mapping.items() if name not in _KEYS)


def _plain_row(row: Values) -> tuple[object, ...]:
    return tuple(row.values())


_KEYS = ("id", "uuid", "position_id", "standard_id")
