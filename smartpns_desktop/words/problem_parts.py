"""Which part of a number or a date is wrong, as the sentence about it goes on."""

PARTS = {
    ("nip.impossible", "birth_date"): "angka ke-1 sampai ke-8 bukan tanggal lahir yang sah",
    ("nip.impossible", "year"): "tahun pengangkatan (angka ke-9 sampai ke-12) tidak mungkin",
    ("nip.impossible", "month"): (
        "angka ke-13 dan ke-14 bukan bulan pengangkatan (01–12) dan bukan pula kode PPPK (21–29)"
    ),
    ("nip.impossible", "sex"): "angka ke-15 bukan kode jenis kelamin (1 untuk laki-laki, 2 untuk perempuan)",
    ("date.unreadable", "day"): "harinya tidak disebut",
    ("date.unreadable", "day_and_month"): "hanya tahunnya yang disebut",
    ("date.unreadable", "year"): "tahunnya tidak disebut",
    ("date.unreadable", "calendar"): "hari itu tidak ada dalam kalender",
    ("date.unreadable", "order"): "hari terakhir mendahului hari pertama",
    ("date.unreadable", "tick"): "itu tanda centang, sedangkan tanggalnya tertulis pada judul kolom",
    ("date.unreadable", "two_days"): "selnya menyebut dua hari",
    ("date.unreadable", "term"): "hanya lamanya yang disebut, sedangkan tanggal mulainya tidak ada",
    ("nik.impossible", "region"): "angka ke-1 sampai ke-6 bukan kode wilayah yang sah",
    ("nik.impossible", "birth_date"): "angka ke-7 sampai ke-12 bukan tanggal lahir yang sah",
    ("nik.impossible", "serial"): "nomor urut (angka ke-13 sampai ke-16) tidak boleh 0000",
}
"""By a problem's code and its fact `part`."""
