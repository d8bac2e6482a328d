"""Decide by evidence whether a rate is written as a ratio (0.04) or in percent (4).

Amazon's schema speaks of a percentage, its live documents write ratios, and documents that passed through
other software write percent. How large a number is decides nothing: 0.2 is a plausible ratio and a plausible
percentage. What counts as evidence, for one block of a document:

1. its counts: the rate, or a hundredth of it, is what numerator and denominator give (within the rounding of
   its last digit or within 5 %);
2. its target: above 1 it cannot be a ratio of a bounded rate;
3. its target again: it equals a line of the policy, written as a ratio or in percent.

The first speaks for the rate, the others for the target; one stands for both where the other is silent. Where
they disagree the rate is dropped (its counts may still decide) and the target is read in its own unit. A
block without evidence follows the other blocks of the document if these agree. Without any, the documented
form, the ratio, is assumed, and said. A value that cannot be true in the unit found is dropped, and said.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from sellervitals import plugin as sdk

ASSUMED = "unit_assumed"
AMBIGUOUS = "unit_ambiguous"

LEAST_DIGITS = 2
"""JSON drops closing zeros, so 0.9 may stand for 0.90; nobody reports rates in steps of 10 %."""


class Form(IntEnum):
    """How a rate is written; the number is what a whole is written as."""

    RATIO = 1
    PERCENT = 100


class Claim(NamedTuple):
    """What one block states, as written: rate and target are not negative.

    ``lines`` are the lines that the policy knows for this metric, in percent.
    """

    rate: Decimal | None
    target: Decimal | None
    numerator: int | None
    denominator: int | None
    lines: frozenset[Decimal]


class Evidence(NamedTuple):
    """The form that the counts show for the rate, and the one that the target shows for itself."""

    rate: Form | None
    target: Form | None

    @property
    def form(self) -> Form | None:
        """The form of the block; None without evidence or where rate and target contradict each other."""
        counted, aimed = self
        return None if counted and aimed and counted is not aimed else counted or aimed


class Reported(NamedTuple):
    """Exact rates, the decimals of the value as a ratio, and what is in doubt: ASSUMED, AMBIGUOUS or None."""

    value: sdk.Rate | None
    digits: int | None
    target: sdk.Rate | None
    doubt: str | None = None


def evidence(claim: Claim) -> Evidence:
    """Weigh what a block says about its own unit."""
    return Evidence(_by_counts(claim), _by_target(claim.target, claim.lines))


def decide(claim: Claim, own: Evidence, document: AbstractSet[Form]) -> Reported:
    """Read rate and target of a block.

    Args:
        claim: what the block states.
        own: its own evidence.
        document: the forms that blocks of the document have shown.
    """
    form, doubt = own.form, None
    if form is None and own.rate is not None:
        return _reported(claim, None, own.target, AMBIGUOUS)
    if form is None:
        matters = bool(claim.rate or claim.target)
        if len(document) > 1:
            return _reported(claim, None, None, AMBIGUOUS if matters else None)
        form = next(iter(document), Form.RATIO)
        doubt = ASSUMED if matters and not document else None
    if claim.rate is not None and claim.rate > form:
        return _reported(claim, None, own.target, AMBIGUOUS)
    if claim.target is not None and claim.target > form:
        return _reported(claim, form, None, AMBIGUOUS)
    return _reported(claim, form, form, doubt)


def _reported(claim: Claim, form: Form | None, target: Form | None, doubt: str | None) -> Reported:
    """Convert what has a form; 0 is 0 in every form."""
    value, digits = None, None
    rate = claim.rate
    if rate is not None and (form or not rate):
        form = form or Form.RATIO
        value, digits = _exact(rate, form), _digits(rate, form)
    bound = claim.target
    if bound is None or not (target or not bound):
        return Reported(value, digits, None, doubt)
    return Reported(value, digits, _exact(bound, target or Form.RATIO), doubt)


@lru_cache(maxsize=4096)
def _exact(number: Decimal, form: Form) -> sdk.Rate:
    return sdk.ratio(number) if form is Form.RATIO else sdk.percent(number)


def _digits(number: Decimal, form: Form) -> int:
    exponent = number.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return max(decimals + (2 if form is Form.PERCENT else 0), LEAST_DIGITS)


def _by_counts(claim: Claim) -> Form | None:
    rate, top, bottom = claim.rate, claim.numerator, claim.denominator
    if not rate or not top or not bottom or top > bottom:
        return None
    numerator, denominator = rate.as_integer_ratio()
    written, counted = numerator * bottom, denominator * top
    if 95 * counted <= 100 * written <= 105 * counted:
        return Form.RATIO
    if 95 * counted <= written <= 105 * counted:
        return Form.PERCENT
    # rounding moves a rate of at least one last digit by less than a factor of two
    if counted <= 2 * written <= 4 * counted:
        form = Form.RATIO
    elif 100 * counted <= 2 * written <= 400 * counted:
        form = Form.PERCENT
    else:
        return None
    value, digits = _exact(rate, form), _digits(rate, form)
    rounded = sdk.Measurement("", value=value, digits=digits, numerator=top, denominator=bottom)
    return form if rounded.counts_agree else None


@lru_cache(maxsize=4096)
def _by_target(target: Decimal | None, lines: frozenset[Decimal]) -> Form | None:
    if target is None or target > Form.PERCENT:
        return None
    if target > Form.RATIO or target in lines:
        return Form.PERCENT
    return Form.RATIO if target.scaleb(2) in lines else None
