"""Amazon's sales and traffic report, GET_SALES_AND_TRAFFIC_REPORT: its early signals, period by period."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.sites import SITE_BY_MARKETPLACE_ID
from sellervitals_amazon.sources import SOURCES

TYPE = "amazon.sales-and-traffic"
_BY_DATE, _SPECIFICATION = "salesAndTrafficByDate", "reportSpecification"
_ROOT_KEYS = frozenset({_BY_DATE, _SPECIFICATION, "salesAndTrafficByAsin"})
_SALES, _TRAFFIC = "salesByDate", "trafficByDate"
_PLACES = 2
"""Decimals of the report's percentages; JSON drops closing zeros."""


class _Signal(NamedTuple):
    """What is read of each period: a count, or a rate in percent with its two counts."""

    metric: str
    part: str
    numerator: str
    denominator: str = ""
    rate: str = ""


_SIGNALS = (
    _Signal(
        "received_negative_feedback_rate",
        _TRAFFIC,
        "negativeFeedbackReceived",
        "feedbackReceived",
        "receivedNegativeFeedbackRate",
    ),
    _Signal("claims_granted", _SALES, "claimsGranted"),
    _Signal("refund_rate", _SALES, "unitsRefunded", "unitsOrdered", "refundRate"),
)


class _Period(NamedTuple):
    window: sdk.Window
    told: sdk.Fields


def recognises(content: Any) -> bool:
    """Say by its content whether this is such a report; never raises."""
    return isinstance(content, dict) and isinstance(content.get(_BY_DATE), list)


def read(content: Any) -> sdk.Reading:
    """Measure each signal over the whole range; its single periods become the history.

    Raises:
        UnreadableError: no period can be read, one has no date, or a date comes twice.
    """
    if not isinstance(content, dict) or not isinstance(content.get(_BY_DATE), list):
        raise sdk.UnreadableError("", f"A sales and traffic report is a JSON object with {_BY_DATE}.")
    root = sdk.Fields.of(content, TYPE)
    remarks = root.remarks
    remarks.unknown(content, _ROOT_KEYS, "")
    about = root.object(_SPECIFICATION)
    site = None if about is None else _site(about)
    granularity = "DAY" if about is None else _granularity(about)
    periods = _periods(content[_BY_DATE], granularity, remarks)
    if not periods:
        raise sdk.UnreadableError(f"/{_BY_DATE}", "The report holds no period.")
    found: list[sdk.Measurement] = []
    history: list[sdk.Measurement] = []
    for signal in _SIGNALS:
        single = [_measured(signal, each, site) for each in periods]
        history += (each for each in single if each.decisive is not None)
        found += _whole(signal, single, remarks)
    if not found and not history:
        raise sdk.UnreadableError(f"/{_BY_DATE}", "The report holds nothing that can be measured.")
    return sdk.Reading(
        tuple(found), (site,), ignored=remarks.ignored, notices=remarks.notices, history=tuple(history)
    )


def _site(about: sdk.Fields) -> str | None:
    """The store; Amazon makes this report for one alone, so several are nobody's."""
    listed = about.content.get("marketplaceIds")
    pointer = about.at("marketplaceIds")
    if listed is None:
        return None
    if not isinstance(listed, list) or len(listed) != 1 or not isinstance(listed[0], str):
        about.remarks.unreadable(pointer, "a list of one marketplace id")
        return None
    site = SITE_BY_MARKETPLACE_ID.get(listed[0])
    if site is None:
        about.remarks.unreadable(f"{pointer}/0", "a known Amazon marketplace id")
    return site


def _granularity(about: sdk.Fields) -> str:
    """DAY, WEEK or MONTH; days where nothing was asked for, as Amazon documents, "" for anything else."""
    options = about.object("reportOptions")
    if options is None or not options.has("dateGranularity"):
        return "DAY"
    word = (options.word("dateGranularity") or "").upper()
    if word in {"DAY", "WEEK", "MONTH"}:
        return word
    options.remarks.unreadable(options.at("dateGranularity"), "DAY, WEEK or MONTH")
    return ""


def _periods(listed: Iterable[Any], granularity: str, remarks: sdk.Remarks) -> list[_Period]:
    found: dict[date, _Period] = {}
    for place, each in enumerate(listed):
        pointer = f"/{_BY_DATE}/{place}"
        if not isinstance(each, dict):
            raise sdk.UnreadableError(pointer, "must be an object with a date.")
        start = _day(each.get("date"))
        if start is None:
            raise sdk.UnreadableError(f"{pointer}/date", "must be a date such as 2026-11-22.")
        if start in found:
            raise sdk.UnreadableError(f"{pointer}/date", f"{start} comes twice.")
        window = sdk.Window(start, _last(start, granularity))
        found[start] = _Period(window, sdk.Fields(each, pointer, remarks))
    return [found[start] for start in sorted(found)]


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None


def _last(start: date, granularity: str) -> date | None:
    """The last day of a period; Amazon widens the range to whole weeks, from Sunday on, or months."""
    days = {"DAY": 1, "WEEK": 7, "MONTH": monthrange(start.year, start.month)[1]}.get(granularity)
    if days is None or (date.max - start).days < days:
        return None
    return start + timedelta(days=days - 1)


def _measured(signal: _Signal, period: _Period, site: str | None) -> sdk.Measurement:
    empty = sdk.Measurement(
        signal.metric,
        window=period.window,
        document=TYPE,
        pointer=f"{period.told.at(signal.part)}/{signal.numerator}",
        site=site,
    )
    part = period.told.object(signal.part)
    if part is None:
        return empty
    top = part.count(signal.numerator)
    if not signal.denominator:
        return empty._replace(value=None if top is None else Decimal(top))
    bottom = part.count(signal.denominator)
    if top is None or bottom is None:
        return empty
    rate = part.number(signal.rate) if bottom else None
    if rate is None:
        return empty._replace(numerator=top, denominator=bottom)
    places = max(-int(rate.as_tuple().exponent), _PLACES)
    return empty._replace(value=sdk.percent(rate), numerator=top, denominator=bottom, digits=places + 2)


def _whole(signal: _Signal, single: list[sdk.Measurement], remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    """Measure the whole range by its counts; a period that does not tell leaves the range unknown."""
    if len(single) == 1:
        yield from (each for each in single if each.decisive is not None)
        return
    if any(each.value is None and each.numerator is None for each in single):
        message = f"{signal.numerator} is missing in some periods, so the whole range was not measured."
        remarks.note("incomplete_range", f"/{_BY_DATE}", message)
        return
    first, last = single[0], single[-1]
    whole = sdk.Measurement(
        signal.metric,
        window=sdk.Window(*(each.window and each.window[end] for end, each in enumerate((first, last)))),
        document=TYPE,
        pointer=f"/{_BY_DATE}",
        site=first.site,
        rebuilt_from="the counts of its periods",
    )
    if signal.denominator:
        top = sum(each.numerator or 0 for each in single)
        yield whole._replace(numerator=top, denominator=sum(each.denominator or 0 for each in single))
    else:
        yield whole._replace(value=sum((Decimal(str(each.value)) for each in single), Decimal(0)))


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Sales and traffic report (GET_SALES_AND_TRAFFIC_REPORT)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=tuple(each.metric for each in _SIGNALS),
    references=(SOURCES["sales-report"],),
)
