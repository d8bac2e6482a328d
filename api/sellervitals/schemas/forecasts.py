"""Forecasts: what can be asked, and what the answer looks like."""

from __future__ import annotations

from functools import partial
from typing import Any

from marshmallow import ValidationError, fields, validate

from sellervitals.domain.breakdown import Basis as EstimateBasis
from sellervitals.domain.breakdown import DeadlineKind
from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Better, Unit
from sellervitals.forecasting.course import Basis
from sellervitals.forecasting.question import Reason
from sellervitals.foresight.outlook import Why
from sellervitals.intake import ENVELOPE
from sellervitals.limits import HORIZON, HORIZON_DEFAULT, MEASUREMENTS, NAME_CHARACTERS
from sellervitals.payload import Envelope
from sellervitals.schemas.evaluation import EvaluationRequestSchema
from sellervitals.schemas.fields import (
    DECIMAL,
    Answer,
    PageSize,
    Refusal,
    Request,
    Text,
    checked,
    day,
    decimal,
    flag,
    nested,
    nested_list,
    text,
    text_list,
    whole,
    word,
)
from sellervitals.schemas.finding import AppliedLimitSchema, WindowSchema
from sellervitals.schemas.result import AnsweredAccountSchema, NoticeSchema

_AMOUNT = {"anyOf": [{"type": "string", "pattern": DECIMAL, "maxLength": 37}, {"type": "number"}]}
_ASKED: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["numerator"],
    "properties": {
        "segment": {"type": "string", "maxLength": NAME_CHARACTERS, "description": "As in `metrics`."},
        "numerator": {**_AMOUNT, "description": "Events a day, as the metric's numerator counts them."},
        "denominator": {**_AMOUNT, "description": "All events a day; required for a rate."},
    },
}
_NOT_ASKED = ("profile", "store", "waivers")
_HORIZON = "How many days to look ahead."


class Horizon(fields.Integer):
    """A whole number of days in a body."""

    def __init__(self) -> None:
        metadata = {
            "description": _HORIZON,
            "minimum": HORIZON[0],
            "maximum": HORIZON[-1],
            "format": "int32",
        }
        super().__init__(load_default=HORIZON_DEFAULT, metadata=metadata)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ARG002
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValidationError("must be a whole number of days.")
        if value not in HORIZON:
            detail = f"must be {HORIZON[0]} to {HORIZON[-1]} days."
            raise ValidationError(Refusal("number-out-of-range", detail))
        return value


class ForecastRequestSchema(EvaluationRequestSchema):
    """What is known of one account, how far to look ahead, and what is expected to come in."""

    class Meta(Request.Meta):
        """Nothing is stored, and a line is the policy's own."""

        exclude = _NOT_ASKED

    horizon_days = Horizon()
    inflow = fields.Dict(
        keys=fields.String(),
        metadata={
            "description": "Events a day that you expect, by metric id, in place of the mean of the last"
            " window; one or one per segment.",
            "maxProperties": 256,
            "additionalProperties": {
                "anyOf": [_ASKED, {"type": "array", "items": _ASKED, "maxItems": MEASUREMENTS}]
            },
        },
    )


FORECAST = Envelope(
    ENVELOPE.difference(_NOT_ASKED) | {"horizon_days", "inflow"},
    partial(checked, ForecastRequestSchema()),
)
"""The request body of a forecast."""


class ForecastQuerySchema(Request):
    """How far, and of what."""

    site = Text(
        longest=NAME_CHARACTERS, metadata={"description": "The site; needed where the account has several."}
    )
    horizon_days = PageSize(
        load_default=HORIZON_DEFAULT,
        validate=validate.Range(HORIZON[0], HORIZON[-1]),
        metadata={"description": _HORIZON, "format": "int32", "example": HORIZON_DEFAULT},
    )
    metric = Text(longest=128, metadata={"description": "Only this metric."})


class LimitLineSchema(Answer):
    """A limit and the first day it holds."""

    since = day("The first day: the day of the question, or the one on which the limit begins or ends.")
    limit = nested(AppliedLimitSchema, "The limit; null where none is enforced.", null=True)


class ScenarioInflowSchema(Answer):
    """What comes in on a day that nobody knows yet."""

    origin = text("`mean` of the last window, or `given` by whoever asked.", longest=16)
    low = decimal("Bad events a day at the low end.", example="0.1")
    expected = decimal("Bad events a day, expected.", example="0.2")
    high = decimal("Bad events a day at the high end.", example="0.35")
    total = decimal("All events a day; null for a plain count.", example="16.6666666667", null=True)


class TurnWhySchema(Answer):
    """Why there is no day."""

    earliest = word("Why there is no earliest day; null where there is one.", Why, null=True)
    expected = word("The same for the expected day.", Why, null=True)
    latest = word("The same for the latest day.", Why, null=True)


class TurnSchema(Answer):
    """The day on which something turns, as a range."""

    earliest = day("The earliest day.", null=True)
    expected = day("The expected day.", null=True)
    latest = day("The latest day.", null=True)
    why = nested(TurnWhySchema, "Why there is none.")


class ValueRangeSchema(Answer):
    """A value that is not known yet."""

    low = decimal("The lowest.")
    expected = decimal("The expected one.")
    high = decimal("The highest.")


class ForecastDaySchema(Answer):
    """What is reported on one day to come."""

    day = day("The day of the report.")
    window = nested(WindowSchema, "The days it covers.")
    known_days = whole("Days of the window that are known, or still hold what was counted.")
    assumed_days = whole("Days of the window that are taken by the inflow.")
    numerator = whole("What the known days add up to; null where nobody knows it.", null=True)
    denominator = whole("The same for the denominator; null for a plain count.", null=True)
    value = nested(ValueRangeSchema, "The value; null where nothing is counted.", null=True)
    outcome = word("How the expected value stands.", Outcome)


class ForecastMetricSchema(Answer):
    """What may become of one metric of one segment under one rule."""

    rule = text("The rule.")
    metric = text("The metric.")
    segment = text("The segment; null for the whole account.", null=True, longest=1_024)
    title = text("The subject.")
    unit = word("What it is counted in.", Unit)
    better = word("Which way is better.", Better)
    basis = word("What it is worked out of.", Basis)
    value = text("The value of today; null where unknown.", null=True)
    display = text("The same for people.", null=True)
    numerator = whole("What today's window counts; null where unknown.", null=True)
    denominator = whole("Out of how many.", null=True)
    window = nested(WindowSchema, "The days of it.")
    lag_days = whole("Days from the end of a window to the day of its report.")
    limits = nested_list(LimitLineSchema, "The limits of the days to come, announced ones too.")
    inflow = nested(ScenarioInflowSchema, "What comes in on each unknown day.")
    breach = nested(TurnSchema, "When the line breaks.")
    recovery = nested(TurnSchema, "When a line that is broken today first holds again.")
    relapse = day("When it breaks anew after that, as expected; null where it does not.", null=True)
    clean_needed = whole("Good events in a row that bring it back.", maximum=10**18, null=True)
    clean_days = whole("Days of the mean inflow that bring so many.", maximum=10**18, null=True)
    assumptions = text_list("What was assumed, in sentences.", longest=4_096)
    days = nested_list(ForecastDaySchema, "The path, from the day of the question on.")


class ProjectionSchema(Answer):
    """What a rule says its value may be on a day."""

    rule = text("The rule.")
    metric = text("The metric.")
    segment = text("The segment.", null=True, longest=1_024)
    name = text("The same for all days of one assumption.")
    day = day("The day.")
    value = decimal("The value.", example="310")
    display = text("The same for people.")
    basis = word("How it was made.", EstimateBasis)
    text = text("What was assumed.", longest=4_096)


class ForecastEntrySchema(Answer):
    """A day that counts."""

    date = day("The day.")
    kind = word("What happens on it.", DeadlineKind)
    rule = text("The rule.")
    segment = text("The segment.", null=True, longest=1_024)
    name = text("The name of a day that comes back; null for one that does not.", null=True)
    value = text("The value expected then, after a reset what it was reset to; null if unknown.", null=True)
    display = text("The same for people.", null=True)
    outcome = word("How that value stands.", Outcome, null=True)
    resets_to = decimal("What the number is reset to; null on other days.", example="0", null=True)
    text = text("What happens, in a sentence.", longest=8_192)


class LackingSchema(Answer):
    """What cannot be forecast."""

    rule = text("The rule.")
    metric = text("The metric.")
    segment = text("The segment.", null=True, longest=1_024)
    reason = word("Why.", Reason)
    message = text("What is missing, in a sentence.", longest=4_096)


class ForecastSchema(Answer):
    """What may become of one account on one site."""

    class Meta(Answer.Meta):
        """A schema has an ``unknown`` of its own."""

        include = {  # noqa: RUF012 - marshmallow reads it
            "unknown": nested_list(LackingSchema, "What cannot be forecast, and why.")
        }

    account = nested(AnsweredAccountSchema, "Whose account.")
    as_of = day("The day of the question; days to come are counted from it.")
    horizon_days = whole("How many days were looked at.")
    breached = flag("Whether a line breaks as expected, or is broken and not back as expected, within them.")
    metrics = nested_list(ForecastMetricSchema, "What can be rolled on day by day, soonest trouble first.")
    projections = nested_list(ProjectionSchema, "What rules say that know more than a window.")
    calendar = nested_list(ForecastEntrySchema, "Days that count, by date.")
    warnings = nested_list(NoticeSchema, "What else to know.")
    engine = text("The version of sellervitals.")
    policy_revision = text("The policy it was made by.")
