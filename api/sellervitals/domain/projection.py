"""What a value may become on days to come, as a rule says it that knows more than its window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sellervitals.domain.breakdown import Basis
from sellervitals.domain.rate import Rate


class Horizon(NamedTuple):
    """The days to come that are asked about: so many after ``start``, the day of the question.

    ``inflow`` holds events a day by metric, as whoever asks expects them; the rule finds its own where a
    metric is not there.
    """

    start: date
    days: int
    inflow: Mapping[str, Decimal]

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=min(self.days, (date.max - self.start).days))


class Projection(NamedTuple):
    """What a value may be on a day, if what ``says`` holds.

    ``name`` is snake_case and the same for all days of one assumption. ``value`` is in the unit of the rule's
    metric.
    """

    name: str
    day: date
    value: Rate | Decimal
    says: str
    basis: Basis = Basis.INFERENCE
