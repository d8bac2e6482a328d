"""Judging by eBay's own word where the numbers leave something open, and never failing a forecast."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_ebay.levels import ABOVE_STANDARD, BELOW_STANDARD, TOP_RATED, level_named, spoken
from sellervitals_ebay.segments import is_projected

_FORECAST = (
    "This is a forecast, not in force on the day it was made: unless it changes, the first evaluation after"
    " that day, on a 20th, makes it so."
)
_OUTCOMES = {
    TOP_RATED: sdk.Outcome.PASS,
    ABOVE_STANDARD: sdk.Outcome.WARN,
    BELOW_STANDARD: sdk.Outcome.FAIL,
}


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare, or take eBay's word for the metric where no number or no limit is known; see ``forecast``."""
    measurement = case.measurement
    word = None if measurement is None else level_named(measurement.verdict)
    if word is not None and (case.value is None or case.limit is None):
        return forecast(case, _by_word(case, word))
    return forecast(case, _settled(case, sdk.compare(case), word))


def forecast(case: sdk.Case, verdict: sdk.Verdict) -> sdk.Verdict:
    """Turn the failure of a forecast into a warning: it costs no cap, and there is time left."""
    segment = None if case.measurement is None else case.measurement.segment
    if not is_projected(segment) or not verdict.outcome.open:
        return verdict
    return verdict._replace(outcome=sdk.Outcome.WARN, message=f"{verdict.message} {_FORECAST}")


def judge_word(case: sdk.Case) -> sdk.Verdict:
    """Judge a word by what the rule says of it; a forecast only warns."""
    return forecast(case, sdk.compare(case))


def _by_word(case: sdk.Case, word: str) -> sdk.Verdict:
    message = f"{case.subject}: eBay rates it {spoken(word)}{_at(case)}; no limit of this program is known."
    return sdk.Verdict(_OUTCOMES[word], message)


def _at(case: sdk.Case) -> str:
    """Write the value: `` at 2.61 %``; empty without one."""
    if case.value is None or case.metric is None:
        return ""
    return f" at {sdk.display(case.value, case.metric.unit)}"


def _settled(case: sdk.Case, verdict: sdk.Verdict, word: str | None) -> sdk.Verdict:
    """Let eBay's word settle what the numbers leave open: how many buyers there are, or which limit holds.

    Without its word a failure by the most buyers that there can be is said not to be certain.
    """
    limit, measurement = case.limit, case.measurement
    part = "" if limit is None else limit.allowed_part
    open_ = bool(part) and measurement is not None and part not in measurement.parts
    if verdict.outcome is sdk.Outcome.FAIL and open_ and word is None:
        says = f"This is not certain: how many {part} there are was not reported, and they may be fewer."
        return verdict._replace(message=f"{verdict.message} {says}")
    if verdict.outcome is sdk.Outcome.FAIL and open_ and word is not None and word != BELOW_STANDARD:
        message = (
            f"{verdict.message} eBay itself rates it {spoken(word)}, so it may count fewer {part} than that:"
            " look at the report."
        )
        return verdict._replace(outcome=sdk.Outcome.WARN, message=message)
    bound = measurement is not None and measurement.target is not None
    held = verdict.outcome is sdk.Outcome.WARN or (verdict.outcome is sdk.Outcome.PASS and bound)
    if held and word == BELOW_STANDARD and _broken(case):
        return verdict._replace(outcome=sdk.Outcome.FAIL, message=_below(case))
    return verdict


def _below(case: sdk.Case) -> str:
    """Say that eBay's word decides: our line is not sure enough to fail by, or allows a number of events."""
    line = None if case.limit is None else case.limit.fail
    than = "" if line is None or case.metric is None else f", beyond {sdk.display(line, case.metric.unit)}"
    return f"{case.subject}: eBay itself rates it {spoken(BELOW_STANDARD)}{_at(case)}{than}."


def _broken(case: sdk.Case) -> bool:
    """Say whether a value is beyond its line, whatever number of events is allowed beside it."""
    limit, value = case.limit, case.value
    if limit is None or limit.fail is None or type(value) is not type(limit.fail):
        return False
    return not limit.must_be.holds(value, limit.fail)
