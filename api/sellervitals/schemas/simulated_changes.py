"""What would be different about an account: events that come, and bad ones that go."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from sellervitals.limits import LARGEST_COUNT, MOVED, NAME_CHARACTERS, TEXT_CHARACTERS
from sellervitals.schemas.fields import (
    Day,
    Refusal,
    Request,
    Text,
)
from sellervitals.schemas.profiles import ProfileField


class Count(fields.Field[int]):
    """A whole number from 0 up."""

    def __init__(self, description: str, **kwargs: Any) -> None:
        bounds = {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT}
        super().__init__(metadata={"description": description, **bounds}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ARG002
        whole_ = isinstance(value, Decimal) and value == value.to_integral_value()
        if isinstance(value, bool) or not (isinstance(value, int) or whole_):
            raise ValidationError("must be a whole number.")
        if value < 0:
            raise ValidationError("must not be negative.")
        if value > LARGEST_COUNT:
            raise ValidationError(Refusal("number-out-of-range", "must be at most 10^15."))
        return int(value)


class Named(fields.Dict):
    """An object whose names are the caller's; what is wrong with a value is told at its name."""

    def __init__(self, inner: fields.Field[Any], **kwargs: Any) -> None:
        super().__init__(keys=fields.String(), values=inner, **kwargs)
        self.inner = inner

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if not isinstance(value, dict):
            raise ValidationError("must be an object.")
        found: dict[str, Any] = {}
        errors: dict[str, Any] = {}
        for name, each in value.items():
            try:
                found[name] = self.inner.deserialize(each)
            except ValidationError as error:
                errors[name] = error.messages
        if errors:
            raise ValidationError(errors)
        return found


class AddedSchema(Request):
    """Events that would come."""

    bad = Count("Events that speak against the seller; each enlarges the denominator of a rate too.")
    good = Count("Events that speak for the seller; of points and counts that should be high, so many more.")


class MetricChangeSchema(Request):
    """What would change of one measurement, in this order: `set`, `add`, `clean`, `remove`."""

    segment = Text(
        longest=TEXT_CHARACTERS,
        metadata={"description": "Its segment; may be left out where only one was reported."},
    )
    set_ = fields.Dict(
        data_key="set",
        attribute="set",
        keys=fields.String(),
        metadata={
            "description": "Replaces what it names: `value` with `unit`, `numerator`, `denominator`, `parts`."
            " May name a metric that was not reported.",
            "additionalProperties": False,
            "properties": {
                "value": {"anyOf": [{"type": "string", "maxLength": NAME_CHARACTERS}, {"type": "number"}]},
                "unit": {"type": "string", "maxLength": 16, "description": "Required for a rate's value."},
                "numerator": {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT},
                "denominator": {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT},
                "parts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
            },
        },
    )
    add = fields.Nested(AddedSchema, metadata={"description": "Events that would come."})
    clean = Count("Good events for this measurement alone.")
    remove = Count(
        "Bad events taken away, as by an appeal: the order stays in the denominator; of a rate that should be"
        " high a miss becomes good; of a count so many fewer."
    )

    @validates_schema
    def _something(self, data: Mapping[str, Any], **_: Any) -> None:
        if not data.keys() - {"segment"}:
            raise ValidationError("changes nothing: give set, add, clean or remove.")
        for name in data.get("set", {}).keys() - {"value", "unit", "numerator", "denominator", "parts"}:
            raise ValidationError({"set": {name: [Refusal("unknown-field", "is not known.")]}})


class OneOrSeveral(fields.Field[Any]):
    """An object, or a list of them; loaded as it was given."""

    def __init__(self, schema: type[Request], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.one, self.several = schema(), schema(many=True)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if isinstance(value, list) and not 1 <= len(value) <= MOVED:
            raise ValidationError(Refusal("limit-exceeded", f"must hold 1 to {MOVED} changes."))
        return (self.several if isinstance(value, list) else self.one).load(value)


_CHANGE = {"$ref": "#/components/schemas/MetricChange"}


class SimulatedChangesSchema(Request):
    """What would be different."""

    as_of = Day(metadata={"description": "The day whose policy counts."})
    profile = ProfileField()
    clean_orders = Count(
        "Orders without fault: they count in every rate of `orders` that was reported with its counts, or of"
        " the only thing that is counted."
    )
    clean = Named(
        Count("So many."),
        metadata={
            "description": "The same by what a rate counts (`denominator` of `GET /v1/metrics`):"
            ' `{"packages": 40}`.',
            "maxProperties": 50,
        },
    )
    metrics = Named(
        OneOrSeveral(
            MetricChangeSchema,
            metadata={"anyOf": [_CHANGE, {"type": "array", "items": _CHANGE, "maxItems": MOVED}]},
        ),
        metadata={
            "description": "By metric id (or a name of your own), one change or one per segment.",
            "maxProperties": 256,
        },
    )

    @validates_schema
    def _few(self, data: Mapping[str, Any], **_: Any) -> None:
        given = data.get("metrics", {}).values()
        if sum(len(each) if isinstance(each, list) else 1 for each in given) > MOVED:
            raise ValidationError(
                {"metrics": [Refusal("limit-exceeded", f"holds more than {MOVED} changes.")]}
            )
