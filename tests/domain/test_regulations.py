"""Regulations: which row holds on which day, read from the shipped files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.regulations import Method, Regulations, Row, TrainingForm
from tests.domain.shipped import SHIPPED, TODAY, shipped


def test_twenty_jp_a_year_for_pns_and_no_minimum_for_pppk() -> None:
    held = SHIPPED.on(TODAY)
    assert held.jp_minimum(EmployeeKind.PNS) == 20
    assert held.jp_minimum(EmployeeKind.CPNS) == 20
    assert held.jp_minimum(EmployeeKind.PPPK) is None


def test_parameters_are_numbers_where_their_text_is_one() -> None:
    held = SHIPPED.on(TODAY)
    assert held.parameter("anggaran.minimum_kabkota") == Decimal("0.16")
    assert held.parameter("tb.akreditasi_minimal") == "Baik Sekali/B"
    assert held.number("tb.akreditasi_minimal") is None
    assert held.parameter("tidak.ada") is None


def test_nothing_holds_before_its_day() -> None:
    assert SHIPPED.on(date(2017, 4, 6)).jp_minimum(EmployeeKind.PNS) is None
    assert SHIPPED.on(date(2017, 4, 7)).jp_minimum(EmployeeKind.PNS) == 20
    assert SHIPPED.on(date(2018, 12, 31)).training_form("B6") is None


def test_the_newest_row_in_force_counts_whatever_the_order_of_rows() -> None:
    rows: list[Row] = [
        {"code": "jp", "value": "30", "effective_from": date(2027, 1, 1)},
        {"code": "jp", "value": "20", "effective_from": "2017-04-07"},
        {"code": "jp", "value": "24", "effective_from": date(2024, 1, 1)},
    ]
    regulations = Regulations({"regulation_parameters": rows})
    days = (date(2020, 1, 1), date(2024, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [regulations.on(day).number("jp") for day in days] == [20, 24, 24, 30]


def test_retirement_ages() -> None:
    held = SHIPPED.on(TODAY)
    assert held.retirement_age("JF Ahli Utama") == 65
    assert held.retirement_age("Administrator/Pengawas/Pelaksana") == 58
    assert held.retirement_age("tidak ada") is None


@pytest.mark.parametrize(
    ("code", "form"),
    [
        (
            "B6",
            TrainingForm("B6", "klasikal", "Seminar/konferensi/sarasehan", "9", Method.PER_DAY, Decimal(4), Decimal(6)),
        ),
        (
            "B3",
            TrainingForm(
                "B3",
                "klasikal",
                "Pelatihan teknis",
                "3",
                Method.AS_CLAIMED,
                international_extra=Decimal("0.2"),
            ),
        ),
        (
            "C1",
            TrainingForm("C1", "nonklasikal", "Coaching", "", Method.PER_TIME, Decimal(2), Decimal(4), monthly_limit=2),
        ),
        (
            "C3",
            TrainingForm(
                "C3",
                "nonklasikal",
                "E-learning",
                "",
                Method.AS_CLAIMED,
                daily_limit=Decimal(3),
                daily_limit_international=Decimal(4),
            ),
        ),
        (
            "C9",
            TrainingForm(
                "C9",
                "nonklasikal",
                "Belajar mandiri",
                "",
                Method.AS_CLAIMED,
                international_extra=Decimal("0.2"),
                daily_limit=Decimal(2),
            ),
        ),
    ],
)
def test_forms_of_development_with_their_limits(code: str, form: TrainingForm) -> None:
    assert SHIPPED.on(TODAY).training_form(code) == form


def test_every_limit_of_the_shipped_forms_is_understood() -> None:
    limited = {str(row["code"]) for row in shipped("training_forms") if row["limit_text"]}
    understood = {
        form.code for form in SHIPPED.on(TODAY).training_forms.values() if form.daily_limit or form.monthly_limit
    }
    assert limited == understood


def test_before_the_first_version_of_a_rule_that_one_is_known() -> None:
    rows = [
        {"code": "a", "value": "1", "effective_from": "2020-01-01"},
        {"code": "a", "value": "2", "effective_from": "2022-01-01"},
        {"code": "b", "value": "3", "effective_from": "2018-01-01"},
        {"code": "b", "value": "4", "effective_from": "2019-01-01"},
    ]
    rules = Regulations({"regulation_parameters": rows})
    for year, values in ((2010, (1, 3)), (2018, (1, 3)), (2021, (1, 4)), (2026, (2, 4))):
        known = rules.known_by(date(year, 6, 1))
        assert (known.number("a"), known.number("b")) == values
    assert rules.on(date(2010, 6, 1)).number("a") is None


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        Regulations({"grades": [{"code": "33", "effective_from": "2020-01-01"}]})
