"""What a check or a trial finds wrong: one sentence that ends the chain."""

from __future__ import annotations


class Fault(Exception):
    """Something is not as it must be: the sentence says what, and what was found in its place."""


def require(holds: bool, sentence: str, found: object = "") -> None:
    """Raise `Fault` where something does not hold; of long findings the end is told."""
    if not holds:
        text = str(found).strip()
        raise Fault(f"{sentence}: {text[-1500:]}" if text else sentence)


def none(faults: list[str], sentence: str) -> None:
    """Raise `Fault` with all of them where there are any."""
    require(not faults, sentence, "; ".join(faults[:20]))
