"""Shopee's own word for the shop, mirrored: its overall rating, else the penalty tier that it names."""

from __future__ import annotations

from sellervitals import plugin as sdk

_METRICS = ("shop_performance_level", "penalty_tier")
_NUMBERS = {"Poor": 1, "ImprovementNeeded": 2, "Good": 3, "Excellent": 4}


def level(snapshot: sdk.Snapshot) -> sdk.Level | None:
    """Read the level off a snapshot; None when Shopee named neither a rating nor a tier."""
    for metric in _METRICS:
        for each in snapshot.of(metric):
            if isinstance(each.value, str) and each.value:
                return sdk.Level(each.value, _shown(each.value), each.source)
    return None


def _shown(word: str) -> str:
    """``Good`` with its number, which is what Shopee sends."""
    number = _NUMBERS.get(word)
    if number is None:
        return word
    spoken = "Improvement needed" if word == "ImprovementNeeded" else word
    return f"{spoken} ({number} of 4)"
