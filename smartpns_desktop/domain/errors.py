"""Known errors: what the world or the input can do to us, told calmly and without a trace."""

from __future__ import annotations

from enum import IntEnum


class Outcome(IntEnum):
    """How a use-case ended; also the exit code of the command line."""

    DONE = 0
    SOME_REJECTED = 1
    BAD_INPUT = 2
    FORBIDDEN = 3


class CannotDo(Exception):
    """A use-case cannot be carried out for a reason that the user can understand and mend.

    `code` chooses the Indonesian sentence in `words.errors`, `facts` fill its placeholders,
    `outcome` tells the input's fault (2) from the surroundings' (3). Nothing was stored.
    """

    def __init__(self, code: str, outcome: Outcome = Outcome.BAD_INPUT, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.outcome = outcome
        self.facts = {name: str(value) for name, value in facts.items()}
