"""Forty people of one agency in whose data each of the 27 checks finds something, and what it finds, by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db import ChangeSetHeader, Database
from db.queries.writing import insert_rows, update_rows

ON = date(2026, 7, 1)
OWN = "PNS Daerah Kab/Kota yang bekerja pada Kab/Kota"
OFFICE, UNIT, CLOSED, OTHER = 1, 2, 3, 4
ANALYST, LONG, WAITING, HEAD, CHIEF, SECRETARY, DIVISION, PLANNER, NURSE, ARCHIVIST, TRAINER, BARE = range(1, 13)

POSTS = (
    (ANALYST, "Penelaah Teknis Kebijakan", "4", "99", None, None),
    (LONG, "Penjaga Arsip Kota", "4", "99", None, 60),
    (WAITING, "Calon Perencana", "4", "99", None, None),
    (HEAD, "Kepala Bidang Uji", "1", "32", None, None),
    (CHIEF, "Kepala Seksi Uji", "1", "42", None, None),
    (SECRETARY, "Sekretaris Uji", "1", "31", None, None),
    (DIVISION, "Kepala Bagian Uji", "1", "31", None, None),
    (PLANNER, "Perencana Ahli Muda", "2", "99", "MU", None),
    (NURSE, "Perawat Terampil", "2", "99", "TR", None),
    (ARCHIVIST, "Arsiparis Muda", "4", "99", None, None),
    (TRAINER, "Instruktur Kota", "2", "99", None, None),
    (BARE, "Kepala Bidang", "1", "32", None, None),
)
"""Key, name, kind, echelon, level and own retirement age of the posts."""


@dataclass(frozen=True)
class Case:
    """A person: what differs from a sound record, what is found, and what cannot be judged."""

    found: str = ""
    open: str = ""
    record: dict[str, Any] = field(default_factory=dict)
    post: int | None = ANALYST
    unit: int | None = UNIT
    grade: str | None = "33"
    education: str | None = "40"
    standings: tuple[tuple[date, str, str | None, date | None], ...] = ((date(2010, 1, 1), "Aktif", "active", None),)
    ratings: tuple[int, ...] = (2025,)


def _pppk(year: int, **record: Any) -> dict[str, Any]:
    return {
        "nip": f"19850312{year}21",
        "kind": "PPPK",
        "cpns_date": date(year, 1, 1),
        "pns_date": None,
        "employment_type": "PPPK Daerah Kab/Kota",
        **record,
    }


def _started(year: int, month: int, **record: Any) -> dict[str, Any]:
    start = date(year, month, 1)
    return {"nip": f"19850312{year}{month:02}", "cpns_date": start, "pns_date": date(year + 1, month, 1), **record}


_OLD = {"nip": "19670115199303", "birth_date": date(1967, 1, 15), "cpns_date": date(1993, 3, 1),
        "pns_date": date(1994, 3, 1)}  # fmt: skip
_LEAVE = "Cuti di Luar Tanggungan Negara"
_CPNS = {"kind": "CPNS", "pns_date": None}
_NO_POST = "TIM_2 TIM_4 ACC_6 ACC_8 ACC_9 ACC_10"

PEOPLE = (
    Case(open="TIM_4", post=BARE, unit=OFFICE, grade="34"),
    Case(open="TIM_4", post=BARE, unit=OFFICE, grade="34"),
    Case("CON_3", record={"sex": "F"}),
    Case("ACC_6", post=SECRETARY, grade="41", education="30"),
    Case("ACC_8", post=PLANNER, education="30"),
    Case("ACC_8", post=NURSE, education="15", record={"back_title": None}),
    Case("ACC_9", post=ARCHIVIST),
    Case("ACC_10", post=DIVISION, grade="34"),
    Case("CON_1", record={"cpns_date": date(2010, 2, 1)}),
    Case("CON_2", record={"birth_date": date(1985, 3, 13)}),
    Case("COM_1", ratings=()),
    Case("COM_1", ratings=(2023,)),
    Case(ratings=(2024,)),
    Case("COM_2", _NO_POST, post=None),
    Case("COM_2", "ACC_8", post=TRAINER),
    Case("COM_3", education=None),
    Case("COM_3", "COM_5", education=None, record={"back_title": None}),
    Case("COM_4", "ACC_1", record={"pns_date": None}),
    Case("COM_5", record={"back_title": None}),
    Case("COM_6", record={"email": None}),
    Case("COM_6", record={"email": "salah@bentuk"}),
    Case("COM_7", record={"phone": None}),
    Case("TIM_1", unit=CLOSED),
    Case("TIM_2", post=WAITING),
    Case("TIM_3", record=_started(2025, 2) | _CPNS),
    Case(record=_started(2026, 3) | _CPNS, ratings=()),
    Case("TIM_4", post=HEAD, grade="34"),
    Case("TIM_4", post=HEAD, grade="34"),
    Case("TIM_5", record=_OLD),
    Case(record=_OLD, post=LONG),
    Case("TIM_6", standings=((date(2010, 1, 1), "Aktif", "active", None),
                             (date(2024, 4, 1), _LEAVE, "unpaid_leave", date(2026, 3, 31)))),
    Case(open="TIM_6", standings=((date(2024, 4, 1), _LEAVE, "unpaid_leave", None),)),
    Case("ACC_1", record={"pns_date": date(2009, 1, 1)}),
    Case("ACC_2", record={"employment_type": "PNS Daerah Kab/Kota DPK pada Instansi Pusat"}),
    Case(open="ACC_2", record={"employment_type": None}),
    Case("ACC_3", post=CHIEF, grade="32", record=_started(2025, 1)),
    Case("ACC_4", record=_pppk(2021), grade="P09",
         standings=((date(2025, 1, 1), _LEAVE, "unpaid_leave", date(2027, 1, 1)),)),
    Case("ACC_5", record={"nik": None}),
    Case("ACC_7", record=_pppk(2015), grade="P09"),
    Case("CON_4", record=_pppk(2021, cpns_date=date(2022, 1, 1)), grade="P09"),
)  # fmt: skip
"""The forty people of the agency."""

ELSEWHERE = (
    Case("COM_7", record={"phone": None}, unit=OTHER),
    # Retired, and appointed after the day: neither is in service.
    Case(record={"phone": None}, standings=((date(2026, 1, 1), "Pensiun", "retired", None),)),
    Case(record=_started(2026, 9) | {"phone": None}),
)
"""Somebody of another agency, and two whom nobody counts."""

COUNTS = {
    "COM_1": 2, "COM_2": 2, "COM_3": 2, "COM_4": 1, "COM_5": 1, "COM_6": 2, "COM_7": 1,
    "TIM_1": 1, "TIM_2": 1, "TIM_3": 1, "TIM_4": 2, "TIM_5": 1, "TIM_6": 1,
    "ACC_1": 1, "ACC_2": 1, "ACC_3": 1, "ACC_4": 1, "ACC_5": 1, "ACC_6": 1, "ACC_7": 1, "ACC_8": 2, "ACC_9": 1,
    "ACC_10": 1, "CON_1": 1, "CON_2": 1, "CON_3": 1, "CON_4": 1,
}  # fmt: skip
"""How many findings each check has in the agency, counted by hand."""

OPEN = {
    "COM_5": 1, "TIM_2": 1, "TIM_4": 3, "TIM_6": 1, "ACC_1": 1, "ACC_2": 1, "ACC_6": 1, "ACC_8": 2, "ACC_9": 1,
    "ACC_10": 1,
}  # fmt: skip
"""How many people each check cannot judge, counted by hand."""

SCORES = {
    # (2·20 + 2·25 + 2·20 + 12.5 + 17.5 + 2·2.5 + 2.5) of 100 and 40 people
    "kelengkapan": 100 - 167.5 / 40,
    # (22.73 + 18.18 + 13.64 + 2·15.91 + 15.91 + 13.64) of 100.01
    "ketepatan waktu": 100 - 115.92 / 100.01 * 100 / 40,
    # (9.52 + 21.43 + 7.14 + 9.52 + 4.76 + 11.9 + 7.14 + 2·14.29 + 4.76 + 9.52) of 99.98
    "ketepatan isi": 100 - 114.27 / 99.98 * 100 / 40,
    # 4·25 of 100
    "kesesuaian": 100 - 100 / 40,
}
TOTAL = 96.797013
"""0.28 · 95.8125 + 0.31 · 97.102290 + 0.30 · 97.142679 + 0.11 · 97.5"""


def fill(database: Database) -> None:
    """Put the agencies, the posts and everybody into an empty store; keys are 1 and up in the order of the tables."""
    with database.write(ChangeSetHeader("edit", "penguji", "uji")) as writer:
        insert_rows(writer, "agencies", [_agency(*row) for row in (
            ("1", None, "Dinas Uji", "agency", None),
            ("1.1", OFFICE, "Bidang Uji", "unit", None),
            ("1.2", OFFICE, "Bidang Lama", "unit", date(2026, 1, 1)),
            ("2", None, "Dinas Lain", "agency", None),
        )])  # fmt: skip
        insert_rows(writer, "positions", [_post(*row) for row in POSTS])
        standard = {"position_id": NURSE, "effective_date": date(2020, 1, 1), "education_code": "30"}
        insert_rows(writer, "position_standards", [standard])
        people = list(enumerate((*PEOPLE, *ELSEWHERE), start=1))
        insert_rows(writer, "employees", [_record(key, case.record) for key, case in people])
        for table, rows in _rows(people).items():
            insert_rows(writer, table, rows)


def mend(database: Database, table: str, key: int, **values: Any) -> None:
    """Change fields of a row."""
    with database.write(ChangeSetHeader("edit", "penguji", "perbaikan")) as writer:
        update_rows(writer, table, [(key, values)])


def _agency(code: str, parent: int | None, name: str, kind: str, closed: date | None) -> dict[str, Any]:
    named = {"name": name, "name_key": name.lower(), "short_name": None}
    return {"parent_id": parent, "code": code, **named, "kind": kind, "closed_on": closed}


def _post(_key: int, name: str, kind: str, echelon: str, level: str | None, age: int | None) -> dict[str, Any]:
    codes = {"kind_code": kind, "echelon_code": echelon, "level_code": level, "retirement_age": age}
    return {"name": name, "name_key": name.lower(), **codes}


def _record(key: int, differs: dict[str, Any]) -> dict[str, Any]:
    sound = {
        "name": f"Pegawai {key:02}",
        "nik": f"647401120385{key:04}",
        "back_title": "S.E.",
        "birth_date": date(1985, 3, 12),
        "sex": "M",
        "phone": "081200000000",
        "email": "nama@surel.example",
        "kind": "PNS",
        "employment_type": OWN,
        **_started(2010, 1),
    }
    told = sound | differs
    return {**told, "nip": f"{told['nip']}1{key:03}"}


def _rows(people: list[tuple[int, Case]]) -> dict[str, list[dict[str, Any]]]:
    began = date(2019, 1, 1)
    return {
        "grade_history": [
            {"employee_id": key, "effective_date": began, "grade_code": case.grade}
            for key, case in people
            if case.grade
        ],
        "post_history": [
            {"employee_id": key, "effective_date": began, "position_id": case.post, "agency_id": case.unit}
            for key, case in people
        ],
        "education_history": [
            {"employee_id": key, "effective_date": date(2008, 1, 1), "level_code": case.education}
            for key, case in people
            if case.education
        ],
        "standing_history": [
            {"employee_id": key, "effective_date": since, "standing": words, "code": code, "until": until}
            for key, case in people
            for since, words, code, until in case.standings
        ],
        "performance_ratings": [
            {"employee_id": key, "year": year, "rating": "Baik"} for key, case in people for year in case.ratings
        ],
    }
