"""What a summary says stands behind its rate: drivers, orders and money, and Walmart's own advice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import islice

from sellervitals import plugin as sdk
from sellervitals_walmart.documents.endpoints import (
    ACCOUNTABLE,
    ACCOUNTABLE_DRIVERS,
    INFRACTIONS,
    OTHER_DRIVERS,
    REFUNDS,
    Endpoint,
)

REFUNDS_END = sdk.Deadline(
    date(2027, 3, 27),
    sdk.DeadlineKind.LIMIT_CHANGE,
    "Walmart removes the refund metrics; from then on only returns and orders not received are reported.",
)
_MOST = 50
_LONGEST = 1000
_IMPACTED = ("ordersImpacted", "impactedCustomerCount", "impactedOrderCount")
_ALL = Decimal(100)


def written(payload: sdk.Fields, key: str) -> dict[str, Decimal]:
    """Read a group of drivers as they are written, in the order of the document."""
    group = payload.object(key)
    if group is None:
        return {}
    names = [name for name in group.content if isinstance(name, str) and name.isprintable()]
    found = {name: group.number(name) for name in names[:_MOST]}
    for name, value in found.items():
        if value is not None and value > _ALL:
            group.note("unreadable_value", f"{group.at(name)} was left out: a rate above 100 %.", name)
    return {name: value for name, value in found.items() if value is not None and value <= _ALL}


def shares(payload: sdk.Fields, *, percent: bool) -> dict[str, sdk.Rate]:
    """Read the drivers of bad events; the seller is not accountable for those under a longer name."""
    rate = sdk.percent if percent else sdk.ratio
    found = {name: rate(value) for name, value in written(payload, ACCOUNTABLE_DRIVERS).items()}
    found |= {name: rate(value) for name, value in written(payload, INFRACTIONS).items()}
    others = written(payload, OTHER_DRIVERS)
    found |= {f"{OTHER_DRIVERS}.{name}": rate(value) for name, value in others.items()}
    return dict(islice(found.items(), _MOST))


def impacted(payload: sdk.Fields) -> int | None:
    """Read how many orders or customers were affected, by the first key that says it."""
    counts = [payload.count(key) for key in _IMPACTED]
    return next((count for count in counts if count is not None), None)


def breakdown(payload: sdk.Fields, endpoint: Endpoint) -> sdk.Breakdown | None:
    """Read what is behind the rate: the number of affected orders, the sales lost with them, good rates.

    Rates of good events, such as answers by topic, become items with the lowest first; so does the overall
    rate beside the one that the seller is accountable for.
    """
    affected, loss = impacted(payload), payload.number("gmvLoss")
    money = None
    if loss is not None:
        money = sdk.Money(loss, "USD", "gmvLoss; Walmart's API is of the US and names no currency")
    deadlines = (REFUNDS_END,) if endpoint is REFUNDS else ()
    if not endpoint.drivers_are_good:
        overall = _overall(payload)
        if affected is None and money is None and not deadlines and not overall:
            return None
        return sdk.Breakdown(overall, max(affected or 0, len(overall)), money, deadlines)
    items = [_item(payload, group, name, value) for group, name, value in _good(payload)]
    if affected is not None:
        items.append(sdk.Item("affected", situation="affected orders or customers", units=affected))
    return sdk.Breakdown.of(items, worst=_lowest, money=money) if items else None


def quotes(payload: sdk.Fields) -> tuple[sdk.Quote, ...]:
    """Quote Walmart's recommendations with their links."""
    found = []
    for each in payload.objects("recommendations")[:_MOST]:
        text, link = each.word("recommendation", _LONGEST), each.word("moreInfoLink", _LONGEST)
        if text is not None:
            found.append(sdk.Quote(text, link if link and link.startswith("https://") else ""))
    return tuple(found)


def _good(payload: sdk.Fields) -> list[tuple[str, str, Decimal]]:
    groups: Mapping[str, dict[str, Decimal]] = {
        group: written(payload, group) for group in (ACCOUNTABLE_DRIVERS, INFRACTIONS)
    }
    return [(group, name, value) for group, rates in groups.items() for name, value in rates.items()]


def _item(payload: sdk.Fields, group: str, name: str, value: Decimal) -> sdk.Item:
    pointer = f"{payload.at(group)}/{sdk.pointer_token(name)}"
    return sdk.Item(name, value=sdk.percent(value), unit="ratio", pointer=pointer)


def _overall(payload: sdk.Fields) -> tuple[sdk.Item, ...]:
    """Show the rates that also count what the seller is not accountable for, where the other one is there."""
    keys = ("overallRate", *(("cumulativeRate",) if payload.has(ACCOUNTABLE) else ()))
    rates = {key: rate for key in keys if (rate := payload.number(key)) is not None and rate <= _ALL}
    return tuple(
        sdk.Item(key, situation="not judged", value=sdk.percent(rate), unit="ratio", pointer=payload.at(key))
        for key, rate in rates.items()
    )


def _lowest(item: sdk.Item) -> tuple[bool, Decimal]:
    return (True, -item.value.decimal()) if isinstance(item.value, sdk.Rate) else (False, Decimal(0))
