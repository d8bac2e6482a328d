"""A rate beside the average of the seller's peers, which is a comparison and no standard."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.standards import forecast

_PEERS = "That line is the average of the seller's peers; eBay enforces nothing but its own rating."


def judge(case: sdk.Case) -> sdk.Verdict:
    """Warn above the peers, pass below; without them there is nothing to compare with."""
    verdict = sdk.compare(case)
    if not verdict.outcome.judged:
        return verdict
    return forecast(case, verdict._replace(message=f"{verdict.message} {_PEERS}"))
