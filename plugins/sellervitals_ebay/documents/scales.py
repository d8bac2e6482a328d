"""Whether a rate is written as percent or as a fraction, told by its counts and never by its size."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple, Self

from sellervitals import plugin as sdk


class Scale(Enum):
    """How a rate is written; the value is the number of decimals that it adds to a ratio."""

    FRACTION = 0
    PERCENT = 2


class Written(NamedTuple):
    """A rate as it is written, of which nobody knows the scale yet."""

    number: Decimal

    @classmethod
    def of(cls, fields: sdk.Fields, key: str) -> Self | None:
        """Read a number; None where there is none."""
        number = fields.number(key)
        return None if number is None else cls(number)

    def rate(self, scale: Scale) -> sdk.Rate:
        """The rate on a scale."""
        return sdk.percent(self.number) if scale is Scale.PERCENT else sdk.ratio(self.number)

    def digits(self, scale: Scale) -> int:
        """The decimals of the ratio."""
        exponent = self.number.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return places + scale.value


def scale_of(written: Written, top: int | None, bottom: int | None) -> Scale | None:
    """Choose the scale on which a rate comes closest to its counts; None where they show nothing.

    Both readings are compared by the factor that they are off by: their middle is 10 times the counted ratio.
    """
    if not top or not bottom or not written.number:
        return None
    return Scale.PERCENT if written.number * bottom > 10 * top else Scale.FRACTION
