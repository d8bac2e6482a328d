"""How a Pro Seller tier is judged: by whether it is there, and whether the next refresh would take it."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_walmart import words


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass any tier that the seller keeps; warn where the eligible one is lower, or a word is not known."""
    word = f"{case.value or ''}"
    says = f"{case.subject}: Walmart says {word:.60}"
    rank = words.tier(word)
    if rank is None:
        return sdk.Verdict(sdk.Outcome.WARN, f"{says}, which is none of the tiers.")
    eligible = case.measurement is not None and case.measurement.segment == "eligible"
    held = _rank(case) if eligible else None
    if held is not None and held < rank:
        message = f"{says} for the next refresh, below the tier of today, {words.TIERS[held]}."
        return sdk.Verdict(sdk.Outcome.WARN, message)
    return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")


def _rank(case: sdk.Case) -> int | None:
    """The tier that the seller holds today."""
    current = (each for each in case.others.get("pro_seller_tier", ()) if each.segment is None)
    return next((words.tier(f"{each.value}") for each in current), None)
