"""A value against its target, with what it was in the period before."""

from __future__ import annotations

from sellervitals import plugin as sdk


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare as usual; say what it was in the last period, which Shopee reports without its days."""
    verdict = sdk.compare(case)
    measurement, metric = case.measurement, case.metric
    if measurement is None or metric is None or not verdict.outcome.judged:
        return verdict
    for before in reversed(case.history.get(metric.id, ())):
        if before.segment == measurement.segment and before.value is not None:
            shown = sdk.display(before.value, metric.unit)
            return verdict._replace(message=f"{verdict.message} It was {shown} in the last period.")
    return verdict
