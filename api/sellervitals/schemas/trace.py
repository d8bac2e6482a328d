"""A trace: what can be asked, and what the answer looks like."""

from __future__ import annotations

from enum import StrEnum

from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Comparator, Unit
from sellervitals.domain.standing import Severity
from sellervitals.limits import NAME_CHARACTERS
from sellervitals.schemas.fields import (
    Answer,
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
from sellervitals.schemas.finding import AppliedLimitSchema, WindowSchema

LONG = 4_096


class Role(StrEnum):
    """What a rule saw a measurement as."""

    JUDGED = "judged"
    READ = "read"
    BEFORE = "before"


class TraceQuerySchema(Request):
    """Which findings."""

    rule = Text(longest=2 * NAME_CHARACTERS, metadata={"description": "Only findings of this rule."})


class InputTargetSchema(Answer):
    """The bound that came with a value."""

    comparator = word("What the value must be.", Comparator)
    value = decimal("The bound.", example="0.01")


class InputSchema(Answer):
    """A measurement that a rule saw."""

    role = word("Whether it was judged, read beside it, or is older.", Role)
    metric = text("The metric.")
    segment = text("The segment.", null=True, longest=LONG)
    document = text("The document that it came in; `metrics` for plain numbers.", null=True)
    pointer = text("Where it stood there, as a JSON pointer.", longest=LONG)
    value = text("The value as reported.", null=True, longest=LONG)
    unit = word("What it is counted in.", Unit)
    numerator = whole("What was counted.", null=True)
    denominator = whole("Out of how many.", null=True)
    window = nested(WindowSchema, "The days it covers.", null=True)
    target = nested(InputTargetSchema, "The bound that came with it.", null=True)
    marketplace_verdict = text("The marketplace's own word.", null=True, longest=LONG)
    rebuilt_from = text("What it was worked out of, where nobody reported it as such.", null=True)


class DecidingValueSchema(Answer):
    """The value that decided."""

    exact = text("Without rounding, a rate as a fraction; null if nothing decides.", null=True, longest=LONG)
    display = text("The same for people.", null=True, longest=LONG)
    decided_by = text("`counts`, `reported` or `nothing`.", longest=64)
    why = text("Why.", longest=LONG)


class DecidingDaySchema(Answer):
    """The day whose limits count."""

    date = day("The day.")
    why = text("Why this one.", longest=LONG)


class ConsideredLimitSchema(Answer):
    """A limit that was chosen, or was not."""

    limit = nested(AppliedLimitSchema, "The limit.")
    sites = text_list("The sites it holds for; `*` is every site without one of its own.")
    segment = text("The only segment it holds for.", null=True)
    until = day("The last day it holds, where it ended without a successor.", null=True)
    minimum_sample = whole("Under so many it is not enforced.")
    chosen = flag("Whether the value was held against it.")
    why = text("Why, or why not.", longest=LONG)


class ComparisonSchema(Answer):
    """A comparison in exact numbers."""

    line = text("`fail` or `warn`, or the number of events that is `allowed` whatever the rate.", longest=64)
    comparator = word("What the value must be.", Comparator)
    value = text("The value; null where nobody counted it.", null=True)
    bound = text("What it is held against.")
    holds = flag("Whether it is what it must be; null where that is unknown.", null=True)
    text = text("The comparison, multiplied out.", longest=LONG)


class PointsTraceSchema(Answer):
    """What a finding costs, and how that is worked out."""

    weight = whole("The weight of its rule.")
    judged_weight = whole("The weight of all rules that were judged.")
    findings = whole("How many findings of the rule share its weight.")
    health = decimal("From 1 (ideal) over 0.5 (the line) to 0.", example="0.4")
    cost = decimal("100 x weight / judged_weight / findings x (1 - health).", example="12.3456")
    points_lost = decimal("The same, cut to a hundredth together with the rule's other findings.")
    gain = decimal("What the score would rise by if this alone were put right; a cap may hold it down.")


class FindingTraceSchema(Answer):
    """The way to one verdict."""

    rule = text("The rule.")
    segment = text("The segment.", null=True, longest=LONG)
    outcome = word("The verdict.", Outcome)
    severity = word("What is at stake.", Severity)
    message = text("The verdict in a sentence.", longest=8_192)
    inputs = nested_list(InputSchema, "What the rule saw.")
    value = nested(DecidingValueSchema, "The value that decided; null for rules on the account.", null=True)
    day = nested(DecidingDaySchema, "The day whose limits count.", null=True)
    limits = nested_list(ConsideredLimitSchema, "Every limit that there is, the newest first.")
    comparisons = nested_list(ComparisonSchema, "Each comparison.")
    branch = text_list("The way to the outcome, step by step.", longest=LONG)
    points = nested(PointsTraceSchema, "What it costs; null where it is not judged.", null=True)


class ScoreTraceSchema(Answer):
    """What the score is made of."""

    scorecard = text("The version of the weights.")
    judged_weight = whole("The weight of all rules that were judged.")
    coverage = decimal("Its share of the weight of all rules that apply.", example="0.8")
    before_cap = decimal("100 minus all points lost; null when nothing was judged.", null=True, example="88")
    value = decimal("The score: the same, or the cap.", null=True, example="49")


class TraceSchema(Answer):
    """How an evaluation came about."""

    evaluation = text("The evaluation.", longest=64)
    identical = flag("Whether judging it again gave the stored result byte for byte.")
    score = nested(ScoreTraceSchema, "What the score is made of.")
    findings = nested_list(FindingTraceSchema, "The way to each verdict, in the order of the result.")
