"""A value against its target, with what it was in the period before."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare as usual; say what Shopee reported for the last period, which has no dates of its own."""
    verdict = sdk.compare(case)
    measurement, metric = case.measurement, case.metric
    if measurement is None or metric is None or not verdict.outcome.judged:
        return verdict
    for before in case.history.get(metric.id, ()):
        value = before.value
        if before.segment == measurement.segment and isinstance(value, sdk.Rate | Decimal):
            shown = sdk.display(value, metric.unit)
            says = f"{case.subject} in Shopee's last period: {shown}."
            last = sdk.Estimate("last_period", value, metric.unit.words, says)
            message = f"{verdict.message} It was {shown} in the last period."
            return verdict._replace(message=message, estimates=(*verdict.estimates, last))
    return verdict
