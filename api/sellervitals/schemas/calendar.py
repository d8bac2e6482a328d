"""The days that count in an evaluation."""

from __future__ import annotations

from sellervitals.domain.breakdown import DeadlineKind
from sellervitals.report.calendar import ITEMS, STEP
from sellervitals.schemas.fields import Answer, day, nested_list, text

_KINDS = ", ".join(f"`{each}`" for each in (*DeadlineKind, ITEMS, STEP))


class CalendarEntrySchema(Answer):
    """One day that counts, and why."""

    date = day("The day.")
    kind = text(f"What it is about. One of {_KINDS}; there may be new ones.", longest=64, example=STEP)
    rule = text("The rule.")
    segment = text("The segment; null for the whole account.", null=True)
    uid = text("The same for this day in every evaluation of the account.", longest=512)
    text = text("What happens, or must have happened, in a sentence.", longest=8_192)


class CalendarSchema(Answer):
    """The days that count in an evaluation."""

    data = nested_list(CalendarEntrySchema, "The days, earliest first.")
