"""Days of scheduled pickups: how many failed, beside the target of the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sellervitals import plugin as sdk
from sellervitals_shopee.documents import answer


def daily(entries: Iterable[sdk.Fields], document: str) -> list[sdk.Measurement]:
    """Read the days, oldest first; one without a readable date is left out.

    The target stands there without a comparator. A rate of failures can only be asked to stay below it.
    """
    days: dict[date, sdk.Measurement] = {}
    for entry in entries:
        day, target = answer.named_day(entry, "date"), answer.percentage(entry, "target")
        failed, scheduled = entry.count("failed_pickup_num"), entry.count("scheduled_pickup_num")
        reported = entry.number("opfr")
        if day is None or day in days:
            says = "no date" if day is None else f"a second entry for {day}"
            entry.note("unreadable_value", f"{entry.pointer} was left out: it has {says}.")
            continue
        rate = None if reported is None else sdk.percent(reported)
        if rate is not None and rate > sdk.ratio(1):
            rate = None
            entry.note("unreadable_value", f"{entry.at('opfr')} was left out: no rate is over 100 %.", "opfr")
        days[day] = sdk.Measurement(
            "daily_pickup_failure_rate",
            value=rate,
            numerator=failed,
            denominator=scheduled,
            digits=2,  # whole percents
            window=sdk.Window(day, day),
            target=sdk.target_of("below", target),
            document=document,
            pointer=entry.pointer,
        )
    return [days[day] for day in sorted(days)]
