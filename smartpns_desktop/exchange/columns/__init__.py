"""The columns of every kind of workbook, one file a subject; importer, exporter, template and help read them."""

from smartpns_desktop.exchange.columns.agencies import AGENCIES
from smartpns_desktop.exchange.columns.employees import EMPLOYEES
from smartpns_desktop.exchange.columns.histories import HISTORY_SHEETS
from smartpns_desktop.exchange.columns.positions import POSITIONS
from smartpns_desktop.exchange.columns.records import RECORD_SHEETS
from smartpns_desktop.exchange.columns.study_needs import STUDY_NEEDS
from smartpns_desktop.exchange.columns.trainings import TRAININGS
from smartpns_desktop.exchange.columns.validity import VALIDITY_SHEETS
from smartpns_desktop.exchange.columns_spec import SheetSpec

SPECS: dict[str, SheetSpec] = {
    spec.kind: spec
    for spec in (
        EMPLOYEES,
        TRAININGS,
        STUDY_NEEDS,
        AGENCIES,
        *HISTORY_SHEETS,
        *RECORD_SHEETS,
        *VALIDITY_SHEETS,
        POSITIONS,
    )
}

__all__ = ["AGENCIES", "EMPLOYEES", "SPECS", "STUDY_NEEDS", "TRAININGS"]
