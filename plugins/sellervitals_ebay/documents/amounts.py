"""Values and bounds of a profile's metric: a bare number, or an object with counts or a currency."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk

_USD = "USD"


class Amount(NamedTuple):
    """What could be read: a value of the metric's own unit, the counts behind it and its decimals."""

    value: sdk.Rate | Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    digits: int | None = None


def amount(block: sdk.Fields, key: str, unit: sdk.Unit) -> Amount:
    """Read a value in the unit of its metric: rates are percent, money counts in US dollars alone."""
    if not isinstance(block.content.get(key), dict):
        return _amount(block, block.number(key), key, unit)
    inner = block.object(key)
    if inner is None:
        return Amount()
    found = _amount(inner, inner.number("value"), "value", unit, inner.word("currency"))
    if unit is not sdk.Unit.RATIO:
        inner.skip("numerator", "denominator")
        return found
    return found._replace(numerator=inner.count("numerator"), denominator=inner.count("denominator"))


def _amount(
    where: sdk.Fields, number: Decimal | None, key: str, unit: sdk.Unit, currency: str | None = None
) -> Amount:
    if number is None:
        return Amount()
    if unit is sdk.Unit.RATIO:
        exponent = number.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return Amount(sdk.percent(number), digits=places + 2)
    if unit is sdk.Unit.USD and currency != _USD:
        where.note("other_currency", f"{currency or 'No currency'}: only US dollars can be compared.", key)
        return Amount()
    if unit is sdk.Unit.COUNT and number != number.to_integral_value():
        where.remarks.unreadable(where.at(key), "a whole number")
        return Amount()
    return Amount(number)
