"""The tabs of a person's page, from left to right: a new one is one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from ui.people.data_tab import DataTab
from ui.people.gap_tab import GapTab
from ui.people.history_tab import HistoryTab
from ui.people.identity_tab import IdentityTab
from ui.people.smart_asn_tab import SmartAsnTab
from ui.people.trail_tab import TrailTab
from ui.people.trainings_tab import TrainingsTab

if TYPE_CHECKING:
    from ui.people.desk import PersonDesk
    from ui.people.tab import PersonTab


class Tab(NamedTuple):
    """A tab: its title, and what makes it for a page."""

    title: str
    make: Callable[[PersonDesk], PersonTab]


TABS = (
    Tab("Identitas", IdentityTab),
    Tab("Riwayat", HistoryTab),
    Tab("Pelatihan", TrainingsTab),
    Tab("Kesenjangan", GapTab),
    Tab("Smart ASN", SmartAsnTab),
    Tab("Data", DataTab),
    Tab("Jejak", TrailTab),
)
