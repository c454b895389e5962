"""Spellings of agencies, posts and programmes: what means a known name by itself, what is asked, what stays apart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.queries.bundle import Bundle
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.proposals import Proposals
from smartpns_desktop.services.office import OfficeProfile

CITY = (
    "Sekretariat Daerah", "Sekretariat DPRD", "Inspektorat Daerah", "Dinas Pendidikan dan Kebudayaan",
    "Dinas Kesehatan", "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Komunikasi dan Informatika",
    "Dinas Kependudukan dan Pencatatan Sipil", "Satuan Polisi Pamong Praja", "Dinas Perhubungan",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Badan Pendapatan Daerah",
    "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", "Kecamatan Bontang Utara",
    "Kecamatan Bontang Selatan", "RSUD Taman Husada",
)  # fmt: skip
UNITS = {
    "Dinas Pendidikan dan Kebudayaan": ("SMP Negeri 1", "SMP Negeri 11", "SD Negeri 003", "Subbagian Umum"),
    "Dinas Kesehatan": ("UPTD Puskesmas Api-Api", "Bidang Kesehatan Masyarakat", "Subbagian Umum"),
    "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah": ("Bidang Riset",),
    "Kecamatan Bontang Utara": ("Kelurahan Api-Api", "Kelurahan Gunung Elai", "Kelurahan Guntung"),
    "Kecamatan Bontang Selatan": ("Kelurahan Tanjung Laut", "Kelurahan Tanjung Laut Indah"),
}
POSTS = (
    "Kepala Subbagian Umum", "Kepala Seksi Pemerintahan", "Kepala Bidang Mutasi", "Kepala Dinas",
    "Analis Sumber Daya Manusia Aparatur Ahli Muda", "Analis Kebijakan Ahli Muda", "Analis Kebijakan Ahli Madya",
    "Arsiparis Terampil", "Arsiparis Mahir", "Pranata Komputer Ahli Pertama", "Guru Kelas Ahli Pertama",
    "Pranata Hubungan Masyarakat Ahli Muda", "Pengelola Pengadaan Barang/Jasa Ahli Muda", "Perawat Penyelia",
)  # fmt: skip
PROGRAMMES = (
    ("S-1 Teknik Informatika", "40"), ("S-2 Manajemen", "45"), ("S-2 Ilmu Komputer", "45"), ("Profesi Ners", "42"),
    ("S-1 Ilmu Hukum", "40"), ("D-III Kebidanan", "30"), ("S-1 Manajemen", "40"),
)  # fmt: skip


@pytest.fixture(scope="module")
def city(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The program on a store with a city's agencies, posts and programmes; nothing is written here any more."""
    folder = tmp_path_factory.mktemp("city")
    shutil.copyfile(fresh_store, folder / STORE)
    app = open_app(folder, "penguji")
    app.office.save(OfficeProfile("BKPSDM", "Bontang", "city", "Kalimantan Timur"))
    for name in CITY:
        key, _ = app.agencies.add({"name": name})
        for unit in UNITS.get(name, ()):
            app.agencies.add({"name": unit, "parent_id": key})
    with app.database.read() as reader:
        bundle = Bundle()
        names = Names(reader, bundle)
        for post in POSTS:
            names.position(post)
        for programme, level in PROGRAMMES:
            names.programme(programme, level)
    from db import ChangeSetHeader
    from db.queries.bundle import write_bundle

    with app.database.write(ChangeSetHeader("edit", "penguji", "Jabatan")) as writer:
        write_bundle(writer, bundle, lambda _done, _of: None)
    yield app
    app.close()


BY_ITSELF = [
    ("DINAS KESEHATAN", "Dinas Kesehatan"), ("dinas  kesehatan", "Dinas Kesehatan"),
    ("Dis. Kesehatan", "Dinas Kesehatan"), ("D i n a s Kesehatan", "Dinas Kesehatan"),
    ("Dinas Kese hatan", "Dinas Kesehatan"), ("Dinas Kesehatan Kota Bontang", "Dinas Kesehatan"),
    ("Dinas Kesehatan Bontang", "Dinas Kesehatan"), ("DINAS KESEHATAN PEMERINTAH KOTA BONTANG", "Dinas Kesehatan"),
    ("1. Dinas Kesehatan", "Dinas Kesehatan"),
    ("Dinas PU & PR", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("Dinas PUPR", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("Dinas PUPR Kota Bontang", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("Dinas Pekerjaan Umum & Penataan Ruang", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("Dinas Pekerjaan Umum Dan Penataan Ruang", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("Dinas Pekerjaan Umum Penataan Ruang", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("Dis. Kominfo", "Dinas Komunikasi dan Informatika"), ("Dinas Kominfo", "Dinas Komunikasi dan Informatika"),
    ("Dinas Dukcapil", "Dinas Kependudukan dan Pencatatan Sipil"),
    ("Dinas Dikbud", "Dinas Pendidikan dan Kebudayaan"), ("Satpol PP", "Satuan Polisi Pamong Praja"),
    ("SATPOL PP KOTA BONTANG", "Satuan Polisi Pamong Praja"), ("Satpol. PP", "Satuan Polisi Pamong Praja"),
    ("Badan Kepegawaian & Pengembangan SDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
    ("Badan Kepegawaian dan Pengembangan SDM Kota Bontang", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
    ("Setda", "Sekretariat Daerah"), ("SETDA Kota Bontang", "Sekretariat Daerah"),
    ("Sekretariat Daerah Kota Bontang", "Sekretariat Daerah"), ("Setwan", "Sekretariat DPRD"),
    ("Sekretariat Dewan", "Sekretariat DPRD"), ("Sekretariat D P R D", "Sekretariat DPRD"),
    ("Sekretariat Dewan Perwakilan Rakyat Daerah", "Sekretariat DPRD"), ("Inspektorat", "Inspektorat Daerah"),
    ("Inspektorat Kota Bontang", "Inspektorat Daerah"),
    ("Badan Perencanaan Pembangunan Riset & Inovasi Daerah", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah"),
    ("Kec. Bontang Utara", "Kecamatan Bontang Utara"), ("Kec.Bontang Utara", "Kecamatan Bontang Utara"),
    ("KECAMATAN BONTANG UTARA KOTA BONTANG", "Kecamatan Bontang Utara"), ("Kel. Api-Api", "Kelurahan Api-Api"),
    ("Kel Api Api", "Kelurahan Api-Api"), ("Kelurahan Apiapi", "Kelurahan Api-Api"), ("SMPN 1", "SMP Negeri 1"),
    ("SMP N 1", "SMP Negeri 1"), ("SMP Negeri 01 Bontang", "SMP Negeri 1"), ("SMPN 11", "SMP Negeri 11"),
    ("Sekolah Menengah Pertama Negeri 1", "SMP Negeri 1"), ("SDN 3", "SD Negeri 003"), ("SDN 003", "SD Negeri 003"),
    ("UPT Puskesmas Api-Api", "UPTD Puskesmas Api-Api"), ("Puskesmas Api-Api", "UPTD Puskesmas Api-Api"),
    ("UPT. PUSKESMAS API-API", "UPTD Puskesmas Api-Api"), ("RSUD Taman Husada Bontang", "RSUD Taman Husada"),
    ("Rumah Sakit Umum Daerah Taman Husada", "RSUD Taman Husada"),
    ("Bid. Kesehatan Masyarakat", "Bidang Kesehatan Masyarakat"),
    ("Bidang Kesehatan Masyarakat - Dinas Kesehatan", "Bidang Kesehatan Masyarakat"),
    ("Dinas Kesehatan, Bidang Kesehatan Masyarakat", "Bidang Kesehatan Masyarakat"),
    ("Dinas Kesehatan / Bid. Kesehatan Masyarakat", "Bidang Kesehatan Masyarakat"),
    ("Bidang Kesehatan Masyarakat pada Dinas Kesehatan Kota Bontang", "Bidang Kesehatan Masyarakat"),
    ("Kel. Guntung, Kec. Bontang Utara", "Kelurahan Guntung"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), BY_ITSELF, ids=[it for it, _ in BY_ITSELF])
def test_a_spelling_that_can_mean_only_one_agency_means_it(city: App, written: str, meant: str) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle(), Lexicon())
        key = names.agency(written)
        assert names.shown("agency_id", key) == meant
        assert not [it for it in names.notices() if it.code == "agencies.created"]


@pytest.mark.parametrize("unit", ["Subbag Umum", "Sub Bagian Umum", "Subag. Umum"])
def test_a_unit_that_many_agencies_have_is_that_of_its_own(city: App, unit: str) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle(), Lexicon())
        assert names.agency(unit) is None
        assert names.is_ambiguous(unit)
        own = names.agency(f"{unit} - Dinas Kesehatan")
        assert own == names.agency(unit, within=names.agency("Dinas Kesehatan"))
        assert own != names.agency(f"Dinas Pendidikan dan Kebudayaan, {unit}") is not None


LIKELY = [
    ("Dinas Kesehtan", "Dinas Kesehatan"), ("Dinas Kesehatann", "Dinas Kesehatan"),
    ("Dians Kesehatan", "Dinas Kesehatan"),
    ("Dinas Perhubngan", "Dinas Perhubungan"), ("Sekretriat Daerah", "Sekretariat Daerah"),
    ("Kecamatan Bontang Selatn", "Kecamatan Bontang Selatan"), ("Kelurahan Gunung Ellai", "Kelurahan Gunung Elai"),
    ("Diskominfo", "Dinas Komunikasi dan Informatika"), ("Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil"),
    ("Disdikbud", "Dinas Pendidikan dan Kebudayaan"), ("Dishub", "Dinas Perhubungan"), ("Dinkes", "Dinas Kesehatan"),
    ("BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"), ("Bapenda", "Badan Pendapatan Daerah"),
    ("DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("Bapperida", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah"),
]  # fmt: skip
ASKED = [
    ("Diskominfotik", "Dinas Komunikasi dan Informatika"), ("Diskominfo Btg", "Dinas Komunikasi dan Informatika"),
    ("Dinas Pendidikan", "Dinas Pendidikan dan Kebudayaan"), ("SMP Negeri 2", "SMP Negeri 1"),
    ("SDN 004", "SD Negeri 003"), ("Kelurahan Tanjung", "Kelurahan Tanjung Laut"),
    ("Kecamatan Bontang Barat", "Kecamatan Bontang Utara"), ("Kelurahan Tanjung Laut Lama", "Kelurahan Tanjung Laut"),
    ("Badan Kepegawaian Daerah", "Badan Pendapatan Daerah"),
    ("Kecamatan Bontang Utama", "Kecamatan Bontang Utara"), ("Kelurahan Gunung", "Kelurahan Guntung"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), [*LIKELY, *ASKED], ids=[it for it, _ in (*LIKELY, *ASKED)])
def test_what_is_only_alike_is_proposed_and_certain_only_where_it_is(city: App, written: str, meant: str) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle(), Lexicon())
        names.agency(written)
        assert [it.code for it in names.notices()] == ["agencies.created"], "never taken by itself"
        alike = Proposals(reader).agencies_like(written)
        assert alike[0].label.partition(" (")[0] == meant
        certain = [it.label for it in alike if it.score >= 90]
        assert bool(certain) == ((written, meant) in LIKELY)
        assert len(certain) < 2


def test_the_agency_of_another_city_is_another_agency(city: App) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle(), Lexicon())
        assert names.agency("Dinas Kesehatan Kabupaten Kutai Timur") != names.agency("Dinas Kesehatan")
        assert not [it for it in Proposals(reader).agencies_like("Dinas Kesehatan Kota Samarinda") if it.score >= 90]


POST_SPELLINGS = [
    ("KEPALA SUBBAGIAN UMUM", "Kepala Subbagian Umum"), ("Ka. Subbag Umum", "Kepala Subbagian Umum"),
    ("Kasubag Umum", "Kepala Subbagian Umum"), ("Kasubbag. Umum", "Kepala Subbagian Umum"),
    ("Kepala Sub Bagian Umum", "Kepala Subbagian Umum"), ("Ka Sub Bag Umum", "Kepala Subbagian Umum"),
    ("Kasi Pemerintahan", "Kepala Seksi Pemerintahan"), ("Ka. Seksi Pemerintahan", "Kepala Seksi Pemerintahan"),
    ("Kasie. Pemerintahan", "Kepala Seksi Pemerintahan"), ("Kabid Mutasi", "Kepala Bidang Mutasi"),
    ("Ka. Bidang Mutasi", "Kepala Bidang Mutasi"), ("Kadis", "Kepala Dinas"), ("Ka. Dinas", "Kepala Dinas"),
    ("Analis SDMA Ahli Muda", "Analis Sumber Daya Manusia Aparatur Ahli Muda"),
    ("Analis SDM Aparatur Ahli Muda", "Analis Sumber Daya Manusia Aparatur Ahli Muda"),
    ("Ahli Muda - Analis SDMA", "Analis Sumber Daya Manusia Aparatur Ahli Muda"),
    ("Analis Sumber Daya Manusia Aparatur (Ahli Muda)", "Analis Sumber Daya Manusia Aparatur Ahli Muda"),
    ("Analis Kebijakan Muda", "Analis Kebijakan Ahli Muda"),
    ("JF Analis Kebijakan Ahli Madya", "Analis Kebijakan Ahli Madya"),
    ("Analis Kebijakan Madya", "Analis Kebijakan Ahli Madya"), ("Arsiparis Pelaksana", "Arsiparis Terampil"),
    ("Arsiparis Pelaksana Lanjutan", "Arsiparis Mahir"),
    ("Pranata Komputer - Ahli Pertama", "Pranata Komputer Ahli Pertama"),
    ("Pranata Komputer Pertama", "Pranata Komputer Ahli Pertama"),
    ("Guru Kelas AhliPertama", "Guru Kelas Ahli Pertama"),
    ("Pranata Humas Ahli Muda", "Pranata Hubungan Masyarakat Ahli Muda"),
    ("Pengelola PBJ Ahli Muda", "Pengelola Pengadaan Barang/Jasa Ahli Muda"),
    ("Pengelola Pengadaan Barang dan Jasa Ahli Muda", "Pengelola Pengadaan Barang/Jasa Ahli Muda"),
    ("Jabatan Fungsional Perawat Penyelia", "Perawat Penyelia"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), POST_SPELLINGS, ids=[it for it, _ in POST_SPELLINGS])
def test_a_spelling_that_can_mean_only_one_post_means_it(city: App, written: str, meant: str) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle(), Lexicon())
        assert names.shown("position_id", names.position(written)) == meant
        assert not [it for it in names.notices() if it.code == "positions.created"]


@pytest.mark.parametrize(
    ("written", "meant", "certain"),
    [
        ("Arsiparis Terampl", "Arsiparis Terampil", True), ("Perawat Penyelya", "Perawat Penyelia", True),
        ("Pranata Kompter Ahli Pertama", "Pranata Komputer Ahli Pertama", True),
        ("Kasubag Umm", "Kepala Subbagian Umum", False),
        ("Analis Kebijakan Ahli Utama", "Analis Kebijakan Ahli Muda", False),
        ("Kasubag Umum dan Kepegawaian", "Kepala Subbagian Umum", False), ("Staf Ahli", None, False),
        ("Plt. Kepala Dinas", "Kepala Dinas", False), ("Arsiparis Penyelia", "Perawat Penyelia", False),
    ],
)  # fmt: skip
def test_posts_that_are_only_alike_are_proposed(city: App, written: str, meant: str | None, certain: bool) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle(), Lexicon())
        names.position(written)
        assert [it.code for it in names.notices()] == ["positions.created"]
        alike = Proposals(reader).posts_like(written)
        assert (not alike) if meant is None else not alike or meant in [it.label for it in alike]
        assert bool([it for it in alike if it.score >= 90]) == certain


@pytest.mark.parametrize(
    ("written", "level", "meant"),
    [
        ("S1 - Teknik Informatika", "40", "S-1 Teknik Informatika"),
        ("Teknik Informatika", "40", "S-1 Teknik Informatika"),
        ("TEKNIK INFORMATIKA (S1)", "40", "S-1 Teknik Informatika"),
        ("S.1 Teknik Informatika", "40", "S-1 Teknik Informatika"),
        ("Prodi Teknik Informatika", "40", "S-1 Teknik Informatika"), ("Magister Manajemen", "45", None),
        ("S2 Manajemen", "45", "S-2 Manajemen"), ("S-2 Ilmu Komputer", "45", "S-2 Ilmu Komputer"),
        ("Magister Ilmu Komputer", "45", None), ("Manajemen", "40", "S-1 Manajemen"),
        ("Manajemen", "45", "S-2 Manajemen"), ("Sarjana Ilmu Hukum", "40", None), ("Ners", "42", None),
        ("Profesi Ners", "42", "Profesi Ners"), ("D3 Kebidanan", "30", "D-III Kebidanan"),
        ("Diploma III Kebidanan", "30", None), ("Kebidanan", "40", None), ("Hukum", "40", None),
        ("Teknik Informatka", "40", None), ("Manajemen Keuangan", "40", None),
    ],
)  # fmt: skip
def test_programmes_are_found_at_their_level(city: App, written: str, level: str, meant: str | None) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle(), Lexicon())
        key = names.programme(written, level)
        created = [it for it in names.notices() if it.code == "programmes.created"]
        assert (names.shown("programme_id", key) == meant and not created) if meant else bool(created)


def test_what_is_typed_in_the_window_is_meant_as_it_is_written(city: App) -> None:
    with city.database.read() as reader:
        names = Names(reader, Bundle())
        assert names.shown("position_id", names.position("Analis Kebijakan Muda")) == "Analis Kebijakan Muda"
        assert names.shown("programme_id", names.programme("Magister Manajemen", "45")) == "Magister Manajemen"
