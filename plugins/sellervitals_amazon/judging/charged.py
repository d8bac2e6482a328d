"""How counts of what a fee is charged for are judged: any is one too many, but a few of many weigh little."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; a failure's health falls from one half, for hardly any, to 0, for all there are."""
    verdict, counts = sdk.compare(case), case.measurement
    if verdict.outcome is not sdk.Outcome.FAIL or counts is None or not isinstance(case.value, Decimal):
        return verdict
    everything = counts.denominator
    if case.metric is None or not everything or case.value > everything:
        return verdict
    share = sdk.Rate(int(case.value), everything)
    message = f"{verdict.message} These are {share.display()} of {everything:,} {case.metric.denominator}."
    return verdict._replace(message=message, health=round((1 - share.decimal()) / 2, 4))
