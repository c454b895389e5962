"""The commands duplicates, merge, unmerge, different, absence and person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from smartpns_desktop.app import App
from smartpns_desktop.cli.importing import notice_lines, notice_object
from smartpns_desktop.cli.output import Output, table
from smartpns_desktop.cli.parser import Call
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.absences import Decision
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.people_merging import Side
from smartpns_desktop.services.duplicates import Recorded
from smartpns_desktop.services.people_merging import MergePlan, UnitedRow
from smartpns_desktop.services.person_copy import PersonCopy, as_object, tables
from smartpns_desktop.words import duplicates as words
from smartpns_desktop.words.absences import DECISIONS
from smartpns_desktop.words.labels import field_label, show_value

_SHOWN = 50
"""Pairs that are printed for people if they do not say how many; programs get all."""


def duplicates(app: App, call: Call, output: Output) -> Outcome:
    """Pairs of records that are probably one person, the surest first."""
    found = app.duplicates.pairs()
    limit = call.limit if call.limit is not None or output.as_json else _SHOWN
    shown = found[:limit]
    pairs = [
        {
            "score": it.score,
            "reasons": [str(sign) for sign in it.signs],
            "message": words.reasons(it.signs),
            "keep": _person(it.keep),
            "other": _person(it.other),
        }
        for it in shown
    ]
    lines = [f"Pegawai yang mungkin tercatat dua kali: {len(found)} pasangan"]
    rows = [(it.score, *_cells(it.keep), *_cells(it.other), words.reasons(it.signs)) for it in shown]
    if rows:
        lines += table(("Nilai", "NIP", "Nama", "NIP", "Nama", "Alasan"), rows)
    if len(shown) < len(found):
        lines.append(f"… {len(found) - len(shown)} pasangan lagi; tambahkan --limit.")
    output.result({"count": len(found), "pairs": pairs}, lines)
    return Outcome.DONE


def merge(app: App, call: Call, output: Output) -> Outcome:
    """Make one record of two, or only show what that would do."""
    take = _sides(call.take)
    if call.dry_run:
        plan, number = app.merging.plan(call.keep, call.other, take), None
        conclusion = "Hanya diperiksa; tidak ada yang disimpan."
    else:
        result = app.merging.merge(call.keep, call.other, take)
        plan, number = result.plan, result.change_set
        conclusion = f"Digabungkan sebagai perubahan nomor {number}. Untuk memisahkannya: smartpns unmerge {number}"
    output.result(_as_object(plan, number), [*_as_lines(plan), conclusion])
    return Outcome.DONE


def unmerge(app: App, call: Call, output: Output) -> Outcome:
    """Take a merge back; what was edited since stays."""
    result = app.unmerging.unmerge(call.batch)
    stayed = [
        {"table": it.table, "label": it.thing, "reason": it.reason, "fields": list(it.fields)} for it in result.stayed
    ]
    found = {
        "batch": result.batch,
        "change_set": result.change_set,
        "returned": result.returned,
        "kept": stayed,
        "notices": [notice_object(it) for it in result.notices],
    }
    lines = [f"Penggabungan nomor {result.batch} dipisahkan: {result.returned} kembali.", *notice_lines(result.notices)]
    output.result(found, lines)
    return Outcome.SOME_REJECTED if stayed else Outcome.DONE


def absence(app: App, call: Call, output: Output) -> Outcome:
    """Decide what became of people whom a complete list did not name."""
    decision, numbers = Decision(call.decision), [nip.clean(it) for it in call.nips]
    told = {"decree_number": call.decree, "decree_date": call.decree_date, "note": call.note}
    changes = app.absences.decide(app.absences.keys_of(numbers), decision, call.date, told)
    result = {"decision": decision.value, "people": len(numbers), "change_set": changes.change_set}
    output.result(result, [f"{DECISIONS[decision]}: {len(numbers)} pegawai, perubahan nomor {changes.change_set}."])
    return Outcome.DONE


def different(app: App, call: Call, output: Output) -> Outcome:
    """Remember that two NIPs are two people."""
    one, other = call.nips
    number = app.duplicates.judge_different(one, other).change_set
    said = "Dicatat sebagai orang yang berbeda." if number else "Sudah tercatat sebagai orang yang berbeda."
    output.result({"batch": number, "nips": [one, other]}, [said])
    return Outcome.DONE


def person(app: App, call: Call, output: Output) -> Outcome:
    """Everything that is stored about one person, printed or written to a file."""
    key = app.employees.by_nip(call.nip).key
    if call.out is not None:
        made = app.person_copies.write(key, call.out)
        lines = [f"Salinan data {made.name} ditulis ke {call.out}"]
        output.result({"nip": made.nip, "name": made.name, "file": str(call.out)}, lines)
        return Outcome.DONE
    made = app.person_copies.copy(key)
    output.result(as_object(made), _copy_lines(made))
    return Outcome.DONE


def _copy_lines(made: PersonCopy) -> Iterator[str]:
    for it in tables(made):
        if it.rows:
            yield f"{it.title} ({len(it.rows)})"
            yield from table(tuple(it.headings), it.rows)
            yield ""


def _sides(told: list[tuple[str, str]]) -> dict[str, Side]:
    for name, side in told:
        if side not in set(Side):
            raise CannotDo("argument.bad_value", value=f"{name}={side}", known=", ".join(Side))
    return {name: Side(side) for name, side in told}


def _person(person: Recorded) -> dict[str, str]:
    return {"nip": person.nip, "name": person.name}


def _cells(person: Recorded) -> tuple[str, str]:
    return person.nip, person.name


def _as_object(plan: MergePlan, number: int | None) -> dict[str, Any]:
    fields = [
        {"field": it.field, "keep": it.keep, "other": it.other, "taken": it.taken.value, "differs": it.differs}
        for it in plan.fields
    ]
    united = [
        {"table": it.table, "label": it.thing, "filled": _changes(it, "filled"), "dropped": _changes(it, "dropped")}
        for it in plan.united
    ]
    return {
        "keep": _person(plan.keep),
        "other": _person(plan.other),
        "fields": fields,
        "moved": dict(plan.moved),
        "united": united,
        "batch": number,
    }


def _changes(row: UnitedRow, which: str) -> list[Mapping[str, str]]:
    told = row.filled if which == "filled" else row.dropped
    return [{"field": it.name, "before": it.before, "after": it.after} for it in told]


def _as_lines(plan: MergePlan) -> Iterator[str]:
    yield f"Yang dipertahankan: {plan.keep.nip} {plan.keep.name}"
    yield f"Yang digabungkan:   {plan.other.nip} {plan.other.name}"
    rows = [
        (field_label("employees", it.field), *(show_value("employees", it.field, side) for side in (it.keep, it.other)),
         "yang dipertahankan" if it.taken is Side.KEEP else "yang digabungkan")
        for it in plan.fields
        if it.keep != it.other
    ]  # fmt: skip
    if rows:
        yield from table(("Isian", "Dipertahankan", "Digabungkan", "Dipakai"), rows)
    yield f"Yang pindah: {words.moved(plan.moved) or 'tidak ada'}"
    for row in plan.dropped:
        lost = "; ".join(f"{it.label} {it.before} (tetap {it.after})" for it in row.dropped)
        yield f"  Tidak dipakai pada {row.thing}: {lost}"
