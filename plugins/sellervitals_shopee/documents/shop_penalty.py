"""The answer of the withdrawn call shop_penalty: points by kind and ongoing punishments in a summary."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.penalties import CONDUCT, LATE, LISTINGS, PICKUP, UNFULFILLED, tier
from sellervitals_shopee.documents import answer
from sellervitals_shopee.sources import cite

TYPE = "shopee.shop-penalty"
_KINDS = {
    "late_shipment_rate": LATE,
    "non_fulfillment_rate": UNFULFILLED,
    "opfr_violations": PICKUP,
    "listing_violations": LISTINGS,
    "others": CONDUCT,
}


def recognises(content: Any) -> bool:
    """Say by its content whether it is such an answer; never raises."""
    return answer.holds(content, "penalty_points", "ongoing_punishment")


def read(content: Any) -> sdk.Reading:
    """Turn the summary into points, punishments and the tier that it names.

    Raises:
        UnreadableError: there is no response.
    """
    root, response = answer.opened(content, TYPE)
    return answer.closed(root, (*_points(response), *_punishments(response)))


def _points(response: sdk.Fields) -> Iterator[sdk.Measurement]:
    points = response.object("penalty_points")
    if points is None:
        return
    overall = points.count("overall_penalty_points")
    counts = {kind: points.count(key) for key, kind in _KINDS.items()}
    parts = {kind: count for kind, count in counts.items() if count}
    if overall is None:
        return
    if parts and sum(parts.values()) != overall:
        says = f"The kinds sum to {sum(parts.values())} points, the overall points are {overall}."
        points.note("contradiction", says, "overall_penalty_points")
    yield sdk.Measurement(
        "penalty_points",
        value=Decimal(overall),
        parts=parts,
        document=TYPE,
        pointer=points.at("overall_penalty_points"),
    )


def _punishments(response: sdk.Fields) -> Iterator[sdk.Measurement]:
    """Count the ongoing punishments; how many days are left counts from a day that nobody names."""
    if not response.has("ongoing_punishment"):
        return
    entries = response.objects("ongoing_punishment")
    tiers, items = [], []
    for each in entries:
        number, left = each.count("punishment_tier"), each.count("days_left")
        name = each.word("punishment_name") or "punishment without a name"
        brought = f"penalty tier {number}" if number else ""
        item = sdk.Item("", situation=", ".join(filter(None, (name, brought))), pointer=each.pointer)
        items.append(item if left is None else item._replace(value=Decimal(left), unit="days left"))
        if tier(number) is not None:
            tiers.append(number or 0)
    pointer = response.at("ongoing_punishment")
    written = response.content["ongoing_punishment"]
    if isinstance(written, list):
        breakdown = sdk.Breakdown.of(items, worst=lambda item: (item.value or 0, item.situation))
        yield sdk.Measurement(
            "ongoing_punishments",
            value=Decimal(len(written)),
            document=TYPE,
            pointer=pointer,
            breakdown=breakdown._replace(total=len(written)),
        )
    if tiers:
        yield sdk.Measurement("penalty_tier", value=tier(max(tiers)), document=TYPE, pointer=pointer)


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Penalty summary of old clients (shop_penalty)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("penalty_points", "ongoing_punishments", "penalty_tier"),
    references=tuple(cite("shop-penalty").values()),
)
