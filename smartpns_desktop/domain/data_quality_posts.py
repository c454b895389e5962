"""What the checks of the data ask of posts and of kinds of employment, told from their codes, names and words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from smartpns_desktop.domain import education, grades
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.positions import (
    DOUBLE,
    FUNCTIONAL,
    GENERAL,
    STRUCTURAL,
    functional_level,
    retirement_group,
    spelled_out,
)
from smartpns_desktop.domain.regulations import RegulationsInForce

LOWEST_DIPLOMA = education.ORDER["20"]
"""Order of the lowest level whose graduates bear a title: Diploma I."""

_SKILLED = frozenset({"PM", "TR", "MH", "PY"})
_EDUCATION_OF_LEADERS = {"JPT": "jpt", "Administrator": "administrator", "Pengawas": "pengawas"}
"""Parameters of the lowest education by the first word of the managerial level (echelon table)."""
_LEVEL_WORDS = re.compile(r" (?:ahli (?:pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia)$")
_MANY = frozenset(
    [f"kepala {it}" for it in "bidang bagian seksi subbagian subbidang unit upt uptd sekolah puskesmas pasar".split()]
    + ["lurah", "sekretaris lurah", "sekretaris kelurahan", "kepala seksi kelurahan"]
)
_CANDIDATE = re.compile(r"^calon \w")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the store tells it: SIASN's codes ("" where nobody told), its own BUP and required education."""

    name: str
    kind: str = ""
    echelon: str = ""
    level: str | None = None
    retirement_age: int | None = None
    education: str | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """What the echelon table tells: the managerial level, and the name of the lowest grade (PP 13/2002)."""

    managerial_level: str
    lowest_grade: str | None = None


@dataclass(frozen=True, slots=True)
class PostRule:
    """What a post means for the checks on a day; `None` where the store does not tell.

    A post whose kind nobody told (`known` is false) can be judged by none of them. `graded` says that a functional
    post has a level of the reference table, `candidate` that its holder waits for a functional post, and
    `named_functional` that a pelaksana's post bears the name of a functional one. An agency has `many` posts of a name
    that does not say of what they are (Kepala Bidang). Grade and education are places in their order, the age is the
    BUP in years.
    """

    known: bool
    structural: bool
    functional: bool
    graded: bool
    candidate: bool
    named_functional: bool
    many: bool
    retirement_age: int | None
    lowest_grade: int | None
    lowest_education: int | None


def post_rule(
    post: Post, leader: Leader | None, rules: RegulationsInForce, functional_names: Collection[str]
) -> PostRule:
    """The rule of a post; `functional_names` are those of functional posts, as `family` gives them.

    BUP by group with the post's own before it (RULES.md 1.6), lowest grade by echelon (PP 13/2002; RULES.md 1.5),
    lowest education of the post's standard, else of its group (parameters `jabatan.pendidikan_*`).
    """
    level = post.level or functional_level(post.name)
    structural, functional = post.kind in (STRUCTURAL, DOUBLE), post.kind in (FUNCTIONAL, DOUBLE)
    group = retirement_group(post.kind or None, post.echelon or None, level, post.name)
    lowest = leader.lowest_grade if leader and structural else None
    return PostRule(
        known=bool(post.kind),
        structural=structural,
        functional=functional,
        graded=level is not None,
        candidate=bool(_CANDIDATE.match(fold(post.name))),
        named_functional=post.kind == GENERAL and _bears_functional_name(post.name, functional_names),
        many=spelled_out(post.name) in _MANY,
        retirement_age=post.retirement_age or (rules.retirement_age(group) if post.kind else None),
        lowest_grade=grades.order(grades.code_of(lowest, pppk=False) or "") or None if lowest else None,
        lowest_education=_lowest_education(post, leader if structural else None, level if functional else None, rules),
    )


def _lowest_education(post: Post, leader: Leader | None, level: str | None, rules: RegulationsInForce) -> int | None:
    code = post.education
    if code is None and leader is not None:
        name = _EDUCATION_OF_LEADERS.get(leader.managerial_level.split(" ", 1)[0])
        code = _education(rules, name) if name else None
    elif code is None and level is not None:
        code = _education(rules, "keterampilan" if level in _SKILLED else "keahlian")
    return education.ORDER.get(code or "")


def _education(rules: RegulationsInForce, group: str) -> str | None:
    told = rules.number(f"jabatan.pendidikan_{group}")
    return None if told is None else f"{int(told):02}"


@lru_cache(maxsize=16_384)
def family(post_name: str) -> str:
    """The name of a functional post without its level, in today's words: perencana for Perencana Ahli Muda."""
    return _LEVEL_WORDS.sub("", spelled_out(post_name))


def _bears_functional_name(post_name: str, functional_names: Collection[str]) -> bool:
    """A level of functional posts ends the name, or it is the name of one; a lone "pelaksana" ends many others."""
    whole = spelled_out(post_name)
    if fold(post_name).endswith(" pelaksana"):
        return False
    return _LEVEL_WORDS.search(whole) is not None or whole in functional_names


_SECONDED = re.compile(r"\b(?:dpk|dpb|dipekerjakan|diperbantukan)\b")
_CENTRAL = re.compile(r"\bpusat\b")
_PROVINCE = re.compile(r"\bprop(?:insi)?\b|\bprov(?:insi)?\b")
_LOCAL = re.compile(r"\bkab(?:upaten)?\b|\bkota\b|\bkotamadya\b")
_ORIGIN_ENDS = re.compile(r"\b(?:dpk|dpb|dipekerjakan|diperbantukan|yang bekerja|bekerja|pada|pd)\b")


def is_misplaced(employment_type: str, region_kind: str) -> bool | None:
    """Whether a kind of employment contradicts that its holder works in a unit of this office's region.

    Someone seconded (DPK, DPB) by this region itself should work elsewhere; someone of another government who is not
    seconded should not work here (SIASN ACC_2). `region_kind` is city, regency or province. `None` where the words
    do not say whose civil servant somebody is.
    """
    words = fold(employment_type)
    end = _ORIGIN_ENDS.search(words)
    origin = words[: end.start()] if end else words
    told = [own for own, pattern in ((False, _CENTRAL), (region_kind == "province", _PROVINCE),
                                     (region_kind != "province", _LOCAL)) if pattern.search(origin)]  # fmt: skip
    if len(told) != 1:
        return None
    return told[0] == bool(_SECONDED.search(words))
