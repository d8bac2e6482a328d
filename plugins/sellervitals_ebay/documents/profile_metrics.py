"""The metrics inside a seller standards profile: what their keys mean, their values, bounds and levels."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_ebay.documents.amounts import amount
from sellervitals_ebay.documents.bounds import fail_line
from sellervitals_ebay.documents.moments import window
from sellervitals_ebay.levels import TOP_RATED, good, level_named
from sellervitals_ebay.sites import SITES, US

_OLD_ENOUGH = "eBay's flag that the account is at least so old"
"""In a profile 1 means old enough, and no number of days; the bound is all that is known of them."""
_BOUNDS = ("thresholdLowerBound", "thresholdUpperBound")
_NOT_USED = ("name", "type", "thresholdMetaData", "benchmark", "distributions")


class _Key(NamedTuple):
    """What a metric key of a profile brings, and in which programs it can end in Below Standard."""

    metric: str
    unit: sdk.Unit
    ends_in: Collection[str] = ()


KEYS = {
    "DEFECTIVE_TRANSACTION_RATE": _Key("transaction_defect_rate", sdk.Unit.RATIO, SITES),
    "DEFECTIVE_TRANSACTION_COUNT": _Key("transaction_defect_count", sdk.Unit.COUNT),
    "CLAIMS_SAF_RATE": _Key("cases_closed_without_resolution_rate", sdk.Unit.RATIO, SITES),
    "CLAIMS_SAF_COUNT": _Key("cases_closed_without_resolution_count", sdk.Unit.COUNT),
    "SHIPPING_MISS_RATE": _Key("late_shipment_rate", sdk.Unit.RATIO, SITES.keys() - {US}),
    "VALID_TRACKING_UPLOADED_WITHIN_HANDLING_RATE": _Key("tracking_uploaded_on_time_rate", sdk.Unit.RATIO),
    "MIN_TXN_COUNT": _Key("transactions_12m", sdk.Unit.COUNT),
    "MIN_GMV": _Key("sales_12m", sdk.Unit.USD),
    "MIN_DAYS_ON_SITE": _Key("days_on_site", sdk.Unit.DAYS),
}


def metric_of(block: sdk.Fields, program: str) -> sdk.Measurement | None:
    """Read one metric of a profile of a program; None, with a notice, where nobody knows it."""
    name, word = block.word("metricKey"), block.word("level")
    block.skip(*_NOT_USED)
    key = KEYS.get(name or "")
    if key is None:
        block.note("unknown_metric", f"{name} is no known metric of a seller standards profile.")
        block.skip(*block.content)
        return None
    if word is not None and level_named(word) is None:
        block.note("unknown_word", f"{word} is no known level of a metric.", "level")
    block.skip(*_BOUNDS)
    given = amount(block, "value", key.unit)
    value = given.value
    rebuilt_from = ""
    if key.unit is sdk.Unit.DAYS and isinstance(value, Decimal) and value <= 1:
        value = next(iter(_bounds(block, key)), None) if level_named(word) == TOP_RATED else None
        rebuilt_from = "" if value is None else _OLD_ENOUGH
    found = sdk.Measurement(
        key.metric,
        value=value,
        numerator=given.numerator,
        denominator=given.denominator,
        digits=given.digits,
        window=window(block, "lookbackStartDate", "lookbackEndDate"),
        verdict=word,
        good=good(word),
        pointer=block.pointer,
        rebuilt_from=rebuilt_from,
    )
    if program not in key.ends_in:
        return found
    rates = [each for each in _bounds(block, key) if isinstance(each, sdk.Rate)]
    decided = found.decisive
    return found._replace(target=fail_line(word, decided if isinstance(decided, sdk.Rate) else None, rates))


def _bounds(block: sdk.Fields, key: _Key) -> list[sdk.Rate | Decimal]:
    """The bounds of the level that a metric has now, in its unit."""
    found = (amount(block, each, key.unit).value for each in _BOUNDS)
    return [each for each in found if each is not None]
