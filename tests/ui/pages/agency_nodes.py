"""Invented agencies for tests of the tree."""

from __future__ import annotations

from datetime import date

from smartpns_desktop.services.agencies import AgencyNode


def node(
    key: int,
    name: str,
    *units: AgencyNode,
    short: str = "",
    people: int = 0,
    closed: date | None = None,
    former: tuple[str, ...] = (),
) -> AgencyNode:
    """A node with its units; its code is its key."""
    return AgencyNode(
        key=key,
        parent_id=None,
        code=f"{key}.00",
        name=name,
        short_name=short or None,
        kind="agency" if short else "unit",
        closed_on=closed,
        former_names=former,
        people=people,
        people_in_all=people + sum(unit.people_in_all for unit in units),
        units=units,
    )


def city() -> tuple[AgencyNode, ...]:
    """Two agencies, one with units three levels deep, and one that is closed with an open unit."""
    gone = date(2026, 1, 1)
    rooms = node(4, "Tata Usaha", people=2), node(5, "Poli Gigi", people=3)
    health = node(
        1, "Dinas Kesehatan", node(2, "Bidang Pelayanan", people=4), node(3, "Puskesmas A", *rooms, people=10),
        node(6, "Puskesmas B", node(7, "Tata Usaha", people=1), closed=gone), short="Dinkes", people=6,
    )  # fmt: skip
    return health, node(8, "Dinas Komunikasi", short="Diskominfo", people=5, former=("Dinas Penerangan",), closed=gone)
