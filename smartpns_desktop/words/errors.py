"""Why a use-case cannot be carried out and what the user can do about it, calmly and without a trace."""

from __future__ import annotations

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words import file_errors, position_errors, store_errors, updates
from smartpns_desktop.words.figures import show_date_text
from smartpns_desktop.words.labels import kind_label
from smartpns_desktop.words.sentences import fill, quoted

_IMPORTS = {
    "import.rejected": (
        "Sebagian baris ditolak, jadi tidak ada yang disimpan. Perbaiki baris itu, atau impor baris yang benar saja."
    ),
    "absence.no_date": "Tanggal berlakunya belum diisi. Isi tanggal mulai berlaku keputusan itu.",
    "absence.unknown": "{name} tidak sedang dicatat sebagai tidak ada dalam daftar.",
    "import.no_full_list": "Hanya daftar pegawai yang dapat dibandingkan sebagai daftar lengkap, bukan {kind}.",
    "import.needs_yes": (
        "Impor ini menunggu persetujuan, jadi belum ada yang disimpan. "
        "Periksa usulannya, lalu setujui (pada baris perintah: --yes)."
    ),
    "plan.stale": (
        "Data sudah berubah sejak impor ini diperiksa, jadi tidak ada yang disimpan. "
        "Periksa ulang berkasnya, lalu terapkan."
    ),
    "batch.unknown": "Impor atau perubahan {batch} tidak ditemukan. Periksa nomornya pada daftar perubahan.",
    "batch.not_undoable": (
        "Perubahan {batch} bukan jenis yang dapat diurungkan, misalnya pengisian data acuan program."
    ),
    "batch.already_undone": "Perubahan {batch} sudah diurungkan. Tidak ada yang perlu dilakukan.",
    "batch.not_undone": "Perubahan {batch} tidak sedang diurungkan, jadi tidak ada yang dapat diulangi.",
    "batch.older_than_migration": (
        "Perubahan {batch} dibuat sebelum program diperbarui, jadi hanya dapat dibaca dan tidak dapat "
        "diurungkan. Perbaiki datanya secara langsung."
    ),
    "undo.blocked": (
        "Perubahan {batch} tidak dapat diurungkan karena datanya diubah atau dipakai sesudahnya. "
        "Urungkan perubahan yang lebih baru lebih dahulu."
    ),
    "cancelled": "Pekerjaan dibatalkan. Tidak ada yang disimpan.",
}

_ARGUMENTS = {
    "argument.unusable": "Perintah itu tidak dapat dipahami. Lihat smartpns --help.",
    "unexpected": (
        "Terjadi kesalahan yang tidak terduga; tidak ada yang disimpan. "
        "Rinciannya tercatat di berkas logs/smartpns.log dalam folder data."
    ),
    "argument.unknown_field": "Kolom {field} tidak dikenal. Periksa ejaannya.",
    "argument.unknown_kind": "Jenis data {kind} tidak dikenal. Periksa ejaannya.",
    "argument.bad_value": "Nilai {value} tidak dapat dipakai di sini. Periksa kembali nilainya.",
    "agency.unknown": "Perangkat daerah {agency} tidak ditemukan. Pakai kode atau nama lengkapnya.",
    "report.unknown": "Laporan {report} tidak ada. Periksa namanya.",
    "export.onto_source": "Berkas {path} adalah berkas yang sedang diimpor. Pilih nama atau folder lain.",
    "export.unsupported_ending": "Berkas berakhiran {ending} tidak dapat ditulis. Pakai misalnya .xlsx.",
}

_RECORDS = {
    "record.missing": "Data itu sudah tidak ada; mungkin sudah dihapus. Muat ulang daftarnya.",
    "record.rejected": "Data ini belum dapat disimpan. Perbaiki isian yang ditandai, lalu simpan kembali.",
    "employee.unknown": "Pegawai dengan NIP {value} belum terdata. Periksa NIP-nya.",
    "employee.is_contact": (
        "{name} tidak dihapus karena dinyatakan sebagai pimpinan atau penanggung jawab {names}. "
        "Ganti atau kosongkan pernyataan itu lebih dahulu."
    ),
    "employee.in_use": (
        "Pegawai itu tidak dihapus karena masih memiliki catatan pelatihan. Hapus catatan itu lebih dahulu."
    ),
    "merge.same_person": "Kedua NIP itu menunjuk satu data pegawai yang sama. Periksa NIP-nya.",
    "merge.not_one": "Perubahan {batch} bukan penggabungan pegawai. Periksa nomornya pada daftar perubahan.",
    "unmerge.blocked": (
        "Penggabungan itu tidak dapat dipisahkan karena datanya sudah dihapus, digabungkan lagi, atau NIP-nya sudah "
        "dipakai. Urungkan perubahan yang lebih baru lebih dahulu."
    ),
    "state.before_birth": "TMT itu mendahului tanggal lahir pegawai. Periksa keduanya.",
    "state.date_taken": "Pada TMT itu sudah ada riwayat yang lain. Ubah riwayat itu, atau pakai TMT yang lain.",
    "agency.name_taken": "Nama {agency} sudah dipakai pada induk yang sama. Pakai nama yang lain.",
    "agency.code_taken": "Kode {value} sudah dipakai. Pakai kode yang lain.",
    "agency.own_ancestor": "{agency} tidak dapat dipindahkan ke bawah dirinya sendiri. Pilih induk yang lain.",
    "agency.merge_inside": (
        "{agency} tidak dapat digabungkan ke dirinya sendiri atau ke unit di bawahnya. Pilih tujuan yang lain."
    ),
    "agency.too_early": "Tanggal itu mendahului keadaan {agency} yang sekarang. Pilih tanggal sesudahnya.",
    "agency.split_one": (
        "{agency} perlu dipecah menjadi dua atau lebih; bila tetap ada, sedikitnya satu bagian baru. Tambah bagian."
    ),
    "agency.split_twice": "{value} dipilih untuk dua bagian. Setiap unit dan pegawai hanya ke satu bagian.",
    "agency.split_empty": "Bagian {agency} tidak berisi pegawai maupun unit. Pilih isinya, atau hapus bagian itu.",
    "agency.split_leaves_nobody": (
        "Tidak ada pegawai maupun unit yang tinggal di {agency}. Sisakan sebagian, atau tutup dengan pemecahan ini."
    ),
    "agency.closed": "{agency} sudah ditutup. Buka kembali lebih dahulu, atau pilih yang lain.",
    "agency.in_use": "Data itu tidak dihapus karena masih dipakai. Tutup saja, atau gabungkan ke yang lain.",
    "plan.sealed": "Rencana kebutuhan studi itu sudah disahkan, jadi isinya tidak dapat diubah lagi.",
    "plan.may_not_move": "Status rencana itu tidak dapat diubah langsung ke status tersebut. Ikuti urutannya.",
    "plan.bad_period": "Periode rencana tidak benar. Isi tahun pertama dan tahun terakhir, misalnya 2026 dan 2030.",
    "need.may_not_move": "Status kebutuhan itu tidak dapat diubah langsung ke status tersebut. Ikuti urutannya.",
}

SENTENCES = (
    file_errors.SENTENCES
    | store_errors.SENTENCES
    | _IMPORTS
    | _ARGUMENTS
    | _RECORDS
    | position_errors.SENTENCES
    | updates.SENTENCES
)
"""By code; "itu" stands for a fact that is not known."""

FULLER = (
    file_errors.FULLER
    | store_errors.FULLER
    | position_errors.FULLER
    | updates.FULLER
    | {
        "file.too_large": (
            "Berkas {path} terlalu besar; batasnya {limit}. Bagi menjadi beberapa berkas, lalu impor satu per satu."
        ),
        "file.unreadable": (
            "Berkas {path} tidak dapat dibaca mulai baris {row}. Perbaiki baris itu, atau minta berkas yang utuh."
        ),
        "file.encrypted": (
            "Berkas {path} dilindungi kata sandi dengan cara {format} yang tidak dapat dibuka di sini. "
            "Buka di programnya, simpan ulang tanpa kata sandi, lalu impor kembali."
        ),
        "file.unsupported": (
            "Berkas {path} berjenis {format}, bukan buku kerja. Simpan sebagai .xlsx, lalu coba lagi."
        ),
        "sheet.missing": "Lembar {sheet} tidak ada dalam berkas ini. Lembar yang ada: {names}.",
        "kind.mismatch": (
            "Berkas ini tampaknya berisi data {found}, bukan {expected}. Pilih jenis data atau berkas yang sesuai."
        ),
        "columns.missing": (
            "Kolom wajib belum ada: {columns}. Tambahkan kolom itu, atau pasangkan dengan kolom yang tersedia."
        ),
        "import.rejected": (
            "{rejected} baris ditolak, jadi tidak ada yang disimpan. "
            "Perbaiki baris itu, atau impor baris yang benar saja."
        ),
        "undo.blocked": (
            "Perubahan itu tidak dapat diurungkan karena datanya diubah atau dipakai sesudahnya: {names}. "
            "Urungkan yang lebih baru lebih dahulu."
        ),
        "columns.twice": "Kolom {names} sama-sama dipasangkan dengan isian {field}. Lepaskan salah satunya.",
        "heading.empty": "Baris {row}, yang ditunjuk sebagai judul kolom, kosong. Tunjuk baris lain.",
        "argument.unusable": "Perintah itu tidak dapat dipahami: {detail}. Lihat smartpns --help.",
        "argument.unknown_field": "Kolom {field} tidak dikenal. Yang dapat dipakai: {known}.",
        "argument.unknown_kind": "Jenis data {kind} tidak dikenal. Yang dapat dipakai: {known}.",
        "argument.bad_value": "Nilai {value} tidak dapat dipakai di sini. Yang dapat dipakai: {known}.",
        "report.unknown": "Laporan {report} tidak ada. Laporan yang tersedia: {known}.",
        "export.unsupported_ending": ("Berkas berakhiran {ending} tidak dapat ditulis. Yang dapat dipakai: {known}."),
        "record.rejected": "Data {name} belum dapat disimpan. {detail} Perbaiki, lalu simpan kembali.",
        "employee.in_use": (
            "Pegawai {name} tidak dihapus karena masih memiliki {trainings} catatan pelatihan. "
            "Hapus catatan itu lebih dahulu."
        ),
        "merge.same_person": "Kedua NIP itu menunjuk satu data pegawai yang sama, yaitu {name}. Periksa NIP-nya.",
        "state.before_birth": "TMT {date} mendahului tanggal lahir {name}, yaitu {born}. Periksa keduanya.",
        "agency.in_use": (
            "{agency} tidak dihapus karena masih dipakai: {people} pegawai, {plans} rencana kebutuhan studi, dan "
            "{units} unit ({names}). Tutup saja, atau gabungkan ke yang lain."
        ),
        "agency.code_taken": "Kode {value} sudah dipakai oleh {stored}. Pakai kode yang lain.",
        "agency.too_early": "Keadaan {agency} yang sekarang berlaku mulai {date}. Pilih tanggal itu atau sesudahnya.",
        "plan.sealed": "Rencana kebutuhan studi {agency} sudah disahkan, jadi isinya tidak dapat diubah lagi.",
        "plan.may_not_move": (
            "Status rencana itu tidak dapat diubah langsung dari {before} menjadi {after}. Ikuti urutannya."
        ),
        "need.may_not_move": (
            "Status kebutuhan itu tidak dapat diubah langsung dari {before} menjadi {after}. Ikuti urutannya."
        ),
    }
)
"""By code, used where all facts are known."""

_COUNTS = ("rejected", "trainings", "people", "plans", "units", "needs", "count")
_BARE = (
    "path",
    "name",
    "row",
    "format",
    "ending",
    "limit",
    "columns",
    "names",
    "known",
    "detail",
    "before",
    "after",
    *_COUNTS,
)
_DATES = ("date", "born")
_QUOTED = ("sheet", "post", "field", "kind", "value", "agency", "report", "stored")
_KINDS = ("found", "expected")
FACTS = frozenset({*_BARE, *_DATES, *_QUOTED, *_KINDS, "batch"})
"""What a sentence may ask for.

`path` of a file or folder, its `row` or `format`, the `limit`, a `sheet`, `found` and
`expected` kinds of data by code, the `name` of a person, `columns` by heading, how many rows were `rejected`,
the number of a `batch` or change, the `names` of the sheets there are or of what stands in the way, the `field`,
`kind`, `value`, `agency`, `post`, `report` or `ending` that was typed, what is `known` instead,
the `detail` in which a call fails. How many `trainings`, `people`, `plans`
and `units` stand in the way; the `date` of something and when its person was `born`, as ISO text; the states
`before` and `after` in words.
"""


def say(error: CannotDo) -> str:
    """Calm Indonesian sentences: what, where, what to do. KeyError for a code without a sentence."""
    told = {"sheet": error.facts.get("name", ""), **error.facts}
    facts = {name: _shown(name, fact) for name, fact in told.items()}
    return fill(SENTENCES[error.code], FULLER.get(error.code), facts, "itu")


def _shown(name: str, fact: str) -> str:
    if name in _QUOTED:
        return quoted(fact)
    if name in _KINDS:
        return kind_label(fact).lower()
    if name in _DATES:
        return show_date_text(fact)
    return f"nomor {fact}" if name == "batch" else fact
