"""What all answers of the account health calls share: an envelope, pages, long numbers, days in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from sellervitals import plugin as sdk

_LONGEST_BITS = 256
"""Of an id that is a number: 77 digits."""
_ENVELOPE = ("error", "message", "request_id")
_NEVER = date(1970, 1, 1)
_DAY = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,10})?) ?%")


def holds(content: Any, *keys: str) -> bool:
    """Say whether it is an answer without an error that holds one of these keys; never raises."""
    if not isinstance(content, dict) or not ("error" in content or "request_id" in content):
        return False
    response = content.get("response")
    return not content.get("error") and isinstance(response, dict) and any(key in response for key in keys)


def opened(content: Any, document: str) -> tuple[sdk.Fields, sdk.Fields]:
    """Give the answer and the response inside.

    Raises:
        UnreadableError: there is none, or the answer is an error.
    """
    root = sdk.Fields.of(content, document)
    if root.content.get("error"):
        raise sdk.UnreadableError("/error", "The answer is an error and says nothing about the shop.")
    root.skip(*_ENVELOPE)
    response = root.object("response")
    if response is None:
        raise sdk.UnreadableError("/response", "An object is expected.")
    return root, response


def closed(
    root: sdk.Fields,
    found: Iterable[sdk.Measurement],
    *,
    history: Iterable[sdk.Measurement] = (),
    ignored: Iterable[sdk.Notice] = (),
) -> sdk.Reading:
    """Make a reading of what was found, with every field that nobody asked for; no answer names its site."""
    measurements = tuple(found)
    root.done()
    return sdk.Reading(
        measurements,
        sites=(None,),
        ignored=(*root.remarks.ignored, *ignored),
        notices=root.remarks.notices,
        history=tuple(history),
    )


def total(response: sdk.Fields, key: str, readable: int) -> int | None:
    """Read how many entries there are in all, those that cannot be read included; None where nobody knows.

    Says so where the page does not hold every one.
    """
    written, count = response.content.get(key), response.count("total_count")
    listed = len(written) if isinstance(written, list) else readable
    if count is None:
        return listed if listed or isinstance(written, list) else None
    if count > listed:
        response.note("incomplete_page", f"{listed:,} of {count:,} entries are listed.", "total_count")
    return max(count, listed)


def quoted(fields: sdk.Fields, key: str) -> str:
    """Quote an id as text, whatever its length: as a number it may exceed what others keep exactly."""
    value = fields.content.get(key)
    if type(value) is int and value.bit_length() <= _LONGEST_BITS:
        fields.skip(key)
        return str(value)
    return fields.word(key) or ""


def moment(fields: sdk.Fields, key: str) -> date | None:
    """Read the day in UTC of a moment in seconds; 0 is none."""
    day = fields.epoch_day(key)
    return None if day == _NEVER else day


def named_day(fields: sdk.Fields, key: str) -> date | None:
    """Read a day that is written as 19/10/2026, or as any date."""
    found = _DAY.fullmatch(fields.word(key) or "")
    if found is None:
        return fields.day(key)
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        fields.note("unreadable_value", f"{fields.at(key)} was left out: a date was expected.", key)
        return None


def percentage(fields: sdk.Fields, key: str) -> sdk.Rate | None:
    """Read a percentage that is written as 49.90%."""
    written = fields.word(key)
    found = _PERCENT.fullmatch(written or "")
    if found is None:
        if written is not None:
            fields.note("unreadable_value", f"{fields.at(key)} was left out: a percentage was expected.", key)
        return None
    return sdk.percent(found[1])
