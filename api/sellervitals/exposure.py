"""What the open findings of an evaluation put at stake, in a few numbers that many accounts are ranked by."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from sellervitals.domain.finding import Finding, Outcome
from sellervitals.domain.standing import Severity
from sellervitals.scoring import Band

UNSURE = len(Severity)
"""The gravity of what may hide anything: nothing failed, and the band is unknown or a rule broke."""
CLEAR = UNSURE + 1
"""The gravity of what is known to have no failure."""


class Stake(NamedTuple):
    """Money that open findings speak of, in one currency.

    ``largest`` is the largest figure of a single finding. Figures of several findings are not added: excess
    stock and slow stock are the same goods, and a fee is no turnover. ``findings`` is how many have one.
    """

    currency: str
    largest: Decimal
    findings: int


class Exposure(NamedTuple):
    """What is open in one evaluation.

    ``worst`` is the rank of the gravest severity that failed, None when nothing did. ``failed``, ``warned``
    and ``errors`` count findings. ``points`` is what the open findings take from the score, zero or negative,
    without the cap. ``money`` is by currency, in alphabetical order.
    """

    worst: int | None = None
    failed: int = 0
    warned: int = 0
    errors: int = 0
    points: Decimal = Decimal(0)
    money: tuple[Stake, ...] = ()

    def gravity(self, band: str) -> int:
        """Say where an evaluation of this band stands in a ranking, 0 for what wants attention first.

        The rank of the gravest severity that failed; then ``UNSURE``; then ``CLEAR``.
        """
        if self.worst is not None:
            return self.worst
        return UNSURE if self.errors or band == Band.UNKNOWN else CLEAR


NOTHING = Exposure()


def exposure(findings: Iterable[Finding]) -> Exposure:
    """Sum up what the findings of one evaluation put at stake."""
    worst: int | None = None
    failed = warned = errors = 0
    points = Decimal(0)
    money: dict[str, Stake] = {}
    for each in findings:
        errors += each.outcome is Outcome.ERROR
        if not each.outcome.open:
            continue
        if each.outcome is Outcome.FAIL:
            failed += 1
            worst = each.severity.rank if worst is None else min(worst, each.severity.rank)
        else:
            warned += 1
        points -= each.points_lost or 0
        breakdown = each.measurement and each.measurement.breakdown
        found = breakdown and breakdown.money
        if found and found.amount > 0:
            known = money.get(found.currency, Stake(found.currency, found.amount, 0))
            largest = max(known.largest, found.amount)
            money[found.currency] = Stake(found.currency, largest, known.findings + 1)
    return Exposure(worst, failed, warned, errors, points, tuple(sorted(money.values())))
