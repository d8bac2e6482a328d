"""All accounts of a tenant at once: what there is of each marketplace, and who wants attention first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import Response, g

from sellervitals.domain.rate import plain
from sellervitals.domain.standing import Severity
from sellervitals.exposure import CLEAR, UNSURE
from sellervitals.openapi import Blueprint, answer
from sellervitals.routes.ids import parse_account_id
from sellervitals.routes.paging import narrowed, paged
from sellervitals.routes.service import service
from sellervitals.schemas.portfolio import PortfolioQuerySchema, PortfolioSchema
from sellervitals.scoring import Band
from sellervitals.store import MarketplaceRecord, PortfolioFilters, Rank, StandingRecord, rank_of

WORST_FIRST = (Band.CRITICAL, Band.AT_RISK, Band.WATCH, Band.UNKNOWN, Band.HEALTHY)
"""Unknown is no better than what is known to be bad, and never as good as healthy."""
SEVERITIES = sorted(Severity, key=lambda each: each.rank)

blueprint = Blueprint("portfolio", __name__, url_prefix="/v1", description="All accounts at once.")


@blueprint.operation(
    "GET",
    "/portfolio",
    query=PortfolioQuerySchema,
    answers={200: answer("A page of the ranking.", PortfolioSchema, example="portfolio", headers=("Link",))},
    problems=("invalid-cursor", "storage-unavailable"),
)
def read_portfolio() -> Response:
    """Look at all accounts at once.

    By the latest evaluation of each account and site. Marketplaces are rolled up each on its own, as the
    worst of what they hold: no average pretends to be a score. The ranking puts open failures first, the
    gravest before all; then what nobody knows enough of; then what has no failure. Among equals the one that
    loses most points comes first, then the one of which least is known.
    """
    asked = narrowed()
    day = asked.pop("as_of", None)
    filters = PortfolioFilters(**asked)
    portfolio = service().store.portfolio
    found = portfolio.marketplaces(g.tenant, filters=filters)
    return paged(
        lambda after, limit: portfolio.page(g.tenant, filters=filters, after=after, limit=limit),
        place=lambda each: ".".join(map(str, rank_of(each))),
        parse=_place,
        show=lambda each: _ranked(each, day),
        about={
            "accounts": sum(each.accounts for each in found),
            "sites": sum(each.sites for each in found),
            "as_of": _days(found) if found else None,
            "marketplaces": [_rolled_up(each) for each in found],
        },
        name="ranking",
    )


def _place(text: str) -> Rank:
    gravity, points, coverage, account, site = text.split(".", 4)
    return Rank(int(gravity), int(points), int(coverage), parse_account_id(account), site)


def _days(found: Sequence[MarketplaceRecord]) -> dict[str, date]:
    return {"from": min(each.first for each in found), "to": max(each.last for each in found)}


def _rolled_up(each: MarketplaceRecord) -> dict[str, Any]:
    bands: Counter[str] = Counter()
    gravities: Counter[int] = Counter()
    for tally in each.tallies:
        bands[tally.band] += tally.sites
        gravities[tally.gravity] += tally.sites
    present = [band for band in WORST_FIRST if bands[band]]
    return {
        "marketplace": each.marketplace,
        "accounts": each.accounts,
        "sites": each.sites,
        "as_of": _days([each]),
        "bands": [{"band": band, "sites": bands[band]} for band in present],
        "severities": [
            {"severity": _severity(gravity), "known": gravity != UNSURE, "sites": gravities[gravity]}
            for gravity in range(CLEAR + 1)
            if gravities[gravity]
        ],
        "worst_of": {
            "band": present[0],
            "severity": _severity(min(gravities)),
            "lowest": None if each.lowest is None else _lowest(each.lowest),
        },
        "coverage": {"lowest": plain(each.coverage), "below_half": each.thin},
    }


def _lowest(each: StandingRecord) -> dict[str, Any]:
    return {
        "score": None if each.score is None else plain(each.score),
        "band": each.band,
        "account": each.account_id,
        "site": each.site,
        "evaluation": each.evaluation_id,
    }


def _severity(gravity: int) -> Severity | None:
    return SEVERITIES[gravity] if gravity < UNSURE else None


def _ranked(each: StandingRecord, day: date | None) -> dict[str, Any]:
    exposed = each.exposure
    return {
        "account": each.account_id,
        "name": each.name,
        "marketplace": each.marketplace,
        "site": each.site,
        "seller_id": each.seller_id,
        "tags": each.tags,
        "evaluation": each.evaluation_id,
        "as_of": each.as_of,
        "days_old": None if day is None else (day - each.as_of).days,
        "score": None if each.score is None else plain(each.score),
        "band": each.band,
        "coverage": plain(each.coverage),
        "level": each.level,
        "worst": _severity(each.gravity),
        "failed": exposed.failed,
        "warned": exposed.warned,
        "errors": exposed.errors,
        "expected_loss": {
            "points": plain(-exposed.points),
            "money": [
                {"currency": one.currency, "largest": f"{one.largest:f}", "findings": one.findings}
                for one in exposed.money
            ],
        },
    }
