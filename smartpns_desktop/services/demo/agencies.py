"""The agencies (perangkat daerah) of the city: names, codes, divisions, and whom they employ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

CITY = "Kota Nusa Jaya"


class Shape(Enum):
    """How an agency is led."""

    OFFICE = "office"
    SECRETARIAT = "secretariat"
    COUNCIL = "council"
    HOSPITAL = "hospital"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class AgencySpec:
    """One agency: its code (Permendagri 90/2019 in form), names, title of its head, divisions, callings.

    `weight` is its share of the staff beside the managers, `callings` are families of `posts.FAMILIES` with
    their shares, `goal` is what its plan of studies refers to.
    """

    code: str
    name: str
    short_name: str
    head: str
    weight: int
    callings: tuple[tuple[str, int], ...]
    divisions: tuple[str, ...]
    goal: str
    shape: Shape = Shape.OFFICE


def _callings(text: str) -> tuple[tuple[str, int], ...]:
    """From "policy 3, clerk 2"."""
    return tuple((name, int(share)) for name, share in (pair.split() for pair in text.split(", ")))


def _agency(
    code: str,
    name: str,
    short: str,
    weight: int,
    callings: str,
    divisions: str,
    goal: str,
    head: str = "",
    shape: Shape = Shape.OFFICE,
) -> AgencySpec:
    return AgencySpec(
        code, name, short, head or f"Kepala {name}", weight, _callings(callings), tuple(divisions.split("; ")),
        goal, shape,
    )  # fmt: skip


_OFFICE = "office 4, data 2, clerk 3"

_AGENCIES = (
    _agency(
        "4.01", "Sekretariat Daerah", "Setda", 10,
        f"policy 4, law 2, procurement 2, relations 2, {_OFFICE}",
        "Bagian Pemerintahan; Bagian Hukum; Bagian Organisasi; Bagian Umum; Bagian Pengadaan Barang/Jasa",
        "Meningkatnya kualitas tata kelola pemerintahan", "Sekretaris Daerah", Shape.SECRETARIAT,
    ),
    _agency(
        "1.01", "Dinas Pendidikan dan Kebudayaan", "Disdikbud", 8, f"policy 2, computing 1, {_OFFICE}",
        "Bidang Pembinaan Sekolah Dasar; Bidang Pembinaan Sekolah Menengah Pertama; Bidang Kebudayaan",
        "Meningkatnya mutu dan pemerataan pendidikan",
    ),
    _agency(
        "1.02", "Dinas Kesehatan", "Dinkes", 7, f"health_worker 4, nutritionist 1, pharmacist 1, {_OFFICE}",
        "Bidang Kesehatan Masyarakat; Bidang Pencegahan Penyakit; Bidang Pelayanan Kesehatan",
        "Meningkatnya derajat kesehatan masyarakat",
    ),
    _agency(
        "1.03", "Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", 9,
        f"roads 4, building 3, planner 1, {_OFFICE}",
        "Bidang Bina Marga; Bidang Cipta Karya; Bidang Tata Ruang",
        "Meningkatnya kualitas infrastruktur kota",
    ),
    _agency(
        "5.01", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", "Bapperida", 6,
        f"planner 6, policy 2, statistics 1, {_OFFICE}",
        "Bidang Pemerintahan dan Pembangunan Manusia; Bidang Perekonomian dan Infrastruktur; Bidang Riset",
        "Meningkatnya kualitas perencanaan berbasis data",
    ),
    _agency(
        "5.02", "Badan Pengelolaan Keuangan dan Aset Daerah", "BPKAD", 7, f"finance 5, {_OFFICE}",
        "Bidang Anggaran; Bidang Perbendaharaan; Bidang Aset Daerah",
        "Meningkatnya akuntabilitas pengelolaan keuangan",
    ),
    _agency(
        "5.03", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", 6,
        f"staffing 6, computing 1, archivist 1, {_OFFICE}",
        "Bidang Pengadaan dan Informasi Kepegawaian; Bidang Mutasi dan Promosi; Bidang Pengembangan Kompetensi",
        "Meningkatnya profesionalitas aparatur",
    ),
    _agency(
        "6.01", "Inspektorat Daerah", "Inspektorat", 5, "auditor 8, office 2, clerk 1",
        "Inspektur Pembantu Wilayah I; Inspektur Pembantu Wilayah II; Inspektur Pembantu Khusus",
        "Meningkatnya kualitas pengawasan intern", "Inspektur Daerah",
    ),
    _agency(
        "7.01", "Kecamatan Nusa Utara", "Kec. Nusa Utara", 4, f"village 1, {_OFFICE}",
        "Tanjung Harapan; Bukit Melati; Sungai Intan; Karang Mulya",
        "Meningkatnya kualitas pelayanan kecamatan", "Camat Nusa Utara", Shape.DISTRICT,
    ),
    _agency(
        "7.02", "Kecamatan Nusa Selatan", "Kec. Nusa Selatan", 4, f"village 1, {_OFFICE}",
        "Teluk Cempaka; Rawa Indah; Pasir Putih; Pantai Lestari",
        "Meningkatnya kualitas pelayanan kecamatan", "Camat Nusa Selatan", Shape.DISTRICT,
    ),
    _agency(
        "1.02.9", "RSUD Nusa Jaya", "RSUD", 30,
        "nurse 9, nurse_expert 4, doctor 4, midwife 3, lab 2, pharmacist 1, nutritionist 1, clerk 3, data 1",
        "Bidang Pelayanan Medik; Bidang Keperawatan", "Meningkatnya mutu layanan rujukan",
        "Direktur RSUD Nusa Jaya", Shape.HOSPITAL,
    ),
    _agency(
        "2.16", "Dinas Komunikasi dan Informatika", "Diskominfo", 6,
        f"computing 5, computing_skilled 2, relations 2, statistics 1, {_OFFICE}",
        "Bidang Aplikasi Informatika; Bidang Statistik dan Persandian; Bidang Komunikasi Publik",
        "Meningkatnya penerapan pemerintahan digital",
    ),
    _agency(
        "1.05", "Satuan Polisi Pamong Praja", "Satpol PP", 10, "police 12, office 2, clerk 2",
        "Bidang Ketertiban Umum; Bidang Penegakan Peraturan Daerah", "Meningkatnya ketenteraman dan ketertiban",
    ),
    _agency(
        "2.12", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", 6, f"computing_skilled 2, {_OFFICE}",
        "Bidang Pendaftaran Penduduk; Bidang Pencatatan Sipil",
        "Meningkatnya tertib administrasi kependudukan",
    ),
    _agency(
        "2.18", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", 5,
        f"licences 5, {_OFFICE}", "Bidang Penanaman Modal; Bidang Perizinan",
        "Meningkatnya realisasi investasi",
    ),
    _agency(
        "5.04", "Badan Pendapatan Daerah", "Bapenda", 6, f"finance 2, {_OFFICE}",
        "Bidang Pajak Daerah; Bidang Penagihan", "Meningkatnya pendapatan asli daerah",
    ),
    _agency(
        "2.15", "Dinas Perhubungan", "Dishub", 7, f"traffic 4, {_OFFICE}",
        "Bidang Lalu Lintas; Bidang Angkutan", "Meningkatnya keselamatan transportasi",
    ),
    _agency(
        "2.11", "Dinas Lingkungan Hidup", "DLH", 7, f"environment 5, {_OFFICE}",
        "Bidang Pengendalian Pencemaran; Bidang Pengelolaan Sampah", "Meningkatnya kualitas lingkungan hidup",
    ),
    _agency(
        "1.06", "Dinas Sosial", "Dinsos", 4, f"social_worker 4, {_OFFICE}",
        "Bidang Perlindungan Sosial; Bidang Rehabilitasi Sosial", "Menurunnya angka kemiskinan",
    ),
    _agency(
        "2.09", "Dinas Ketahanan Pangan dan Pertanian", "DKPP", 7, f"farming 6, {_OFFICE}",
        "Bidang Ketahanan Pangan; Bidang Pertanian", "Meningkatnya ketahanan pangan daerah",
    ),
    _agency(
        "1.04", "Dinas Perumahan dan Kawasan Permukiman", "Disperkim", 5, f"building 4, {_OFFICE}",
        "Bidang Perumahan; Bidang Pertamanan", "Menurunnya kawasan kumuh",
    ),
    _agency(
        "2.08", "Dinas Pengendalian Penduduk dan Keluarga Berencana", "DPPKB", 5,
        f"family_planning 5, {_OFFICE}", "Bidang Keluarga Berencana; Bidang Pemberdayaan Perempuan",
        "Menurunnya prevalensi tengkes",
    ),
    _agency(
        "1.08", "Dinas Pemadam Kebakaran dan Penyelamatan", "Damkar", 7, "fire 12, office 1, clerk 2",
        "Bidang Pemadaman; Bidang Penyelamatan", "Meningkatnya waktu tanggap kebakaran",
    ),
    _agency(
        "2.07", "Dinas Tenaga Kerja", "Disnaker", 4, f"labour 3, {_OFFICE}",
        "Bidang Pelatihan Kerja; Bidang Hubungan Industrial", "Menurunnya tingkat pengangguran",
    ),
    _agency(
        "2.17", "Dinas Koperasi, Usaha Kecil, dan Perdagangan", "Diskop", 5, f"policy 1, {_OFFICE}",
        "Bidang Koperasi; Bidang Perdagangan", "Meningkatnya daya saing usaha kecil",
    ),
    _agency(
        "2.23", "Dinas Perpustakaan dan Kearsipan", "Dispusip", 4, f"librarian 4, archivist 4, {_OFFICE}",
        "Bidang Perpustakaan; Bidang Kearsipan", "Meningkatnya literasi masyarakat",
    ),
    _agency(
        "2.19", "Dinas Kepemudaan, Olahraga, dan Pariwisata", "Disporapar", 4, f"tourism 3, {_OFFICE}",
        "Bidang Olahraga; Bidang Pariwisata", "Meningkatnya kunjungan wisata",
    ),
    _agency(
        "4.02", "Sekretariat DPRD", "Setwan", 5, f"law 1, relations 1, {_OFFICE}",
        "Bagian Persidangan; Bagian Keuangan DPRD", "Meningkatnya dukungan bagi DPRD", "Sekretaris DPRD",
        Shape.COUNCIL,
    ),
    _agency(
        "7.03", "Kecamatan Nusa Barat", "Kec. Nusa Barat", 4, f"village 1, {_OFFICE}",
        "Gunung Sari; Air Jernih; Mekar Wangi", "Meningkatnya kualitas pelayanan kecamatan",
        "Camat Nusa Barat", Shape.DISTRICT,
    ),
    _agency(
        "8.01", "Badan Kesatuan Bangsa dan Politik", "Kesbangpol", 4, f"policy 2, {_OFFICE}",
        "Bidang Ideologi dan Wawasan Kebangsaan; Bidang Politik Dalam Negeri",
        "Meningkatnya kerukunan masyarakat",
    ),
)  # fmt: skip

_FEWEST, _PER_AGENCY = 12, 100


def agencies_for(employees: int) -> tuple[AgencySpec, ...]:
    """The agencies of a city with that many employees: 12 in the smallest, 30 from 1,800 people on."""
    return _AGENCIES[: min(_FEWEST + employees // _PER_AGENCY, len(_AGENCIES))]
