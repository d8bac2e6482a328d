"""The answer of get_shop_performance: Shopee's rating of the shop and every metric with its target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.performance import BY_NAME, GROUPS, KNOWN, Known, spelled
from sellervitals_shopee.documents import answer
from sellervitals_shopee.documents.values import Value, value_of
from sellervitals_shopee.metrics import METRICS
from sellervitals_shopee.sources import cite

TYPE = "shopee.shop-performance"
RATINGS: Mapping[int, str] = {1: "Poor", 2: "ImprovementNeeded", 3: "Good", 4: "Excellent"}
_MOST_IGNORED = 100
"""Unknown metrics that are listed one by one."""
_BY_ID = {metric.id: metric for metric in METRICS}


class _Entry(NamedTuple):
    """A metric of the list: what it is, whether only its name says so, and where it stands."""

    number: int
    by_name: bool
    fields: sdk.Fields


def recognises(content: Any) -> bool:
    """Say by its content whether it is such an answer; never raises."""
    return answer.holds(content, "metric_list", "overall_performance")


def read(content: Any) -> sdk.Reading:
    """Turn the answer into measurements; the values of the last period, which has no dates, are history.

    Raises:
        UnreadableError: there is no response.
    """
    root, response = answer.opened(content, TYPE)
    ignored: list[sdk.Notice] = []
    found: dict[int, sdk.Measurement] = {}
    before: list[sdk.Measurement] = []
    entries = list(_entries(response, ignored))
    for number, _, fields in sorted(entries, key=lambda each: each.by_name):  # a number outranks a name
        if number in found:
            fields.skip(*fields.content)
            fields.note(
                "repeated_metric", f"{KNOWN[number].metric} is listed more than once; the first counts."
            )
            continue
        found[number], last = _measured(KNOWN[number], fields)
        before += last
    for number in list(found):
        _tell_parent(KNOWN[number], found[number], found)
    if len(ignored) > _MOST_IGNORED:
        more = len(ignored) - _MOST_IGNORED
        response.note("more", f"{more:,} more metrics are not known either.", "metric_list")
    measurements = (*_overall(response), *found.values())
    return answer.closed(root, measurements, history=before, ignored=ignored[:_MOST_IGNORED])


def _entries(response: sdk.Fields, ignored: list[sdk.Notice]) -> Iterator[_Entry]:
    """Find out what each entry of the list is, by its number, else by its name."""
    for fields in response.objects("metric_list"):
        number, name = fields.number("metric_id", negative=True), fields.word("metric_name")
        fields.skip("metric_type", "parent_metric_id")
        whole = int(number) if number is not None and number == number.to_integral_value() else 0
        by_name = BY_NAME.get(spelled(name)) if name else None
        if number is not None and number < 0:  # the heading of a group
            fields.skip(*fields.content)
        elif whole in KNOWN:
            yield _Entry(whole, by_name=False, fields=fields)
        elif by_name is not None:
            fields.note("read_by_name", f"{fields.at('metric_id')} is not known; its name {name} is.")
            yield _Entry(by_name, by_name=True, fields=fields)
        else:
            fields.skip(*fields.content)
            called = f"metric {number if number is not None else 'without a number'} ({name or 'no name'})"
            says = f"{fields.pointer} is {called}, which is not known."
            ignored.append(sdk.Notice("ignored", says, TYPE, fields.pointer))


def _measured(known: Known, fields: sdk.Fields) -> tuple[sdk.Measurement, list[sdk.Measurement]]:
    """Read one metric, with what it was in the last period."""
    metric = _BY_ID[known.metric]
    unit = fields.count("unit")
    values = {key: _value(fields, key, metric, unit) for key in ("current_period", "last_period")}
    now = sdk.Measurement(
        metric.id,
        known.segment,
        values["current_period"],
        target=_target(fields, known, metric, unit),
        document=TYPE,
        pointer=fields.at("current_period"),
        exempt_until=answer.named_day(fields, "exemption_end_date"),
        missing="" if fields.has("current_period") else "Shopee reports no value for this period",
    )
    last = now._replace(
        value=values["last_period"],
        target=None,
        pointer=fields.at("last_period"),
        exempt_until=None,
        missing="",
    )
    return now, [last] if last.value is not None else []


def _value(fields: sdk.Fields, key: str, metric: sdk.Metric, unit: int | None) -> Value | None:
    number = fields.number(key)
    return _checked(fields, key, number, value_of(metric, number, unit), metric)


def _target(fields: sdk.Fields, known: Known, metric: sdk.Metric, unit: int | None) -> sdk.Target | None:
    """Read the target; what it asks for is said by its comparator, not by what we know of the metric."""
    target = fields.object("target")
    if target is None:
        return None
    number, word = target.number("value"), target.word("comparator")
    line = _checked(target, "value", number, value_of(metric, number, unit), metric)
    trust = sdk.Trust.SUGGESTED if known.advice else sdk.Trust.OFFICIAL
    made = sdk.target_of(word, line, metric.better, trust) or sdk.target_of(word, line, trust=trust)
    if made is None and line is not None:
        target.note("unreadable_target", f"{target.pointer} was left out: its comparator cannot be read.")
    return made


def _checked(
    fields: sdk.Fields, key: str, number: Decimal | None, value: Value | None, metric: sdk.Metric
) -> Value | None:
    """Say where a number is no value of its metric."""
    if number is not None and value is None:
        says = f"{fields.at(key)} was left out: in this unit {number} is no value of {metric.id}."
        fields.note("unreadable_value", says, key)
    return value


def _tell_parent(known: Known, child: sdk.Measurement, found: dict[int, sdk.Measurement]) -> None:
    """Make a metric a part of what it belongs to: there it counts, and there it is the cause."""
    parent = found.get(known.parent)
    if parent is None or not known.part or child.value is None:
        return
    if isinstance(child.value, sdk.Rate):
        parent = parent._replace(shares={**parent.shares, known.part: child.value})
    elif isinstance(child.value, Decimal):
        parent = parent._replace(parts={**parent.parts, known.part: int(child.value)})
    found[known.parent] = parent


def _overall(response: sdk.Fields) -> Iterator[sdk.Measurement]:
    """Read Shopee's rating and its own count of missed targets."""
    overall = response.object("overall_performance")
    if overall is None:
        return
    rating = overall.count("rating")
    if rating is not None:
        word = RATINGS.get(rating, f"Rating {rating}")
        yield sdk.Measurement(
            "shop_performance_level", value=word, document=TYPE, pointer=overall.at("rating")
        )
    for group, key in GROUPS.items():
        failed = overall.count(key)
        if failed is not None:
            yield sdk.Measurement(
                "failed_metrics", group, Decimal(failed), document=TYPE, pointer=overall.at(key)
            )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Shop performance (get_shop_performance)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=(
        "shop_performance_level",
        "failed_metrics",
        *dict.fromkeys(known.metric for known in KNOWN.values()),
    ),
    references=tuple(cite("account-health").values()),
)
