"""What is wrong with a value of a row and what to do about it; the frame around it names row and column."""

from __future__ import annotations

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.words import event_problems, id_problems, position_problems
from smartpns_desktop.words.figures import show_date_text
from smartpns_desktop.words.labels import show_sex_text
from smartpns_desktop.words.problem_parts import PARTS
from smartpns_desktop.words.sentences import fill, quoted

SENTENCES = {
    **event_problems.SENTENCES,
    **id_problems.SENTENCES,
    **position_problems.SENTENCES,
    "name.missing": "Nama belum diisi. Lengkapi namanya.",
    "row.duplicate": (
        "Baris ini mengulang baris sebelumnya. Baris pertama yang dipakai; hapus atau perbaiki baris ini."
    ),
    "date.unreadable": ("Isian {value} tidak terbaca sebagai tanggal. Tulis hari-bulan-tahun, misalnya 25-04-1985."),
    "date.ambiguous": (
        "Tanggal {value} dapat dibaca dengan dua cara, dan isi kolom ini tidak menunjukkan mana yang hari "
        "dan mana yang bulan. Pilih urutannya untuk kolom ini, atau tulis nama bulannya."
    ),
    "date.end_differs": (
        "Tanggal selesai {value} berbeda dari hari terakhir pada kolom tanggal mulai. Periksa keduanya; "
        "yang dipakai kolom tanggal selesai."
    ),
    "date.in_headings": (
        "Tanggalnya tertulis pada judul kolom {value}, bukan di baris ini. Isi tanggal mulai dan tanggal selesainya."
    ),
    "date.days_apart": "Tanggal ini menyebut hari yang terpisah; lamanya dihitung dari jumlah harinya.",
    "date.before_birth": "Tanggal ini tidak sesudah tanggal lahir. Periksa keduanya.",
    "date.pns_before_cpns": "TMT PNS mendahului TMT CPNS. Periksa keduanya pada SK pegawai.",
    "person.unknown": ("Pegawai {value} belum terdata. Impor data pegawainya lebih dahulu, atau perbaiki NIP-nya."),
    "person.ambiguous": ("Beberapa pegawai bernama {value}. Isi NIP pegawai yang dimaksud."),
    "person.told": "Baris ini dicatat untuk pegawai yang dipilih.",
    "person.same": (
        "NIP {value} belum terdata, padahal NIK, atau nama dan tanggal lahirnya, sama dengan pegawai yang sudah "
        "terdata. Jawab pertanyaannya pada langkah Nilai: orang yang sama dengan NIP baru, atau orang lain."
    ),
    "person.new_nip": "NIP pegawai ini diganti dengan {value}; NIP lamanya tetap disimpan.",
    "person.another": "Dicatat sebagai orang lain, sesuai pilihan Anda.",
    "person.name_differs": "Nama {value} berbeda dari nama pemilik NIP ini. Pastikan NIP tidak tertukar.",
    "person.from_above": (
        "NIP dan nama kosong, jadi baris ini dibaca sebagai lanjutan pegawai di atasnya. Pastikan benar demikian."
    ),
    "value.from_above": "Sel ini kosong, jadi dibaca sama dengan baris di atasnya. Pastikan benar demikian.",
    "value.kept": "Isian {value} tidak dikenal dan dicatat sebagaimana tertulis. Periksa ejaannya.",
    "value.missing": "Kolom ini wajib diisi. Lengkapi isinya.",
    "year.missing": (
        "Tahunnya tidak tertulis: tidak di baris ini, tidak di judul lembar, tidak pada nama berkas. "
        "Tambahkan kolom Tahun, atau tulis tahunnya di judul."
    ),
    "year.unreadable": "Isian {value} tidak menyebut tepat satu tahun. Tulis tahunnya saja, misalnya 2025.",
    "index.total_differs": "Total IP ASN tidak sama dengan jumlah keempat dimensinya. Periksa angkanya.",
    "rating.differs": "Predikat {value} tidak sesuai dengan angka atau kuadran di baris ini. Periksa keduanya.",
    "discipline.measure_unknown": (
        "Hukuman {value} tidak ada dalam daftar PP 94/2021 dan dicatat sebagaimana tertulis. Periksa ejaannya."
    ),
    "discipline.level_differs": "Tingkat hukuman {value} bukan tingkat jenis hukumannya. Periksa keduanya pada SK.",
    "discipline.ends_before_start": "Akhir hukuman mendahului TMT-nya. Periksa kedua tanggal itu.",
    "value.ambiguous": "Isian {value} cocok dengan lebih dari satu nilai yang dikenal. Pilih yang dimaksud.",
    "plan.sealed": (
        "Rencana kebutuhan studi ini sudah disahkan, jadi baris {value} tidak dapat menambah atau mengubahnya."
    ),
    "value.unknown": "Isian {value} tidak dikenal untuk kolom ini. Periksa ejaannya atau pilih dari daftar.",
    "value.out_of_range": "Isian {value} di luar batas yang wajar. Periksa kembali.",
    "value.not_in_list": "Isian {value} tidak ada dalam daftar. Pilih salah satu nilai dari daftar.",
    "value.not_whole": "Isian {value} bukan bilangan bulat, nol atau lebih. Tulis angkanya saja, tanpa koma.",
    "value.not_a_quantity": "Isian {value} bukan bilangan, nol atau lebih. Tulis angkanya saja, misalnya 12 atau 12,5.",
    "nip.old": ("{value} adalah NIP lama (9 angka). Tulis NIP baru yang terdiri atas 18 angka sesuai SK konversi NIP."),
    "number.ambiguous": (
        "Isian {value} dapat berarti ribuan atau pecahan, jadi tidak diambil. Tulis tanpa titik (1250) atau dengan "
        "koma (1,25)."
    ),
    "number.unreadable": ("Isian {value} tidak terbaca sebagai bilangan. Tulis angkanya saja, misalnya 12 atau 12,5."),
    "grade.unknown": "Golongan {value} tidak dikenal. Tulis misalnya III/c untuk PNS atau IX untuk PPPK.",
    "education.unknown": ("Jenjang pendidikan {value} tidak dikenal. Tulis misalnya SLTA, D-III, S-1, atau S-2."),
    "call.ends_before_start": "Batas waktu {value} mendahului hari mulainya. Periksa keduanya.",
    "call.period_taken": "Data itu sudah diminta untuk periode {value}. Ubah permintaan itu, atau pakai periode lain.",
    "commitment.in_future": "Tanggal {value} belum tiba. Isi hari komitmen itu ditandatangani.",
    "agency.former_place": "{value} adalah kode atau induk lama. Yang sekarang dipakai; periksa tanggal berkasnya.",
    "agency.code_differs": ("Kode {value} dan nama perangkat daerah menunjuk dua unit yang berbeda. Periksa keduanya."),
    "agency.name_taken": "Nama {value} sudah dipakai pada induk yang sama. Pakai nama yang lain.",
    "agency.code_taken": "Kode {value} sudah dipakai. Pakai kode yang lain.",
    "agency.same_name": "Itu namanya yang sekarang. Tulis nama barunya.",
    "agency.same_place": "Unit {value} sudah berada di sana. Pilih induk yang lain.",
    "agency.own_ancestor": "Unit {value} tidak dapat berada di bawah dirinya sendiri. Pilih induk yang lain.",
    "agency.closed": "Unit {value} sudah ditutup. Pilih yang lain, atau buka kembali lebih dahulu.",
    "agency.above_refused": "Unit {value} di atasnya ditolak, jadi induk unit ini tidak diketahui. Perbaiki baris itu.",
    "agency.merge_inside": (
        "Unit {value} tidak dapat digabungkan ke dirinya sendiri atau ke unit di bawahnya. Pilih tujuan yang lain."
    ),
    "value.outside": "Isian {value} tidak dapat dipakai. Periksa kembali.",
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
    "state.contradicts": ("Baris lain menyebut kejadian yang sama dengan isi yang berbeda. Biarkan hanya yang benar."),
    "grade.falls": "Golongan {value} lebih rendah daripada golongan sebelumnya. Periksa keduanya pada SK.",
    "need.shares_missing": (
        "Biaya bersama memerlukan sekurang-kurangnya dua sumber. Isi jumlah rupiah dari setiap sumber."
    ),
    "need.year_outside": "Tahun {value} di luar periode rencana. Kosongkan jumlah orang pada tahun itu.",
    "need.duplicate": (
        "Rencana ini sudah memuat kebutuhan dengan jenjang, program studi, jabatan, dan sumber biaya yang sama. "
        "Ubah jumlah orang pada kebutuhan itu."
    ),
    "email.malformed": "Alamat surel {value} tidak benar. Tulis misalnya nama@contoh.go.id.",
    "row.beside": "Kolom ini berulang; isi yang kedua, {value}, tidak dibaca. Pindahkan ke baris di bawah tabel.",
    "cell.error": ("Sel ini berisi galat Excel, bukan data. Perbaiki rumusnya, simpan berkas, lalu impor kembali."),
    "cell.formula_without_value": (
        "Hasil rumus dalam sel ini tidak tersimpan. Buka berkas di Excel, simpan, lalu impor kembali."
    ),
}
"""By code; `value` is the cell in quotation marks, or "ini" where it is empty."""

EMPTY = {"nip.not_18_digits": "nip.missing"}
"""Codes that read better as another where the cell is empty."""

OLD_NIP = ("nip.not_18_digits", "9")
"""Code and digits of a number from before 2009."""

PROPOSED = {
    "nip.damaged": (
        "NIP {value} tidak utuh: Excel hanya menyimpan 15 angka pertama, jadi tiga angka terakhirnya hilang. "
        "Mungkin maksudnya {proposal}. Isi kembali NIP dari sumbernya dalam kolom berformat teks."
    ),
    "person.unknown": (
        "Pegawai {value} belum terdata. Mungkin maksudnya {proposal}. Perbaiki NIP-nya, atau impor data pegawainya "
        "lebih dahulu."
    ),
    "person.name_differs": (
        "Nama {value} berbeda dari nama pemilik NIP ini, yaitu {stored}. Mungkin maksudnya {proposal}. "
        "Pastikan NIP tidak tertukar."
    ),
}
"""By code, used where somebody or something is proposed."""

FULLER = {
    **event_problems.FULLER,
    "nip.repaired": "NIP {value} tidak utuh dan dibaca sebagai {stored}. Cocokkan dengan SK pegawai.",
    "person.told": "Baris ini dicatat untuk {stored}, sesuai pilihan Anda.",
    "person.same": (
        "NIP {value} belum terdata, padahal NIK, atau nama dan tanggal lahirnya, sama dengan {stored}. Jawab "
        "pertanyaannya pada langkah Nilai: orang yang sama dengan NIP baru, atau orang lain."
    ),
    "date.days_apart": "{value} menyebut {expected} hari terpisah; JP per hari dihitung untuk {expected} hari saja.",
    "person.new_nip": "NIP {stored} diganti dengan {value}, sesuai pilihan Anda; NIP lamanya tetap disimpan.",
    "person.another": "Dicatat sebagai orang lain daripada {stored}, sesuai pilihan Anda.",
    "date.unreadable": (
        "Isian {value} tidak terbaca sebagai tanggal: {part}. Tulis hari-bulan-tahun, misalnya 25-04-1985."
    ),
    "date.end_differs": (
        "Tanggal selesai {value} berbeda dari hari terakhir pada kolom tanggal mulai, yaitu {expected}. "
        "Periksa keduanya; yang dipakai kolom tanggal selesai."
    ),
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
    "nip.former": "NIP {value} adalah NIP lama; NIP-nya sekarang {stored}. Perbarui NIP dalam berkas ini.",
    "nip.taken": "NIP {value} sudah dipakai {stored}. Buka data pegawai itu, atau perbaiki NIP-nya.",
    "date.before_birth": "Tanggal ini tidak sesudah tanggal lahir, yaitu {expected}. Periksa keduanya.",
    "date.pns_before_cpns": "TMT PNS mendahului TMT CPNS, yaitu {expected}. Periksa keduanya pada SK pegawai.",
    "nik.twice": "NIK {value} sudah tertulis di baris {first_row} dengan NIP yang lain. Periksa keduanya.",
    "nik.not_16_digits": ("NIK terdiri atas 16 angka, sedangkan {value} memuat {digits} angka. Perbaiki sesuai KTP."),
    "nik.impossible": "NIK {value} tidak mungkin benar: {part}. Cocokkan dengan KTP, lalu perbaiki.",
    "row.duplicate": (
        "Baris ini mengulang baris {first_row}. Baris {first_row} yang dipakai; hapus atau perbaiki baris ini."
    ),
    "person.name_differs": (
        "Nama {value} berbeda dari nama pemilik NIP ini, yaitu {stored}. Pastikan NIP tidak tertukar."
    ),
    "person.from_above": (
        "NIP dan nama kosong, jadi baris ini dibaca sebagai lanjutan pegawai dengan NIP {expected} di baris "
        "{first_row}. Pastikan benar demikian."
    ),
    "value.from_above": ("Sel ini kosong, jadi dibaca {value} seperti di baris {first_row}. Pastikan benar demikian."),
    "value.missing": "{expected} wajib diisi. Lengkapi isinya.",
    "value.ambiguous": "Isian {value} dapat berarti {candidates}. Pilih yang dimaksud.",
    "value.unknown": (
        "Isian {value} tidak dikenal untuk kolom ini. Mungkin maksudnya {candidates}. "
        "Periksa ejaannya atau pilih dari daftar."
    ),
    "index.total_differs": (
        "Total IP ASN {value} tidak sama dengan jumlah keempat dimensinya, yaitu {expected}. Periksa angkanya."
    ),
    "rating.differs": (
        "Predikat {value} tidak sesuai dengan angka atau kuadran di baris ini, yang berarti {expected}. "
        "Periksa keduanya."
    ),
    "discipline.level_differs": (
        "Tingkat hukuman {value} bukan tingkat jenis hukumannya, yaitu {expected}. Periksa keduanya pada SK."
    ),
    "value.out_of_range": "Isian {value} di luar batas yang wajar, yaitu {expected}. Periksa kembali.",
    "value.outside": "Isian {value} tidak dapat dipakai. Isi {expected}.",
    "state.contradicts": (
        "Baris {first_row} menyebut kejadian yang sama dengan isi yang berbeda. Biarkan hanya yang benar."
    ),
    "grade.falls": "Golongan {value} lebih rendah daripada golongan sebelumnya, {stored}. Periksa keduanya pada SK.",
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
came first, `proposal` whom a row probably means,
`expected` what the NIP or the rule tells, `stored` what the data hold already, `candidates` what
could be meant. Dates among them are ISO text, sexes M or F.
"""

FACTS = frozenset({"value", "digits", "part", "first_row", "expected", "stored", "candidates", "proposal"})
"""What a sentence may ask for."""


def say(problem: Problem) -> str:
    """Indonesian sentences: what is wrong and what to do. KeyError for a code without a sentence."""
    facts = {name: show_date_text(fact) for name, fact in problem.facts.items()}
    if problem.code.endswith(".sex_differs"):
        facts = {name: show_sex_text(fact) for name, fact in facts.items()}
    if problem.code in event_problems.ENDINGS:
        facts["stored"] = event_problems.ending(facts.get("stored", ""))
    if problem.code.endswith("_digits"):
        facts["digits"] = _digits(problem)
    facts["part"] = PARTS.get((problem.code, facts.get("part", "")), "")
    facts["value"] = quoted(show_date_text(problem.value) if problem.code.startswith(_OF_DAYS) else problem.value)
    code = EMPTY.get(problem.code, problem.code) if not facts["value"] else problem.code
    if (code, facts.get("digits")) == OLD_NIP:
        code = "nip.old"
    fuller = PROPOSED.get(code) if facts.get("proposal") else FULLER.get(code)
    return fill(SENTENCES[code], fuller, facts, "ini")


_OF_DAYS = ("event.", "decree.")
"""How codes begin whose value is a day."""


def _digits(problem: Problem) -> str:
    """How many digits the value has; empty where it has none, or the right number and other signs besides."""
    found = sum(sign.isdigit() for sign in problem.value)
    return str(found) if found and f"_{found}_" not in problem.code else ""
