"""What can be looked up: rules, metrics, marketplaces, documents, plugins."""

from __future__ import annotations

from marshmallow import fields

from sellervitals.domain.breakdown import DeadlineKind
from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Better, Comparator, Unit
from sellervitals.domain.standing import Severity, Trust
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
from sellervitals.schemas.finding import ReferenceSchema, StepSchema


def _sentences(description: str) -> fields.Dict:
    return fields.Dict(
        keys=fields.String(),
        values=fields.String(metadata={"maxLength": 4_096}),
        required=True,
        metadata={"description": description},
    )


class MarketplaceQuerySchema(Request):
    """One marketplace, or all."""

    marketplace = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this marketplace."})


class RuleQuerySchema(MarketplaceQuerySchema):
    """Rules of a marketplace, or of a site of it."""

    site = Text(longest=NAME_CHARACTERS, metadata={"description": "Only rules that look at this site."})


class LimitSchema(Answer):
    """A bound in force from a day on."""

    since = day("The first day it holds.")
    until = day("The last day, where it ended without a successor.", null=True)
    announced = day("The day it was published, if known.", null=True)
    sites = text_list("The sites it holds for; `*` is every site without one of its own.")
    segment = text("The only segment it holds for.", null=True)
    comparator = word("What a value must be, against `fail`.", Comparator)
    warn = decimal("The line of the thin margin.", null=True)
    fail = decimal("The line itself.", null=True)
    trust = word("How well it is founded.", Trust)
    warn_trust = word("The same for `warn`.", Trust)
    warn_comparator = word("What a value must be to be clear of `warn`.", Comparator, null=True)
    allowed = whole("Up to so many bad events do not break it, whatever the rate.", null=True)
    warn_allowed = whole("The same for `warn`.", null=True)
    allowed_part = text("The part that is counted for it; null for the bad events themselves.", null=True)
    minimum_sample = whole("Under this denominator it is not enforced.")
    source = nested(ReferenceSchema, "Where it stands.")
    note = text("What to know about it.", null=True, longest=4_096)


class FigureSchema(Answer):
    """A dated figure that is no limit, such as the rate of a fee."""

    since = day("The first day it holds.")
    until = day("The last day, where it ended without a successor.", null=True)
    sites = text_list("The sites it holds for; `*` is every site without one of its own.")
    name = text("What it is; figures of one name replace each other.")
    value = decimal("The figure.", example="5.45")
    unit = text("What it is counted in.", example="USD per cubic foot and month")
    trust = word("How well it is founded.", Trust)
    source = nested(ReferenceSchema, "Where it stands.")
    note = text("What to know about it.", null=True, longest=4_096)


class WordSchema(Answer):
    """What a word of the marketplace means."""

    outcome = word("The verdict that it is.", Outcome)
    severity = word("What is at stake, where it is not the rule's.", Severity, null=True)
    health = decimal("1 is best, 0 worst; null where the verdict alone decides.", null=True, example="0.5")
    word = text("As the marketplace writes it.")
    text = text("What it means for the seller.", null=True, longest=4_096)


class RecurringSchema(Answer):
    """A day that comes back, such as an evaluation."""

    since = day("The first day it holds.")
    until = day("The last day, where it ended without a successor.", null=True)
    sites = text_list("The sites it holds for; `*` is every site without one of its own.")
    name = text("What it is; days of one name replace each other.")
    kind = word("What happens on it.", DeadlineKind)
    months = fields.List(
        fields.Integer(metadata={"minimum": 1, "maximum": 12, "format": "int32"}),
        required=True,
        metadata={"description": "The months it comes in."},
    )
    day = whole("The day of the month; null for a weekday.", minimum=1, maximum=28, null=True)
    weekday = text("The weekday.", null=True)
    week = whole("Which of them in the month, -1 for the last; null for every week.", minimum=-1, null=True)
    resets_to = decimal(
        "What the number that the rule judges becomes on that day; null where it stays.",
        example="0",
        null=True,
    )
    trust = word("How well it is founded.", Trust)
    source = nested(ReferenceSchema, "Where it stands.")
    note = text("What to know about it.", null=True, longest=4_096)
    text = text("What happens on it, in a sentence.", longest=4_096)


class RungSchema(Answer):
    """A level of a scale."""

    name = text("As the marketplace writes it.")
    title = text("For people.")
    severity = word("What is at stake for a value that falls to it.", Severity, null=True)
    text = text("What it means for the seller.", null=True, longest=4_096)
    needs = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.Nested(LimitSchema)),
        required=True,
        metadata={"description": "The dated limits that must hold, by metric."},
    )


class LadderSchema(Answer):
    """A scale of levels that are computed from metrics."""

    id = text("Its id.")
    title = text("For people.")
    metric = text("The metric that holds the marketplace's own word.", null=True)
    rungs = nested_list(RungSchema, "Best first.")


class RuleSchema(Answer):
    """A rule with all its dated limits, steps and sources."""

    id = text("`<marketplace>.<name>`.")
    marketplace = text("Whose accounts it judges.")
    title = text("The subject.")
    why = text("What the marketplace does when it fails.", longest=4_096)
    severity = word("What is at stake.", Severity)
    metric = text("The metric it judges; null for the whole account.", null=True)
    reads = text_list("Further metrics it looks at; `*` is all.")
    unit = word("The unit of its limits.", Unit, null=True)
    sites = text_list("The sites it is about; `*` is all.")
    weight = whole("How much it counts in the score; 0 reports only.")
    minimum_sample = whole("Under this denominator a finding is marked `low_sample`.")
    ideal = decimal("The value of full health, where it is not 0 or 100 %.", null=True, example="400")
    programme = text("What a seller may take part in or not; null for what concerns all.", null=True)
    limits = nested_list(LimitSchema, "Every limit there was, is and will be.")
    figures = nested_list(FigureSchema, "Every other figure it works with.")
    words = nested_list(WordSchema, "What the marketplace's own words mean.")
    ladder = text("The scale that says how grave it is to break the limit.", null=True)
    calendar = nested_list(RecurringSchema, "Days that come back.")
    remediation = nested_list(StepSchema, "What to do, most urgent first.")
    references = nested_list(ReferenceSchema, "Sources.")
    since = text("The version of the plugin that brought it.")
    aliases = text_list("Ids it had before.")


class MetricSchema(Answer):
    """What can be measured."""

    id = text("Its id inside its marketplace.")
    marketplace = text("The marketplace.")
    title = text("For people.")
    description = text("What it is.", null=True, longest=4_096)
    unit = word("What it is counted in.", Unit)
    better = word("The direction of good.", Better)
    window_days = whole("The marketplace's own window.", null=True)
    lag_days = whole("How many days before the day of the report its window ends.")
    segment_days = fields.Dict(
        keys=fields.String(),
        values=fields.Integer(metadata={"minimum": 1, "maximum": 10**9, "format": "int64"}),
        required=True,
        metadata={"description": "The length of the window by segment, where it differs."},
    )
    rolling = flag("Whether an event counts for that long from its own day on, and then no more.")
    segments = text_list("Segments that may be named; empty is any.")
    parts = text_list("Parts of the numerator, or of a count, that may be counted.")
    numerator = text("What the numerator of a rate counts.", null=True)
    denominator = text("What its denominator counts.", null=True)
    states = text_list("Words that a state may be; empty is any.")
    highest = whole("The largest value there can be; null without an end.", null=True)
    variants = _sentences("Metrics that are taken for this one, by id, and why both are right and differ.")
    segment_variants = _sentences("The same for words that a segment begins with.")


class SiteSchema(Answer):
    """A site of a marketplace."""

    id = text("Its id.")
    title = text("Its name.")
    native_id = text("The marketplace's own id of it.", null=True)


class ScorecardSchema(Answer):
    """How much each rule counts."""

    version = text("Changes whenever a weight does.")
    weights = fields.Dict(
        keys=fields.String(),
        values=fields.Integer(metadata={"format": "int32", "minimum": 0}),
        required=True,
        metadata={"description": "Whole numbers by rule."},
    )


class GoalSchema(Answer):
    """Something that can be reached, for `goal.id` of a simulation."""

    id = text("Its name.")
    title = text("For people.")


class MarketplaceSchema(Answer):
    """A marketplace, and what can be posted about it."""

    id = text("Its id.")
    title = text("As it writes itself.")
    sites = nested_list(SiteSchema, "Its sites; empty for one without.")
    metrics = text_list("Ids of its metrics.")
    families = text_list(
        "Those of them that take plain metrics of any other name, which becomes the segment. Where there are"
        " some, a plain metric may bring `target`, `comparator` and `severity`."
    )
    documents = text_list("Types of documents that are understood.")
    rules = text_list("Ids of its rules.")
    scorecard = nested(ScorecardSchema, "Its weights.")
    ladders = nested_list(LadderSchema, "Scales of levels that are computed.")
    goals = nested_list(GoalSchema, "What can be reached; every rule is a goal too, by `rule:` and its id.")
    policy_revision = text("Changes whenever a rule, limit, step or weight does.")
    references = nested_list(ReferenceSchema, "Where to read about it.")


class NativeDocumentSchema(Answer):
    """A native document that is understood."""

    type = text("Its type.")
    marketplace = text("Where it comes from.")
    title = text("As the marketplace names it.")
    media_type = text("What it is written in.")
    metrics = text_list("The metrics it can bring.")
    personal = flag("Whether it names people: a request with it is judged, and its body is never kept.")
    references = nested_list(ReferenceSchema, "Where the format is described.")


class PluginSchema(Answer):
    """An installed plugin, loaded or not."""

    name = text("Its name.")
    module = text("The Python module.")
    distribution = text("The distribution it came in.")
    version = text("Its version.")
    status = text("`loaded`, `blocked` or `not_loaded`; there may be new ones.")
    error = text("Why it could not be loaded.", null=True, longest=4_096)
    load_ms = fields.Float(
        required=True, metadata={"description": "What loading took.", "format": "double", "minimum": 0}
    )
    marketplace = text("The marketplace it describes.", null=True)
    rules = text_list("Ids of its rules.")
    documents = text_list("Types of its documents.")


def list_of(schema: type[Answer]) -> type[Answer]:
    """Make the schema of a whole list, which is an object with ``data``."""
    name = schema.__name__.removesuffix("Schema")
    described = {"data": nested_list(schema, "All of them."), "__doc__": f"A list of {name}."}
    return type(f"{name}ListSchema", (Answer,), described)


RuleListSchema = list_of(RuleSchema)
MetricListSchema = list_of(MetricSchema)
MarketplaceListSchema = list_of(MarketplaceSchema)
NativeDocumentListSchema = list_of(NativeDocumentSchema)
PluginListSchema = list_of(PluginSchema)


class HealthSchema(Answer):
    """Alive, or ready."""

    status = text("`ok`.", longest=16)
