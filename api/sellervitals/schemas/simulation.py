"""A simulation: what is asked, and what the answer looks like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from sellervitals.domain.breakdown import DeadlineKind
from sellervitals.limits import NAME_CHARACTERS
from sellervitals.schemas.accounts import ChangesSchema
from sellervitals.schemas.evaluation import EvaluationRequestSchema
from sellervitals.schemas.fields import (
    Answer,
    Flag,
    Request,
    day,
    decimal,
    nested,
    nested_list,
    text,
    text_list,
    word,
)
from sellervitals.schemas.goal import ReachedGoalSchema, SimulatedGoalSchema
from sellervitals.schemas.result import (
    AnsweredAccountSchema,
    ComputedLevelSchema,
    EvaluationSchema,
    LevelSchema,
    NoticeSchema,
    ScoreSchema,
)
from sellervitals.schemas.simulated_changes import SimulatedChangesSchema

EXAMPLE_ID = "ev_01kb0t3v9b2m4q8r6s1w5x7y9z"


class BaseSchema(EvaluationRequestSchema):
    """An account as `POST /v1/evaluations` takes it; nothing of it is stored."""

    class Meta(EvaluationRequestSchema.Meta):
        """There is nothing to store, and no rule sees the counts of single days."""

        exclude = ("daily", "store")


class SimulationRequestSchema(Request):
    """An account, and what would be different about it or is to be reached."""

    base = fields.Nested(BaseSchema, metadata={"description": "The account. Either this or `evaluation`."})
    evaluation = fields.String(
        metadata={
            "description": "A stored evaluation instead: the account as it was posted then, judged by the"
            " policy as it is known now.",
            "example": EXAMPLE_ID,
            "maxLength": NAME_CHARACTERS,
        }
    )
    changes = fields.Nested(SimulatedChangesSchema, metadata={"description": "What would be different."})
    goal = fields.Nested(
        SimulatedGoalSchema, metadata={"description": "What is to be reached, from where the changes lead."}
    )
    result = Flag(
        load_default=False,
        metadata={
            "description": "Whether to answer the whole result object after the changes.",
            "default": False,
        },
    )

    @validates_schema
    def _one_base(self, data: Mapping[str, Any], **_: Any) -> None:
        if ("base" in data) == ("evaluation" in data):
            raise ValidationError("needs either base or evaluation, and not both.")
        if not data.keys() & {"changes", "goal"}:
            raise ValidationError("needs changes, or a goal, or both.")


class SimulatedSideSchema(Answer):
    """The account before or after the changes."""

    as_of = day("The day whose policy counts.")
    score = nested(ScoreSchema, "The score.")
    level = nested(LevelSchema, "The marketplace's own word, as it was reported or set.", null=True)
    computed_levels = nested_list(ComputedLevelSchema, "Where the account stands by its numbers.")


class SimulatedDeadlineSchema(Answer):
    """A day that counts."""

    rule = text("The rule.")
    segment = text("The segment.", null=True)
    date = day("The day.")
    kind = word("What happens.", DeadlineKind)
    text = text("In a sentence.", longest=4_096)


class SimulatedDeadlinesSchema(Answer):
    """Days that come or go with the changes."""

    came = nested_list(SimulatedDeadlineSchema, "Days that count only after the changes.")
    gone = nested_list(SimulatedDeadlineSchema, "Days that count no longer.")


class SimulationSchema(ChangesSchema):
    """An account before and after changes that nobody has seen yet; nothing is stored."""

    account = nested(AnsweredAccountSchema, "Whose account.")
    evaluation = text("The stored evaluation it began with.", null=True, longest=64)
    before = nested(SimulatedSideSchema, "The account as it is.")
    after = nested(SimulatedSideSchema, "The account as it would be.")
    score_change = decimal("What the score gains; null where either is unknown.", null=True, example="16.4")
    deadlines = nested(SimulatedDeadlinesSchema, "Days that come or go.")
    assumptions = text_list("What was taken for granted.", longest=8_192)
    warnings = nested_list(NoticeSchema, "What to know about the account, and what of it was not understood.")
    goal = nested(ReachedGoalSchema, "What reaches the goal; null where none was named.", null=True)
    result = nested(EvaluationSchema, "The whole result after the changes; null unless asked for.", null=True)
