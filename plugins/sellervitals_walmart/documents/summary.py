"""One performance summary: its rate with the standard, risk level, drivers and advice that came with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_walmart import words
from sellervitals_walmart.documents import drivers
from sellervitals_walmart.documents.endpoints import ACCOUNTABLE_DRIVERS, FEEDBACK, REFUNDS, Endpoint, part_of
from sellervitals_walmart.documents.rate import rate_of
from sellervitals_walmart.documents.said import said_of

_LONGEST_WINDOW = 366
_TRENDS = (
    *("overallTrend", "overallRateTrend", "sellerAccountableTrend", "cumulativeRateTrend"),
    *("cumulativeAccuracyTrend", "impactedCustomerTrend", "impactedOrderTrend", "ordersImpactedTrend"),
    "gmvLossTrend",
)


def measure(
    payload: sdk.Fields,
    endpoint: Endpoint,
    document: str,
    *,
    part: str | None = None,
    orders: Decimal | None = None,
) -> Iterator[sdk.Measurement]:
    """Read a summary's payload: the rate first, then the risk level as a metric of its own.

    Args:
        payload: the object under ``payload``.
        endpoint: which summary it is.
        document: the type of the document.
        part: the part of the orders that was asked for, where the payload does not name it.
        orders: all orders in the window, as other summaries imply.
    """
    payload.skip(*_TRENDS)
    window, days = _window(payload)
    usual = days is None or days == endpoint.days
    said = said_of(payload, endpoint, usual=usual)
    part = part_of(payload.word("shippingMethod")) or part_of(payload.word("conditionType")) or part
    segment = "-".join(filter(None, (part, None if usual else f"{days}d"))) or None
    rate, missing = rate_of(payload, endpoint, said, orders)
    found = sdk.Measurement(
        endpoint.metric,
        segment,
        value=rate,
        window=window,
        target=said.target,
        verdict=said.risk,
        good=words.is_good(said.risk),
        document=document,
        pointer=payload.pointer,
        breakdown=drivers.breakdown(payload, endpoint),
        quotes=drivers.quotes(payload),
        missing=missing,
    )
    if not usual:
        found = _of_other_window(payload, endpoint, found)
    if not endpoint.drivers_are_good:
        found = found._replace(shares=_shares(payload, endpoint, rate))
    if endpoint is REFUNDS:
        payload.note(
            "leaving", "Walmart removes this summary on 27 March 2027; post returns and not received."
        )
    yield found
    if said.risk is not None and usual:
        about = endpoint.metric if segment is None else f"{endpoint.metric}:{segment}"
        yield sdk.Measurement(
            "risk_level",
            about,
            value=said.risk,
            window=window,
            document=document,
            pointer=payload.at(said.risk_key),
        )


def _window(payload: sdk.Fields) -> tuple[sdk.Window | None, int | None]:
    """Read the days covered, and how many they are; the last one is the day of the update."""
    days, end = payload.count("reportDuration"), payload.day("updatedTimestamp")
    if days is not None and not 1 <= days <= _LONGEST_WINDOW:
        payload.note("unreadable_value", f"A window of {days} days was left out.", "reportDuration")
        days = None
    if end is None:
        return None, days
    start = None
    if days is not None and end > date.min + timedelta(days=_LONGEST_WINDOW):
        start = end - timedelta(days=days - 1)
    return sdk.Window(start, end), days


def _shares(payload: sdk.Fields, endpoint: Endpoint, rate: sdk.Rate | None) -> dict[str, sdk.Rate]:
    """Read the drivers in the scale of the rate; none where that is unknown."""
    percent = True
    if endpoint is FEEDBACK:
        if rate is None:
            return {}
        as_written = payload.number(endpoint.rate) or Decimal(0)
        whole = sum(drivers.written(payload, ACCOUNTABLE_DRIVERS).values(), Decimal(0))
        percent = rate == sdk.percent(as_written) or whole > as_written * 10
    return drivers.shares(payload, percent=percent)


def _of_other_window(payload: sdk.Fields, endpoint: Endpoint, found: sdk.Measurement) -> sdk.Measurement:
    """Keep a window that Walmart does not judge from failing: without its own standard it is not judged."""
    says = f"Walmart judges {endpoint.days} days; other windows can only warn."
    payload.note("other_window", says, "reportDuration")
    if found.target is not None:
        return found
    return found._replace(value=None, missing=f"no standard for another window than {endpoint.days} days")
