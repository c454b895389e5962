"""What can be decided about somebody whom a complete list does not name, in words."""

from __future__ import annotations

from smartpns_desktop.domain.absences import Decision

OPEN = "open"
"""What a list says where nothing was decided."""

DECISIONS = {
    Decision.MOVED: "Pindah keluar",
    Decision.RETIRED: "Pensiun",
    Decision.DIED: "Meninggal dunia",
    Decision.DISMISSED: "Diberhentikan",
    Decision.STAYS: "Tetap bertugas",
    Decision.ARCHIVED: "Diarsipkan",
}
"""By decision."""

STATES = {OPEN: "Belum diputuskan", **{decision.value: words for decision, words in DECISIONS.items()}}
"""By what the list says."""
