"""What Amazon itself says of a value: its status word and its target."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import fields
from sellervitals_amazon.documents.fields import Block
from sellervitals_amazon.documents.vocabulary import meaning

_TARGET_KEYS = frozenset({"value", "condition"})
_NUMBERS = (int, Decimal)


@lru_cache(maxsize=1024, typed=True)
def _usual(
    value: int | Decimal, condition: str, otherwise: sdk.Comparator
) -> tuple[Decimal | None, sdk.Comparator] | None:
    """Read a target as nearly every block writes it; None where something has to be said about it."""
    remarks = sdk.Remarks("")
    block = {"targetValue": value, "targetCondition": condition}
    found = fields.number(block, "targetValue", "", remarks)
    written = fields.word(block, "targetCondition", "", remarks)
    demanded = sdk.comparator(written, otherwise.better) if written else None
    return None if found is None or demanded is None else (found, demanded)


def verdict(block: Block, key: str, pointer: str, remarks: sdk.Remarks) -> tuple[str | None, bool | None]:
    """Read a status word exactly as written, and what it means: True good, False bad, None no verdict."""
    written = fields.word(block, key, pointer, remarks)
    if written is None:
        return None, None
    known, good = meaning(written)
    if not known:
        message = f"The status {written!r} is not known, so it counts as no verdict."
        remarks.note("unknown_word", f"{pointer}/{key}", message)
    return written, good


def target(
    block: Block, otherwise: sdk.Comparator, pointer: str, remarks: sdk.Remarks
) -> tuple[Decimal | None, sdk.Comparator]:
    """Read the target of a block as written, and its condition.

    ``otherwise`` is what the metric itself demands; it holds where none is written, and, with a notice,
    where the written one is unknown or asks for the wrong direction.
    """
    inner, condition = block.get("targetValue"), block.get("targetCondition")
    if type(inner) in _NUMBERS and type(condition) is str and Decimal(inner or 0).is_finite():
        usual = _usual(inner, condition, otherwise)
        if usual is not None:
            return usual
    holder, value_key, condition_key, place = block, "targetValue", "targetCondition", pointer
    if isinstance(inner, dict):
        place = f"{pointer}/targetValue"
        remarks.unknown(inner, _TARGET_KEYS, place)
        holder, value_key = inner, "value"
        if inner.get("condition") is not None:
            condition_key = "condition"
    value = fields.number(holder, value_key, place, remarks)
    if value is None:
        return None, otherwise
    if condition_key == "targetCondition":
        holder, place = block, pointer
    written = fields.word(holder, condition_key, place, remarks)
    if written is None:
        return value, otherwise
    found = sdk.comparator(written, otherwise.better)
    if found is None:
        message = f"The condition {written!r} cannot be used for this metric; {otherwise} was applied."
        remarks.note("unknown_comparator", f"{place}/{condition_key}", message)
    return value, found or otherwise
