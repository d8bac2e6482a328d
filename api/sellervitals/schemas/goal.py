"""What is to be reached: the question, and how an account stands before it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError, fields

from sellervitals.domain.measurement import Unit
from sellervitals.limits import TEXT_CHARACTERS
from sellervitals.schemas.fields import (
    Answer,
    Request,
    Text,
    decimal,
    flag,
    nested,
    nested_list,
    text,
    text_list,
    whole,
    word,
)
from sellervitals.schemas.finding import AppliedLimitSchema
from sellervitals.schemas.simulated_changes import Named
from sellervitals.simulating.demands import Status
from sellervitals.simulating.reaching import DEFAULT_EFFORTS, LeverKind

_EFFORT = r"[0-9]{1,6}(\.[0-9]{1,6})?"


class Effort(fields.Field[Decimal]):
    """What one event costs, in any unit of the caller's own; null where it cannot be had."""

    def __init__(self, description: str) -> None:
        shape = {
            "anyOf": [{"type": "string", "pattern": f"^{_EFFORT}$"}, {"type": "number"}, {"type": "null"}]
        }
        super().__init__(allow_none=True, metadata={"description": description, **shape})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:  # noqa: ARG002
        known = isinstance(value, int | Decimal | str) and not isinstance(value, bool)
        if not known or not re.fullmatch(_EFFORT, f"{value:f}" if isinstance(value, Decimal) else str(value)):
            raise ValidationError(
                "must be a plain decimal such as '2.5', with at most six digits on each side."
            )
        number = Decimal(value)
        if not number:
            raise ValidationError("must be more than 0.")
        return number


class MetricEffortSchema(Request):
    """What an event of one metric costs."""

    remove = Effort("One bad event taken away.")
    add = Effort("One point, or one more of what is counted.")
    clean = Effort("One good event for this metric alone.")


class EffortSchema(Request):
    """What events cost, against each other."""

    clean = Effort(
        f"One good event for all rates that count it; {DEFAULT_EFFORTS[LeverKind.CLEAN]} by default."
    )
    remove = Effort(f"One bad event taken away; {DEFAULT_EFFORTS[LeverKind.REMOVE]} by default.")
    add = Effort(f"One point, or one more of a count; {DEFAULT_EFFORTS[LeverKind.ADD]} by default.")
    metrics = Named(
        fields.Nested(MetricEffortSchema),
        metadata={"description": "Other efforts, by metric id.", "maxProperties": 256},
    )


class SimulatedGoalSchema(Request):
    """What is to be reached."""

    id = Text(
        longest=TEXT_CHARACTERS,
        required=True,
        metadata={
            "description": "One of `goals` in `GET /v1/marketplaces/{id}`, the name of a level alone where"
            " no other has it, or `rule:` and a rule's id.",
            "example": "safe",
        },
    )
    segment = Text(
        longest=TEXT_CHARACTERS, metadata={"description": "The segment that a level is worked out for."}
    )
    effort = fields.Nested(EffortSchema, metadata={"description": "What events cost."})


class DemandSchema(Answer):
    """One thing that a goal asks for."""

    status = word("How it stands.", Status)
    rule = text("The rule that must pass; null for a limit that must be met.", null=True)
    metric = text("The metric; null for a rule on the whole account.", null=True)
    segment = text("The segment.", null=True, longest=TEXT_CHARACTERS)
    value = text("The value that decides.", null=True)
    unit = word("What it is counted in.", Unit, null=True)
    display = text("The value for people.", null=True)
    limit = nested(AppliedLimitSchema, "The limit.", null=True)
    why = text("How it stands, in a sentence; of what is unreachable, the reason.", longest=8_192)


class GoalStepSchema(Answer):
    """So many of one thing."""

    lever = word("What is done.", LeverKind)
    denominator = text("What is good, such as `orders`; null for one measurement.", null=True)
    metric = text("The metric; null for all rates that count `denominator`.", null=True)
    segment = text("The segment.", null=True, longest=TEXT_CHARACTERS)
    amount = whole("How many; null where no number of them is enough alone.", null=True, maximum=10**16)
    effort = decimal("What that costs.", null=True, example="201")


class CombinationSchema(Answer):
    """The cheapest combination that is enough; it was simulated before it was answered."""

    steps = nested_list(GoalStepSchema, "What to do.")
    effort = decimal("What all of it costs.", example="56")
    proved = flag("Whether it is proved that nothing is cheaper.")
    changes = fields.Dict(
        keys=fields.String(),
        required=True,
        metadata={
            "description": "The same as `changes` of a simulation, to try it.",
            "additionalProperties": True,
        },
    )


class StatedEffortSchema(Answer):
    """The efforts that were used."""

    clean = decimal("One good event.", null=True, example="1")
    remove = decimal("One bad event taken away.", null=True, example="25")
    add = decimal("One point, or one more of a count.", null=True, example="1")


class ReachedGoalSchema(Answer):
    """How the account stands before a goal, and what clears it."""

    class Meta(Answer.Meta):
        """``unknown`` is a word of marshmallow."""

        include = {  # noqa: RUF012 - marshmallow reads it
            "unknown": nested_list(DemandSchema, "What nobody reported, or could judge: it may be broken.")
        }

    id = text("The goal, by its full name.")
    title = text("For people.")
    segment = text("The segment whose limits were asked.", null=True)
    met = flag("Whether all that is asked holds, after the changes; false where something is unknown.")
    clears = flag("Whether the combination certainly reaches the goal; false where something is unknown.")
    held = whole("How many demands hold.")
    blocking = nested_list(DemandSchema, "What is broken.")
    unreachable = nested_list(DemandSchema, "What is broken and no event clears.")
    singles = nested_list(
        GoalStepSchema, "For each thing that can be done: how many alone clear all that is broken."
    )
    cheapest = nested(CombinationSchema, "The cheapest combination; null where there is none.", null=True)
    effort = nested(StatedEffortSchema, "What one event was taken to cost, where no metric has its own.")
    notices = text_list("What to know about the answer.", longest=4_096)
