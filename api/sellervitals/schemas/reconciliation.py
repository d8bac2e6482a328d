"""Two sides that are held against each other, and what comes of it."""

from __future__ import annotations

from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from marshmallow import ValidationError, fields

from sellervitals.domain.measurement import Unit
from sellervitals.foresight.causes import CauseKind, Explains
from sellervitals.intake import ENVELOPE
from sellervitals.limits import NAME_CHARACTERS
from sellervitals.payload import Envelope
from sellervitals.problems import Fault
from sellervitals.schemas.evaluation import EvaluationRequestSchema, native_document
from sellervitals.schemas.fields import (
    Answer,
    Request,
    Text,
    checked,
    day,
    decimal,
    faults_of,
    flag,
    nested,
    nested_list,
    text,
    text_list,
    whole,
    word,
)
from sellervitals.schemas.finding import WindowSchema
from sellervitals.schemas.result import NoticeSchema

_NOT_ASKED = ("daily", "profile", "store", "waivers")
_NEEDED: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": "is missing.",
    "null": "must be an object or a document.",
}


class Zone(Text):
    """A time zone of the IANA database."""

    def __init__(self, description: str) -> None:
        metadata = {"description": description, "example": "America/Los_Angeles"}
        super().__init__(longest=NAME_CHARACTERS, metadata=metadata)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        name = super()._deserialize(value, attr, data, **kwargs)
        try:
            return ZoneInfo(name)
        except (KeyError, ValueError, OSError):  # what is no zone, no key, or a folder of zones
            raise ValidationError("must be a time zone such as America/Los_Angeles or UTC.") from None


class SideSchema(EvaluationRequestSchema):
    """What one side says: native documents, plain metrics, or both."""

    class Meta(Request.Meta):
        """Nothing is judged or stored."""

        exclude = _NOT_ASKED


SIDE = Envelope(ENVELOPE.difference(_NOT_ASKED), partial(checked, SideSchema()))
"""The body of one side."""


class TimeZonesSchema(Request):
    """When the days of each side begin."""

    left = Zone("The time zone of the days on the left side.")
    right = Zone("The time zone of the days on the right side.")


class ReconciliationRequestSchema(Request):
    """Two sides of one marketplace; what they hold is read later."""

    left = fields.Raw(required=True, error_messages=_NEEDED)
    right = fields.Raw(required=True, error_messages=_NEEDED)
    time_zones = fields.Nested(TimeZonesSchema)


def _side(description: str) -> dict[str, Any]:
    return {"description": description, "anyOf": [SideSchema, native_document(SIDE.fields)]}


REQUEST: dict[str, Any] = {
    "type": "object",
    "title": "Two sides of one marketplace",
    "additionalProperties": False,
    "required": ["left", "right"],
    "properties": {
        "left": _side("An envelope as for an evaluation, without `store`, or a native document alone."),
        "right": _side("The same for the other side."),
        "time_zones": TimeZonesSchema,
    },
}
"""The same for the document."""

_REQUEST = ReconciliationRequestSchema()


def load(body: Any) -> tuple[dict[str, Any], list[Fault]]:
    """Load a request but for the content of its sides: what can be used, and the faults of the rest."""
    try:
        return _REQUEST.load(body), []
    except ValidationError as error:
        usable = error.valid_data if isinstance(error.valid_data, dict) else {}
        return usable, list(faults_of(error.messages))


class StatedSchema(Answer):
    """A number as one side states it."""

    metric = text("The metric.")
    title = text("Its name for people.")
    segment = text("The segment; null for the whole account.", null=True, longest=1_024)
    value = text("The number stated: reported, else of its counts; null where unknown.", null=True)
    unit = word("What it is counted in.", Unit)
    display = text("The same for people.", null=True, longest=4_096)
    numerator = whole("What was counted.", null=True)
    denominator = whole("Out of how many.", null=True)
    window = nested(WindowSchema, "The days it covers; null where nobody said.", null=True)
    source = text("Where it stood: the document, `#`, and the JSON pointer inside it.", longest=4_096)
    rebuilt_from = text("What it was worked out of, where nobody reported it.", null=True)


class CauseSchema(Answer):
    """Why two numbers differ."""

    cause = word("The kind of cause.", CauseKind)
    explains = word(
        "How much: `all` closes the arithmetic exactly or within rounding, `part` is at work but nothing"
        " shows how much it makes, `possible` may be at work, `nothing` says that no cause was found.",
        Explains,
    )
    certain = flag("Whether it follows from what was given, without a guess.")
    message = text("The cause in exact numbers.", longest=8_192)


class DifferenceSchema(Answer):
    """Two numbers that stand against each other."""

    left = nested(StatedSchema, "The left number.")
    right = nested(StatedSchema, "The right number.")
    equal = flag("Whether they agree; null where one of them is unknown.", null=True)
    difference = decimal("Left less right, in the unit; null where that cannot be said.", null=True)
    display = text("The size of the difference for people.", null=True, longest=4_096)
    causes = nested_list(CauseSchema, "Why they differ, the best founded first; empty where they agree.")


class UnpairedSchema(Answer):
    """A number that the other side has nothing against."""

    side = text("`left` or `right`.", longest=16)
    number = nested(StatedSchema, "The number.")


class ReconciledSideSchema(Answer):
    """What was read of one side."""

    site = text("The site that was compared; null when none was named.", null=True)
    as_of = day("The day that the caller named.", null=True)
    time_zone = text("The time zone that the caller named.", null=True)
    ignored = nested_list(NoticeSchema, "What was not understood.")
    warnings = nested_list(NoticeSchema, "What was remarked while reading.")


class TallySchema(Answer):
    """How many pairs came out how."""

    equal = whole("Pairs that agree.")
    explained = whole("Pairs that differ, with a cause that explains all of it.")
    in_part = whole("Pairs that differ, with causes that do not close the arithmetic.")
    unexplained = whole("Pairs that differ for no known cause.")
    no_data = whole("Pairs of which a number is unknown.")
    unpaired = whole("Numbers that stand against nothing.")


class ReconciliationSchema(Answer):
    """Two sides, reconciled."""

    marketplace = text("The marketplace.", longest=64)
    left = nested(ReconciledSideSchema, "The left side.")
    right = nested(ReconciledSideSchema, "The right side.")
    summary = nested(TallySchema, "How many came out how.")
    pairs = nested_list(DifferenceSchema, "Numbers that stand against each other.")
    unpaired = nested_list(UnpairedSchema, "Numbers that stand against nothing.")
    assumptions = text_list("What was taken for granted.", longest=4_096)
