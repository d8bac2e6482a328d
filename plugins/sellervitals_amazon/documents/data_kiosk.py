"""Data Kiosk's seller analytics, read to measurements: the newest to be judged, all others as history.

Each figure is of the days that its period names. Where Amazon's limit is about other days, or about one
channel instead of both, the figure is kept as history and never judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import fields, rate_unit
from sellervitals_amazon.documents import seller_analytics as at
from sellervitals_amazon.documents.analytics_views import Period, periods, recognises
from sellervitals_amazon.documents.fields import Block
from sellervitals_amazon.documents.rate_unit import Claim, Evidence
from sellervitals_amazon.documents.seller_analytics import TYPE, RateField
from sellervitals_amazon.metrics.account import HISTORY_DAYS, MOST_POINTS
from sellervitals_amazon.sources import cite


class _Draft(NamedTuple):
    """A measurement whose rate still waits for its unit, and whether a limit is about its days."""

    measurement: sdk.Measurement
    judged: bool
    claim: Claim
    own: Evidence


def read(content: Any) -> sdk.Reading:
    """Turn the dataset into measurements, in the order of ``METRICS`` for each store.

    Raises:
        UnreadableError: it is a text and no JSON, or nothing in it can be measured.
    """
    remarks = sdk.Remarks(TYPE)
    told = periods(content, remarks)
    _unknown(told, remarks)
    drafts = [each for period in told for each in _rates(period, remarks)]
    found = [*((each, True) for each in _scores(told, remarks)), *_settled(drafts, remarks)]
    newest = {(each.site, each.metric, each.segment): each for each, judged in found if judged}
    history = tuple(
        each for each, _ in found if newest.get((each.site, each.metric, each.segment)) is not each
    )
    measured = [*newest.values(), *_orders(told, remarks), *_snapshots(told, remarks)]
    if not measured and not history:
        raise sdk.UnreadableError("", "The dataset holds no figure of account health.")
    sites = {site: place for place, site in enumerate(dict.fromkeys(each.part.site for each in told))}
    measured.sort(key=lambda each: (sites[each.site], at.METRICS.index(each.metric)))
    return sdk.Reading(
        tuple(measured), tuple(sites), ignored=remarks.ignored, notices=remarks.notices, history=history
    )


def _unknown(told: Iterable[Period], remarks: sdk.Remarks) -> None:
    """Say what is not read, once for each key however many periods repeat it."""
    seen: dict[str, str] = {}
    for _, health, pointer in (period.part for period in told):
        for key, value in health.items():
            if value is not None or key not in at.KEYS:
                seen.setdefault(key, pointer)
    for key, pointer in seen.items():
        if key not in at.KEYS:
            remarks.unknown({key: None}, at.KEYS, pointer)
        elif key in at.UNIT_UNKNOWN:
            message = f"{key} was left out: nothing shows whether it is a ratio or in percent."
            remarks.note("unit_unknown", f"{pointer}/{key}", message)


def _value(health: Block, key: str, pointer: str) -> tuple[Block, str, str]:
    """Where a figure stands: as ``value`` beside its benchmarks, or bare; absent where it is null."""
    inner = health.get(key)
    if isinstance(inner, dict):
        return inner, "value", f"{pointer}/{key}"
    return health, key, pointer


def _count(period: Period, key: str | None, remarks: sdk.Remarks) -> int | None:
    if key is None:
        return None
    return fields.count(*_value(period.part.content, key, period.part.pointer), remarks)


def _measurement(period: Period, metric: str, key: str, segment: str | None = None) -> sdk.Measurement:
    return sdk.Measurement(
        metric,
        segment,
        window=period.window,
        document=TYPE,
        pointer=f"{period.part.pointer}/{key}",
        site=period.part.site,
    )


def _scores(told: Iterable[Period], remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    for period in told:
        score = fields.number(*_value(period.part.content, at.SCORE, period.part.pointer), remarks)
        if score is not None and score > MOST_POINTS:
            remarks.unreadable(f"{period.part.pointer}/{at.SCORE}", f"at most {MOST_POINTS:,} points")
        elif score is not None:
            yield _measurement(period, "account_health_rating", at.SCORE)._replace(value=score)


def _rates(period: Period, remarks: sdk.Remarks) -> Iterator[_Draft]:
    for field in at.RATES:
        top, bottom = _counts(field, period, remarks)
        rate = None
        if field.rate is not None:
            rate = fields.number(*_value(period.part.content, field.rate, period.part.pointer), remarks)
        if bottom == 0 or (rate is None and (top is None or bottom is None)):
            continue  # nothing happened, or nothing was said
        segment, judged = field.place(period.days)
        claim = Claim(rate, None, top, bottom, frozenset())
        parts = {
            name: number
            for key, name in field.parts.items()
            if (number := _count(period, key, remarks)) is not None
        }
        bare = _measurement(period, field.metric, field.rate or field.defects, segment)
        measurement = bare._replace(numerator=top, denominator=bottom, parts=parts)
        yield _Draft(measurement, judged, claim, rate_unit.evidence(claim))


def _counts(field: RateField, period: Period, remarks: sdk.Remarks) -> tuple[int | None, int | None]:
    """What the metric counts and among how many; defects become the good ones where it counts those."""
    defects, total = _count(period, field.defects, remarks), _count(period, field.total, remarks)
    if not field.good:
        return defects, total
    if defects is None or total is None:
        return None, total
    if defects > total:
        remarks.unreadable(f"{period.part.pointer}/{field.defects}", f"at most {total:,}")
        return None, None
    return total - defects, total


def _settled(drafts: Iterable[_Draft], remarks: sdk.Remarks) -> Iterator[tuple[sdk.Measurement, bool]]:
    """Give each rate its unit, by evidence alone; what is in doubt is left out, and said once by metric."""
    drafts = list(drafts)
    forms = {draft.own.form for draft in drafts if draft.own.form is not None}
    doubtful: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for bare, judged, claim, own in drafts:
        value, digits, _, doubt = rate_unit.decide(claim, own, forms)
        if doubt is not None:
            doubtful[bare.metric] += 1
            continue
        apart[bare.metric] += not judged
        yield bare._replace(value=value, digits=digits), judged
    for metric, number in doubtful.items():
        message = f"{metric}: {number:,} figures left out, nothing shows whether they are ratios or percent."
        remarks.note("unit_unknown", "", message)
    if apart := +apart:
        message = (
            f"{apart.total():,} figures of {', '.join(sorted(apart))} are about other days or channels than"
            " Amazon's limit; they are kept as history and not judged. The performance report has those that"
            " count."
        )
        remarks.note("history_only", "", message)


def _orders(told: Iterable[Period], remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    """Add up the orders of the last 180 days, where every single one of these days was reported."""
    by_site: dict[str | None, dict[date, tuple[int, Period]]] = {}
    for period in told:
        orders = _count(period, at.ORDERS, remarks) if period.days == 1 else None
        if orders is not None and period.window.end is not None:
            by_site.setdefault(period.part.site, {})[period.window.end] = (orders, period)
    for days in by_site.values():
        last = max(days)
        first = last - timedelta(days=min(HISTORY_DAYS - 1, (last - date.min).days))
        inside = [orders for day, (orders, _) in days.items() if day >= first]
        if len(inside) == HISTORY_DAYS:
            yield _measurement(days[last][1], "orders_180_days", at.ORDERS)._replace(
                value=Decimal(sum(inside)),
                window=sdk.Window(first, last),
                rebuilt_from="the orders placed on each of these days",
            )


def _snapshots(told: Iterable[Period], remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    """The newest of the counts that every period repeats."""
    newest: dict[tuple[str | None, str], sdk.Measurement] = {}
    for period in told:
        for metric, key in at.SNAPSHOTS.items():
            number = _count(period, key, remarks)
            if number is not None:
                found = _measurement(period, metric, key)._replace(value=Decimal(number))
                newest[period.part.site, metric] = found
    yield from newest.values()


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Data Kiosk, seller analytics (sellerAnalyticsView)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=at.METRICS,
    references=tuple(cite("seller-analytics").values()),
)
