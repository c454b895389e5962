"""The tree of a city of real size: 12 agencies, 3 districts, 15 sub-districts with sections that all bear one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.agencies import AgencyNode
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, nip

AGENCIES = [
    "Sekretariat Daerah", "Sekretariat DPRD", "Inspektorat Daerah", "Dinas Pendidikan", "Dinas Kesehatan",
    "Dinas Pekerjaan Umum", "Dinas Sosial", "Dinas Perhubungan", "Dinas Lingkungan Hidup", "Badan Kepegawaian Daerah",
    "Badan Keuangan Daerah", "Badan Perencanaan Pembangunan Daerah",
]  # fmt: skip
DISTRICTS = {
    "Kecamatan Nusa Utara": ("Tanjung Harapan", "Bukit Melati", "Sungai Intan", "Karang Mulya", "Lembah Asri"),
    "Kecamatan Nusa Selatan": ("Teluk Cempaka", "Rawa Indah", "Pasir Putih", "Pantai Lestari", "Muara Jingga"),
    "Kecamatan Nusa Barat": ("Gunung Sari", "Air Jernih", "Mekar Wangi", "Padang Bening", "Ujung Batu"),
}
SECTIONS = ("Seksi Pemerintahan", "Seksi Pelayanan Umum", "Seksi Pemberdayaan Masyarakat")
SINCE, MOVED = date(2020, 1, 1), date(2025, 1, 1)


def tree_rows() -> Iterator[list[Cell]]:
    yield ["Kode", "Nama Perangkat Daerah", "Kode Induk"]
    for number, name in enumerate(AGENCIES, start=1):
        yield [f"1.{number:02}", name, None]
        for place in range(1, 4):
            yield [f"1.{number:02}.{place}", f"Bidang {place} {name}", f"1.{number:02}"]
    for number, (district, villages) in enumerate(DISTRICTS.items(), start=1):
        yield [f"7.{number:02}", district, None]
        for place, village in enumerate(villages, start=1):
            yield [f"7.{number:02}.{place}", f"Kelurahan {village}", f"7.{number:02}"]
            for part, section in enumerate(SECTIONS, start=1):
                yield [f"7.{number:02}.{place}.{part}", section, f"7.{number:02}.{place}"]


def people_rows() -> Iterator[list[Cell]]:
    """One person in each section, told by its code: the name alone is that of fifteen."""
    yield ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja", "Unor ID"]
    sections = [row for row in tree_rows() if row[1] in SECTIONS]
    for number, (code, name, _) in enumerate(sections, start=1):
        yield [nip(number), f"Orang {number:02}", "Pengelola Pelayanan", SINCE, name, code]


@pytest.fixture
def city(app: App, sheet: SheetWriter) -> App:
    for kind, rows in (("agencies", tree_rows()), ("employees", people_rows())):
        look = app.imports.look(sheet(list(rows), f"{kind}.xlsx"))
        app.imports.apply(app.imports.plan_of(look, ImportChoices(kind)))
    return app


def flat(nodes: tuple[AgencyNode, ...]) -> Iterator[AgencyNode]:
    for node in nodes:
        yield node
        yield from flat(node.units)


def key_of(app: App, name: str) -> int:
    return next(node.key for node in flat(app.agencies.tree()) if node.name == name)


def heads(app: App, on: date | None = None) -> dict[str, int]:
    return {node.name: node.people_in_all for node in app.agencies.tree(on)}


def test_the_tree_stands_as_it_was_told(city: App) -> None:
    nodes = list(flat(city.agencies.tree()))
    assert len(city.agencies.tree()) == 15
    assert len(nodes) == 12 * 4 + 3 + 15 * 4
    assert Counter(node.name for node in nodes)["Seksi Pemerintahan"] == 15
    assert {name: count for name, count in heads(city).items() if count} == dict.fromkeys(DISTRICTS, 15)


def test_the_same_files_again_change_nothing(city: App, sheet: SheetWriter) -> None:
    for kind, rows in (("agencies", list(tree_rows())), ("employees", list(people_rows()))):
        plan = city.imports.plan_of(city.imports.look(sheet(rows)), ImportChoices(kind))
        assert counts(plan) == {"same": len(rows) - 1}


def test_a_sub_district_that_moves_takes_its_people_from_that_day_on(city: App) -> None:
    north, south, _ = DISTRICTS
    before = heads(city, MOVED - timedelta(days=1))
    city.agencies.move(key_of(city, "Kelurahan Bukit Melati"), key_of(city, south), MOVED)
    city.agencies.rename(key_of(city, north), "Kecamatan Nusa Kencana", MOVED)
    assert heads(city, MOVED - timedelta(days=1)) == before
    now = heads(city, MOVED)
    assert (now["Kecamatan Nusa Kencana"], now[south]) == (12, 18)


def test_every_headcount_is_that_of_the_rows_it_opens(city: App) -> None:
    north, south, west = DISTRICTS
    city.agencies.move(key_of(city, "Kelurahan Bukit Melati"), key_of(city, south), MOVED)
    city.agencies.rename(key_of(city, north), "Kecamatan Nusa Kencana", MOVED)
    city.agencies.merge(key_of(city, west), key_of(city, south), MOVED)
    for on in (SINCE, MOVED - timedelta(days=1), MOVED, None):
        told = {("root_agency", name): count for name, count in heads(city, on).items()}
        nodes = [node for node in flat(city.agencies.tree(on)) if node.code and node.people]
        told |= {("agency_code", str(node.code)): node.people for node in nodes}
        for where, count in told.items():
            assert city.lists.count("employees", ListQuery(where=(where,), as_of=on)) == count, (on, where)
