"""The list of stored evaluations: what can be asked, and what a page looks like."""

from __future__ import annotations

from marshmallow import fields, validate

from sellervitals.limits import CURSOR_CHARACTERS, NAME_CHARACTERS, PAGE, PAGE_DEFAULT, TEXT_CHARACTERS
from sellervitals.schemas.fields import (
    Answer,
    PageSize,
    Request,
    Text,
    day,
    decimal,
    flag,
    nested_list,
    text,
    word,
)
from sellervitals.scoring import Band


class CursorSchema(Request):
    """How much, and the place to go on from."""

    limit = PageSize(
        load_default=PAGE_DEFAULT,
        validate=validate.Range(PAGE[0], PAGE[-1]),
        metadata={"description": "How many to answer.", "format": "int32", "example": PAGE_DEFAULT},
    )
    cursor = Text(
        longest=CURSOR_CHARACTERS,
        metadata={"description": "`next_cursor` of the page before, with the same filters."},
    )


class PageQuerySchema(CursorSchema):
    """Filters and the place to go on from."""

    marketplace = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this marketplace."})
    site = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this site."})
    seller_id = Text(longest=TEXT_CHARACTERS, metadata={"description": "Only this seller."})
    band = fields.String(
        validate=validate.OneOf([each.value for each in Band]), metadata={"description": "Only this band."}
    )


class PagedSchema(Answer):
    """A list cut to size."""

    next_cursor = text("Where the next page begins; null on the last.", null=True, longest=CURSOR_CHARACTERS)
    has_more = flag("Whether there is a next page.")


class SummarySchema(Answer):
    """A stored evaluation without its findings."""

    id = text("Read it in full at `/v1/evaluations/{id}`.", longest=64)
    marketplace = text("The marketplace.")
    site = text("The site.", null=True)
    seller_id = text("The seller.", null=True, longest=TEXT_CHARACTERS)
    observed_at = fields.DateTime(required=True, metadata={"description": "When it was judged, UTC."})
    as_of = day("The day whose policy counted.")
    score = decimal("The score; null when nothing could be judged.", example="87.5", null=True)
    band = word("What the score means.", Band)
    coverage = decimal("The share of the weight that could be judged.", example="0.8")
    level = text("The marketplace's own word.", null=True)


class PageSchema(PagedSchema):
    """One page, newest first."""

    data = nested_list(SummarySchema, "The evaluations.")
