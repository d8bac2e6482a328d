"""Finds accounts and what was measured of them; every call names its tenant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Select,
    case,
    cast,
    false,
    func,
    literal,
    select,
    tuple_,
)

from sellervitals.store.errors import storage_errors
from sellervitals.store.records import AccountFilters, AccountRecord, Point, Span, Summary
from sellervitals.store.rows import moment, point, summary
from sellervitals.store.schema import account_sites, account_tags, accounts, evaluations, history

EVERYTHING = AccountFilters()
ALWAYS = Span()
SUMMARY = tuple(evaluations.c[name] for name in Summary._fields)
ACCOUNT = tuple(accounts.c[name] for name in ("id", "marketplace", "seller_id", "name", "since"))
POINT = tuple(history.c)[2:]


class Place(NamedTuple):
    """Where a page of evaluations ended."""

    as_of: date
    id: str


class PointPlace(NamedTuple):
    """Where a page of a series ended."""

    day: date
    digest: bytes


class Accounts:
    """Reads accounts; ``Store`` writes them, together with their evaluations.

    Every method raises StorageError, and no other error of the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._reads = engine

    def get(self, tenant: str, account_id: str) -> AccountRecord | None:
        """Find an account; None when the tenant has none of that id."""
        query = select(*ACCOUNT).where(accounts.c.tenant == tenant, accounts.c.id == account_id)
        return next(iter(self._found(tenant, query)), None)

    def page(
        self,
        tenant: str,
        *,
        filters: AccountFilters = EVERYTHING,
        after: str | None = None,
        limit: int,
    ) -> list[AccountRecord]:
        """List at most ``limit`` accounts by id, those after the id ``after``."""
        query = select(*ACCOUNT).where(accounts.c.tenant == tenant)
        if filters.tag is not None:
            tags = account_tags.c
            same = (tags.tenant == accounts.c.tenant) & (tags.account_id == accounts.c.id)
            query = query.join(account_tags, same).where(tags.tenant == tenant, tags.tag == filters.tag)
        if filters.marketplace is not None:
            query = query.where(accounts.c.marketplace == filters.marketplace)
        if filters.seller_id is not None:
            query = query.where(accounts.c.seller_id == filters.seller_id)
        if after is not None:
            query = query.where(accounts.c.id > after)
        return self._found(tenant, query.order_by(accounts.c.id).limit(limit))

    def evaluations(
        self,
        tenant: str,
        account: AccountRecord,
        *,
        span: Span = ALWAYS,
        before: Place | None = None,
        limit: int,
    ) -> list[Summary]:
        """List at most ``limit`` evaluations of an account: the latest ``as_of`` first, of those the newest.

        ``span`` bounds ``as_of`` and the site.
        """
        it = evaluations.c
        query = select(*SUMMARY).where(
            it.tenant == tenant, it.marketplace == account.marketplace, it.seller_id == account.seller_id
        )
        query = _within(query, it.as_of, it.site, span)
        if before is not None:
            query = query.where(tuple_(it.as_of, it.id) < tuple_(*before))
        query = query.order_by(it.as_of.desc(), it.id.desc()).limit(limit)
        with storage_errors(), self._reads.connect() as connection:
            return [summary(row) for row in connection.execute(query)]

    def series(
        self,
        tenant: str,
        account_id: str,
        metric: str,
        *,
        segment: str | None = None,
        days: int | None = None,
        span: Span = ALWAYS,
        after: PointPlace | None = None,
        limit: int,
    ) -> list[Point]:
        """List at most ``limit`` measurements of a metric, the earliest day first.

        Args:
            tenant: whose.
            account_id: the account.
            metric: the metric.
            segment: the only segment; None for all.
            days: the only length of window; None for all, also where nobody knows it.
            span: bounds the day and the site.
            after: the last point of the page before. Points of one day have an order of their own that never
                changes.
            limit: at least 1.
        """
        it = history.c
        query = select(*POINT).where(it.tenant == tenant, it.account_id == account_id, it.metric == metric)
        query = _within(query, it.day, it.site, span)
        if segment is not None:
            query = query.where(it.segment == segment)
        if days is not None:
            query = query.where(_length(self._reads, it.window_from, it.window_to) == days)
        if after is not None:
            query = query.where(tuple_(it.day, it.digest) > tuple_(*after))
        query = query.order_by(it.day, it.digest).limit(limit)
        with storage_errors(), self._reads.connect() as connection:
            return [point(row) for row in connection.execute(query)]

    def measured(
        self, tenant: str, account_id: str, *, metric: str | None = None, span: Span = ALWAYS, limit: int
    ) -> list[Point]:
        """List at most ``limit`` measurements, the latest day first; None means those of every metric.

        ``span`` bounds the day and the site.
        """
        it = history.c
        query = select(*POINT).where(it.tenant == tenant, it.account_id == account_id)
        query = _within(query, it.day, it.site, span)
        if metric is not None:
            query = query.where(it.metric == metric)
        query = query.order_by(it.day.desc(), it.metric.desc(), it.digest.desc()).limit(limit)
        with storage_errors(), self._reads.connect() as connection:
            return [point(row) for row in connection.execute(query)]

    def recent(
        self, tenant: str, account_id: str, *, site: str | None, since: date, last: date
    ) -> list[tuple[Point, date | None]]:
        """List what a forecast needs: the newest measurements, and the counts of single days.

        The newest of each metric and segment comes with the day that its evaluation is about; of what was
        said of one day the later evaluation counts. Counts of single days come with None, those that were
        said later after those that were said before; of one day only what was said last.

        Args:
            tenant: whose.
            account_id: the account.
            site: the site; None for none.
            since: the first day.
            last: the last day.
        """
        it, about = history.c, evaluations.c
        single = func.coalesce((it.window_from == it.window_to) & it.numerator.is_not(None), false())
        # of what was said of one day the last that can be is used: one that cannot must not hide it
        can_be = func.coalesce(it.numerator <= it.denominator, false())
        newest = func.row_number().over(
            partition_by=(
                it.metric,
                it.segment,
                single,
                case((single, it.window_to)),
                case((single, can_be)),
            ),
            order_by=(it.day.desc(), it.evaluation_id.desc()),
        )
        inner = select(*POINT, single.label("single"), newest.label("place")).where(
            it.tenant == tenant, it.account_id == account_id
        )
        ranked = _within(inner, it.day, it.site, Span(since, last, site or "")).subquery()
        query = select(*(ranked.c[each.name] for each in POINT), ranked.c.single)
        query = query.where(ranked.c.place == 1).order_by(ranked.c.evaluation_id)
        with storage_errors(), self._reads.connect() as connection:
            rows = connection.execute(query).all()
            ids = {row.evaluation_id for row in rows if not row.single}
            wanted = select(about.id, about.as_of).where(about.tenant == tenant, about.id.in_(ids))
            said: dict[str, date] = {row.id: row.as_of for row in connection.execute(wanted)}
        return [
            (point(row[:-1]), None if row.single else said.get(row.evaluation_id, row.day)) for row in rows
        ]

    def _found(self, tenant: str, query: Select[Any]) -> list[AccountRecord]:
        """Run a query for accounts, and put their tags and newest evaluations to them."""
        with storage_errors(), self._reads.connect() as connection:
            found = connection.execute(query).all()
            ids = [row.id for row in found]
            tags = tags_of(connection, tenant, ids)
            latest = _latest(connection, tenant, ids)
        return [
            AccountRecord(
                *(row.id, row.marketplace, row.seller_id, row.name, moment(row.since)),
                tags=tuple(tags[row.id]),
                latest=tuple(latest[row.id]),
            )
            for row in found
        ]


def _length(engine: Engine, first: Any, last: Any) -> ColumnElement[int]:
    """The days of a window, both ends included."""
    if engine.dialect.name == "sqlite":
        found: ColumnElement[int] = cast(func.julianday(last) - func.julianday(first) + 1, Integer)
        return found
    days: ColumnElement[int] = last - first + literal(1, Integer)
    return days


def _within(query: Select[Any], day: Any, site: Any, span: Span) -> Select[Any]:
    if span.first is not None:
        query = query.where(day >= span.first)
    if span.last is not None:
        query = query.where(day <= span.last)
    if span.site is not None:
        query = query.where(site == span.site if span.site else site.is_(None))
    return query


def tags_of(connection: Connection, tenant: str, ids: Sequence[str]) -> dict[str, list[str]]:
    """Give the tags of accounts, each in alphabetical order."""
    it = account_tags.c
    query = select(it.account_id, it.tag).where(it.tenant == tenant, it.account_id.in_(ids))
    found: dict[str, list[str]] = defaultdict(list)
    for account_id, tag in connection.execute(query.order_by(it.account_id, it.tag)):
        found[account_id].append(tag)
    return found


def _latest(connection: Connection, tenant: str, ids: Sequence[str]) -> dict[str, list[Summary]]:
    sites = account_sites.c
    same = (evaluations.c.tenant == sites.tenant) & (evaluations.c.id == sites.evaluation_id)
    query = select(sites.account_id, *SUMMARY).join(evaluations, same)
    query = query.where(sites.tenant == tenant, sites.account_id.in_(ids))
    found: dict[str, list[Summary]] = defaultdict(list)
    for account_id, *row in connection.execute(query.order_by(sites.account_id, sites.site)):
        found[account_id].append(summary(row))
    return found
