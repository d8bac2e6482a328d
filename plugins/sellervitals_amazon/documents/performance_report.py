"""Amazon's seller performance report, GET_V2_SELLER_PERFORMANCE_REPORT, read to measurements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import blocks, fields
from sellervitals_amazon.documents.blocks import TYPE
from sellervitals_amazon.documents.fields import Block
from sellervitals_amazon.documents.judgements import target, verdict
from sellervitals_amazon.documents.rate_blocks import Draft, drafts
from sellervitals_amazon.documents.stores import METRICS, STATUSES, Part, stores
from sellervitals_amazon.metrics.account import MOST_POINTS

_ROOT_KEYS = frozenset({METRICS, STATUSES})
_STATUS_KEYS = frozenset({"marketplaceId", "status"})
_STORE_KEYS = blocks.BLOCK_KEYS | {"marketplaceId", *blocks.WARNINGS}
_COUNTS = tuple((each, each.known) for each in blocks.COUNTS)


def recognises(content: Any) -> bool:
    """Say by its content whether this is such a report; never raises."""
    if not isinstance(content, dict):
        return False
    metrics, statuses = content.get(METRICS), content.get(STATUSES)
    if metrics == [] and statuses == []:
        return True
    return _has(metrics, lambda each: not blocks.BLOCK_KEYS.isdisjoint(each)) or _has(
        statuses, _STATUS_KEYS.issubset
    )


def _has(listed: Any, looks_right: Callable[[Block], bool]) -> bool:
    return isinstance(listed, list) and any(isinstance(each, dict) and looks_right(each) for each in listed)


def read(content: Any) -> sdk.Reading:
    """Turn a report into measurements, in the order of ``blocks.METRICS`` for each store.

    Raises:
        UnreadableError: nothing in it can be measured.
    """
    if not isinstance(content, dict):
        raise sdk.UnreadableError("", "A seller performance report is a JSON object.")
    remarks = sdk.Remarks(TYPE)
    remarks.unknown(content, _ROOT_KEYS, "")
    found = stores(content, remarks)
    by_site: dict[str | None, list[sdk.Measurement | Draft]] = {site: [] for site in found.sites}
    for part in found.statuses:
        by_site[part.site].extend(_account_status(part, remarks))
    for part in found.metrics:
        by_site[part.site].extend(_store(part, remarks))
    drafted = (each.own.form for site in by_site.values() for each in site if isinstance(each, Draft))
    forms = {form for form in drafted if form is not None}
    kept: list[sdk.Measurement] = []
    for measured in by_site.values():
        settled = (each.settled(forms, remarks) if isinstance(each, Draft) else each for each in measured)
        kept.extend(_once(settled, remarks))
    if not kept:
        raise sdk.UnreadableError(f"/{METRICS}", "The report holds nothing that can be measured.")
    return sdk.Reading(tuple(kept), found.sites, ignored=remarks.ignored, notices=remarks.notices)


def _account_status(part: Part, remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    remarks.unknown(part.content, _STATUS_KEYS, part.pointer)
    word, good = verdict(part.content, "status", part.pointer, remarks)
    if word is not None:
        yield _state("account_status", None, (word, good), part)


def _state(metric: str, segment: str | None, judged: tuple[str, bool | None], part: Part) -> sdk.Measurement:
    word, good = judged
    return sdk.Measurement(
        metric,
        segment,
        value=word,
        verdict=word,
        good=good,
        document=TYPE,
        pointer=part.pointer,
        site=part.site,
    )


def _store(part: Part, remarks: sdk.Remarks) -> Iterator[sdk.Measurement | Draft]:
    """Read one element of performanceMetrics; other software nests blocks in its warning states."""
    remarks.unknown(part.content, _STORE_KEYS, part.pointer)
    scopes = [part]
    listed: list[Part] = []
    for key in blocks.WARNINGS:
        value, pointer = part.content.get(key), f"{part.pointer}/{key}"
        if isinstance(value, list):
            listed += [Part(part.site, each, f"{pointer}/{place}") for place, each in enumerate(value)]
        elif isinstance(value, dict) and "warningType" in value:
            listed.append(Part(part.site, value, pointer))
        elif isinstance(value, dict):
            remarks.unknown(value, blocks.BLOCK_KEYS, pointer)
            scopes.append(Part(part.site, value, pointer))
        elif value is not None:
            remarks.unreadable(pointer, "a list or an object")
    for scope in scopes:
        yield from _rating(scope, remarks)
    yield from drafts(scopes, remarks)
    yield from _counts(scopes, remarks)
    for each in listed:
        yield from _warning(each, remarks)


def _rating(scope: Part, remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    block = fields.block(scope.content, blocks.RATING, scope.pointer, remarks)
    if block is None:
        return
    pointer = f"{scope.pointer}/{blocks.RATING}"
    remarks.unknown(block, blocks.RATING_KEYS, pointer)
    score = fields.number(block, blocks.RATING_SCORE, pointer, remarks)
    if score is not None and score > MOST_POINTS:
        remarks.unreadable(f"{pointer}/{blocks.RATING_SCORE}", f"at most {MOST_POINTS:,} points")
        score = None
    key = next((each for each in blocks.RATING_STATUS if block.get(each) is not None), "")
    word, good = verdict(block, key, pointer, remarks)
    window = fields.window(block, pointer, remarks)
    yield sdk.Measurement(
        "account_health_rating",
        value=score,
        window=window,
        verdict=word,
        good=good,
        document=TYPE,
        pointer=pointer,
        site=scope.site,
    )


def _counts(scopes: Iterable[Part], remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    for count, known in _COUNTS:
        for scope in scopes:
            for key in count.keys:
                block = fields.block(scope.content, key, scope.pointer, remarks)
                if block is not None:
                    remarks.unknown(block, known, f"{scope.pointer}/{key}")
                    yield _count(count, Part(scope.site, block, f"{scope.pointer}/{key}"), remarks)


def _count(count: blocks.CountBlock, part: Part, remarks: sdk.Remarks) -> sdk.Measurement:
    site, block, pointer = part
    number = fields.count(block, count.number, pointer, remarks)
    bound, condition = target(block, sdk.Comparator.AT_MOST, pointer, remarks)
    word, good = verdict(block, "status", pointer, remarks)
    return sdk.Measurement(
        count.metric,
        value=None if number is None else Decimal(number),
        window=fields.window(block, pointer, remarks),
        target=sdk.target_of(condition, bound),
        verdict=word,
        good=good,
        document=TYPE,
        pointer=pointer,
        site=site,
    )


def _warning(part: Part, remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    if not isinstance(part.content, dict):
        remarks.unreadable(part.pointer, "an object with warningType and status")
        return
    remarks.unknown(part.content, blocks.WARNING_KEYS, part.pointer)
    kind = fields.word(part.content, "warningType", part.pointer, remarks)
    word, good = verdict(part.content, "status", part.pointer, remarks)
    if kind is None or word is None:
        remarks.unreadable(part.pointer, "an object with warningType and status")
    else:
        yield _state("warning_state", kind, (word, good), part)


def _once(measured: Iterable[sdk.Measurement], remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    """Keep one measurement of each metric and segment of one store, and say which ones gave way."""
    kept, repeats = sdk.one_each(measured)
    for stays, goes, why in repeats:
        message = f"{goes.pointer} was left out: it differs from {stays.pointer}, and {why} counts."
        remarks.note("repeated", goes.pointer, message)
    yield from kept


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Seller performance report (GET_V2_SELLER_PERFORMANCE_REPORT)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=blocks.METRICS,
    references=(
        sdk.Reference(
            "Schema accountHealthReport-2020-11-18",
            "https://github.com/amzn/selling-partner-api-models/blob/main/schemas/reports/accountHealthReport-2020-11-18.json",
        ),
    ),
)
