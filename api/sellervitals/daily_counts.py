"""Daily counts: what was counted on single days, typed in or computed by a caller, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sellervitals.domain.measurement import Better, Measurement, Metric, Unit, Window
from sellervitals.domain.pointer import token
from sellervitals.limits import DAILY_SERIES, DAYS, HISTORY
from sellervitals.own.metrics import no_metric
from sellervitals.plain_metrics import DOCUMENT, Reader
from sellervitals.problems import Fault

_SERIES = {"segment", "days"}
_ANY = Metric(id="any", title="Any", unit=Unit.STATE, better=Better.LOWER, bounded=False)
"""Stands for a metric that nobody knows: its days are ignored, but what is no list of days is refused."""
_AN_OBJECT = "must be an object such as {'days': [{'day': '2026-09-01', 'numerator': 0, 'denominator': 17}]}."


class DailyReader(Reader):
    """Reads the ``daily`` object of a request; look at ``faults`` before using it."""

    def daily(self, given: Mapping[str, Any]) -> list[Measurement]:
        """Read every day as a measurement whose window is that day."""
        found: list[Measurement] = []
        for name, several in given.items():
            place = f"/daily/{token(name)}"
            metric = self.marketplace.by_id.get(name, _ANY)
            if metric is _ANY:
                self._ignore(place, name)
            elif metric.unit not in {Unit.RATIO, Unit.COUNT}:
                self._fault(place, f"has no daily counts: {metric.id} is counted in {metric.unit.words}.")
                continue
            seen: set[str | None] = set()
            listed = several if isinstance(several, list) else [several]
            if len(listed) > DAILY_SERIES:
                detail = f"has more than {DAILY_SERIES} items."
                self.faults.append(Fault(place, "limit-exceeded", detail))
                continue
            for index, each in enumerate(listed):
                pointer = f"{place}/{index}" if isinstance(several, list) else place
                days = self._series(pointer, metric, each, seen)
                found.extend(days if metric is not _ANY else ())
                if len(found) > HISTORY:
                    detail = f"holds more than {HISTORY:,} days."
                    self.faults.append(Fault("/daily", "limit-exceeded", detail))
                    return found
        return found

    def _ignore(self, pointer: str, name: str) -> None:
        if self.marketplace.families:
            detail = (
                f"{no_metric(self.marketplace, name)} Daily counts name it by its family, with a segment."
            )
            self._fault(pointer, detail)
        else:
            self._unknown(pointer, name)

    def _series(self, pointer: str, metric: Metric, given: Any, seen: set[str | None]) -> list[Measurement]:
        if not isinstance(given, dict) or not isinstance(given.get("days"), list):
            self._fault(pointer, _AN_OBJECT)
            return []
        for name in given.keys() - _SERIES:
            detail = f"is not known; known are {', '.join(sorted(_SERIES))}."
            self.faults.append(Fault(f"{pointer}/{token(name)}", "unknown-field", detail))
        segment = self._segment(pointer, metric, given)
        counted = metric.counted_as(segment)
        if counted in seen:
            self._fault(pointer, "gives the days of one segment twice.")
        seen.add(counted)
        days = given["days"]
        if len(days) > DAYS:
            self.faults.append(Fault(f"{pointer}/days", "limit-exceeded", f"has more than {DAYS} items."))
            return []
        found: dict[date, Measurement] = {}
        for index, each in enumerate(days):
            at = f"{pointer}/days/{index}"
            one = self._day(at, metric, segment, each)
            if one is None or one.window is None or one.window.end is None:
                continue
            if one.window.end in found:
                self._fault(f"{at}/day", "is given twice.")
            found[one.window.end] = one
        return list(found.values())

    def _day(self, pointer: str, metric: Metric, segment: str | None, given: Any) -> Measurement | None:
        counts = ("numerator",) if metric.unit is Unit.COUNT else ("numerator", "denominator")
        known = ("day", *counts)
        if not isinstance(given, dict):
            self._fault(pointer, f"must be an object with {', '.join(known)}.")
            return None
        before = len(self.faults)
        for name in given.keys() - set(known):
            detail = f"is not known; known are {', '.join(known)}."
            self.faults.append(Fault(f"{pointer}/{token(name)}", "unknown-field", detail))
        for name in known:
            if name not in given and (name != "denominator" or metric is not _ANY):
                self._fault(f"{pointer}/{name}", "is missing.")
        day = self._date(f"{pointer}/day", given["day"]) if "day" in given else None
        if day is not None and day > self.latest:
            self._fault(f"{pointer}/day", "lies in the future.")
        top, bottom = (self._count(pointer, given, name) for name in ("numerator", "denominator"))
        if metric.bounded and top is not None and bottom is not None and top > bottom:
            self._fault(f"{pointer}/numerator", "is more than the denominator, which cannot be.")
        if len(self.faults) > before:
            return None
        return Measurement(
            metric.id,
            segment,
            numerator=top,
            denominator=bottom,
            window=Window(day, day),
            document=DOCUMENT,
            pointer=pointer,
            site=self.site,
        )
