"""One category or region of a customer service metric: counts, reasons, the rate as written, its rating."""

from __future__ import annotations

from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_ebay.documents.scales import Written
from sellervitals_ebay.metrics.service import REASONS
from sellervitals_ebay.ratings import rating_named

_KINDS = {"LISTING_CATEGORY": "inad", "SHIPPING_REGION": "inr"}
_WHOLE = "ITEM_NOT_RECEIVED"
"""The only reason there is for an item not received; it says nothing more."""


class Slice(NamedTuple):
    """One category or region, before the scale of its rates is known."""

    block: sdk.Fields
    kind: str
    name: str
    bad: int | None
    transactions: int | None
    rate: Written | None
    peers: Written | None
    rating: str | None
    reasons: dict[str, int]


def slice_of(block: sdk.Fields) -> Slice | None:
    """Read one category or region; one of an unknown dimension is named and left out."""
    dimension = block.object("dimension")
    key = name = None
    if dimension is not None:
        key = dimension.word("dimensionKey")
        name = dimension.word("name") or dimension.word("value")
        dimension.skip("value")
    by_key = {each.word("metricKey"): each for each in block.objects("metrics")}
    kind = _KINDS.get(key or "")
    if kind is None or name is None:
        block.note("unknown_dimension", f"{key} is no known dimension, so it was left out.")
        return None
    bad, total, rate = (by_key.pop(each, None) for each in ("COUNT", "TRANSACTION_COUNT", "RATE"))
    for each in by_key.values():
        each.note("unknown_metric", "It is no known part of a customer service metric.")
    peers, rating = (None, None) if rate is None else _benchmark(rate)
    return Slice(
        block,
        kind,
        name,
        None if bad is None else bad.count("value"),
        None if total is None else total.count("value"),
        None if rate is None else Written.of(rate, "value"),
        peers,
        rating,
        {} if bad is None else _reasons(bad),
    )


def _benchmark(rate: sdk.Fields) -> tuple[Written | None, str | None]:
    """The rate of the peers, and eBay's rating; a rating that eBay changed is said to be so."""
    benchmark = rate.object("benchmark")
    if benchmark is None:
        return None, None
    benchmark.skip("basis")
    metadata, word = benchmark.object("metadata"), benchmark.word("rating")
    adjustment = benchmark.content.get("adjustment")
    benchmark.skip("adjustment")
    if adjustment:
        benchmark.note("rating_adjusted", f"eBay changed this rating to {word}, in the seller's favour.")
    if word is not None and rating_named(word) is None:
        benchmark.note("unknown_word", f"{word} is no known rating.", "rating")
    return None if metadata is None else Written.of(metadata, "average"), word


def _reasons(bad: sdk.Fields) -> dict[str, int]:
    """How often buyers gave each reason; unknown ones are named."""
    found: dict[str, int] = {}
    for distribution in bad.objects("distributions"):
        distribution.skip("basis")
        for each in distribution.objects("data"):
            name, count = each.word("name"), each.count("value")
            if name in REASONS and count is not None:
                found[name] = found.get(name, 0) + count
            elif name != _WHOLE:
                each.note("unknown_reason", f"{name} is no known reason, so it was left out.")
    return found
