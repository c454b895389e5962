"""When two records of employees are probably one person: what speaks for it, what against, and how surely."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from smartpns_desktop.domain import nik, nip
from smartpns_desktop.domain.employees import PPPK_CODES, EmployeeKind
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.names import split_titles

Likeness = Callable[[str, str], float]
"""How alike two folded texts are, 0 to 100."""

ALIKE = 85
"""Likeness from which a word is taken for another spelling of another one: Muhamad for Muhammad."""
_SURELY_OTHER = 60
"""Likeness of whole names below which their words need not be compared."""
_STEM = 14
"""Digits of an NIP that tell birth and appointment; the sex and a serial follow."""
_MUHAMMAD = frozenset({"m", "md", "mhd", "moh", "moch", "mohd", "muh", "much", "muhd"})


class Sign(StrEnum):
    """What speaks for or against two records being one person."""

    SAME_NIK = "nik.same"
    NIP_SLIP = "nip.slip"
    NIP_STEM = "nip.stem"
    SAME_NAME = "name.same"
    ALIKE_NAME = "name.alike"
    SAME_BIRTH = "birth.same"
    STATUS_CHANGED = "status.changed"
    OTHER_NIK = "nik.differs"
    OTHER_NAME = "name.differs"
    OTHER_BIRTH = "birth.differs"


_FOR = {
    Sign.SAME_NIK: 0.9,
    Sign.NIP_SLIP: 0.7,
    Sign.NIP_STEM: 0.5,
    Sign.SAME_NAME: 0.6,
    Sign.ALIKE_NAME: 0.3,
    Sign.SAME_BIRTH: 0.5,
    Sign.STATUS_CHANGED: 0.2,
}
_AGAINST = {Sign.OTHER_NIK: 0.6, Sign.OTHER_NAME: 0.6, Sign.OTHER_BIRTH: 0.8}


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a person: NIP, sound NIK, the bare name folded, day of birth (ISO), whether it is a PPPK.

    `birth` and `nik` are empty where nobody told them or they cannot be. `name` is the words of the name whatever its
    spaces: Nur Hayati is Nurhayati.
    """

    key: int
    nip: str
    nik: str
    words: tuple[str, ...]
    birth: str
    name: str
    contract: bool


def identity(key: int, number: str, register: str | None, name: str, birth: str | None, kind: str) -> Identity:
    """The identity that a record tells; a birth date that is not told is that of the NIP."""
    sound = register if register and nik.fault(register) is None else ""
    told = birth or (f"{number[:4]}-{number[4:6]}-{number[6:8]}" if nip.fault(number) is None else "")
    # Only what looks like a title is worth the looking.
    bare = split_titles(name).name if "." in name or "," in name or name.isupper() else name
    contract = kind == EmployeeKind.PPPK or number[12:14] in PPPK_CODES
    words = tuple(fold(bare).split())
    return Identity(key, number, sound, words, told, "".join(words), contract)


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers of one length differ by one digit, or by two neighbours that changed places."""
    # A slip leaves all before the ninth digit or all after the tenth as it is; most numbers end here.
    if len(one) != len(other) or (one[:8] != other[:8] and one[10:] != other[10:]):
        return False
    places = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(places) == 1:
        return True
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return (one[first], one[second]) == (other[second], other[first])


def alike(one: tuple[str, ...], other: tuple[str, ...], likeness: Likeness) -> bool:
    """Whether two names can be spellings of one: every word of the shorter has its own partner in the longer.

    A word may be shortened (M., Muh., Abd.) or misspelled; at least one partner is neither. Short words that differ by
    a letter are two names (Rina and Rini), so that twins stay apart; one word alone says too little.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter or (len(shorter) == 1 and len(longer) > 1):
        return False
    if likeness(" ".join(one), " ".join(other)) < _SURELY_OTHER:
        return False
    left, whole = list(longer), 0
    for word in shorter:
        partner = next((it for it in left if it == word), None) or next(
            (it for it in left if _shortens(word, it) or _shortens(it, word) or likeness(word, it) >= ALIKE), None
        )
        if partner is None:
            return False
        left.remove(partner)
        whole += not _shortens(word, partner) and not _shortens(partner, word)
    return whole > 0


def _shortens(short: str, word: str) -> bool:
    if short in _MUHAMMAD and word.startswith(("muham", "moham", "mucham", "mocham")):
        return True
    return len(short) <= 3 < len(word) and word.startswith(short)


def signs(one: Identity, other: Identity, likeness: Likeness, shared: frozenset[str] = frozenset()) -> tuple[Sign, ...]:
    """What speaks for and against two records being one person; nothing where they probably are two.

    `shared` are NIKs that too many people bear to mean anything. Twins (one birth, another first name) and fathers and
    sons (one name, another birth) are two people. Numbers alone prove nothing: people who were appointed together have
    neighbouring NIPs.
    """
    same_nik = bool(one.nik) and one.nik == other.nik and one.nik not in shared
    same_name = bool(one.words) and one.name == other.name
    alike_name = not same_name and alike(one.words, other.words, likeness)
    same_birth = bool(one.birth) and one.birth == other.birth
    slip = is_slip(one.nip, other.nip)
    stem = not slip and one.nip[:_STEM] == other.nip[:_STEM]
    if not (same_nik or ((same_name or alike_name) and (same_birth or slip or stem))):
        return ()
    other_nik = bool(one.nik and other.nik) and one.nik != other.nik and not is_slip(one.nik, other.nik)
    # Two NIKs leave only one name with one birth in doubt; a name that is only alike needs one sex too.
    if other_nik and not (same_name and same_birth):
        return ()
    if alike_name and not same_nik and one.nip[14:15] != other.nip[14:15]:
        return ()
    found = {
        Sign.SAME_NIK: same_nik,
        Sign.NIP_SLIP: slip,
        Sign.NIP_STEM: stem,
        Sign.SAME_NAME: same_name,
        Sign.ALIKE_NAME: alike_name,
        Sign.SAME_BIRTH: same_birth,
        Sign.STATUS_CHANGED: one.contract is not other.contract and same_birth,
        Sign.OTHER_NIK: other_nik,
        Sign.OTHER_NAME: not same_name and not alike_name,
        Sign.OTHER_BIRTH: bool(one.birth and other.birth) and not same_birth,
    }
    return tuple(sign for sign, holds in found.items() if holds)


def score(found: tuple[Sign, ...]) -> int:
    """How surely it is one person, 1 to 99: each sign for it leaves less doubt, each against it takes some away."""
    doubt, trust = 1.0, 1.0
    for sign in found:
        doubt *= 1 - _FOR.get(sign, 0.0)
        trust *= _AGAINST.get(sign, 1.0)
    return max(1, min(99, round(100 * (1 - doubt) * trust)))


def stays_first(one: Identity, other: Identity) -> tuple[Identity, Identity]:
    """Who is proposed to stay, and who goes: a PPPK goes into a PNS, a NIP at odds with its birth into a sound one."""

    def rank(it: Identity) -> tuple[bool, bool, int]:
        fits = nip.fault(it.nip) is None and it.nip[:8] == it.birth.replace("-", "")
        return (it.contract, not fits, it.key)

    first, second = sorted((one, other), key=rank)
    return first, second
