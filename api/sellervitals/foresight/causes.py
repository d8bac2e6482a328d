"""Why two numbers differ: the kinds of causes, how much each explains, and which is said first."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class CauseKind(StrEnum):
    """What can make two numbers differ; of causes that explain alike, the first one here is said first."""

    UNIT = "unit"
    COUNTS = "counts"
    NO_DATA = "no_data"
    DENOMINATOR = "denominator"
    PARTS = "parts"
    COMPLEMENT = "complement"
    SITE = "site"
    VARIANT = "variant"
    CHANNEL = "channel"
    LAG = "lag"
    TIME_ZONE = "time_zone"
    WINDOW = "window"
    ROUNDING = "rounding"
    REBUILT = "rebuilt"
    UNEXPLAINED = "unexplained"


class Explains(StrEnum):
    """How much of a difference a cause explains.

    ``ALL``: the arithmetic closes, exactly or within rounding. ``PART``: it is at work, but nothing shows how
    much of the difference it makes. ``POSSIBLE``: it may be at work. ``NOTHING``: no cause was found.
    """

    ALL = "all"
    PART = "part"
    POSSIBLE = "possible"
    NOTHING = "nothing"


class Cause(NamedTuple):
    """One cause of a difference; ``certain`` says that it follows from what was given, without a guess."""

    cause: CauseKind
    explains: Explains
    message: str
    certain: bool = False


_EXPLAINS, _KINDS = list(Explains), list(CauseKind)


def ordered(causes: list[Cause]) -> tuple[Cause, ...]:
    """Put the best founded cause first, and leave out what is only possible beside what is proven.

    One kind is said once, by its best founded cause.
    """

    def strength(each: Cause) -> tuple[int, bool, int]:
        return _EXPLAINS.index(each.explains), not each.certain, _KINDS.index(each.cause)

    found: dict[CauseKind, Cause] = {}
    for each in sorted(causes, key=strength):
        found.setdefault(each.cause, each)
    kept = list(found.values())
    if kept and kept[0].explains is Explains.ALL and kept[0].certain:
        kept = [each for each in kept if each.explains is not Explains.POSSIBLE]
    return tuple(kept)
