"""Reads all accounts of a tenant at once, by their latest evaluations; every call names its tenant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Select, case, func, select, tuple_

from sellervitals.store.accounts import tags_of
from sellervitals.store.database import of_one_moment
from sellervitals.store.errors import storage_errors
from sellervitals.store.records import MarketplaceRecord, PortfolioFilters, StandingRecord, Tally
from sellervitals.store.rows import TEN_THOUSANDTHS, from_whole, rank, standing
from sellervitals.store.schema import account_sites, account_tags, accounts

EVERYTHING = PortfolioFilters()
SITES = account_sites.c
THIN = 10**TEN_THOUSANDTHS // 2
"""A coverage under this is too thin for a band, in ten-thousandths."""


class Rank(NamedTuple):
    """Where a page of a ranking ended, as the index has it; ``site`` is empty for none."""

    gravity: int
    points: int
    coverage: int
    account_id: str
    site: str


RANK = tuple(SITES[name] for name in Rank._fields)


class Portfolio:
    """Reads where the accounts of a tenant stand; what ``Store`` saved last of each account and site counts.

    Every method raises StorageError, and no other error of the database, and sees one moment: what is saved
    while it reads is in all of its answer or in none.
    """

    def __init__(self, engine: Engine) -> None:
        self._reads = of_one_moment(engine)

    def page(
        self,
        tenant: str,
        *,
        filters: PortfolioFilters = EVERYTHING,
        after: Rank | None = None,
        limit: int,
    ) -> list[StandingRecord]:
        """List at most ``limit`` account-sites, the gravest first.

        By gravity; within it those whose open findings cost most points, then the least covered, then by
        account and site.
        """
        query = _narrowed(select(*SITES), tenant, filters)
        if after is not None:
            query = query.where(tuple_(*RANK) > tuple_(*after))
        query = query.order_by(*RANK).limit(limit)
        with storage_errors(), self._reads.connect() as connection:
            return _described(connection, tenant, connection.execute(query).all())

    def marketplaces(self, tenant: str, *, filters: PortfolioFilters = EVERYTHING) -> list[MarketplaceRecord]:
        """Count what there is of each marketplace, by its name."""
        name = SITES.marketplace
        tallies = select(name, SITES.band, SITES.gravity, func.count().label("sites"))
        tallies = tallies.group_by(name, SITES.band, SITES.gravity)
        tallies = tallies.order_by(name, SITES.band, SITES.gravity)
        sums = select(
            name,
            func.count(SITES.account_id.distinct()).label("accounts"),
            func.count().label("sites"),
            func.min(SITES.as_of).label("first"),
            func.max(SITES.as_of).label("last"),
            func.min(SITES.coverage).label("coverage"),
            func.sum(case((SITES.coverage < THIN, 1), else_=0)).label("thin"),
        )
        sums = sums.group_by(name).order_by(name)
        with storage_errors(), self._reads.connect() as connection:
            counted: dict[str, list[Tally]] = defaultdict(list)
            for row in connection.execute(_narrowed(tallies, tenant, filters)):
                counted[row.marketplace].append(Tally(*row))
            lowest = _lowest(connection, tenant, filters)
            return [
                MarketplaceRecord(
                    *(row.marketplace, row.accounts, row.sites, row.first, row.last),
                    coverage=from_whole(row.coverage, TEN_THOUSANDTHS),
                    thin=row.thin,
                    tallies=tuple(counted[row.marketplace]),
                    lowest=lowest.get(row.marketplace),
                )
                for row in connection.execute(_narrowed(sums, tenant, filters))
            ]


def rank_of(each: StandingRecord) -> Rank:
    """Give the place of an account-site in the ranking."""
    return Rank(each.gravity, *rank(each), each.account_id, each.site or "")


def _narrowed(query: Select[Any], tenant: str, filters: PortfolioFilters) -> Select[Any]:
    query = query.where(SITES.tenant == tenant)
    if filters.marketplace is not None:
        query = query.where(SITES.marketplace == filters.marketplace)
    if filters.band is not None:
        query = query.where(SITES.band == filters.band)
    if filters.tag is not None:
        tags = account_tags.c
        tagged = select(tags.account_id).where(tags.tenant == tenant, tags.tag == filters.tag)
        query = query.where(SITES.account_id.in_(tagged))
    return query


def _lowest(connection: Connection, tenant: str, filters: PortfolioFilters) -> dict[str, StandingRecord]:
    """Find the lowest score of each marketplace; of equal ones the gravest."""
    place = func.row_number().over(partition_by=SITES.marketplace, order_by=(SITES.score, *RANK))
    scored = select(*SITES, place.label("place")).where(SITES.score.is_not(None))
    ranked = _narrowed(scored, tenant, filters).subquery()
    rows = connection.execute(select(ranked).where(ranked.c.place == 1)).all()
    return {each.marketplace: each for each in _described(connection, tenant, rows)}


def _described(connection: Connection, tenant: str, rows: Sequence[Any]) -> list[StandingRecord]:
    """Put names and tags to rows of ``account_sites``."""
    ids = list({row.account_id for row in rows})
    tags = tags_of(connection, tenant, ids)
    known = {row.id: row for row in _accounts(connection, tenant, ids)}
    return [
        standing(
            row, known[row.account_id].seller_id, known[row.account_id].name, tuple(tags[row.account_id])
        )
        for row in rows
    ]


def _accounts(connection: Connection, tenant: str, ids: Sequence[str]) -> Iterable[Any]:
    it = accounts.c
    query = select(it.id, it.seller_id, it.name).where(it.tenant == tenant, it.id.in_(ids))
    return connection.execute(query)
