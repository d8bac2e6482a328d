"""The answer of get_listings_with_issues: listings that Shopee asks to put right, with the reason of each."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.cases import LISTING_REASONS
from sellervitals_shopee.documents import answer
from sellervitals_shopee.sources import cite

TYPE = "shopee.listings-with-issues"
_GRAVITY = {word: -code for code, word in LISTING_REASONS.items()}


def recognises(content: Any) -> bool:
    """Say by its content whether it is such an answer; never raises."""
    return answer.holds(content, "listing_list")


def read(content: Any) -> sdk.Reading:
    """Count the listings by reason and list them, the gravest reason first.

    Raises:
        UnreadableError: there is no response.
    """
    root, response = answer.opened(content, TYPE)
    items = [_item(each) for each in response.objects("listing_list")]
    found = []
    if response.has("listing_list") or response.has("total_count"):
        count = answer.total(response, "listing_list", len(items))
        reasons = Counter(item.situation for item in items if item.situation in _GRAVITY)
        breakdown = sdk.Breakdown.of(items, worst=lambda item: (_GRAVITY.get(item.situation, -99), item.id))
        found.append(
            sdk.Measurement(
                "listings_with_issues",
                value=None if count is None else Decimal(count),
                parts=dict(reasons),
                document=TYPE,
                pointer=response.at("total_count"),
                breakdown=breakdown._replace(total=count or 0),
            )
        )
    return answer.closed(root, found)


def _item(listing: sdk.Fields) -> sdk.Item:
    reason = listing.count("reason")
    ident = answer.quoted(listing, "item_id")
    words = LISTING_REASONS.get(reason or 0, "" if reason is None else f"reason {reason}")
    return sdk.Item(ident, listing=ident or None, situation=words, pointer=listing.pointer)


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Listings with issues (get_listings_with_issues)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("listings_with_issues",),
    references=tuple(cite("account-health").values()),
)
