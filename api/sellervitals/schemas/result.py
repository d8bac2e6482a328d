"""The result object: one shape behind HTTP, the command line and every rendering."""

from __future__ import annotations

from marshmallow import fields

from sellervitals.domain.remediation import Effort
from sellervitals.domain.standing import Severity
from sellervitals.schemas.anomaly import AnomalySchema
from sellervitals.schemas.fields import (
    Answer,
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
from sellervitals.schemas.finding import FindingSchema
from sellervitals.schemas.own_rules import (
    OwnProfileSchema,
    WaiverStateSchema,
)
from sellervitals.scoring import Band


class AnsweredAccountSchema(Answer):
    """Whose account was judged."""

    marketplace = text("The marketplace.", longest=64)
    site = text("The site; null when none was named.", longest=64, null=True)
    seller_id = text("The seller.", longest=1_024, null=True)


class LevelSchema(Answer):
    """The marketplace's own word for the account, mirrored exactly."""

    name = text("The word as the marketplace writes it.")
    display = text("The same for people.")
    source = text("Where it stood.")


class ComputedLevelSchema(Answer):
    """Where the account stands on a scale by what was measured, beside the marketplace's own word."""

    ladder = text("The scale.")
    title = text("Its name for people.")
    segment = text("The segment.", null=True)
    name = text("The level; null when something that decides it is unknown.", null=True)
    display = text("The same for people; a range when it is unknown.")
    at_best = text("The best level that is possible.")
    at_worst = text("The worst level that is possible.")
    held_by = text_list("Metrics that keep from the next better level.")
    unreported = text_list("Metrics that decide between the best and the worst.")
    marketplace_level = text("The marketplace's own word, if it was reported.", null=True)
    agrees = flag("Whether that word is possible; null without one.", null=True)


class CapSchema(Answer):
    """The open finding that keeps the score down."""

    at = decimal("The highest score while it is open.", example="49")
    rule = text("The rule.")
    segment = text("The segment.", null=True)
    severity = word("How grave the finding is.", Severity)


class ContributionSchema(Answer):
    """What one finding, or the cap, costs."""

    rule = text("The rule.")
    segment = text("The segment.", null=True)
    points = decimal("Zero or negative; all of them sum to `value - 100`.", example="-12.5")
    reason = text("Why, in a word: the finding itself or the cap.")


class ScoreSchema(Answer):
    """0 to 100, and how it came about."""

    value = decimal("The score; null when nothing could be judged.", example="87.5", null=True)
    band = word("What it means.", Band)
    coverage = decimal("The share of the weight that could be judged, 0 to 1.", example="0.8")
    scorecard = text("The version of the weights.")
    cap = nested(CapSchema, "The cap that applied; null without one.", null=True)
    contributions = nested_list(ContributionSchema, "What the score lost, and where.")


class ActionSchema(Answer):
    """An open step, ordered by what it gains for its effort."""

    rule = text("The rule.")
    segment = text("The segment.", null=True)
    step = text("The id of the step.")
    effort = word("What it costs.", Effort)
    gain = decimal("What the score rises by when the finding is put right.", null=True, example="12.5")
    text = text("What to do.", longest=4_096)


class NoticeSchema(Answer):
    """Something to know that is no verdict."""

    code = text("A slug for machines.")
    message = text("A sentence.", longest=8_192)
    document = text("The document it is about.", null=True)
    pointer = text("JSON pointer inside it.", null=True, longest=8_192)


class ReadSchema(Answer):
    """A measurement that was read."""

    metric = text("The metric.")
    segment = text("The segment.", null=True)
    document = text("Where it came from.", null=True)
    rebuilt_from = text("What it was worked out of, where nobody reported it.", null=True)


class LookedBackSchema(Answer):
    """Older measurements that rules could look back at."""

    metric = text("The metric.")
    segment = text("The segment.", null=True)
    count = whole("How many measurements.")
    from_ = fields.Date(
        required=True,
        allow_none=True,
        data_key="from",
        metadata={"description": "The end of the oldest window."},
    )
    to = day("The end of the newest.", null=True)


class CoverageSchema(Answer):
    """What was looked at and what was not."""

    read = nested_list(ReadSchema, "What was read.")
    history = nested_list(LookedBackSchema, "What lies further back, and was not judged.")
    missing = text_list("Metrics that some rule needs and nobody reported.")
    ignored = nested_list(NoticeSchema, "What was given and not used.")


class OtherSiteSchema(Answer):
    """Another site in the same documents, judged on its own."""

    id = text("Its evaluation; null when nothing was stored.", null=True)
    site = text("The site.", null=True)
    level = nested(LevelSchema, "The marketplace's word for it.", null=True)
    score = decimal("Its score.", null=True, example="87.5")
    band = word("What its score means.", Band)
    coverage = decimal("The share of the weight that could be judged.", example="0.8")
    failed = whole("How many findings failed.")
    worst = word("The gravest of them.", Severity, null=True)


class ProvenanceSchema(Answer):
    """What the answer was made by, so that it can be checked and repeated."""

    engine = text("The version of sellervitals.")
    plugins = fields.Dict(
        keys=fields.String(),
        values=fields.String(metadata={"maxLength": 64}),
        required=True,
        metadata={"description": "Versions by plugin."},
    )
    policy_revision = text("Changes whenever a rule, limit, step or weight does.")
    input_digest = text("`sha256:` and the digest of the bytes received.")


class EvaluationSchema(Answer):
    """Snapshot in, findings, score, level and coverage out; immutable."""

    id = text("`ev_...`; null when it is not stored.", null=True, longest=64)
    account = nested(AnsweredAccountSchema, "Whose account.")
    observed_at = fields.DateTime(required=True, metadata={"description": "When it was judged, UTC."})
    as_of = day("The day whose policy counted.")
    profile = nested(
        OwnProfileSchema, "Your limits and weights; null where only the policy counted.", null=True
    )
    level = nested(LevelSchema, "The marketplace's own word.", null=True)
    computed_levels = nested_list(ComputedLevelSchema, "Levels by what was measured.")
    score = nested(ScoreSchema, "The score.")
    findings = nested_list(FindingSchema, "All verdicts, gravest first.")
    actions = nested_list(ActionSchema, "All open steps of what is not waived, best gain per effort first.")
    anomalies = nested_list(AnomalySchema, "Values that jump against their own history; no policy.")
    coverage = nested(CoverageSchema, "What was looked at.")
    waivers = nested_list(WaiverStateSchema, "The waivers that were looked at.")
    warnings = nested_list(NoticeSchema, "What else to know.")
    other_sites = nested_list(OtherSiteSchema, "Other sites in the same documents.")
    provenance = nested(ProvenanceSchema, "What it was made by.")
