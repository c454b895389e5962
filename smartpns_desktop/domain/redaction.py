"""What of a message may be shown to strangers: the program's own words, never a person's number or name."""

from __future__ import annotations

import builtins
import re
from collections.abc import Container

GONE = "…"
"""Stands for what was taken out."""

_LONGEST = 600
"""Characters of a message that are looked at; a statement of SQL can fill pages."""

_PLAIN = frozenset(
    """
    a about access active after all already also an and any argument arguments as assigned at attribute attributes
    base be because begin been before being between bigger binary bind block blocked both broken but by bytes called
    cannot character characters check child circular class close closed code codec column columns command commit
    comparison connection constraint contain contains conversion convert converted corrupt could create cursor
    database decimal decode default deleted depth device dictionary did different digits directory disk does during
    each either element empty encode end error errors exceeded exception exist exists expected failed field fields
    file files first float for foreign format found from full function generator got had has have header heading
    hex id image import in incompatible index input instance instances integer integrity internal into invalid is
    it item items iterable key keys keyword large last least left length less limit line list literal loaded local
    locked long loop lost malformed mapping match maximum memory message method minimum missing mode module more
    must mutable name named near neither never new no non none not null number object of offset on one only open
    operand operands operation operator or order ordinal other out outside overflow padding paint painter parameter
    parameters parent parse path per permission point position positional possible primary process raised range
    read readable recursion redacted reference referenced register required result return returned reached row
    rows s same schema second section seek sequence serialize session set signal size slice slot sorted sql start
    state statement step stop stored str stream string subscriptable such supported syntax table takes task temporary
    than that the their there thread threads time times to too transaction trigger truncated tuple type types
    unable undefined unexpected unhashable unique unknown unpack unsupported until up update use used user using
    valid value values variable version violation wait was were when where which while width with within without
    write writable writing wrong you zero
    nonetype
    """.split()
) | {name.lower() for name in dir(builtins) if not name.startswith("_")}
"""Words of Python's, SQLite's and Qt's messages, and of no one's name."""

_LONG_NUMBER = re.compile(r"\d(?:[\W_]{0,3}\d){5,}")
"""Six digits and more, however they are parted: NIP, NIK, telephone numbers, dates."""
_TOKEN = re.compile(r"\w+")
_SHORT_NUMBER = re.compile(r"[0-9]{1,3}")
_QT_NAME = re.compile(r"Q[A-Z][a-z]+(?:[A-Z][a-z]+)*")
_FOREIGN_SIGN = re.compile(rf"[^\w\s!-~{GONE}]+")
_GONE_IN_A_ROW = re.compile(rf"{GONE}(?:[^\w\n]{{0,3}}{GONE})+")


def redacted(message: str, known: Container[str] = ()) -> str:
    """A message in which only words of the program are left; everything else is an ellipsis.

    Whatever came from data (a NIP in any spelling, a name quoted or bare, an address, a path) is unlike the
    words that programs are made of, so those are named and all others go. `known` are further words that
    may stay, such as the names that the failing code itself uses.
    """
    text = _LONG_NUMBER.sub(GONE, message[:_LONGEST])
    text = _TOKEN.sub(lambda found: found[0] if _may_stay(found[0], known) else GONE, text)
    text = _GONE_IN_A_ROW.sub(GONE, _FOREIGN_SIGN.sub("", text))
    return text if len(message) <= _LONGEST else text + GONE


def _may_stay(word: str, known: Container[str]) -> bool:
    return (
        word in known
        or word.lower() in _PLAIN
        or _SHORT_NUMBER.fullmatch(word) is not None
        or _QT_NAME.fullmatch(word) is not None
    )
