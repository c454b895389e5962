"""What the city's agencies answer for: people in charge, targets, commitments, and calls for data with answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from db.queries.bundle import Bundle
from smartpns_desktop.services.demo.agencies import AgencySpec

_IN_CHARGE = ("Rina Dewi", "Agus Salim", "Nur Aini", "Budi Hartono", "Siti Rahma", "Joko Susilo", "Maria Ulfa")
_SUBJECT = "Pakta pemenuhan 20 JP bagi setiap pegawai"
_CALLS = (("employees", "Semester I", 1, 3), ("trainings", "Semester I", 4, 7), ("ip-asn", "", 6, 10))
"""Kind of data, period within the year, months in which the call begins and ends."""


def add_duties(random: Random, roots: Sequence[tuple[AgencySpec, int]], today: date, bundle: Bundle) -> None:
    """Duties of the agencies at the top, by their keys."""
    calls = [_call(bundle, today.year, *row) for row in _CALLS]
    for place, (spec, agency) in enumerate(roots):
        if random.random() < 0.8:
            name = _IN_CHARGE[place % len(_IN_CHARGE)]
            contact = {"agency_id": agency, "role": "in_charge", "employee_id": None, "name": name}
            bundle.add("agency_contacts", {**contact, "phone": f"0812-5550-{place:04}", "email": None})
        _set_targets(random, bundle, agency, today.year)
        if random.random() < 0.6:
            signed = min(date(today.year, 1, 1 + random.randrange(28)), today)
            row = {"agency_id": agency, "signed_on": signed, "signer": spec.head, "subject": _SUBJECT}
            bundle.add("agency_commitments", {**row, "number": f"800/{place + 11}/{today.year}"})
        _answer(random, bundle, calls, agency, today)


def _call(bundle: Bundle, year: int, kind: str, part: str, begins: int, ends: int) -> tuple[int, date]:
    row = {"kind": kind, "period": f"{part} {year}".strip(), "year": year, "note": None}
    opened = date(year, begins, 1)
    return bundle.add("submission_calls", {**row, "opened_on": opened, "deadline": date(year, ends, 15)}), opened


def _set_targets(random: Random, bundle: Bundle, agency: int, year: int) -> None:
    values = {"jp_met_share": random.choice((60.0, 75.0, 90.0)), "people_trained": float(random.randrange(5, 40))}
    for kind, value in values.items():
        row = {"agency_id": agency, "year": year, "kind": kind, "value": value, "note": None}
        bundle.add("agency_targets", row)


def _answer(random: Random, bundle: Bundle, calls: Sequence[tuple[int, date]], agency: int, today: date) -> None:
    """Most have answered the first call, fewer the later ones."""
    for (call, opened), share in zip(calls, (0.9, 0.6, 0.2), strict=True):
        day = opened + timedelta(days=random.randrange(75))
        if random.random() < share and day <= today:
            state = random.choice(("DITERIMA", "DITERIMA", "DIAJUKAN", "SEBAGIAN"))
            row = {"call_id": call, "agency_id": agency, "state": state, "submitted_on": day, "note": None}
            bundle.add("agency_submissions", row)
