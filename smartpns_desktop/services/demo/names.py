"""Invented people's names as many regions of Indonesia form them, with the faiths and birthplaces that go with them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from smartpns_desktop.domain.employees import Sex


@dataclass(frozen=True, slots=True)
class Region:
    """How one region names its people: given names of men and women, and what stands behind them.

    `clans` are family names that all bear, empty where a second given name takes their place; `faiths`
    are religions with their shares; `places` are where people from there are born.
    """

    weight: int
    men: tuple[str, ...]
    women: tuple[str, ...]
    clans: tuple[str, ...]
    faiths: tuple[tuple[str, int], ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an invented person is by name."""

    name: str
    religion: str
    birth_place: str


def _region(weight: int, men: str, women: str, clans: str, places: str, faiths: tuple[tuple[str, int], ...]) -> Region:
    return Region(
        weight, tuple(men.split()), tuple(women.split()), tuple(clans.split()), faiths, tuple(places.split(", "))
    )


_ISLAM, _PROTESTANT, _CATHOLIC, _HINDU, _BUDDHIST = "Islam", "Kristen", "Katolik", "Hindu", "Buddha"
_HOME = "Nusa Jaya"
_HOME_SHARE = 0.45

REGIONS = (
    _region(
        34,
        "Agung Aris Bambang Bayu Danang Dwi Eko Galih Hadi Heru Joko Kuncoro Prasetyo Purnomo Rudi Sapto "
        "Slamet Sugeng Sutrisno Teguh Tri Wahyu Widi Wisnu Yudi",
        "Anik Ayu Dewi Diah Endang Eni Esti Fitri Indah Kartika Lestari Nurul Puji Ratna Retno Rini Sri Suci "
        "Sulastri Tri Utami Wahyuni Widya Wulan Yuni",
        "",
        "Surabaya, Malang, Kediri, Semarang, Solo, Yogyakarta, Blitar, Madiun",
        ((_ISLAM, 93), (_PROTESTANT, 4), (_CATHOLIC, 3)),
    ),
    _region(
        10,
        "Asep Cecep Dadang Dedi Encep Gilang Iwan Jajang Rian Tatang Ujang Wawan Yayan Yusup",
        "Ai Euis Iis Imas Lilis Neneng Nia Rina Siti Tita Titin Wida Yanti Yeni",
        "Gumilar Hidayat Kusmana Mulyana Permana Priatna Rahmat Sanjaya Saputra Somantri Sutisna Wiguna",
        "Bandung, Garut, Tasikmalaya, Cianjur, Sumedang",
        ((_ISLAM, 99), (_PROTESTANT, 1)),
    ),
    _region(
        16,
        "Abdul Ahmad Ahdiat Fahmi Faisal Hairul Hamdani Husin Irfan Jumadi Mahlan Muhammad Noor Rahman "
        "Rusdi Syahrin Zainal",
        "Aulia Fatimah Fitriah Hadijah Hasanah Kamariah Laila Mahrita Mariatul Norhayati Rahmah Rusmini "
        "Salasiah Siti Zubaidah",
        "Ansyari Arsyad Fadillah Hakim Halim Hanafi Ilmi Kastalani Maulana Noor Ramadhan Rifani Syafii Syahrani Yamani",
        "Banjarmasin, Martapura, Balikpapan, Samarinda, Tenggarong",
        ((_ISLAM, 100),),
    ),
    _region(
        14,
        "Ambo Amran Andi Arifuddin Baso Firman Haeruddin Hasan Ilham Jamaluddin Lukman Mansur Nasir Rustam "
        "Saharuddin Supardi Umar",
        "Andi Asmawati Besse Darmawati Hasnah Hasni Indo Jumriani Marwah Mirnawati Nurhayati Rosdiana "
        "Rosmini Saenab Tenri",
        "Amir Arsyad Dahlan Hamzah Hasanuddin Kadir Laupe Makkulau Mappasessu Palewai Rahim Sanusi Tahir "
        "Tajuddin Yusuf",
        "Makassar, Parepare, Bone, Palopo, Sengkang",
        ((_ISLAM, 98), (_PROTESTANT, 2)),
    ),
    _region(
        7,
        "Binsar Daniel Edison Erwin Gomgom Hotman Jonathan Marihot Parulian Poltak Rikardo Samuel Tumpal",
        "Artha Debora Elfrida Ernita Hotmaida Lamtiur Martha Netty Rotua Ruth Santi Tiurma Yohana",
        "Hutagaol Lumbantobing Manalu Marbun Nababan Panggabean Pasaribu Sidabutar Silaban Simamora Sinaga "
        "Sitanggang Situmeang Tampubolon",
        "Medan, Balige, Sibolga, Pematangsiantar, Tarutung",
        ((_PROTESTANT, 80), (_CATHOLIC, 15), (_ISLAM, 5)),
    ),
    _region(
        6,
        "Afdal Arman Fadli Hendri Ikhsan Masrizal Nofri Rafki Syafrizal Yendri Zulfikar",
        "Desmawati Elvi Fauziah Gusnita Mardiana Nelfi Rahmi Rosnita Silvia Welda Yulinar",
        "Bakri Caniago Guci Jambak Koto Piliang Sikumbang Tanjung Zaini",
        "Padang, Bukittinggi, Payakumbuh, Solok",
        ((_ISLAM, 100),),
    ),
    _region(
        5,
        "Anang Bungas Frans Herson Kornelius Laway Petrus Ringkin Silas Yansen Yulius",
        "Agnesia Bernadeta Elisabet Kristina Lusia Monika Novita Selvi Veronika Yuliana",
        "Apui Bilung Dehen Ganing Imang Jau Kila Lahang Mering Ngau Ujuk",
        "Tanjung Selor, Malinau, Barong Tongkok, Palangka Raya",
        ((_PROTESTANT, 50), (_CATHOLIC, 45), (_ISLAM, 5)),
    ),
    _region(
        4,
        "Gede Kadek Ketut Komang Made Nyoman Putu Wayan",
        "Ayu Kadek Ketut Komang Luh Made Nyoman Putu",
        "Adnyana Artana Astawa Budiarta Darmayasa Mahayasa Paramita Pradnyana Suardika Sudarma Suryantini Widiasa",
        "Denpasar, Singaraja, Tabanan, Mataram",
        ((_HINDU, 98), (_ISLAM, 2)),
    ),
    _region(
        4,
        "Alfian Benyamin Donny Ferdinand Hendrik Johanis Maikel Novly Robby Ronald Stenly",
        "Altje Beatrix Christin Deisy Fransisca Grace Herlina Jeane Meity Olvie Stella",
        "Kalalo Karundeng Kolondam Lengkong Mandagi Mamahit Pangkey Rondonuwu Sumual Tambunan Wowor",
        "Manado, Tomohon, Tondano, Ambon, Kupang",
        ((_PROTESTANT, 75), (_CATHOLIC, 23), (_BUDDHIST, 2)),
    ),
)

_WEIGHTS = [region.weight for region in REGIONS]


def invent(random: Random, sex: Sex) -> Identity:
    """A person of one of the regions; two or three words, none of them a title."""
    region = random.choices(REGIONS, _WEIGHTS)[0]
    given = region.men if sex is Sex.M else region.women
    words = [random.choice(given)]
    if not region.clans or random.random() < 0.35:
        words.append(random.choice([name for name in given if name != words[0]]))
    if region.clans:
        words.append(random.choice([name for name in region.clans if name not in words]))
    elif random.random() < 0.4:
        words.append(random.choice([name for name in _THIRD if name not in words]))
    faiths = [name for name, _ in region.faiths]
    religion = random.choices(faiths, [share for _, share in region.faiths])[0]
    place = _HOME if random.random() < _HOME_SHARE else random.choice(region.places)
    return Identity(" ".join(words), religion, place)


_THIRD = ("Hartanti", "Kusumo", "Nugroho", "Pambudi", "Pratama", "Santoso", "Setiawan", "Susilo", "Wicaksono")
