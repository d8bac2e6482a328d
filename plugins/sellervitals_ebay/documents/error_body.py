"""What eBay answers instead of data: an error says nothing about the seller, good or bad."""

from __future__ import annotations

from typing import Any

from sellervitals import plugin as sdk
from sellervitals_ebay.sources import cite

TYPE = "ebay.error"
_NO_DATA = 54200
"""Seen where there is no customer service metric to tell."""


def recognises(content: Any) -> bool:
    """Say by eBay's own numbers of errors whether it is such an answer; never raises."""
    errors = content.get("errors") if isinstance(content, dict) else None
    return (
        isinstance(errors, list)
        and bool(errors)
        and all(isinstance(each, dict) and isinstance(each.get("errorId"), int) for each in errors)
    )


def read(content: Any) -> sdk.Reading:
    """Say what the errors were; there is nothing to measure.

    Raises:
        UnreadableError: it is no object.
    """
    root = sdk.Fields.of(content, TYPE)
    for each in root.objects("errors"):
        number, says = each.count("errorId"), each.word("message", longest=400)
        what = "eBay has no such data" if number == _NO_DATA else "eBay answered with an error"
        each.note("no_data", f"{what}, so nothing is known of the seller ({number}: {says or 'no message'}).")
        each.skip(
            "domain", "subdomain", "category", "longMessage", "inputRefIds", "outputRefIds", "parameters"
        )
    root.skip("warnings")
    root.done()
    return sdk.Reading((), sites=(None,), ignored=root.remarks.ignored, notices=root.remarks.notices)


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Error body of the Sell APIs",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=(),
    references=tuple(cite("analytics-schema").values()),
)
