"""Walmart's own word, mirrored: the worst risk level of all metrics, else the Pro Seller tier."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_walmart import words


def level(snapshot: sdk.Snapshot) -> sdk.Level | None:
    """Read the level off a snapshot; None when neither a risk level nor a tier was reported.

    Walmart publishes no word for the whole account. ``name`` is the gravest one as Walmart wrote it; an
    unknown word counts only where no known one was reported.
    """
    risks = sorted(
        (each for each in snapshot.of("risk_level") if isinstance(each.value, str)),
        key=lambda each: each.segment or "",
    )
    if risks:
        gravest = max(map(_rank, risks))
        among = [each for each in risks if _rank(each) == gravest]
        return sdk.Level(f"{among[0].value}", _display(among), among[0].source)
    for each in snapshot.of("pro_seller_tier"):
        if isinstance(each.value, str):
            return sdk.Level(each.value, each.value, each.source)
    return None


def _rank(measurement: sdk.Measurement) -> int:
    found = words.risk(f"{measurement.value}")
    return -1 if found is None else found


def _display(among: list[sdk.Measurement]) -> str:
    """The word with the metrics that it stands for; of what is good only how many."""
    if _rank(among[0]) == words.Risk.GOOD:
        return f"{among[0].value} for each of {len(among)}" if len(among) > 1 else f"{among[0].value}"
    named = ", ".join((each.segment or "account").replace("_", " ") for each in among)
    return f"{among[0].value} for {named}"
