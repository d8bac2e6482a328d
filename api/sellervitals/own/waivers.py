"""Waivers read strictly; what is merely for nothing is told by the evaluation, not refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.waiver import REASONS, Waiver
from sellervitals.limits import WAIVER_DAYS
from sellervitals.problems import Fault


def read_waivers(
    marketplace: Marketplace, given: Sequence[Mapping[str, Any]], today: date, faults: list[Fault]
) -> tuple[Waiver, ...]:
    """Read the waivers that came with a request; faults point below ``/waivers``."""
    return tuple(
        read_waiver(marketplace, each, today, f"/waivers/{place}", faults) for place, each in enumerate(given)
    )


def read_waiver(
    marketplace: Marketplace, given: Mapping[str, Any], today: date, pointer: str, faults: list[Fault]
) -> Waiver:
    """Read what the schema loaded; look at ``faults`` before using it."""
    until: date = given["until"]
    if until > today + timedelta(days=WAIVER_DAYS):
        detail = f"is more than {WAIVER_DAYS} days ahead; a waiver is renewed, not given for ever."
        faults.append(Fault(f"{pointer}/until", "validation-failed", detail))
    return Waiver(
        rule=given["rule"],
        owner=given["owner"],
        reason=REASONS[given["reason"]],
        until=until,
        segment=given.get("segment"),
        site=read_site(marketplace, given.get("site"), f"{pointer}/site", faults),
        note=given.get("note"),
    )


def read_site(marketplace: Marketplace, given: str | None, pointer: str, faults: list[Fault]) -> str | None:
    """Read a site, by our id or the marketplace's own."""
    if given is None:
        return None
    site = marketplace.site_named(given)
    if site not in marketplace.sites:
        known = ", ".join(marketplace.sites) or "none"
        detail = f"is no site of {marketplace.id}; known are {known}."
        faults.append(Fault(pointer, "validation-failed", detail))
    return site
