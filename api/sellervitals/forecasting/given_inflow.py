"""The inflow that whoever asks expects, read strictly: events a day by metric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sellervitals.domain.measurement import Metric, Unit
from sellervitals.domain.pointer import token
from sellervitals.forecasting.outset import Series
from sellervitals.forecasting.question import Asked
from sellervitals.limits import MEASUREMENTS
from sellervitals.plain_metrics import Reader
from sellervitals.problems import Fault


class InflowReader(Reader):
    """Reads the ``inflow`` object of a request; look at ``faults`` before using it."""

    def inflow(self, given: Mapping[str, Any]) -> dict[Series, Asked]:
        """Read events a day by metric and segment."""
        found: dict[Series, Asked] = {}
        number = 0
        for name, several in given.items():
            place = f"/inflow/{token(name)}"
            metric = self.marketplace.by_id.get(name)
            if metric is None or metric.unit not in {Unit.RATIO, Unit.COUNT}:
                detail = "is no rate or count of this marketplace, so nothing of it comes in."
                self.faults.append(Fault(place, "validation-failed", detail))
                continue
            for pointer, each in _each(place, several):
                number += 1
                asked = self._one(pointer, metric, each)
                key = (metric.id, each.get("segment") if isinstance(each, dict) else None)
                if asked is not None and key in found:
                    self._fault(pointer, f"{name} is given twice for one segment.")
                elif asked is not None:
                    found[key] = asked
        if number > MEASUREMENTS:
            self.faults.append(Fault("/inflow", "limit-exceeded", f"holds more than {MEASUREMENTS} items."))
        return found

    def _one(self, pointer: str, metric: Metric, given: Any) -> Asked | None:
        needed = {"numerator", "denominator"} if metric.unit is Unit.RATIO else {"numerator"}
        if not isinstance(given, dict):
            self._fault(pointer, f"must be an object with {' and '.join(sorted(needed))}, in events a day.")
            return None
        before = len(self.faults)
        for name in given.keys() - needed - {"segment"}:
            detail = f"is not known; known are {', '.join(sorted(needed | {'segment'}))}."
            self.faults.append(Fault(f"{pointer}/{token(name)}", "unknown-field", detail))
        for name in sorted(needed - given.keys()):
            self._fault(f"{pointer}/{name}", "is missing.")
        self._segment(pointer, metric, given)
        counts = {name: self._number(f"{pointer}/{name}", given[name]) for name in needed & given.keys()}
        top, bottom = counts.get("numerator"), counts.get("denominator", Decimal(0))
        if len(self.faults) > before or top is None or bottom is None:
            return None
        if metric.unit is Unit.RATIO and metric.bounded and top > bottom:
            self._fault(f"{pointer}/numerator", "is more than the denominator, which cannot be.")
            return None
        return Asked(top, bottom)


def _each(place: str, several: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(several, list):
        yield from ((f"{place}/{index}", each) for index, each in enumerate(several))
    else:
        yield place, several
