"""What SQL takes for a mail address and for a NIK is what the domain takes for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import create_engine, literal, select

from db.queries.data_findings import DIMENSIONS
from db.queries.data_quality_checks import is_mail, is_nik, years_before
from smartpns_desktop.domain import employee_records, nik
from smartpns_desktop.domain.data_quality import Checks
from tests.domain.shipped import SHIPPED

_ENGINE = create_engine("sqlite://")


def holds(condition: object) -> bool:
    with _ENGINE.connect() as connection:
        return bool(connection.execute(select(condition)).scalar())  # type: ignore[call-overload]


@given(st.text(alphabet="ab.@ _%\t", max_size=14))
@example("nama@surel.example")
@example("a@b.c")
@example("a@b..c")
@example("a.@b.c")
@example("a@.b.c")
@example("a@b.c.")
@example("a@@b.c")
def test_a_mail_address(text: str) -> None:
    assert holds(is_mail(literal(text))) == (employee_records._MAIL.fullmatch(text) is not None)  # noqa: SLF001 - the rule


_DIGITS = st.text(alphabet="0123456789", min_size=16, max_size=16)


@st.composite
def _niks(draw: st.DrawFn) -> str:
    region = draw(st.sampled_from(("647401", "110101", "090101", "640001", "647400")))
    day = draw(st.sampled_from(("00", "01", "28", "29", "30", "31", "32", "40", "41", "68", "69", "70", "71", "72")))
    month = draw(st.sampled_from(("00", "01", "02", "04", "06", "09", "11", "12", "13")))
    year = draw(st.sampled_from(("00", "01", "04", "85", "99")))
    return region + day + month + year + draw(st.sampled_from(("0000", "0001", "9999")))


@given(st.one_of(_niks(), _DIGITS, st.text(alphabet="0123456789 xٱ", max_size=18)))
@example("6474015003850001")
@example("6474012902000001")
@example("6474012902010001")
def test_a_nik(text: str) -> None:
    assert holds(is_nik(literal(text))) == (nik.fault(text) is None)


@pytest.mark.parametrize(
    ("on", "years", "before"),
    [(date(2026, 7, 1), 2, "2024-07-01"), (date(2024, 2, 29), 1, "2023-02-28"), (date(2024, 2, 29), 4, "2020-02-28")],
)
def test_a_day_years_before(on: date, years: int, before: str) -> None:
    assert years_before(on, years) == before


def test_dimensions_are_those_of_the_shipped_checks() -> None:
    assert {it.code[:3]: it.dimension.value for it in Checks(SHIPPED.on(date(2026, 1, 1)))} == DIMENSIONS
