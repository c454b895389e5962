"""How the history of an agency says what became of it."""

from __future__ import annotations

_EVENTS = {
    "opened": "Berdiri",
    "closed": "Ditutup",
    "renamed": "Berganti nama dari {before} menjadi {after}",
    "alias": "Dikenal juga sebagai {name}",
    "recoded": "Kode berganti dari {before} menjadi {after}",
    "moved": "Pindah dari {before} ke {after}",
    "merged_into": "Digabungkan ke {name}",
    "split_into": "Dipecah: {name}",
    "took_in": "Menerima {name}",
    "split_from": "Dibentuk dari {name}",
}
_AT_THE_TOP = "tingkat teratas"
_NO_CODE = "tanpa kode"


def event_in_words(code: str, **facts: str) -> str:
    """What became of an agency; an empty place is the top of the tree. KeyError for a code that does not exist."""
    nothing = {"moved": _AT_THE_TOP, "recoded": _NO_CODE}.get(code, "")
    return _EVENTS[code].format(**{name: fact or nothing for name, fact in facts.items()})
