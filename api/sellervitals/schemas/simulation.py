"""A simulation: what would be changed and reached, and what the answer looks like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from sellervitals.demands import Status
from sellervitals.domain.breakdown import DeadlineKind
from sellervitals.domain.measurement import Unit
from sellervitals.limits import LARGEST_COUNT, MOVED, NAME_CHARACTERS, TEXT_CHARACTERS
from sellervitals.reaching import DEFAULT_EFFORTS, LeverKind
from sellervitals.schemas.accounts import ChangesSchema
from sellervitals.schemas.evaluation import EvaluationRequestSchema
from sellervitals.schemas.fields import (
    Answer,
    Day,
    Flag,
    Refusal,
    Request,
    Text,
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
from sellervitals.schemas.result import (
    AnsweredAccountSchema,
    AppliedLimitSchema,
    ComputedLevelSchema,
    EvaluationSchema,
    LevelSchema,
    NoticeSchema,
    ScoreSchema,
)

_EFFORT = r"[0-9]{1,6}(\.[0-9]{1,6})?"
EXAMPLE_ID = "ev_01kb0t3v9b2m4q8r6s1w5x7y9z"


class Count(fields.Field[int]):
    """A whole number from 0 up."""

    def __init__(self, description: str, **kwargs: Any) -> None:
        bounds = {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT}
        super().__init__(metadata={"description": description, **bounds}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ARG002
        whole_ = isinstance(value, Decimal) and value == value.to_integral_value()
        if isinstance(value, bool) or not (isinstance(value, int) or whole_):
            raise ValidationError("must be a whole number.")
        if value < 0:
            raise ValidationError("must not be negative.")
        if value > LARGEST_COUNT:
            raise ValidationError(Refusal("number-out-of-range", "must be at most 10^15."))
        return int(value)


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


class Named(fields.Dict):
    """An object whose names are the caller's; what is wrong with a value is told at its name."""

    def __init__(self, inner: fields.Field[Any], **kwargs: Any) -> None:
        super().__init__(keys=fields.String(), values=inner, **kwargs)
        self.inner = inner

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if not isinstance(value, dict):
            raise ValidationError("must be an object.")
        found: dict[str, Any] = {}
        errors: dict[str, Any] = {}
        for name, each in value.items():
            try:
                found[name] = self.inner.deserialize(each)
            except ValidationError as error:
                errors[name] = error.messages
        if errors:
            raise ValidationError(errors)
        return found


class AddedSchema(Request):
    """Events that would come."""

    bad = Count("Events that speak against the seller; each enlarges the denominator of a rate too.")
    good = Count("Events that speak for the seller; of points and counts that should be high, so many more.")


class MetricChangeSchema(Request):
    """What would change of one measurement, in this order: `set`, `add`, `clean`, `remove`."""

    segment = Text(
        longest=TEXT_CHARACTERS,
        metadata={"description": "Its segment; may be left out where only one was reported."},
    )
    set_ = fields.Dict(
        data_key="set",
        attribute="set",
        keys=fields.String(),
        metadata={
            "description": "Replaces what it names: `value` with `unit`, `numerator`, `denominator`, `parts`."
            " May name a metric that was not reported.",
            "additionalProperties": False,
            "properties": {
                "value": {"anyOf": [{"type": "string", "maxLength": NAME_CHARACTERS}, {"type": "number"}]},
                "unit": {"type": "string", "maxLength": 16, "description": "Required for a rate's value."},
                "numerator": {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT},
                "denominator": {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT},
                "parts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
            },
        },
    )
    add = fields.Nested(AddedSchema, metadata={"description": "Events that would come."})
    clean = Count("Good events for this measurement alone.")
    remove = Count(
        "Bad events taken away, as by an appeal: the order stays in the denominator; of a rate that should be"
        " high a miss becomes good; of a count so many fewer."
    )

    @validates_schema
    def _something(self, data: Mapping[str, Any], **_: Any) -> None:
        if not data.keys() - {"segment"}:
            raise ValidationError("changes nothing: give set, add, clean or remove.")
        for name in data.get("set", {}).keys() - {"value", "unit", "numerator", "denominator", "parts"}:
            raise ValidationError({"set": {name: [Refusal("unknown-field", "is not known.")]}})


class OneOrSeveral(fields.Field[Any]):
    """An object, or a list of them; loaded as it was given."""

    def __init__(self, schema: type[Request], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.one, self.several = schema(), schema(many=True)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if isinstance(value, list) and not 1 <= len(value) <= MOVED:
            raise ValidationError(Refusal("limit-exceeded", f"must hold 1 to {MOVED} changes."))
        return (self.several if isinstance(value, list) else self.one).load(value)


_CHANGE = {"$ref": "#/components/schemas/MetricChange"}


class SimulatedChangesSchema(Request):
    """What would be different."""

    as_of = Day(metadata={"description": "The day whose policy counts."})
    clean_orders = Count(
        "Orders without fault: they count in every rate of `orders` that was reported with its counts, or of"
        " the only thing that is counted."
    )
    clean = Named(
        Count("So many."),
        metadata={
            "description": "The same by what a rate counts (`denominator` of `GET /v1/metrics`):"
            ' `{"packages": 40}`.',
            "maxProperties": 50,
        },
    )
    metrics = Named(
        OneOrSeveral(
            MetricChangeSchema,
            metadata={"anyOf": [_CHANGE, {"type": "array", "items": _CHANGE, "maxItems": MOVED}]},
        ),
        metadata={
            "description": "By metric id (or a name of your own), one change or one per segment.",
            "maxProperties": 256,
        },
    )

    @validates_schema
    def _few(self, data: Mapping[str, Any], **_: Any) -> None:
        given = data.get("metrics", {}).values()
        if sum(len(each) if isinstance(each, list) else 1 for each in given) > MOVED:
            raise ValidationError(
                {"metrics": [Refusal("limit-exceeded", f"holds more than {MOVED} changes.")]}
            )


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

    gate = Text(
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


class BaseSchema(EvaluationRequestSchema):
    """An account as `POST /v1/evaluations` takes it; nothing of it is stored."""

    class Meta(EvaluationRequestSchema.Meta):
        """There is nothing to store."""

        exclude = ("store",)


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


class DemandSchema(Answer):
    """One thing that a gate asks for."""

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
    """How the account stands before a gate, and what clears it."""

    class Meta(Answer.Meta):
        """``unknown`` is a word of marshmallow."""

        include = {  # noqa: RUF012 - marshmallow reads it
            "unknown": nested_list(DemandSchema, "What nobody reported, or could judge: it may be broken.")
        }

    gate = text("The gate, by its full name.")
    title = text("For people.")
    segment = text("The segment whose limits were asked.", null=True)
    met = flag("Whether all that is asked holds, after the changes; false where something is unknown.")
    clears = flag("Whether the combination certainly clears the gate; false where something is unknown.")
    held = whole("How many demands hold.")
    blocking = nested_list(DemandSchema, "What is broken.")
    unreachable = nested_list(DemandSchema, "What is broken and no event clears.")
    singles = nested_list(
        GoalStepSchema, "For each thing that can be done: how many alone clear all that is broken."
    )
    cheapest = nested(CombinationSchema, "The cheapest combination; null where there is none.", null=True)
    effort = nested(StatedEffortSchema, "What one event was taken to cost, where no metric has its own.")
    notices = text_list("What to know about the answer.", longest=4_096)


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
    goal = nested(ReachedGoalSchema, "What clears the gate; null where none was named.", null=True)
    result = nested(EvaluationSchema, "The whole result after the changes; null unless asked for.", null=True)
