"""NIPs that lost digits on their way through a spreadsheet: noticed, their owners proposed, mended where told so."""

from __future__ import annotations

from collections.abc import Sequence

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.problems import REJECTING, Notice, Problem
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.known_people import KnownPeople, Person, is_another, is_surely

_ENOUGH = 3
"""Different NIPs that are no accident any more where all of them are multiples of a float's step."""
_MOST = 3
_SHOWN_DIGITS = 15


def settle(lines: Lines, people: KnownPeople, names: Sequence[object]) -> None:
    """Note what is damaged and whom it means; afterwards the column `nip` holds what may be used.

    A damaged NIP keeps its line out. Its owner is found by the digits that are left and by the name (`names`), where
    exactly one person of the store fits; he or she is taken only where a person said so for this spelling or asked
    for unambiguous repairs (`Lexicon.repair_ids`), and each line so mended is told.
    """
    _note_rounded(lines, people, names)
    faults = {it.row: it for it in lines.problems if it.code == "nip.damaged"}
    if not faults:
        return
    lines.problems[:] = [it for it in lines.problems if it.code != "nip.damaged"]
    otherwise = {it.row for it in lines.problems if it.code in REJECTING}
    column, mended = list(lines.column("nip")), []
    for line, row in enumerate(lines.rows):
        owner = _mend(lines, line, faults[row], people, names[line]) if row in faults else None
        if owner is not None:
            column[line] = owner.nip
            mended.append(f"{row}: {faults[row].value} → {owner.label}")
            if row not in otherwise:
                lines.rejected.discard(line)
    lines.values["nip"] = column
    if mended:
        lines.notices.append(Notice("nip.repaired", {"count": str(len(mended))}, tuple(mended)))


def _note_rounded(lines: Lines, people: KnownPeople, names: Sequence[object]) -> None:
    """Sound NIPs that are what a float made of another one.

    They are refused where the whole column went through floats, where others of it certainly did, or where the
    store knows somebody else of that beginning and name. One of 32 sound NIPs looks so by chance: alone it is told
    at most.
    """
    column = list(lines.column("nip"))
    suspects = [line for line, it in enumerate(column) if it and nip.may_be_rounded(str(it))]
    if not suspects:
        return
    whole_column = _is_of_floats(column)
    certain = any(it.code == "nip.damaged" and nip.beginnings(it.value) and "e" not in it.value.lower()
                  and not it.value.endswith("000") for it in lines.problems)  # fmt: skip
    known = people.with_nips(column[line] for line in suspects)
    for line in suspects:
        number = str(column[line])
        likely = nip.is_likely_rounded(number)
        owner = known.get(number)
        if owner and names[line] and not is_another(names[line], owner.name):
            continue
        meant = [it for it in people.meant_by({number[:_SHOWN_DIGITS]}, names[line]) if it.nip != number]
        if whole_column or (likely and certain) or len(meant) == 1:
            lines.object(line, "nip.damaged", "nip", number)
            column[line] = None
        elif likely and owner is None:
            lines.object(line, "nip.rounded", "nip", number)
    lines.values["nip"] = column


def _is_of_floats(column: Sequence[object]) -> bool:
    numbers = {str(it) for it in column if it}
    return len(numbers) >= _ENOUGH and all(map(nip.may_be_rounded, numbers))


def _mend(lines: Lines, line: int, fault: Problem, people: KnownPeople, name: object) -> Person | None:
    """The owner where he or she is to be taken; else the fault is told again, with whom it probably means."""
    begun = nip.beginnings(fault.value)
    meant = people.meant_by(begun, name)
    asked = " · ".join((_left(fault.value, meant), str(name))) if meant else ""
    facts = {"asked": asked, "people": " ".join(str(it.key) for it in meant[:_MOST])} if meant else {}
    answer = lines.lexicon.whom(asked)
    whole = all(len(it) == _SHOWN_DIGITS for it in begun)
    sure = whole and len(meant) == 1 and is_surely(name, meant[0].name)
    owner = people.by_key(answer) or (meant[0] if sure and lines.lexicon.repair_ids and answer != LEAVE else None)
    if owner is not None:
        lines.object(line, "nip.repaired", "nip", fault.value, stored=owner.label, **facts)
        return owner
    proposal = meant[0].label if len(meant) == 1 else ""
    lines.object(line, "nip.damaged", "nip", fault.value, **{**fault.facts, **facts, "proposal": proposal})
    return None


def _left(value: str, meant: Sequence[Person]) -> str:
    """The damaged number as a clerk is asked about it: the digits that are left."""
    kept = {it.nip[:_SHOWN_DIGITS] for it in meant} & nip.beginnings(value)
    return f"{kept.pop()}???" if len(kept) == 1 else value
