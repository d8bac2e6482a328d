"""The object ``seller_reputation``, the same in every call that holds one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from sellervitals import plugin as sdk

MARKS = frozenset({"level_id", "power_seller_status", "transactions", "metrics"})
"""The keys of which at least one is always there."""

RATES = {
    "claims": "claims_rate",
    "cancellations": "cancellations_rate",
    "delayed_handling_time": "delayed_handling_rate",
}
"""Metric by the key that it has under ``metrics``."""


def measured(
    fields: sdk.Fields, document: str, *, site: str | None, segment: str | None = None
) -> Iterator[sdk.Measurement]:
    """Give everything that one reputation says; what it does not say is left out."""
    found = partial(sdk.Measurement, document=document, site=site, segment=segment)
    level, medal = fields.word("level_id"), fields.word("power_seller_status")
    if level is not None or fields.content.get("level_id", "") is None:
        missing = "" if level else "Mercado Libre has given no colour yet"
        yield found("level", value=level, verdict=level, missing=missing, pointer=fields.at("level_id"))
    if medal is not None:
        yield found("leader_status", value=medal, verdict=medal, pointer=fields.at("power_seller_status"))
    yield from _protection(fields, found)
    metrics = fields.object("metrics")
    if metrics is not None:
        yield from _rates(metrics, found, coloured=level is not None)
        sales = metrics.object("sales")
        if sales is not None and (completed := sales.count("completed")) is not None:
            yield found(
                "sales_completed",
                value=Decimal(completed),
                period=sales.word("period") or "",
                pointer=sales.pointer,
            )
    transactions = fields.object("transactions")
    if transactions is not None:
        transactions.skip("completed", "period", "ratings")
        cancelled, total = transactions.count("canceled"), transactions.count("total")
        if cancelled is not None and total is not None:
            yield found(
                "lifetime_cancel_share", numerator=cancelled, denominator=total, pointer=transactions.pointer
            )


def _rates(
    metrics: sdk.Fields, found: partial[sdk.Measurement], *, coloured: bool
) -> Iterator[sdk.Measurement]:
    """Give the rates as delivered; the counts beside them never make one, see ``metrics``."""
    for key, metric in RATES.items():
        block = metrics.object(key)
        if block is None:
            continue
        period = block.word("period") or ""
        rate, events = block.number("rate"), block.count("value")
        missing = ""
        if rate == 0 and events and not coloured:
            # Mercado Libre's own page shows 7 late shipments beside 6 sales as a rate of 0
            rate, missing = None, f"0 was reported beside {events:,} events, as long as there is no colour"
        if rate is not None or events is not None:
            value = None if rate is None else sdk.ratio(rate)
            yield found(
                metric,
                value=value,
                numerator=events,
                period=period,
                missing=missing,
                pointer=block.pointer,
            )
        excluded = block.object("excluded")
        if excluded is not None and (real := excluded.number("real_rate")) is not None:
            yield found(
                f"real_{metric}",
                value=sdk.ratio(real),
                numerator=excluded.count("real_value"),
                period=period,
                pointer=excluded.pointer,
            )


def _protection(fields: sdk.Fields, found: partial[sdk.Measurement]) -> Iterator[sdk.Measurement]:
    """Give what the level would be without its protection, and until when it has one."""
    real, end = fields.word("real_level"), fields.day("protection_end_date")
    if real is not None:
        yield found("real_level", value=real, pointer=fields.at("real_level"))
    if end is not None:
        place = fields.at("protection_end_date")
        yield found("protection_end_date", value=end.isoformat(), pointer=place)
        message = (
            f"The report does not say of when it is; its protection ends on {end}. It is judged by the day of"
            " the request: give as_of where it is older."
        )
        fields.note("undated_report", message, "protection_end_date")
