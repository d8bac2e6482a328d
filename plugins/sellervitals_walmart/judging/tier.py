"""How a Pro Seller tier is judged: by whether it is there, and whether the next refresh would take it."""

from __future__ import annotations

from datetime import date

from sellervitals import plugin as sdk
from sellervitals_walmart import words
from sellervitals_walmart.programmes.pro_seller import REFRESH


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
    """The reported day on which Walmart works it out anew; none that is over or in the calendar."""
    reported = (_day(each) for each in case.others.get("pro_seller_next_refresh", ()))
    known = {each.day for each in sdk.next_days(REFRESH, case.day, case.site)}
    days = (day for day in reported if day is not None and day > case.day and day not in known)
    says = f"{case.subject}: Walmart works the tier out anew on {{}}; the lowest criterion decides."
    return tuple(sdk.Deadline(day, sdk.DeadlineKind.REVIEW, says.format(day)) for day in days)


def _day(refresh: sdk.Measurement) -> date | None:
    """Read the day; one that a caller typed in may be anything."""
    try:
        return date.fromisoformat(f"{refresh.value}")
    except ValueError:
        return None
