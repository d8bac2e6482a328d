"""Amazon's own word for the account, mirrored: its status, else the zone of its Account Health Rating."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.transition import graver
from sellervitals_amazon.zones import RATING, ZONES, zone_named


def level(snapshot: sdk.Snapshot) -> sdk.Level | None:
    """Read the level off a snapshot; None when neither a status nor a rating was reported.

    ``name`` is the word as Amazon wrote it. Where only points came, it is the name of their zone.
    """
    ratings = (_rating(each, snapshot) for each in snapshot.of(RATING))
    rating = next((each for each in ratings if each is not None), None)
    for status in snapshot.of("account_status"):
        worse = graver(status, snapshot.of("account_status_change"))
        word, source = worse or (_word(status), status)
        if word:
            spoken = word.replace("_", " ").capitalize()  # AT_RISK as people read it
            display = spoken if rating is None else f"{spoken}, {rating.display}"
            return sdk.Level(word, display, source.source)
    return rating


def _rating(measurement: sdk.Measurement, snapshot: sdk.Snapshot) -> sdk.Level | None:
    points, word = measurement.value, measurement.verdict or ""
    if isinstance(points, Decimal):
        zone = ZONES.reached_by(measurement, points, snapshot.site, snapshot.as_of)
        says = f"Account Health Rating {sdk.display(points, sdk.Unit.POINTS)}"
    else:
        zone = zone_named(word)
        says = f"Account Health Rating {word}"
    if zone is None:
        return sdk.Level(word, says, measurement.source) if word else None
    return sdk.Level(word or zone.title, f"{says} ({zone.title.lower()})", measurement.source)


def _word(status: sdk.Measurement) -> str | None:
    return status.value if isinstance(status.value, str) else status.verdict
