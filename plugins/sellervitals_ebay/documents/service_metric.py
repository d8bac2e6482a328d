"""Customer service metrics: returns as not as described by category, items not received by shipping region.

The answer does not say which of the two it is; its dimension does. It names a listing site, while eBay's
programs follow the buyer's country, so the program is the one that most buyers there belong to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_ebay.documents.moments import moment, window
from sellervitals_ebay.documents.scales import Scale, Written, scale_of
from sellervitals_ebay.metrics.service import PEERS, REASONS
from sellervitals_ebay.ratings import TOO_LITTLE, good, rating_named
from sellervitals_ebay.segments import segment_of
from sellervitals_ebay.sites import MARKETPLACES, program_of
from sellervitals_ebay.sources import cite

TYPE = "ebay.customer-service-metric"
_PROJECTED = {"CURRENT": False, "PROJECTED": True}
_KINDS = {"LISTING_CATEGORY": "inad", "SHIPPING_REGION": "inr"}
_WHOLE = "ITEM_NOT_RECEIVED"
"""The only reason there is for an item not received; it says nothing more."""


class _Slice(NamedTuple):
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


def recognises(content: Any) -> bool:
    """Say by its keys whether it is such an answer; never raises."""
    return (
        isinstance(content, dict)
        and isinstance(content.get("dimensionMetrics"), list)
        and not {"evaluationCycle", "marketplaceId"}.isdisjoint(content)
    )


def read(content: Any) -> sdk.Reading:
    """Read the rating, the rate and the reasons of every category or region.

    Raises:
        UnreadableError: it is no object.
    """
    root = sdk.Fields.of(content, TYPE)
    cycle = root.object("evaluationCycle")
    kind = None if cycle is None else cycle.word("evaluationType")
    at = None if cycle is None else moment(cycle, "evaluationDate")
    days = None if cycle is None else window(cycle, "startDate", "endDate")
    slices = [each for block in root.objects("dimensionMetrics") if (each := _slice(block)) is not None]
    site, prefix = _place(root)
    found: tuple[sdk.Measurement, ...] = ()
    if kind in _PROJECTED:
        drafts = _measurements(slices, prefix, projected=_PROJECTED[kind])
        found = tuple(each._replace(window=days, site=site) for each in drafts)
    else:
        root.note("unknown_cycle", f"{kind} is neither CURRENT nor PROJECTED, so nothing was read.")
    root.done()
    return sdk.Reading(
        found,
        sites=(site,),
        observed_at=at,
        ignored=root.remarks.ignored,
        notices=root.remarks.notices,
    )


def _place(root: sdk.Fields) -> tuple[str | None, str]:
    """The program of the listing site, and what tells sites of one program apart in a segment."""
    name = root.word("marketplaceId")
    site = None if name is None else program_of(name)
    if name is None or site is None:
        root.note("unknown_marketplace", f"{name} is no known listing site of eBay.", "marketplaceId")
        return None, f"{name} " if name else ""
    message = (
        f"{name} was taken as {site}: programs follow the buyer's country, this report the listing site."
    )
    root.note("program_assumed", message, "marketplaceId")
    return site, "" if name in MARKETPLACES.values() else f"{name} "


def _slice(block: sdk.Fields) -> _Slice | None:
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
    return _Slice(
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


def _measurements(slices: Iterable[_Slice], prefix: str, *, projected: bool) -> Iterator[sdk.Measurement]:
    """Give each rate the scale that its own counts show, else the one that all the others share."""
    slices = list(slices)
    scales = [
        None if each.rate is None else scale_of(each.rate, each.bad, each.transactions) for each in slices
    ]
    shown = set(scales) - {None}
    shared = shown.pop() if len(shown) == 1 else None
    for each, own in zip(slices, scales, strict=True):
        yield from _pair(each, own or shared, segment_of(prefix + each.name, projected=projected))


def _pair(each: _Slice, scale: Scale | None, segment: str | None) -> Iterator[sdk.Measurement]:
    """The rating and the rate of one slice; eBay's rating decides, the peers are shown beside it."""
    rate = _rate(each, each.rate, scale, "rate")
    peers = _rate(each, each.peers, scale, "average of the peers")
    shares = {} if peers is None else {PEERS: peers}
    bare = sdk.Measurement(
        f"{each.kind}_rate",
        segment,
        verdict=each.rating,
        parts=each.reasons if each.kind == "inad" else {},
        exclusive=True,
        shares=shares,
        document=TYPE,
        pointer=each.block.pointer,
    )
    if each.rating is not None:
        yield bare._replace(metric=f"{each.kind}_rating", value=each.rating, good=good(each.rating))
    counted = each.bad is not None and each.transactions is not None
    if rate is None and not counted:
        return
    judged = peers is not None and rating_named(each.rating) != TOO_LITTLE
    yield bare._replace(
        value=rate,
        digits=None if each.rate is None or scale is None else each.rate.digits(scale),
        numerator=each.bad,
        denominator=each.transactions,
        target=sdk.Target(sdk.Comparator.AT_MOST, peers, sdk.Trust.SUGGESTED) if judged and peers else None,
    )


def _rate(each: _Slice, written: Written | None, scale: Scale | None, what: str) -> sdk.Rate | None:
    if written is None:
        return None
    if scale is None and written.number:
        message = (
            f"The {what} was left out: no counts show whether {written.number} is percent or a fraction."
        )
        each.block.note("unit_unknown", message)
        return None
    return written.rate(scale or Scale.PERCENT)  # 0 is 0 on both scales


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Customer service metric (Sell Analytics API)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("inad_rating", "inad_rate", "inr_rating", "inr_rate"),
    references=tuple(cite("analytics-schema", "service-rating").values()),
)
