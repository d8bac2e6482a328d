"""Moments and windows as eBay writes them: ISO timestamps, with the offset that they are meant in."""

from __future__ import annotations

from datetime import UTC, datetime

from sellervitals import plugin as sdk


def moment(fields: sdk.Fields, key: str) -> datetime | None:
    """Read a timestamp with its own offset, UTC where it has none; what is none becomes a notice."""
    written = fields.word(key)
    if written is None:
        return None
    try:
        found = datetime.fromisoformat(written)
        if found.utcoffset() is None:
            return found.replace(tzinfo=UTC)
        found.astimezone(UTC)  # the first and last days there are have no other time zones
    except (ValueError, OverflowError):
        fields.remarks.unreadable(fields.at(key), "a timestamp")
        return None
    return found


def window(fields: sdk.Fields, start: str, end: str) -> sdk.Window | None:
    """Read the days from one timestamp to another; None where neither is there."""
    first, last = fields.day(start), fields.day(end)
    return None if first is None and last is None else sdk.Window(first, last)
