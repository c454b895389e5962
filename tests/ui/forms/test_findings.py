"""What is wrong with a form, when it is told, and whether it keeps the form from being saved."""

from __future__ import annotations

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.typed import Unread
from ui.forms.field import Field, FieldKind
from ui.forms.findings import Facts, Finding, Typing, Weight, by_weight, judge, waiting

NIP = Field("nip", "NIP", FieldKind.NIP, required=True)
BORN = Field("birth_date", "Tanggal lahir", FieldKind.DATE)
MAIL = Field("email", "Surel")
HEADS = Field("heads", "Jumlah orang", FieldKind.HEADS, years=(2026, 2027), required=True)
SHORT = Problem("nip.not_18_digits", column="nip", value="123")
BAD_MAIL = Problem("email.malformed", column="email", value="x")


def test_an_empty_required_field_waits_until_somebody_was_there_or_wants_to_save() -> None:
    fresh = judge([NIP], Facts({"nip": Typing()}))
    assert [it.field for it in waiting(fresh)] == [NIP]
    assert by_weight(fresh, Weight.BAD) == []
    for facts in (Facts({"nip": Typing(left=True)}), Facts({"nip": Typing()}, tried=True)):
        (finding,) = judge([NIP], facts)
        assert finding == Finding(NIP, Weight.BAD, "NIP wajib diisi. Lengkapi isinya.")


def test_a_rule_about_a_field_where_nobody_was_waits_too() -> None:
    missing = Problem("name.missing", column="email")
    assert waiting(judge([MAIL], Facts({"email": Typing()}, [missing])))
    assert waiting(judge([MAIL], Facts({"email": Typing("a")}, [missing]))), "filled in by the program, not by anybody"
    for typing in (Typing("a", changed=True), Typing("a", left=True)):
        assert by_weight(judge([MAIL], Facts({"email": typing}, [missing])), Weight.BAD)


def test_what_cannot_be_read_is_told_once_the_cursor_has_left() -> None:
    unread = Unread("date.unreadable", "besok")
    typing, typed = Typing(unread, changed=True), Typing(unread, changed=True, left=True, settled=True)
    assert judge([BORN], Facts({"birth_date": typing})) == ()
    (finding,) = judge([BORN], Facts({"birth_date": typed}))
    assert finding.weight is Weight.BAD
    assert "“besok” tidak terbaca sebagai tanggal" in finding.sentence


def test_the_rules_own_words_stand_while_one_types() -> None:
    (finding,) = judge([NIP], Facts({"nip": Typing("123", changed=True)}, [SHORT]))
    assert (finding.weight, finding.shown) == (Weight.BAD, True)
    assert finding.sentence.startswith("NIP terdiri atas 18 angka, sedangkan “123” memuat 3 angka.")


def test_a_warning_may_be_saved() -> None:
    (finding,) = judge([MAIL], Facts({"email": Typing("x")}, [BAD_MAIL]))
    assert finding.weight is Weight.WARN


def test_what_was_wrong_before_keeps_nobody_from_mending_another_field() -> None:
    known = {(SHORT.code, SHORT.column)}
    (old,) = judge([NIP], Facts({"nip": Typing("123")}, [SHORT], known=known, is_new=False))
    (new,) = judge([NIP], Facts({"nip": Typing("123", changed=True)}, [SHORT], known=known, is_new=False))
    assert (old.weight, new.weight) == (Weight.WARN, Weight.BAD)
    (stored_empty,) = judge([NIP], Facts({"nip": Typing()}, is_new=False))
    (emptied,) = judge([NIP], Facts({"nip": Typing(changed=True)}, is_new=False))
    assert (stored_empty.weight, emptied.weight) == (Weight.WARN, Weight.BAD)


def test_findings_stand_in_the_order_of_the_fields_the_gravest_first() -> None:
    warning = Problem("nip.sex_differs", column="nip", value="1")
    found = judge(
        [NIP, MAIL], Facts({"nip": Typing("1"), "email": Typing("x")}, [BAD_MAIL, warning, SHORT], is_new=True)
    )
    assert [(it.field.name, it.weight) for it in found] == [
        ("nip", Weight.BAD),
        ("nip", Weight.WARN),
        ("email", Weight.WARN),
    ]


def test_an_agreement_is_told_where_nothing_is_wrong() -> None:
    agreements = {"birth_date": "Cocok dengan NIP"}
    (finding,) = judge([BORN], Facts({"birth_date": Typing("1")}, agreements=agreements))
    assert (finding.weight, finding.sentence) == (Weight.OK, "Cocok dengan NIP")
    late = Problem("date.before_birth", column="birth_date", value="2020-01-01")
    (finding,) = judge([BORN], Facts({"birth_date": Typing("1")}, [late], agreements))
    assert finding.weight is Weight.BAD


def test_a_refusal_stands_at_its_field() -> None:
    (finding,) = judge([MAIL], Facts({"email": Typing("x")}, refusals={"email": "Sudah dipakai."}))
    assert (finding.weight, finding.sentence) == (Weight.BAD, "Sudah dipakai.")


def test_problems_of_a_year_belong_to_the_field_of_the_years() -> None:
    outside = Problem("need.year_outside", column="heads_2027", value="2027")
    typing = Typing({2026: 1, 2027: 2}, changed=True)
    assert by_weight(judge([HEADS], Facts({"heads": typing}, [outside])), Weight.BAD)
    assert waiting(judge([HEADS], Facts({"heads": Typing({2026: None, 2027: None})})))


def test_a_field_that_is_only_shown_has_no_findings() -> None:
    shown = Field("email", "Surel", required=True, read_only="Diatur di tempat lain")
    assert judge([shown], Facts({"email": Typing()}, [BAD_MAIL], tried=True)) == ()
