"""eBay's own word for the account in one program, mirrored: what is in force, with the forecast beside it."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_ebay.levels import spoken
from sellervitals_ebay.segments import PROJECTED


def level(snapshot: sdk.Snapshot) -> sdk.Level | None:
    """Read the level off a snapshot; where only a forecast was given, that one, and said to be one."""
    by_segment = {each.segment: each for each in snapshot.of("seller_level") if isinstance(each.value, str)}
    current, forecast = by_segment.get(None), by_segment.get(PROJECTED)
    said = current or forecast
    if said is None:
        return None
    display = spoken(f"{said.value}")
    if current is None:
        display = f"{display} (forecast, not in force)"
    elif forecast is not None:
        display = f"{display}, forecast {spoken(f'{forecast.value}')}"
    return sdk.Level(f"{said.value}", display, said.source)
