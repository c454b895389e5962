"""A value that was read equals what was typed exactly where SQL says so of its column."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Float, Integer, MetaData, Table, Text, create_engine, insert, select

from db.queries.equality import holds, matches

KINDS = {"text": Text, "count": Integer, "share": Float, "flag": Boolean}
ROWS = Table("rows", MetaData(), *(Column(name, kind) for name, kind in KINDS.items()))
TEXTS = st.one_of(st.none(), st.sampled_from(["", "IT", "it", "Ñ", "ñ", "PNS", "20", "20.0"]), st.text(max_size=3))
SAID = st.one_of(
    st.sampled_from(["", "it", "ñ", "20", "20,0", "20.5", "true", "YA", "tidak", "false", "1", "0", "-3", "dua", "2x"]),
    st.integers(-3, 30).map(str),
)


@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {
                "text": TEXTS.filter(lambda text: text is None or ("\0" not in text and text.isprintable())),
                "count": st.one_of(st.none(), st.integers(-3, 30)),
                "share": st.one_of(st.none(), st.sampled_from([0.0, 1.0, 20.0, 20.5])),
                "flag": st.one_of(st.none(), st.booleans()),
            }
        ),
        min_size=1,
        max_size=6,
    ),
    said=st.lists(SAID, min_size=1, max_size=3),
)
@pytest.mark.parametrize("field", list(KINDS))
def test_a_value_holds_where_sql_matches_its_column(field: str, rows: list[dict[str, Any]], said: list[str]) -> None:
    engine = create_engine("sqlite://")
    column = ROWS.c[field]
    with engine.begin() as connection:
        ROWS.create(connection)
        connection.execute(insert(ROWS), rows)
        told = connection.execute(select(column, matches(column, said))).all()
    engine.dispose()
    is_wanted = holds(column, said)
    assert [bool(by_sql) for _, by_sql in told] == [is_wanted(value) for value, _ in told]
