"""The rate of a summary that Walmart judges: in percent, but for traps that make it unknown."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_walmart import words
from sellervitals_walmart.documents import drivers, scale
from sellervitals_walmart.documents.endpoints import ACCOUNTABLE, ACCOUNTABLE_DRIVERS, FEEDBACK, Endpoint
from sellervitals_walmart.documents.said import Said

HIGHEST = Decimal(100)
_WHY = {
    "not_judged": "Walmart judges the rate that the seller is accountable for",
    "unreadable_value": "No rate is above 100 %",
    "no_events": "Walmart has sent a rate of 0 for healthy accounts",
    "ambiguous_scale": "Walmart's schema calls this rate a decimal and its pages write percent",
}


class Rated(NamedTuple):
    """The rate that Walmart judges, or in a few words why there is none."""

    rate: sdk.Rate | None
    missing: str = ""


def rate_of(payload: sdk.Fields, endpoint: Endpoint, said: Said, orders: Decimal | None = None) -> Rated:
    """Read the rate that Walmart judges; why there is none is also said in a notice where it is a trap.

    Args:
        payload: where the rate stands.
        endpoint: under which key, and what else decides.
        said: the standard and the risk level beside it.
        orders: all orders in the window, as other summaries imply.
    """
    key = ACCOUNTABLE if payload.has(ACCOUNTABLE) else endpoint.rate  # standards are about this one
    rate = payload.number(key)
    if rate is None:
        alone = payload.has("overallRate")
        return (
            _missing(payload, "not_judged", "only an overall rate", "overallRate") if alone else Rated(None)
        )
    if rate > HIGHEST:
        return _missing(payload, "unreadable_value", "a rate above 100 %", key)
    if endpoint.better is sdk.Better.HIGHER and not rate and not _anything_happened(payload):
        return _missing(payload, "no_events", "0 % without a single event", key)
    if endpoint.path != FEEDBACK.path or not rate:
        return Rated(sdk.percent(rate))
    percent = scale.is_percent(
        rate,
        drivers=drivers.written(payload, ACCOUNTABLE_DRIVERS).values(),
        target=said.target,
        risk=words.risk(said.risk) if said.risk else None,
        impacted=drivers.impacted(payload),
        orders=orders,
    )
    if percent is None:
        return _missing(payload, "ambiguous_scale", f"{rate}, which may be percent or a decimal", key)
    return Rated(sdk.percent(rate) if percent else sdk.ratio(rate))


def _missing(payload: sdk.Fields, code: str, what: str, key: str) -> Rated:
    """Say why a rate that is there cannot be used."""
    payload.note(code, f"{_WHY[code]}, so nothing was judged: {what}.", key)
    return Rated(None, what)


def _anything_happened(payload: sdk.Fields) -> bool:
    events = [drivers.impacted(payload), payload.number("overallRate")]
    return any(events) or any(drivers.written(payload, ACCOUNTABLE_DRIVERS).values())


def orders_implied(payload: sdk.Fields, endpoint: Endpoint) -> Decimal | None:
    """Work out all orders of a window from the affected ones and their rate, which is in percent."""
    rate, affected = payload.number(endpoint.rate), drivers.impacted(payload)
    return affected * HIGHEST / rate if rate and affected else None
