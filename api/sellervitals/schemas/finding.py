"""A finding, with everything that explains it."""

from __future__ import annotations

from marshmallow import fields

from sellervitals.domain.breakdown import Basis, DeadlineKind
from sellervitals.domain.finding import Outcome
from sellervitals.domain.limit import Origin
from sellervitals.domain.measurement import Comparator, Unit
from sellervitals.domain.remediation import Effort, Owner
from sellervitals.domain.standing import Severity, Trust
from sellervitals.schemas.fields import (
    Answer,
    day,
    decimal,
    flag,
    nested,
    nested_list,
    text,
    whole,
    word,
)
from sellervitals.schemas.own_rules import (
    GivenWaiverSchema,
    HeldLimitSchema,
)


class ReferenceSchema(Answer):
    """A source that can be read."""

    title = text("Its name.")
    url = text("Its https address, if it has one.", longest=2_048, null=True)


class WindowSchema(Answer):
    """The days a value covers."""

    from_ = fields.Date(
        required=True, allow_none=True, data_key="from", metadata={"description": "The first day."}
    )
    to = day("The last day.", null=True)
    days = whole("How many days; null when an end is unknown.", null=True)
    period = text("How long it is in the marketplace's words, where it names no days.", null=True)


class PartSchema(Answer):
    """A part of a number: a kind of defect, a driver of a rate."""

    name = text("As the marketplace names it.", longest=4_096)
    count = whole("How many there are; null where only the rate is known.", null=True)
    rate = decimal("Its rate, a ratio; null where it was counted.", null=True)
    display = text("The same for people.")


class QuoteSchema(Answer):
    """The marketplace's own advice, word for word."""

    url = text("Where it points to; empty without an address.", longest=4_096)
    text = text("What it says.", longest=4_096)


class AppliedLimitSchema(Answer):
    """The limit that a value was judged by."""

    comparator = word("What a value must be, against `fail`.", Comparator)
    warn = decimal("The line of the thin margin.", null=True)
    fail = decimal("The line itself.", null=True)
    origin = word("Where it came from.", Origin)
    since = day("The day it began; null when it came with the document.", null=True)
    trust = word("How well it is founded.", Trust)
    warn_trust = word("The same for `warn`.", Trust, null=True)
    warn_comparator = word("What a value must be to be clear of `warn`.", Comparator, null=True)
    allowed = whole("Up to so many bad events do not break it, whatever the rate.", null=True)
    warn_allowed = whole("The same for `warn`.", null=True)
    allowed_part = text("The part that is counted for it; null for the bad events themselves.", null=True)
    source = nested(ReferenceSchema, "Where it stands; null when it came with the document.", null=True)


class PolicyRulingSchema(Answer):
    """What the marketplace's policy says, where a limit of your own decided."""

    outcome = word("The verdict by the policy alone.", Outcome)
    message = text("The same in a sentence.", longest=4_096)
    limit = nested(AppliedLimitSchema, "The policy's limit; null where none is known.", null=True)


class IntervalSchema(Answer):
    """A Wilson score interval: how sure a sample of this size can be."""

    low = decimal("The lower end, a ratio.")
    high = decimal("The upper end, a ratio.")
    confidence = decimal("The confidence.", example="0.95")


class HeadroomSchema(Answer):
    """How far the counts are from the line, in whole events."""

    bad_left = whole("Further bad events until it breaks, orders fixed; negative beyond.", minimum=-(10**15))
    new_bad_left = whole("The same for bad events that are new orders.", maximum=10**18)
    clean_needed = whole("Good events in a row that bring it back.", maximum=10**18)
    bears_one = whole("The smallest number of orders that bears one bad event.", minimum=1, maximum=10**18)


class EvidenceSchema(Answer):
    """Where in the input a fact stood."""

    document = text("The document's type, or `metrics`.")
    pointer = text("JSON pointer inside it.", longest=8_192)


class StepSchema(Answer):
    """One thing to do."""

    cause = text("The part of the number it is for; null for a step that helps in any case.", null=True)
    id = text("Its id within the rule.")
    effort = word("What it costs.", Effort)
    owner = word("Who takes it.", Owner)
    channel = text("Where it is done.", null=True, longest=1_024)
    deadline_days = whole("Days from now within which it must be done.", null=True)
    evidence_to_keep = text("What to keep, for an appeal.", null=True, longest=4_096)
    text = text("What to do.", longest=4_096)


class MoneySchema(Answer):
    """An amount; amounts of different currencies are never added."""

    amount = decimal("With the decimal places of the currency.", example="34.50")
    currency = text("Three letters of ISO 4217.", longest=3, example="USD")
    source = text("Where the figure comes from.", longest=1_024)


class ItemSchema(Answer):
    """One case behind a number: a SKU, an order, a listing."""

    id = text("The seller's own name of it.", longest=4_096)
    listing = text("The marketplace's name of it.", longest=4_096, null=True)
    situation = text("What is the matter with it, in a word.", null=True)
    units = whole("How many pieces.", null=True)
    value = decimal("What it is ranked by.", null=True)
    unit = text("What that is counted in.", null=True)
    money = nested(MoneySchema, "What is at stake.", null=True)
    recommended = text("The marketplace's own advice, as written.", longest=4_096, null=True)
    advice = fields.List(
        fields.String(metadata={"maxLength": 4_096}),
        required=True,
        metadata={"description": "What to do with it, best first."},
    )
    deadline = day("The day that counts for it.", null=True)
    pointer = text("Where in the document it stands.", longest=8_192, null=True)


class EstimateSchema(Answer):
    """A number that follows from a finding."""

    name = text("What it is.")
    value = decimal("The number.", example="3000")
    unit = text("What it is counted in.", example="orders")
    basis = word("How it was made.", Basis)
    text = text("The same in a sentence, with its assumptions.", longest=4_096)


class DeadlineSchema(Answer):
    """A day that counts."""

    date = day("The day.")
    kind = word("What happens on it.", DeadlineKind)
    text = text("The same in a sentence.", longest=4_096)


class AnnouncementSchema(Answer):
    """What the same value would be under a limit that is announced."""

    outcome = word("The verdict it would get.", Outcome)
    limit = nested(AppliedLimitSchema, "The limit, with the day it begins.")


class FindingSchema(Answer):
    """One rule's verdict on one segment, with everything that explains it."""

    rule = text("The rule.")
    segment = text("The segment; null for the whole account.", null=True)
    outcome = word("The verdict.", Outcome)
    severity = word("What is at stake.", Severity)
    title = text("The subject.")
    message = text("The verdict in a sentence.", longest=4_096)
    value = text("The deciding value: a ratio, a decimal, or a state's word.", null=True)
    unit = word("What it is counted in.", Unit, null=True)
    display = text("The value for people, with its unit.", null=True)
    numerator = whole("As reported.", null=True)
    denominator = whole("As reported.", null=True)
    window = nested(WindowSchema, "The days covered.", null=True)
    parts = nested_list(PartSchema, "What the number is made of, largest first.")
    limit = nested(AppliedLimitSchema, "The limit applied.", null=True)
    policy = nested(PolicyRulingSchema, "Where your own limit decided: what the policy says.", null=True)
    own_limit = nested(HeldLimitSchema, "Your own limit, if your profile has one.", null=True)
    margin = decimal("Distance to `fail`, in the value's unit; negative beyond it.", null=True)
    interval = nested(IntervalSchema, "How sure the value is.", null=True)
    low_sample = flag("Whether the sample is too small to say much.")
    headroom = nested(HeadroomSchema, "How many events are left.", null=True)
    marketplace_verdict = text("The marketplace's own word.", null=True)
    agrees = flag("Whether that word and ours agree; null without one.", null=True)
    quotes = nested_list(QuoteSchema, "What the marketplace itself advises.")
    health = decimal("1 is best, 0 worst.", null=True, example="0.9")
    points_lost = decimal("What it costs the score.", null=True, example="12.5")
    gain = decimal("What the score rises by when it is put right.", null=True, example="12.5")
    evidence = nested_list(EvidenceSchema, "Where the facts stood.")
    rebuilt_from = text("What the value was worked out of, where nobody reported it as such.", null=True)
    items = nested_list(ItemSchema, "The worst single cases behind the number, if known.")
    items_total = whole("How many cases there are in all.")
    money = nested(MoneySchema, "What all of them together put at stake.", null=True)
    estimates = nested_list(EstimateSchema, "Numbers that follow from the finding.")
    deadlines = nested_list(DeadlineSchema, "Days that count, in their order.")
    announced = nested(AnnouncementSchema, "A worse verdict under a limit to come.", null=True)
    remediation = nested_list(
        StepSchema, "What to do, most urgent first; empty unless open, or open under a limit to come."
    )
    waiver = nested(GivenWaiverSchema, "Who answers for it; it changes neither outcome nor score.", null=True)
    references = nested_list(ReferenceSchema, "Where to read about it.")
    fingerprint = text("The same for this finding in every evaluation of the account.", longest=64)
