"""Accounts, their history, series and differences: what can be asked, and what the answers look like."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate

from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Better, Unit
from sellervitals.domain.standing import Severity
from sellervitals.limits import (
    NAME_CHARACTERS,
    SERIES,
    SERIES_DEFAULT,
    TAGS,
    TEXT_CHARACTERS,
    WINDOW_DAYS,
)
from sellervitals.schemas.fields import (
    Answer,
    Day,
    PageSize,
    Request,
    Text,
    day,
    decimal,
    nested,
    nested_list,
    text,
    text_list,
    whole,
    word,
)
from sellervitals.schemas.finding import AppliedLimitSchema, WindowSchema
from sellervitals.schemas.page import CursorSchema, PagedSchema, SummarySchema
from sellervitals.scoring import Band

_ID = "ev_[0-9a-hjkmnp-tv-z]{26}"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class AccountQuerySchema(CursorSchema):
    """Filters and the place to go on from."""

    marketplace = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this marketplace."})
    seller_id = Text(longest=TEXT_CHARACTERS, metadata={"description": "Only this seller."})
    tag = Text(longest=NAME_CHARACTERS, metadata={"description": "Only accounts with this tag."})


class SpanSchema(CursorSchema):
    """Days and a site."""

    class Meta(Request.Meta):
        """``from`` is a word of Python."""

        include = {  # noqa: RUF012 - marshmallow reads it
            "from": Day(metadata={"description": "The first day, included."}),
            "to": Day(metadata={"description": "The last day, included."}),
        }

    site = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this site."})


class HistoryQuerySchema(SpanSchema):
    """Bounds on `as_of`, and the place to go on from."""


class SeriesQuerySchema(SpanSchema):
    """Bounds on the day, and the place to go on from."""

    limit = PageSize(
        load_default=SERIES_DEFAULT,
        validate=validate.Range(SERIES[0], SERIES[-1]),
        metadata={"description": "How many to answer.", "format": "int32", "example": SERIES_DEFAULT},
    )
    segment = Text(longest=TEXT_CHARACTERS, metadata={"description": "Only this segment."})
    window_days = PageSize(
        validate=validate.Range(1, WINDOW_DAYS),
        metadata={"description": "Only windows of so many days; 1 for daily counts.", "format": "int32"},
    )


class Moment(fields.String):
    """The id of an evaluation, or a day."""

    def __init__(self, description: str) -> None:
        metadata = {"description": description, "pattern": f"^({_ID}|{_DAY})$", "example": "2026-11-22"}
        super().__init__(required=True, metadata=metadata, error_messages={"required": "is needed."})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if validate.Regexp(f"^{_ID}\\Z").regex.match(value):
            return value
        try:
            return Day()._deserialize(value, attr, data, **kwargs)  # noqa: SLF001 - a field of ours
        except ValidationError:
            raise ValidationError("must be the id of an evaluation, or a date such as 2026-11-22.") from None


class DiffQuerySchema(Request):
    """Two evaluations of one site."""

    class Meta(Request.Meta):
        """``from`` is a word of Python."""

        include = {  # noqa: RUF012 - marshmallow reads it
            "from": Moment("An evaluation, or the day that the latest one must be about, or an earlier day."),
            "to": Moment("The same for the other evaluation."),
        }

    site = Text(
        longest=NAME_CHARACTERS,
        metadata={"description": "The site; needed where the account has several and days are given."},
    )


class StoredAccountSchema(Answer):
    """A seller on a marketplace, as evaluations made it known."""

    id = text("The same for the same seller, always.", longest=64)
    marketplace = text("The marketplace.")
    seller_id = text("The seller.", longest=TEXT_CHARACTERS)
    name = text("The name that an evaluation gave it last.", null=True, longest=TEXT_CHARACTERS)
    tags = text_list(f"The tags that an evaluation gave it last, at most {TAGS}, in alphabetical order.")
    first_seen_at = fields.DateTime(
        required=True, metadata={"description": "When its first evaluation was stored, UTC."}
    )
    latest = nested_list(SummarySchema, "The newest evaluation of each site, by site.")


class AccountPageSchema(PagedSchema):
    """One page of accounts."""

    data = nested_list(StoredAccountSchema, "The accounts.")


class RuleLimitSchema(Answer):
    """What a rule holds a value against."""

    rule = text("The rule.")
    limit = nested(AppliedLimitSchema, "The limit in force on that day.")


class PointSchema(Answer):
    """One measurement."""

    day = day("The day it stands for: the last of its window, else the day of its evaluation.")
    site = text("The site.", null=True)
    segment = text("The segment; null for the whole account.", null=True, longest=TEXT_CHARACTERS)
    window = nested(WindowSchema, "The days it covers; null where nobody said.", null=True)
    value = text("The value that decides: a number, or a state's word; null where unknown.", null=True)
    unit = word("What it is counted in.", Unit)
    display = text("The value for people.", null=True)
    numerator = whole("What was counted.", null=True)
    denominator = whole("Out of how many.", null=True)
    marketplace_verdict = text("The marketplace's own word, as written.", null=True, longest=4_096)
    limits = nested_list(RuleLimitSchema, "The limits in force on that day, by rule.")
    evaluation = text("The evaluation that said so first.", longest=64)


class SeriesSchema(PagedSchema):
    """A metric over time."""

    account = text("The account.", longest=64)
    metric = text("The metric.")
    title = text("Its name for people; null for one that no plugin knows any more.", null=True)
    better = word("Which way is better.", Better, null=True)
    data = nested_list(PointSchema, "The measurements, the earliest day first.")


class DiffSideSchema(Answer):
    """An evaluation that is compared."""

    id = text("Read it in full at `/v1/evaluations/{id}`.", longest=64)
    observed_at = fields.DateTime(required=True, metadata={"description": "When it was judged, UTC."})
    as_of = day("The day whose policy counted.")
    score = decimal("The score; null when nothing could be judged.", example="87.5", null=True)
    band = word("What the score means.", Band)
    coverage = decimal("The share of the weight that could be judged.", example="0.8")
    level = text("The marketplace's own word.", null=True)
    profile = text("The digest of your limits and weights; where the two differ, so may verdicts.", null=True)
    policy_revision = text("The policy it was judged by; where the two differ, so may verdicts.")


class FindingStateSchema(Answer):
    """A finding as one evaluation has it."""

    outcome = word("The verdict.", Outcome)
    severity = word("What is at stake.", Severity)
    message = text("The verdict in a sentence.", longest=8_192)
    value = text("The value that decided.", null=True, longest=4_096)
    unit = word("What it is counted in.", Unit, null=True)
    display = text("The value for people.", null=True, longest=4_096)
    margin = decimal("How far on the good side of the line; negative beyond it.", null=True)
    points_lost = decimal("What it costs.", example="12.5", null=True)


class ChangedFindingSchema(Answer):
    """A finding before and after."""

    fingerprint = text("The same in all evaluations of the account.", longest=64)
    rule = text("The rule, by the id it has today.")
    segment = text("The segment.", null=True)
    title = text("What it is about.")
    before = nested(FindingStateSchema, "What it was; null where there was none.", null=True)
    after = nested(FindingStateSchema, "What it is; null where there is none.", null=True)


class ChangesSchema(Answer):
    """What changed; every finding of either evaluation is in exactly one list, the gravest first."""

    new = nested_list(ChangedFindingSchema, "Open, and not open before.")
    worse = nested_list(ChangedFindingSchema, "Open before, now graver or further from the line.")
    better = nested_list(ChangedFindingSchema, "Still open, less grave or nearer to the line.")
    fixed = nested_list(ChangedFindingSchema, "Open before, and passes.")
    unjudged = nested_list(ChangedFindingSchema, "Judged before and not now: nobody knows if it is well.")
    judged = nested_list(ChangedFindingSchema, "Not judged before, and passes.")
    unchanged = nested_list(ChangedFindingSchema, "Neither; it may be open all the same.")


class DiffSchema(ChangesSchema):
    """Two evaluations, and what changed between them."""

    class Meta(Answer.Meta):
        """``from`` is a word of Python."""

        include = {  # noqa: RUF012 - marshmallow reads it
            "from": nested(DiffSideSchema, "The evaluation that `from` names.")
        }

    account = text("The account.", longest=64)
    site = text("The site.", null=True)
    to = nested(DiffSideSchema, "The evaluation that `to` names.")
