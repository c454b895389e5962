"""The commands list and search: fields, counts, filters, and a day in the past."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest

from smartpns_desktop.cli.commands import COMMANDS
from smartpns_desktop.exchange.columns import SPECS
from tests.cli.program import Program, call_process
from tests.conftest import SheetWriter

FIELDS = {
    "employees": "nip nik name front_title back_title birth_date sex kind grade post agency agency_code",
    "trainings": "nip person name form organiser start end jp jp_counted certificate",
    "grade-history": "nip person grade grade_date service_years service_months decree_number decree_date",
    "post-history": "nip person post agency agency_code post_date echelon decree_number decree_date",
    "education-history": "nip person education_level education school graduation_date graduation_year",
    "standing-history": "nip person standing standing_date",
    "study-needs": "agency agency_code level programme field post heads funding status",
    "agencies": "code name short_name kind parent parent_code former_names closed_on",
    "positions": "name kind echelon level retirement_age holders quota staffing",
    "programmes": "name level",
    "batches": "batch kind file sheet sender rows new changed same rejected at undone",
    "changes": "change_set kind reason actor at file entries undoes",
    "regulations": "code description value unit effective_from source status",
    "grades": "code name rank",
    "education-levels": "code name",
    "echelons": "code name",
    "position-kinds": "code name",
    "functional-levels": "code name",
    "disciplinary-measures": "level name",
    "siasn-training-kinds": "code name",
    "structural-trainings": "code name",
}
AHEAD = (date.today() + timedelta(days=400)).isoformat()


@pytest.mark.parametrize("kind", FIELDS)
def test_every_kind_is_listed_by_code_names(city: Program, kind: str) -> None:
    answer = city("list", kind)
    assert answer.keys() == {"kind", "count", "rows"}
    assert answer["kind"] == kind
    assert answer["count"] == len(answer["rows"]) > 0
    assert set(FIELDS[kind].split()) <= answer["rows"][0].keys()


def test_an_unknown_kind_names_those_there_are(city: Program) -> None:
    message = city("list", "pegawai", code=2)["error"]["message"]
    assert all(kind in message for kind in FIELDS)
    assert city.refusal("list", "pegawai") == "argument.unknown_kind"


def test_count_is_all_that_match_and_limit_cuts_rows(city: Program) -> None:
    answer = city("list", "employees", "--limit", 3)
    assert (answer["count"], len(answer["rows"])) == (167, 3)
    assert answer["rows"] == city.rows("employees")[:3]
    assert city("list", "employees", "--limit", 0) == {"kind": "employees", "count": 167, "rows": []}


@pytest.mark.parametrize("limit", ["-1", "x", "1.5", "9" * 30])
def test_a_limit_is_a_number_from_nought(city: Program, limit: str) -> None:
    assert city.refusal("list", "employees", "--limit", limit) == "argument.unusable"


def test_an_employee_is_told_as_it_is(city: Program) -> None:
    (row,) = city.rows("employees", "--where", "nip=199311082020021001")
    told = {name: row[name] for name in FIELDS["employees"].split()}
    assert told == {
        "nip": "199311082020021001",
        "nik": "6474010811939544",
        "name": "OMAR MELANI",
        "front_title": "dr.",
        "back_title": "S.T., M.T.",
        "birth_date": "1993-11-08",
        "sex": "M",
        "kind": "PNS",
        "grade": "IV/c",
        "post": "Analis Kebijakan Ahli Muda",
        "agency": "DINAS KOMUNIKASI DAN INFORMATIKA",
        "agency_code": row["agency_code"],
    }


def test_a_training_is_told_with_claimed_and_credited_hours(city: Program) -> None:
    (row,) = city.rows("trainings", "--where", "certificate=0001/K/2026")
    assert (row["nip"], row["person"]) == ("197209182004122001", "KASIYAH PERMADI")
    assert (row["start"], row["end"], row["year"]) == ("2026-03-04", "2026-03-06", 2026)
    assert row["jp"] == 4.5, "as the history claims"
    assert row["jp_counted"] == 12, "a seminar of three days, 4 JP a day"


def test_a_study_need_tells_heads_by_year(city: Program) -> None:
    rows = city.rows("study-needs", "--where", "programme=Magister Ilmu Komputer", "--search", "informatika")
    assert [row["heads"] for row in rows] == [{"2026": 2, "2027": 1, "2028": 1, "2029": 1}]
    assert (rows[0]["level"], rows[0]["funding"], rows[0]["status"]) == ("S-2", "APBD", "DIAJUKAN")


def test_regulations_tell_source_and_status(city: Program) -> None:
    (row,) = city.rows("regulations", "--where", "code=jp.minimum_pns")
    assert float(row["value"]) == 20
    assert row["source"]
    assert all(it["status"].startswith(("terkonfirmasi", "bawaan")) for it in city.rows("regulations"))


def test_conditions_add_up_whatever_their_case(city: Program) -> None:
    all_rows = city.rows("employees")
    wanted = [row["nip"] for row in all_rows if row["grade"] == "III/b" and row["kind"] == "PNS"]
    assert wanted
    assert [row["nip"] for row in city.rows("employees", "--where", "grade=iii/B", "--where", "KIND=pns")] == wanted


@pytest.mark.parametrize(
    ("kind", "condition", "keeps"),
    [
        ("trainings", "jp=20", lambda row: row["jp"] == 20),
        ("trainings", "jp=4,5", lambda row: row["jp"] == 4.5),
        ("trainings", "jp=4.5", lambda row: row["jp"] == 4.5),
        ("trainings", "verified=false", lambda row: row["verified"] is False),
        ("trainings", "start=2026-05-15", lambda row: row["start"] == "2026-05-15"),
        ("trainings", "year=2026", lambda row: row["year"] == 2026),
        ("employees", "graduation_year=1995", lambda row: row["graduation_year"] == 1995),
        ("employees", "back_title=", lambda row: not row["back_title"]),
        ("study-needs", "funding=apbd", lambda row: row["funding"] == "APBD"),
        ("study-needs", "amount_apbd=", lambda row: row["amount_apbd"] is None),
        ("batches", "undone=tidak", lambda row: row["undone"] is False),
    ],
)
def test_a_condition_reads_what_a_person_types(city: Program, kind: str, condition: str, keeps: object) -> None:
    assert callable(keeps)
    wanted = [row for row in city.rows(kind) if keeps(row)]
    assert wanted
    assert city.rows(kind, "--where", condition) == wanted


@pytest.mark.parametrize("condition", ["warna=merah", "nip", "=1"])
def test_a_condition_that_cannot_be_is_refused(city: Program, condition: str) -> None:
    assert city.refusal("list", "employees", "--where", condition) in ("argument.unknown_field", "argument.unusable")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("197209182004122001", 1),
        ("72091820041", 1),
        ("19720918 200412 2 001", 1),
        ("kasiyah", 2),
        ("PERMADI kasiyah", 1),
        ("kasiyah tidakada", 0),
        ("%", 0),
        ("_", 0),
    ],
)
def test_people_are_searched_by_number_or_words(city: Program, text: str, count: int) -> None:
    answer = city("list", "employees", "--search", text)
    assert answer["count"] == count == len(answer["rows"])


def test_a_letter_beyond_ascii_is_found(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet([["NIP", "Nama"], ["199001012015011001", "ÉMILE Ñandú"]]))
    assert smartpns("list", "employees", "--search", "ÉMILE")["count"] == 1
    assert smartpns("list", "employees", "--where", "name=ÉMILE Ñandú")["count"] == 1


def test_search_looks_everywhere(city: Program) -> None:
    answer = city("search", "teknik")
    assert answer["query"] == "teknik"
    found = {it["kind"]: it["count"] for it in answer["results"]}
    assert found == {kind: city("list", kind, "--search", "teknik")["count"] for kind in ("study-needs", "programmes")}
    match = answer["results"][0]["rows"][0]["match"]
    assert match["text"][slice(*match["ranges"][0])].casefold() == "teknik"
    assert answer["count"] == sum(found.values())
    for result in answer["results"]:
        assert len(result["rows"]) == min(result["count"], 20)
    assert city("search", "tidakadayangbegini") == {"query": "tidakadayangbegini", "count": 0, "results": []}


def test_a_person_is_found_with_the_trainings(city: Program) -> None:
    results = {it["kind"]: it for it in city("search", "197209182004122001")["results"]}
    assert results.keys() == {"employees", "trainings"}
    assert results["employees"]["rows"][0]["name"] == "KASIYAH PERMADI"


def test_a_day_in_the_past_shows_what_held_then(smartpns: Program, sheet: SheetWriter) -> None:
    head = ["NIP", "Nama", "TMT CPNS", "TMT PNS", "Golongan", "TMT Golongan", "Jabatan", "TMT Jabatan"]
    first = ["199001012015011001", "Ani", "01-01-2015", "01-01-2016", "III/a", "01-01-2015", "Penata", "01-01-2015"]
    later = ["199001012015011001", "Ani", "", "", "III/b", "01-04-2019", "Analis", "01-06-2021"]
    smartpns("import", sheet([head, first]), "--yes")
    smartpns("import", sheet([head, later]), "--yes")

    def held(day: str) -> list[tuple[str, str, str]]:
        return [(it["kind"], it["grade"], it["post"]) for it in smartpns.rows("employees", "--as-of", day)]

    assert held("2014-12-31") == []
    assert held("2015-06-01") == [("CPNS", "III/a", "Penata")]
    assert held("2019-03-31") == [("PNS", "III/a", "Penata")]
    assert held("2019-04-01") == [("PNS", "III/b", "Penata")]
    assert held(AHEAD) == [("PNS", "III/b", "Analis")]


@pytest.mark.parametrize("day", ["2026-02-30", "12-03-2026", "kemarin"])
def test_a_day_is_year_month_day(city: Program, day: str) -> None:
    assert city.refusal("list", "employees", "--as-of", day) == "argument.unusable"


def test_the_past_does_not_hide_who_is_past_retirement(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet([["NIP", "Nama"], ["194001011965011001", "Kakek"]]))
    assert smartpns("list", "employees")["count"] == 1


def test_people_see_a_table_in_indonesian(city: Program) -> None:
    said = city.say("list", "employees", "--limit", 2)
    lines = said.out.splitlines()
    assert lines[0] == "Pegawai: 167"
    assert lines[1].split()[:2] == ["NIP", "Nama"]
    assert len(lines) == 6
    assert "165 baris lagi" in lines[-1]
    assert city.say("search", "zzzz").out.startswith("Tidak ada yang memuat “zzzz”.")


def test_a_process_prints_names_as_utf8(smartpns: Program, sheet: SheetWriter) -> None:
    smartpns("import", sheet([["NIP", "Nama"], ["199001012015011001", "Ñandú “Éa” – 漢"]]))
    said = call_process(smartpns.data, "--json", "list", "employees", env={"PYTHONIOENCODING": "cp1252", "PATH": ""})
    assert json.loads(said.out)["rows"][0]["name"] == "Ñandú “Éa” – 漢"
    assert said.err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("terbang",),
        ("list",),
        ("list", "employees", "--warna"),
        ("import",),
        ("undo",),
        ("list", "--json", "employees"),
    ],
)
def test_a_call_that_cannot_be_understood(city: Program, arguments: tuple[str, ...]) -> None:
    assert city.refusal(*arguments) == "argument.unusable"
    said = city.say(*(it for it in arguments if it != "--json"))
    if "--json" not in arguments:
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("Perintah itu tidak dapat dipahami: ")
        assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_every_command_has_help_in_indonesian(
    smartpns: Program, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        smartpns.say(*command, "--help")
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("Pemakaian: smartpns")
    assert not [it for it in ("usage:", "positional", "optional", "options:", "show this help") if it in out]


@pytest.mark.parametrize("command", ["import", "export", "template"])
def test_the_help_names_every_kind_of_sheet(
    smartpns: Program, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with pytest.raises(SystemExit):
        smartpns.say(command, "--help")
    assert set(SPECS) <= set(re.findall(r"[a-z]+(?:-[a-z]+)*", re.sub(r"-\n\s+", "-", capsys.readouterr().out)))


def test_rows_come_in_the_order_that_was_asked_for(city: Program) -> None:
    def births(*arguments: str) -> list[str]:
        return [row["birth_date"] for row in city.rows("employees", *arguments)]

    assert births("--sort", "birth_date") == sorted(births())
    assert births("--sort=-birth_date") == sorted(births(), reverse=True)
    assert city.refusal("list", "employees", "--sort", "warna") == "argument.unknown_field"
