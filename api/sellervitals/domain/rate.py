"""Rates as a type: an exact ratio that compares only with another rate."""

from __future__ import annotations

from decimal import Decimal
from math import gcd

from sellervitals.domain.fault import MetadataError

_PLACES = 10
_PERCENT_PLACES = 4


class Rate:
    """An exact ratio of two integers; 1 % is ``Rate(1, 100)``.

    Rates never become floats and never compare with bare numbers: ``rate < 0.01`` raises TypeError, because
    whether 0.01 meant a ratio or a percentage is the classic mistake of this field.

    Args:
        numerator: any integer.
        denominator: a positive integer; ValueError otherwise.
    """

    __slots__ = ("denominator", "numerator")

    def __init__(self, numerator: int, denominator: int) -> None:
        if denominator <= 0:
            raise ValueError(f"a rate needs a positive denominator, not {denominator}")
        self.numerator = numerator
        self.denominator = denominator

    @classmethod
    def ratio(cls, value: Decimal | str | int) -> Rate:
        """Read a ratio: ``Rate.ratio("0.04")`` is 4 %; MetadataError for floats and what is no number."""
        return cls(*_exact(value, "ratio"))

    @classmethod
    def percent(cls, value: Decimal | str | int) -> Rate:
        """Read a percentage: ``Rate.percent("4")`` is 4 %; MetadataError as in ``ratio``."""
        numerator, denominator = _exact(value, "percent")
        return cls(numerator, denominator * 100)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rate):
            return NotImplemented
        return self.numerator * other.denominator == other.numerator * self.denominator

    def __lt__(self, other: Rate) -> bool:
        if not isinstance(other, Rate):
            return NotImplemented
        return self.numerator * other.denominator < other.numerator * self.denominator

    def __le__(self, other: Rate) -> bool:
        if not isinstance(other, Rate):
            return NotImplemented
        return self.numerator * other.denominator <= other.numerator * self.denominator

    def __gt__(self, other: Rate) -> bool:
        if not isinstance(other, Rate):
            return NotImplemented
        return self.numerator * other.denominator > other.numerator * self.denominator

    def __ge__(self, other: Rate) -> bool:
        if not isinstance(other, Rate):
            return NotImplemented
        return self.numerator * other.denominator >= other.numerator * self.denominator

    def __hash__(self) -> int:
        shared = gcd(self.numerator, self.denominator)
        return hash((self.numerator // shared, self.denominator // shared))

    def __repr__(self) -> str:
        return f"Rate({self.numerator}, {self.denominator})"

    def __str__(self) -> str:
        """Give the ratio as a plain decimal of at most 10 places, the form used in JSON."""
        return plain(self.decimal(), _PLACES)

    def decimal(self) -> Decimal:
        """Give the ratio as a 28-digit decimal: for curves and display, never for a verdict."""
        return Decimal(self.numerator) / Decimal(self.denominator)

    def display(self) -> str:
        """Give the rate for people: percent with its sign, at most four places."""
        return plain(self.decimal() * 100, _PERCENT_PLACES) + " %"


def _exact(value: object, unit: str) -> tuple[int, int]:
    try:
        if isinstance(value, Decimal | str | int) and not isinstance(value, bool):
            return Decimal(value).as_integer_ratio()
    except (ArithmeticError, ValueError):
        pass
    raise MetadataError("rate", unit, f"must be a decimal text such as '1.5', not {value!r}")


def plain(value: Decimal, places: int = _PLACES) -> str:
    """Write a decimal without exponent or trailing zeros, rounded half-even to ``places``."""
    if not value.is_finite():
        raise ValueError(f"{value} is not a number")
    text = str(value)
    if len(text) > places or "E" in text:  # only a longer text can hold too many places
        text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
