"""Customer service metrics: returns as not as described by category, items not received by shipping region.

The answer does not say which of the two it is; its dimension does. It names a listing site, while eBay's
programs follow the buyer's country, so the program is the one that most buyers there belong to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_ebay.documents.moments import moment, window
from sellervitals_ebay.documents.scales import Scale, Written, scale_of
from sellervitals_ebay.documents.service_slices import Slice, slice_of
from sellervitals_ebay.metrics.service import PEERS
from sellervitals_ebay.ratings import TOO_LITTLE, good, rating_named
from sellervitals_ebay.segments import segment_of
from sellervitals_ebay.sites import MARKETPLACES, program_of
from sellervitals_ebay.sources import cite

TYPE = "ebay.customer-service-metric"
_PROJECTED = {"CURRENT": False, "PROJECTED": True}


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
    slices = [each for block in root.objects("dimensionMetrics") if (each := slice_of(block)) is not None]
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
    return site, "" if name.strip().upper() in MARKETPLACES.values() else f"{name} "


def _measurements(slices: Iterable[Slice], prefix: str, *, projected: bool) -> Iterator[sdk.Measurement]:
    """Give each rate the scale that its own counts show, else the one that all the others share."""
    slices = list(slices)
    scales = [
        None if each.rate is None else scale_of(each.rate, each.bad, each.transactions) for each in slices
    ]
    shown = set(scales) - {None}
    shared = shown.pop() if len(shown) == 1 else None
    for each, own in zip(slices, scales, strict=True):
        yield from _pair(each, own or shared, segment_of(prefix + each.name, projected=projected))


def _pair(each: Slice, scale: Scale | None, segment: str | None) -> Iterator[sdk.Measurement]:
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


def _rate(each: Slice, written: Written | None, scale: Scale | None, what: str) -> sdk.Rate | None:
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
