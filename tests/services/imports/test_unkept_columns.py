"""Sheets of histories as SIASN and offices write them: what is known of them and not kept is told as such."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, nip, notices

SITI = nip(1)
SIASN: dict[str, tuple[str, list[Cell]]] = {
    "grade-history": (
        ("id idPns nipBaru nipLama golonganId golongan skNomor skTanggal tmtGolongan noPertekBkn tglPertekBkn "
        "jumlahKreditUtama jumlahKreditTambahan jenisKPId jenisKPNama masaKerjaGolonganTahun masaKerjaGolonganBulan "
        "path pangkat"),
        ["a", "b", SITI, "", "32", "III/b", "823/1", "15-03-2018", "01-04-2018", "1", "01-03-2018", "", "", "1",
         "Reguler", "8", "3", "", "Penata Muda Tk. I"],
    ),
    "post-history": (
        ("id idPns nipBaru nipLama jenisJabatan instansiKerjaId instansiKerjaNama satuanKerjaId satuanKerjaNama unorId "
        "unorNama unorIndukId unorIndukNama eselon eselonId jabatanFungsionalId jabatanFungsionalNama "
        "jabatanFungsionalUmumId jabatanFungsionalUmumNama tmtJabatan nomorSk tanggalSk namaUnor namaJabatan "
        "tmtPelantikan path tmtMutasi jenisMutasiId"),
        ["a", "b", SITI, "", "Struktural", "1", "Kota A", "2", "Dinas A", "U1", "Dinas A", "", "", "III.a", "31", "",
         "",
         "", "", "01-02-2020", "821/2", "01-02-2020", "Dinas A", "Sekretaris", "02-02-2020", "", "", ""],
    ),
    "education-history": (
        ("id idPns nipBaru nipLama pendidikanId pendidikanNama tkPendidikanId tkPendidikanNama tahunLulus tglLulus "
        "isPendidikanPertama nomorIjasah namaSekolah gelarDepan gelarBelakang path"),
        ["a", "b", SITI, "", "P1", "Akuntansi", "40", "S-1/Sarjana", "2008", "01-08-2008", "1", "IJ1", "Unmul", "",
         "S.E.", ""],
    ),
}  # fmt: skip


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah."""
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti Aminah"]], "people.xlsx"))
    return app


@pytest.mark.parametrize("kind", SIASN)
def test_siasn_s_exports_have_no_unknown_columns(staffed: App, sheet: SheetWriter, kind: str) -> None:
    heading, row = SIASN[kind]
    plan = imported(staffed, sheet([heading.split(), row]))
    assert (plan.kind, counts(plan)) == (kind, {"new": 1})
    told = notices(plan)
    assert "columns.unknown" not in told
    assert {"idPns", "nipLama", "path"} <= set(told["columns.unkept"])
    assert len(listed(staffed, kind)) == 1


def test_an_office_s_list_with_the_decree_s_signer(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["RIWAYAT KEPANGKATAN"],
        ["NO", "NAMA", "NIP", "GOL", "TMT", "SURAT KEPUTUSAN", None, None, "JENIS KENAIKAN PANGKAT", "WARNA"],
        [None, None, None, None, None, "NOMOR", "TANGGAL", "PEJABAT", None, None],
        [1, "Siti Aminah", SITI, "III/c", "01-04-2022", "823/2", "15-03-2022", "WALI KOTA", "Reguler", "biru"],
    ]
    plan = imported(staffed, sheet(rows))
    assert notices(plan) == {
        "columns.unkept": ("SURAT KEPUTUSAN PEJABAT", "JENIS KENAIKAN PANGKAT"),
        "columns.unknown": ("WARNA",),
    }
    (row,) = listed(staffed, "grade-history")
    assert (row["decree_number"], row["grade"]) == ("823/2", "III/c")


def test_a_list_of_employees_with_degrees_stays_one(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = [
        "NIP",
        "NIP LAMA",
        "NAMA",
        "GELAR DEPAN",
        "GELAR BELAKANG",
        "TINGKAT PENDIDIKAN",
        "TAHUN LULUS",
    ]
    plan = imported(app, sheet([heading, [SITI, "", "Siti Aminah", "", "S.E.", "S-1", "2008"]]))
    assert (plan.kind, counts(plan)) == ("employees", {"new": 1})
