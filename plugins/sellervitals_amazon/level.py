"""Amazon's own word for the account, mirrored: its status, else the zone of its Account Health Rating."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.transition import graver
from sellervitals_amazon.words import zone_named, zone_of


def level(snapshot: sdk.Snapshot) -> sdk.Level | None:
    """Read the level off a snapshot; None when neither a status nor a rating was reported.

    ``name`` is the word as Amazon wrote it. Where only points came, it is the name of their zone.
    """
    rating = next((_rating(each) for each in snapshot.of("account_health_rating") if _word(each)), None)
    for status in snapshot.of("account_status"):
        worse = graver(status, snapshot.of("account_status_change"))
        word, source = worse or (_word(status), status)
        if word:
            return sdk.Level(word, ", ".join(filter(None, (_spoken(word), rating))), _source(source))
    for each in snapshot.of("account_health_rating"):
        word = _word(each)
        if word and rating:
            return sdk.Level(word, rating, _source(each))
    return None


def _word(measurement: sdk.Measurement) -> str | None:
    """The word as written, or the name of the zone that points stand in."""
    if isinstance(measurement.value, str):
        return measurement.value
    if measurement.verdict:
        return measurement.verdict
    return zone_of(measurement.value).capitalize() if isinstance(measurement.value, Decimal) else None


def _rating(measurement: sdk.Measurement) -> str:
    points = measurement.value
    if isinstance(points, Decimal):
        return f"Account Health Rating {sdk.display(points, sdk.Unit.POINTS)} ({zone_of(points)})"
    word = measurement.verdict or ""
    zone = zone_named(word)
    return f"Account Health Rating {word}" + (f" ({zone})" if zone else "")


def _spoken(word: str) -> str:
    """``AT_RISK`` as people read it."""
    return word.replace("_", " ").capitalize()


def _source(measurement: sdk.Measurement) -> str:
    return f"{measurement.document or 'metrics'}{'#' if measurement.pointer else ''}{measurement.pointer}"
