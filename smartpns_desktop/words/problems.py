"""What is wrong with a value of a row and what to do about it; the frame around it names row and column."""

from __future__ import annotations

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.words.labels import show_date_text, show_sex_text
from smartpns_desktop.words.sentences import fill, quoted

PARTS = {
    ("nip.impossible", "birth_date"): "angka ke-1 sampai ke-8 bukan tanggal lahir yang sah",
    ("nip.impossible", "year"): "tahun pengangkatan (angka ke-9 sampai ke-12) tidak mungkin",
    ("nip.impossible", "month"): (
        "angka ke-13 dan ke-14 bukan bulan pengangkatan (01–12) dan bukan pula kode PPPK (21–29)"
    ),
    ("nip.impossible", "sex"): "angka ke-15 bukan kode jenis kelamin (1 untuk laki-laki, 2 untuk perempuan)",
    ("nik.impossible", "region"): "angka ke-1 sampai ke-6 bukan kode wilayah yang sah",
    ("nik.impossible", "birth_date"): "angka ke-7 sampai ke-12 bukan tanggal lahir yang sah",
    ("nik.impossible", "serial"): "nomor urut (angka ke-13 sampai ke-16) tidak boleh 0000",
}
"""Why a number cannot be, by code and the fact `part`."""

SENTENCES = {
    "nip.damaged": (
        "NIP {value} tidak utuh: Excel hanya menyimpan 15 angka pertama, jadi tiga angka terakhirnya hilang. "
        "Isi kembali NIP dari sumbernya dalam kolom berformat teks."
    ),
    "nip.not_18_digits": ("NIP {value} tidak sah: NIP terdiri atas 18 angka, tanpa huruf. Perbaiki sesuai SK pegawai."),
    "nip.impossible": "NIP {value} tidak mungkin benar. Cocokkan dengan SK pegawai, lalu perbaiki.",
    "nip.birth_date_differs": (
        "Tanggal lahir tidak sama dengan delapan angka pertama NIP. Periksa keduanya pada SK pegawai."
    ),
    "nip.sex_differs": "Jenis kelamin tidak sama dengan angka ke-15 NIP. Periksa keduanya pada SK pegawai.",
    "nip.start_differs": (
        "TMT CPNS atau PPPK tidak sama dengan waktu pengangkatan dalam NIP. Periksa keduanya pada SK pengangkatan."
    ),
    "nip.kind_differs": (
        "Status kepegawaian tidak sesuai dengan bentuk NIP. Pastikan apakah pegawai ini PNS atau PPPK."
    ),
    "nip.missing": "NIP belum diisi. Isi 18 angka NIP sesuai SK pegawai.",
    "nip.taken": "NIP {value} sudah dipakai pegawai lain. Buka data pegawai itu, atau perbaiki NIP-nya.",
    "nik.damaged": (
        "NIK {value} tidak utuh: Excel hanya menyimpan 15 angka pertama, jadi angka terakhirnya hilang. "
        "Isi kembali NIK dari KTP dalam kolom berformat teks."
    ),
    "nik.not_16_digits": ("NIK {value} tidak sah: NIK terdiri atas 16 angka, tanpa huruf. Perbaiki sesuai KTP."),
    "nik.impossible": "NIK {value} tidak mungkin benar. Cocokkan dengan KTP, lalu perbaiki.",
    "nik.birth_date_differs": ("Tanggal lahir dalam NIK tidak sama dengan tanggal lahir pegawai. Cocokkan dengan KTP."),
    "nik.sex_differs": ("Jenis kelamin menurut NIK tidak sama dengan jenis kelamin pegawai. Cocokkan dengan KTP."),
    "id.damaged": (
        "Nomor {value} tidak utuh: Excel hanya menyimpan 15 angka pertama. "
        "Isi kembali nomornya dari sumbernya dalam kolom berformat teks."
    ),
    "name.missing": "Nama belum diisi. Lengkapi namanya.",
    "row.duplicate": (
        "Baris ini mengulang baris sebelumnya. Baris pertama yang dipakai; hapus atau perbaiki baris ini."
    ),
    "date.unreadable": ("Isian {value} tidak terbaca sebagai tanggal. Tulis hari-bulan-tahun, misalnya 25-04-1985."),
    "date.ambiguous": (
        "Tanggal {value} dapat dibaca dengan dua cara, dan isi kolom ini tidak menunjukkan mana yang hari "
        "dan mana yang bulan. Pilih urutannya untuk kolom ini, atau tulis nama bulannya."
    ),
    "date.before_birth": "Tanggal ini tidak sesudah tanggal lahir. Periksa keduanya.",
    "date.pns_before_cpns": "TMT PNS mendahului TMT CPNS. Periksa keduanya pada SK pegawai.",
    "person.unknown": (
        "Pegawai dengan NIP {value} belum terdata. Impor data pegawainya lebih dahulu, atau perbaiki NIP-nya."
    ),
    "person.name_differs": "Nama {value} berbeda dari nama pemilik NIP ini. Pastikan NIP tidak tertukar.",
    "value.missing": "Kolom ini wajib diisi. Lengkapi isinya.",
    "value.ambiguous": "Isian {value} cocok dengan lebih dari satu nilai yang dikenal. Pilih yang dimaksud.",
    "plan.sealed": (
        "Rencana kebutuhan studi ini sudah disahkan, jadi baris {value} tidak dapat menambah atau mengubahnya."
    ),
    "value.unknown": "Isian {value} tidak dikenal untuk kolom ini. Periksa ejaannya atau pilih dari daftar.",
    "value.out_of_range": "Isian {value} di luar batas yang wajar. Periksa kembali.",
    "value.not_in_list": "Isian {value} tidak ada dalam daftar. Pilih salah satu nilai dari daftar.",
    "value.not_whole": "Isian {value} bukan bilangan bulat, nol atau lebih. Tulis angkanya saja, tanpa koma.",
    "value.not_a_quantity": "Isian {value} bukan bilangan, nol atau lebih. Tulis angkanya saja, misalnya 12 atau 12,5.",
    "number.unreadable": ("Isian {value} tidak terbaca sebagai bilangan. Tulis angkanya saja, misalnya 12 atau 12,5."),
    "grade.unknown": "Golongan {value} tidak dikenal. Tulis misalnya III/c untuk PNS atau IX untuk PPPK.",
    "education.unknown": ("Jenjang pendidikan {value} tidak dikenal. Tulis misalnya SLTA, D-III, S-1, atau S-2."),
    "agency.code_differs": ("Kode {value} dan nama perangkat daerah menunjuk dua unit yang berbeda. Periksa keduanya."),
    "agency.name_taken": "Nama {value} sudah dipakai pada induk yang sama. Pakai nama yang lain.",
    "agency.code_taken": "Kode {value} sudah dipakai. Pakai kode yang lain.",
    "agency.own_ancestor": "Unit {value} tidak dapat berada di bawah dirinya sendiri. Pilih induk yang lain.",
    "agency.closed": "Unit {value} sudah ditutup. Pilih yang lain, atau buka kembali lebih dahulu.",
    "agency.merge_inside": (
        "Unit {value} tidak dapat digabungkan ke dirinya sendiri atau ke unit di bawahnya. Pilih tujuan yang lain."
    ),
    "training.ends_before_start": "Tanggal selesai mendahului tanggal mulai. Periksa kedua tanggal itu.",
    "training.form_unknown": (
        "Bentuk pengembangan kompetensi {value} tidak dikenal, jadi JP diakui sebagaimana tertulis. "
        "Pilih bentuknya dari daftar."
    ),
    "training.duplicate": (
        "Pelatihan dengan nama dan tanggal mulai yang sama sudah tercatat untuk pegawai ini. "
        "Pastikan JP tidak dihitung dua kali."
    ),
    "state.same_date": "Pada TMT ini sudah ada riwayat. Bila disimpan, riwayat itu yang diperbaiki.",
    "state.year_differs": "Tahun lulus tidak sama dengan tahun pada tanggal lulus. Periksa keduanya pada ijazah.",
    "need.shares_missing": (
        "Biaya bersama memerlukan sekurang-kurangnya dua sumber. Isi jumlah rupiah dari setiap sumber."
    ),
    "need.year_outside": "Tahun {value} di luar periode rencana. Kosongkan jumlah orang pada tahun itu.",
    "need.duplicate": (
        "Rencana ini sudah memuat kebutuhan dengan jenjang, program studi, jabatan, dan sumber biaya yang sama. "
        "Ubah jumlah orang pada kebutuhan itu."
    ),
    "email.malformed": "Alamat surel {value} tidak benar. Tulis misalnya nama@contoh.go.id.",
    "cell.error": ("Sel ini berisi galat Excel, bukan data. Perbaiki rumusnya, simpan berkas, lalu impor kembali."),
    "cell.formula_without_value": (
        "Hasil rumus dalam sel ini tidak tersimpan. Buka berkas di Excel, simpan, lalu impor kembali."
    ),
    "column.unknown": (
        "Kolom {value} tidak dikenal, jadi isinya tidak dibaca. "
        "Pasangkan dengan kolom yang sesuai bila isinya diperlukan."
    ),
}
"""By code; `value` is the cell in quotation marks, or "ini" where it is empty."""

EMPTY = {"nip.not_18_digits": "nip.missing"}
"""Codes that read better as another where the cell is empty."""

FULLER = {
    "nip.not_18_digits": (
        "NIP terdiri atas 18 angka, sedangkan {value} memuat {digits} angka. Perbaiki sesuai SK pegawai."
    ),
    "nip.impossible": "NIP {value} tidak mungkin benar: {part}. Cocokkan dengan SK pegawai, lalu perbaiki.",
    "nip.birth_date_differs": (
        "Tanggal lahir tidak sama dengan tanggal lahir dalam NIP, yaitu {expected}. Periksa keduanya pada SK pegawai."
    ),
    "nip.sex_differs": (
        "Jenis kelamin tidak sama dengan angka ke-15 NIP, yang berarti {expected}. Periksa keduanya pada SK pegawai."
    ),
    "nip.start_differs": (
        "TMT CPNS atau PPPK tidak sama dengan waktu pengangkatan dalam NIP, yaitu {expected}. "
        "Periksa keduanya pada SK pengangkatan."
    ),
    "nip.kind_differs": (
        "Status kepegawaian tidak sesuai dengan NIP, yang berbentuk NIP {expected}. Periksa keduanya."
    ),
    "nip.taken": "NIP {value} sudah dipakai {stored}. Buka data pegawai itu, atau perbaiki NIP-nya.",
    "date.before_birth": "Tanggal ini tidak sesudah tanggal lahir, yaitu {expected}. Periksa keduanya.",
    "date.pns_before_cpns": "TMT PNS mendahului TMT CPNS, yaitu {expected}. Periksa keduanya pada SK pegawai.",
    "nik.not_16_digits": ("NIK terdiri atas 16 angka, sedangkan {value} memuat {digits} angka. Perbaiki sesuai KTP."),
    "nik.impossible": "NIK {value} tidak mungkin benar: {part}. Cocokkan dengan KTP, lalu perbaiki.",
    "row.duplicate": (
        "Baris ini mengulang baris {first_row}. Baris {first_row} yang dipakai; hapus atau perbaiki baris ini."
    ),
    "person.name_differs": (
        "Nama {value} berbeda dari nama pemilik NIP ini, yaitu {stored}. Pastikan NIP tidak tertukar."
    ),
    "value.missing": "{expected} wajib diisi. Lengkapi isinya.",
    "value.ambiguous": "Isian {value} dapat berarti {candidates}. Pilih yang dimaksud.",
    "value.unknown": (
        "Isian {value} tidak dikenal untuk kolom ini. Mungkin maksudnya {candidates}. "
        "Periksa ejaannya atau pilih dari daftar."
    ),
    "value.out_of_range": "Isian {value} di luar batas yang wajar, yaitu {expected}. Periksa kembali.",
    "state.same_date": "Pada TMT ini sudah ada riwayat: {stored}. Bila disimpan, riwayat itu yang diperbaiki.",
    "need.year_outside": (
        "Tahun {value} di luar periode rencana, yaitu {expected}. Kosongkan jumlah orang pada tahun itu."
    ),
    "agency.code_differs": (
        "Kode {value} berbeda dari kode perangkat daerah ini yang tercatat, yaitu {stored}. Periksa kode dan namanya."
    ),
}
"""By code, used where all facts are known.

`digits` is how many digits the value has, `part` which part of a number cannot be, `first_row` the row that
came first, `expected` what the NIP or the rule tells, `stored` what the data hold already, `candidates` what
could be meant. Dates among them are ISO text, sexes M or F.
"""

FACTS = frozenset({"value", "digits", "part", "first_row", "expected", "stored", "candidates"})
"""What a sentence may ask for."""


def say(problem: Problem) -> str:
    """Indonesian sentences: what is wrong and what to do. KeyError for a code without a sentence."""
    facts = {name: show_date_text(fact) for name, fact in problem.facts.items()}
    if problem.code.endswith(".sex_differs"):
        facts = {name: show_sex_text(fact) for name, fact in facts.items()}
    if problem.code.endswith("_digits"):
        facts["digits"] = _digits(problem)
    facts["part"] = PARTS.get((problem.code, facts.get("part", "")), "")
    facts["value"] = quoted(problem.value)
    code = EMPTY.get(problem.code, problem.code) if not facts["value"] else problem.code
    return fill(SENTENCES[code], FULLER.get(code), facts, "ini")


def _digits(problem: Problem) -> str:
    """How many digits the value has; empty where it has none, or the right number and other signs besides."""
    found = sum(sign.isdigit() for sign in problem.value)
    return str(found) if found and f"_{found}_" not in problem.code else ""
