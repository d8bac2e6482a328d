"""Several responses of Walmart's Insights API in one object, path by path; no data is said as such.

A key is the path that was called, with or without host and query: ``/v3/insights/performance/otd/summary``.
Its value is the whole response. Null, an empty text or object, and 204 mean that Walmart had no data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from sellervitals import plugin as sdk
from sellervitals_walmart.documents import endpoints, incentives
from sellervitals_walmart.documents.envelope import payload_of
from sellervitals_walmart.documents.rate import orders_implied
from sellervitals_walmart.documents.summary import measure
from sellervitals_walmart.sites import HOME
from sellervitals_walmart.sources import cite

TYPE = "walmart.performance-summaries"
_KEY = re.compile(
    r"(https?://[^/?#]+)?/?(v3/)?insights/"
    r"(performance/(?P<path>[A-Za-z]+(/[A-Za-z]+)?)/summary|(?P<incentives>sellerIncentives))(\?(?P<query>.*))?"
)
NO_DATA = "Walmart has no data"
_LONGEST_KEY = 300
_MOST = 100
_JUDGED_OVER_60_DAYS = (endpoints.RETURNS, endpoints.NOT_RECEIVED)


class _Entry(NamedTuple):
    """One response: its key, its summary (None for seller incentives), the part of orders asked for."""

    key: str
    endpoint: endpoints.Endpoint | None
    part: str | None


def recognises(content: Any) -> bool:
    """Say by its keys whether it is such a map; never raises."""
    return isinstance(content, dict) and next(_entries(content), None) is not None


def read(content: Any) -> sdk.Reading:
    """Read every response by its path; what belongs to another path is listed as ignored.

    Raises:
        UnreadableError: it is no object, or holds no path of the Insights API.
    """
    root = sdk.Fields.of(content, TYPE)
    entries = list(_entries(root.content))
    if not entries:
        raise sdk.UnreadableError("", "holds no response of a known path.")
    orders = _orders(root.content, entries)
    found = [each for entry in entries for each in _of(root, entry, orders)]
    root.done()
    kept, repeats = sdk.one_each(found)
    for each in repeats:
        root.remarks.note(
            "repeated", each.goes.pointer, f"{each.goes.metric} is given twice; {each.why} counts."
        )
    seller = next(
        (incentives.seller(root.content[each.key]) for each in entries if each.endpoint is None), None
    )
    return sdk.Reading(
        kept,
        sites=(None,),
        main_site=HOME,
        seller_id=seller,
        ignored=root.remarks.ignored,
        notices=root.remarks.notices,
    )


def _entries(content: Mapping[Any, Any]) -> Iterator[_Entry]:
    """Find the responses among the first keys; a map of more is none of ours."""
    for key in list(content)[:_MOST]:
        found = _KEY.fullmatch(key) if isinstance(key, str) and len(key) <= _LONGEST_KEY else None
        if found is None:
            continue
        if found["incentives"]:
            yield _Entry(key, None, None)
        elif found["path"] in endpoints.BY_PATH:
            asked = dict(parse_qsl(found["query"] or ""))
            part = endpoints.part_of(asked.get("shippingMethod")) or endpoints.part_of(
                asked.get("conditionType")
            )
            yield _Entry(key, endpoints.BY_PATH[found["path"]], part)


def _of(root: sdk.Fields, entry: _Entry, orders: Decimal | None) -> Iterator[sdk.Measurement]:
    """Read one response; one without data is a measurement without a value."""
    value = root.content[entry.key]
    root.skip(entry.key)
    response = None if _is_nothing(value) else root.object(entry.key)
    if response is None:
        yield from _without(root, entry, NO_DATA)
        return
    error, payload = _error(response), payload_of(response)
    if payload is None or not payload.content:
        yield from _without(root, entry, error or NO_DATA)
    elif entry.endpoint is None:
        yield from incentives.measure(payload, TYPE)
    else:
        yield from measure(payload, entry.endpoint, TYPE, part=entry.part, orders=orders)


def _is_nothing(value: object) -> bool:
    """Say whether a value stands for the status 204, which comes without a body."""
    if isinstance(value, str | dict | list):
        return not value or value == "204"
    return value is None or (type(value) is int and value == 204)  # noqa: PLR2004 - the status itself


def _without(root: sdk.Fields, entry: _Entry, why: str) -> Iterator[sdk.Measurement]:
    root.note("no_data", f"{why}, which is neither good nor bad.", entry.key)
    if entry.endpoint is not None:
        yield sdk.Measurement(
            entry.endpoint.metric, entry.part, document=TYPE, pointer=root.at(entry.key), missing=why
        )


def _error(response: sdk.Fields) -> str:
    """Say which error Walmart answered with; the older summaries answer 404 where there is no data."""
    said = ""
    for each in [*response.objects("errors"), *response.objects("error")]:
        each.skip("field", "info", "description", "severity", "category", "causes", "errorIdentifiers")
        said = said or f"Walmart answered with the error {each.word('code') or 'without a code'}"
    return said


def _orders(content: Mapping[Any, Any], entries: list[_Entry]) -> Decimal | None:
    """Work out all orders of 60 days from the summaries that are surely in percent."""
    for entry in entries:
        response = content[entry.key]
        payload = response.get("payload") if isinstance(response, dict) else None
        if entry.endpoint in _JUDGED_OVER_60_DAYS and entry.part is None and isinstance(payload, dict):
            found = orders_implied(sdk.Fields.of(payload, TYPE), entry.endpoint)
            if found is not None:
                return found
    return None


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Performance summaries by path",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=(*endpoints.METRICS, "risk_level", *incentives.METRICS),
    references=tuple(cite("api", "endpoints", "new-endpoints", "updates").values()),
)
