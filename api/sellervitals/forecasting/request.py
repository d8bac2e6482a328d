"""A request for a forecast, answered: the path that HTTP and the command line share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sellervitals.collector import spared
from sellervitals.domain.marketplace import Notice
from sellervitals.forecasting.forecast import Forecast, forecast
from sellervitals.forecasting.given_inflow import InflowReader
from sellervitals.forecasting.outset import of_snapshot
from sellervitals.intake import take
from sellervitals.judge import Judge
from sellervitals.limits import HORIZON_DEFAULT
from sellervitals.problems import RefusedError


def answer_forecast(judge: Judge, request: Mapping[str, Any], *, today: date) -> Forecast:
    """Forecast the account that a loaded request is about; of several sites the primary one.

    Args:
        judge: knows the plugins.
        request: what the envelope's schema loaded.
        today: the date of the request.

    Raises:
        RefusedError: with every fault found.
    """
    with spared(request):
        snapshots = take(judge.registry, request, today=today)
    primary, *others = snapshots
    marketplace = judge.registry.marketplaces[primary.marketplace]
    reader = InflowReader(marketplace, primary.site, today)
    given = reader.inflow(request.get("inflow") or {})
    if reader.faults:
        raise RefusedError.of(reader.faults)
    outset = of_snapshot(primary, marketplace)
    if others:
        names = ", ".join(sorted(each.site or "no site" for each in others))
        message = (
            f"This is about {primary.site}; name {names} in account.site to forecast what else was read."
        )
        outset = outset._replace(notices=(*outset.notices, Notice("other_sites", message)))
    return forecast(judge.engine, outset, request.get("horizon_days", HORIZON_DEFAULT), given)


def policy_revision(judge: Judge, marketplace: str) -> str:
    """Name the policy that a forecast is made by."""
    revision: str = judge.catalogue.marketplaces[marketplace]["policy_revision"]
    return revision
