"""Amazon's feedback report, GET_SELLER_FEEDBACK_DATA: neutral and negative ratings, without who gave them.

Ratings above 3 are not part of it, so it can never give the share of positive ones. Comments, answers and the
buyer's e-mail address are not read, and no text of an unexpected cell is repeated: it could be one of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.cells import Cells
from sellervitals_amazon.documents.columns import Column
from sellervitals_amazon.documents.records import NUMBER, read_records
from sellervitals_amazon.sources import SOURCES

TYPE = "amazon.seller-feedback"
_REQUIRED = frozenset({"date", "rating", "order-id"})
_PERSONAL = frozenset({"comments", "rater-email"})
_ORDER = re.compile(r"[0-9]{3}-[0-9]{7}-[0-9]{7}")
_DATE = re.compile(
    r"[0-9][0-9./ -]{4,12}[0-9](?:[T ][0-9:.]{4,12}(?:Z|[+-][0-9:]{4,5})?)?"
    r"|[0-9]{1,2}[ -][A-Za-z]{3,9}\.?[ -][0-9]{4}"
    r"|[A-Za-z]{3,9}\.? [0-9]{1,2},? [0-9]{4}"
)
"""The looks of a day; whether it is a certain one is settled by all of them together."""
_STARS = {str(stars): stars for stars in range(1, 6)}
_PLACEHOLDER = "rating"


class Rating(NamedTuple):
    """One row: the stars, the order, and the day as it is written ("" where it is none)."""

    number: int
    stars: int
    order: str | None
    day: str


class _Matching(Cells):
    """Texts of one form; anything else is read as None."""

    form = re.compile("")

    def one(self, text: str) -> str | None:
        text = text.strip()
        return text if self.form.fullmatch(text) else None


class _Orders(_Matching):
    form = _ORDER


class _Dates(_Matching):
    form = _DATE


class _Stars(Cells):
    """1 to 5; 0 for a placeholder, None for anything else."""

    def one(self, text: str) -> int | None:
        text = text.strip()
        return 0 if text.casefold() == _PLACEHOLDER else _STARS.get(text)


_WANTED: Mapping[str, Column] = {
    "day": Column(("date",), _Dates),
    "stars": Column(("rating",), _Stars),
    "order": Column(("order-id",), _Orders),
}
_UNUSED = _PERSONAL | {"your-response"}


def recognises(content: Any) -> bool:
    """Say by its header whether this is such a report; never raises."""
    columns = sdk.columns_of(content)
    return columns >= _REQUIRED and not _PERSONAL.isdisjoint(columns)


def read(content: Any) -> sdk.Reading:
    """Turn a report into a table of ``Rating``.

    Raises:
        UnreadableError: at ``/row/<number>``: the table is broken, a rating is none, or all of them are
            placeholders.
    """
    remarks = sdk.Remarks(TYPE)
    found = [_rating(each) for each in read_records(content, _WANTED, _UNUSED, remarks)]
    rows = [each for each in found if each.stars]
    if found and not rows:
        problem = "holds a placeholder instead of a rating, as does every row."
        raise sdk.UnreadableError(f"/row/{found[0].number}", problem)
    for each in found:
        if not each.stars:
            message = f"Row {each.number} was left out: it holds a placeholder instead of a rating."
            remarks.note("unreadable_row", f"/row/{each.number}", message)
    return sdk.Reading(
        (), (None,), ignored=remarks.ignored, notices=remarks.notices, tables=(sdk.Table(TYPE, rows),)
    )


def _rating(cells: Mapping[str, Any]) -> Rating:
    if cells["stars"] is None:
        raise sdk.UnreadableError(f"/row/{cells[NUMBER]}", "Rating must be a whole number from 1 to 5.")
    return Rating(cells[NUMBER], cells["stars"], cells["order"], cells["day"] or "")


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Seller feedback (GET_SELLER_FEEDBACK_DATA)",
    media_type="text/tab-separated-values",
    recognises=recognises,
    read=read,
    metrics=("negative_feedback",),
    references=(SOURCES["report-types"], SOURCES["feedback"]),
    personal=True,
)
