"""How a Pro Seller tier is judged: by whether it is there, and whether the next refresh would take it."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_walmart import words


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass a tier that the seller keeps; warn where a lower one would come, or a word is not known."""
    word = f"{case.value or ''}"
    says = f"{case.subject}: Walmart says {word:.60}"
    held = words.tier(word)
    if held is None:
        return sdk.Verdict(sdk.Outcome.WARN, f"{says}, which is none of the tiers.")
    refresh = _refresh(case)
    for each in case.others.get("pro_seller_eligible_tier", ()):
        coming = words.tier(f"{each.value}")
        if coming is None or coming > held:
            message = f"{says}, but by the criteria of today only {each.value or 'none':.60}."
            return sdk.Verdict(sdk.Outcome.WARN, message, deadlines=refresh)
    return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")


def _refresh(case: sdk.Case) -> tuple[sdk.Deadline, ...]:
    """The day, reported with the tier, on which Walmart works it out anew; none that is over."""
    window = None if case.measurement is None else case.measurement.window
    if window is None or window.end is None or window.end <= case.day:
        return ()
    says = f"{case.subject}: Walmart works the tier out anew on {window.end}; the lowest criterion decides."
    return (sdk.Deadline(window.end, sdk.DeadlineKind.REVIEW, says),)
