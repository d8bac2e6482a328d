"""What is asked of one forecast: the day, the inflow somebody expects, and what each rule judges."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from sellervitals.domain import wording
from sellervitals.domain.measurement import Measurement, Metric
from sellervitals.domain.rule import Rule
from sellervitals.engine import Engine
from sellervitals.forecasting.outset import Reported, Series
from sellervitals.foresight.rolling import Rolling


class Reason(StrEnum):
    """Why there is no forecast."""

    NO_LIMIT = "no_limit"
    NO_WINDOW = "no_window"
    NO_COUNTS = "no_counts"
    COUNTS_CONTRADICT = "counts_contradict"
    DAYS_UNUSABLE = "days_unusable"
    ONLY_HIGH = "only_high"


class Asked(NamedTuple):
    """Bad events, as the metric's numerator counts them, and all events a day, as somebody expects them."""

    events: Decimal
    total: Decimal


Given = Mapping[Series, Asked]


class Question(NamedTuple):
    """What all lines of one forecast have in common."""

    engine: Engine
    site: str | None
    start: date
    days: int
    given: Given


class Subject(NamedTuple):
    """What is asked about: what a rule judges, as it was reported, and its days where they are known."""

    rule: Rule
    metric: Metric
    segment: str | None
    reported: Reported | None
    counted: Rolling | None

    @property
    def measured(self) -> Measurement:
        """The measurement; an empty one where only days are known."""
        if self.reported is not None:
            return self.reported.measurement
        return Measurement(self.metric.id, self.segment)


class Lacking(NamedTuple):
    """What cannot be forecast, why, and what would have to be known."""

    rule: Rule
    metric: Metric
    segment: str | None
    reason: Reason
    message: str


def lacking(subject: Subject, reason: Reason, why: str) -> Lacking:
    """Say why there is no forecast of what is asked about; ``why`` ends the sentence."""
    about = wording.subject(subject.rule.title, subject.segment)
    return Lacking(subject.rule, subject.metric, subject.segment, reason, f"{about}: {why}")
