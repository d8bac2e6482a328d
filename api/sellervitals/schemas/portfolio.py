"""The portfolio: what can be asked, and what the answer looks like."""

from __future__ import annotations

from marshmallow import fields, validate

from sellervitals.domain.standing import Severity
from sellervitals.limits import NAME_CHARACTERS, TAGS, TEXT_CHARACTERS
from sellervitals.schemas.fields import (
    Answer,
    Day,
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
from sellervitals.schemas.page import CursorSchema, PagedSchema
from sellervitals.scoring import Band


class PortfolioQuerySchema(CursorSchema):
    """Filters, a day to count from, and the place to go on from."""

    marketplace = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this marketplace."})
    tag = Text(longest=NAME_CHARACTERS, metadata={"description": "Only accounts with this tag."})
    band = fields.String(
        validate=validate.OneOf([each.value for each in Band]),
        metadata={"description": "Only accounts and sites whose latest score means this."},
    )
    as_of = Day(metadata={"description": "The day that `days_old` is counted to; it narrows nothing."})


class DaysSchema(Answer):
    """The days that evaluations are about."""

    class Meta(Answer.Meta):
        """``from`` is a word of Python."""

        include = {"from": day("The earliest.")}  # noqa: RUF012 - marshmallow reads it

    to = day("The latest.")


class BandCountSchema(Answer):
    """How many share a band."""

    band = word("The band.", Band)
    sites = whole("How many accounts, counted once for each site.")


class SeverityCountSchema(Answer):
    """How many share the severity of their worst open failure."""

    severity = word("The severity; null where nothing failed.", Severity, null=True)
    known = flag("False where nothing failed, and too little is known to say that all is well.")
    sites = whole("How many accounts, counted once for each site.")


class LowestSchema(Answer):
    """The lowest score, with the account that has it."""

    score = decimal("The score.", example="40")
    band = word("What it means.", Band)
    account = text("The account.", longest=64)
    site = text("The site.", null=True)
    evaluation = text("Its latest evaluation.", longest=64)


class WorstOfSchema(Answer):
    """The worst there is; nothing is averaged."""

    band = word("The worst band: `critical`, `at_risk`, `watch`, then `unknown`, then `healthy`.", Band)
    severity = word("The gravest open failure there is; null where nothing failed.", Severity, null=True)
    lowest = nested(LowestSchema, "The lowest score; null where nothing could be judged.", null=True)


class CoverageSpreadSchema(Answer):
    """How much could be judged."""

    lowest = decimal("The lowest coverage of any account and site.", example="0.8")
    below_half = whole("How many accounts and sites have less than one half, too little for a band.")


class MarketplaceRollUpSchema(Answer):
    """All accounts of a marketplace."""

    marketplace = text("The marketplace.")
    accounts = whole("How many accounts.")
    sites = whole("How many accounts, counted once for each site.")
    as_of = nested(DaysSchema, "What days their latest evaluations are about.")
    bands = nested_list(BandCountSchema, "By band, the worst first.")
    severities = nested_list(SeverityCountSchema, "By worst open failure, the gravest first.")
    worst_of = nested(WorstOfSchema, "The worst of them.")
    coverage = nested(CoverageSpreadSchema, "How much of them could be judged.")


class AtStakeSchema(Answer):
    """Money that open findings speak of; currencies are never added."""

    currency = text("Three letters of ISO 4217.", longest=3, example="USD")
    largest = decimal("The largest figure of a single finding. Figures overlap, so there is no sum.")
    findings = whole("How many open findings have a figure.", minimum=1)


class ExpectedLossSchema(Answer):
    """What an account stands to lose by what is open; points and money are two things."""

    points = decimal("Points that its open findings take from the score, without the cap.", example="12.5")
    money = nested_list(AtStakeSchema, "Money that its open findings speak of, by currency.")


class RankedSchema(Answer):
    """An account on a site, by its latest evaluation there."""

    account = text("The account.", longest=64)
    name = text("Its name.", null=True, longest=TEXT_CHARACTERS)
    marketplace = text("The marketplace.")
    site = text("The site.", null=True)
    seller_id = text("The seller.", longest=TEXT_CHARACTERS)
    tags = text_list(f"Its tags, at most {TAGS}, in alphabetical order.")
    evaluation = text("Read it in full at `/v1/evaluations/{id}`.", longest=64)
    as_of = day("The day whose policy counted.")
    days_old = whole("Days from `as_of` to the day asked for; null without one.", minimum=-(10**7), null=True)
    score = decimal("The score; null when nothing could be judged.", example="87.5", null=True)
    band = word("What the score means.", Band)
    coverage = decimal("The share of the weight that could be judged.", example="0.8")
    level = text("The marketplace's own word.", null=True)
    worst = word("The gravest severity that failed; null where nothing did.", Severity, null=True)
    failed = whole("Findings that fail.")
    warned = whole("Findings that warn.")
    errors = whole("Rules that broke: nobody knows what they would say.")
    expected_loss = nested(ExpectedLossSchema, "What is at stake by what is open now.")


class PortfolioSchema(PagedSchema):
    """All accounts at once."""

    accounts = whole("How many accounts there are.")
    sites = whole("The same, counted once for each site.")
    as_of = nested(DaysSchema, "What days the latest evaluations are about; null without any.", null=True)
    marketplaces = nested_list(MarketplaceRollUpSchema, "Each marketplace on its own, by its name.")
    ranking = nested_list(RankedSchema, "Accounts and sites, those that want attention first.")
