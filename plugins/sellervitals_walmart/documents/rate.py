"""The rate of a summary that Walmart judges: in percent, but for traps that make it unknown."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_walmart import words
from sellervitals_walmart.documents import drivers, scale
from sellervitals_walmart.documents.endpoints import ACCOUNTABLE_DRIVERS, FEEDBACK, Endpoint
from sellervitals_walmart.documents.said import Said

HIGHEST = Decimal(100)


def rate_of(
    payload: sdk.Fields, endpoint: Endpoint, said: Said, orders: Decimal | None = None
) -> sdk.Rate | None:
    """Read the rate that Walmart judges; None where there is none, or nobody can tell what it means."""
    rate = payload.number(endpoint.rate)
    if rate is None:
        if payload.has("overallRate"):
            payload.note(
                "not_judged", "Walmart does not judge the overall rate, and gives no other.", "overallRate"
            )
        return None
    if rate > HIGHEST:
        payload.note(
            "unreadable_value", f"{payload.at(endpoint.rate)} was left out: above 100 %.", endpoint.rate
        )
        return None
    if endpoint.better is sdk.Better.HIGHER and not rate and not _anything_happened(payload):
        message = (
            "0 % without a single event was taken as no data: Walmart has sent this for healthy accounts."
        )
        payload.note("no_events", message, endpoint.rate)
        return None
    if endpoint.path != FEEDBACK.path or not rate:
        return sdk.percent(rate)
    percent = scale.is_percent(
        rate,
        drivers=drivers.written(payload, ACCOUNTABLE_DRIVERS).values(),
        target=said.target,
        risk=words.risk(said.risk) if said.risk else None,
        impacted=drivers.impacted(payload),
        orders=orders,
    )
    if percent is None:
        message = f"Whether {rate} means percent or a decimal cannot be told, so it was left out."
        payload.note("ambiguous_scale", message, endpoint.rate)
        return None
    return sdk.percent(rate) if percent else sdk.ratio(rate)


def _anything_happened(payload: sdk.Fields) -> bool:
    events = [drivers.impacted(payload), payload.number("overallRate")]
    return any(events) or any(drivers.written(payload, ACCOUNTABLE_DRIVERS).values())


def orders_implied(payload: sdk.Fields, endpoint: Endpoint) -> Decimal | None:
    """Work out all orders of a window from the affected ones and their rate, which is in percent."""
    rate, affected = payload.number(endpoint.rate), drivers.impacted(payload)
    return affected * HIGHEST / rate if rate and affected else None
