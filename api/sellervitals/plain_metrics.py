"""Plain metrics: numbers typed in or computed by a caller, read strictly because nobody vouches for them.

A rate names its unit, always; nothing is guessed. Faults are collected, so that all are answered at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, TypeGuard

from sellervitals.domain.consistency import off_by_hundred
from sellervitals.domain.limit import Origin
from sellervitals.domain.marketplace import Marketplace, Notice
from sellervitals.domain.measurement import NO_PARTS, Measurement, Metric, Target, Unit, Value, Window
from sellervitals.domain.pointer import token
from sellervitals.domain.rate import Rate
from sellervitals.domain.target import target_of
from sellervitals.limits import (
    DECIMAL_DIGITS,
    INTEGER_DIGITS,
    LARGEST_COUNT,
    MEASUREMENTS,
    NAME_CHARACTERS,
    WINDOW_DAYS,
)
from sellervitals.own.metrics import FIELDS as OWN_FIELDS
from sellervitals.own.metrics import condition, family, no_metric, stake
from sellervitals.problems import Fault

DOCUMENT = "metrics"
"""What a typed number names as the document it stood in."""

_FIELDS = {"segment", "value", "unit", "numerator", "denominator", "parts", "window"}
_RATES = ("ratio", "percent")
"""A tuple: anything may stand there, hashable or not."""
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(rf"-?[0-9]{{1,{INTEGER_DIGITS}}}(\.[0-9]{{1,{DECIMAL_DIGITS}}})?")
_AN_OBJECT = "must be an object such as {'value': ..., 'unit': ...}."
_A_WORD = f"must be a printable word of at most {NAME_CHARACTERS} characters."


def origin_of(measurement: Measurement) -> Origin:
    """Say who gave the target of a measurement: its document, or the caller who typed it in."""
    return Origin.CALLER if measurement.document == DOCUMENT else Origin.DOCUMENT


class Reader:
    """Reads the ``metrics`` object of a request.

    Args:
        marketplace: whose metrics may be named.
        site: the site that the numbers are about.
        today: the date of the request; windows may end at most a day after it.
        strict: refuse unknown metrics instead of listing them as ignored.
    """

    def __init__(
        self, marketplace: Marketplace, site: str | None, today: date, *, strict: bool = False
    ) -> None:
        self.marketplace = marketplace
        self.site = site
        self.latest = today + timedelta(days=1)
        self.strict = strict
        self.fields = _FIELDS | OWN_FIELDS if marketplace.families else _FIELDS
        self.faults: list[Fault] = []
        self.ignored: list[Notice] = []

    def read(self, metrics: Mapping[str, Any]) -> list[Measurement]:
        """Read what can be read; look at ``faults`` before using it."""
        found: list[Measurement] = []
        seen: set[tuple[str, str | None, Window | None]] = set()
        for pointer, name, given in self._entries(metrics):
            metric = self.marketplace.by_id.get(name)
            if metric is not None:
                measurement = self._measurement(pointer, metric, given)
            elif self.marketplace.families:
                measurement = self._own(pointer, name, given)
            else:
                self._unknown(pointer, name)
                continue
            if measurement is None:
                continue
            key = (measurement.metric, measurement.segment, measurement.window)
            if key in seen:
                self._fault(pointer, f"{name} is given twice for one segment and window.")
            seen.add(key)
            found.append(measurement)
        return found

    def _entries(self, metrics: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
        number = 0
        for name, given in metrics.items():
            place = f"/metrics/{token(name)}"
            several = isinstance(given, list)
            if several and not given:
                self._fault(place, "must hold at least one measurement.")
            for index, each in enumerate(given if several else [given]):
                number += 1
                if number > MEASUREMENTS:
                    detail = f"more than {MEASUREMENTS} measurements."
                    self.faults.append(Fault("/metrics", "limit-exceeded", detail))
                    return
                yield (f"{place}/{index}" if several else place), name, each

    def _own(self, pointer: str, name: str, given: Any) -> Measurement | None:
        """Read a measurement under a name of the caller's own, which becomes its segment."""
        if not _is_word(name):
            self._fault(pointer, f"is no name for a metric: it {_A_WORD}")
        if not isinstance(given, dict):
            self._fault(pointer, _AN_OBJECT)
            return None
        before = len(self.faults)
        metric = family(self.marketplace, pointer, name, given, self.faults)
        if metric is None:  # whatever can be checked without a unit
            self._fields(pointer, given)
            stake(pointer, given, self.faults)
            return None
        measurement = self._measurement(pointer, metric, given)
        if measurement is None or len(self.faults) > before:
            return None
        part = measurement.segment
        return measurement._replace(segment=name if part is None else f"{name}, {part}")

    def _measurement(self, pointer: str, metric: Metric, given: Any) -> Measurement | None:
        if not isinstance(given, dict):
            self._fault(pointer, _AN_OBJECT)
            return None
        before = len(self.faults)
        self._fields(pointer, given)
        segment = self._segment(pointer, metric, given)
        window = self._window(pointer, given.get("window")) if "window" in given else None
        top = self._count(pointer, given, "numerator")
        bottom = self._count(pointer, given, "denominator")
        value, digits = self._value(pointer, metric, given, counted=None not in {top, bottom})
        if top is not None and bottom is None:
            self._fault(f"{pointer}/denominator", "is missing beside the numerator.")
        if bottom == 0 and value is not None:
            self._fault(f"{pointer}/denominator", "is 0, so there can be no value.")
        measurement = Measurement(
            metric=metric.id,
            segment=segment,
            value=value,
            numerator=top,
            denominator=bottom,
            window=window,
            target=self._target(pointer, metric, given) if self.marketplace.families else None,
            severity=stake(pointer, given, self.faults) if self.marketplace.families else None,
            digits=digits,
            parts=self._parts(pointer, metric, given),
            document=DOCUMENT,
            pointer=pointer,
            site=self.site,
        )
        counted = measurement.counted
        if isinstance(value, Rate) and counted is not None and off_by_hundred(value, counted):
            detail = f"is {value.display()}, but the counts give {counted.display()}: check the unit."
            self.faults.append(Fault(f"{pointer}/value", "unit-mismatch", detail))
        return measurement if len(self.faults) == before else None

    def _fields(self, pointer: str, given: Mapping[str, Any]) -> None:
        for name in given.keys() - self.fields:
            detail = f"is no field of a measurement; known are {', '.join(sorted(self.fields))}."
            self.faults.append(Fault(f"{pointer}/{token(name)}", "unknown-field", detail))

    def _value(
        self, pointer: str, metric: Metric, given: Mapping[str, Any], *, counted: bool
    ) -> tuple[Value | None, int | None]:
        at, unit = f"{pointer}/value", given.get("unit")
        if "value" not in given:
            if not (counted and metric.unit is Unit.RATIO):
                need = "value, or numerator and denominator," if metric.unit is Unit.RATIO else "value"
                self._fault(pointer, f"{need} is missing.")
            return None, None
        if metric.unit is Unit.STATE:
            return self._state(at, metric, given["value"]), None
        number = self._number(at, given["value"])
        if metric.unit is Unit.RATIO:
            rate = self._rate(pointer, "value", metric, number, unit)
            return rate, None if rate is None or number is None else _digits(number, unit)
        if unit is not None and unit != metric.unit:
            detail = f"must be {metric.unit.value} for {metric.id}, not {unit!r}."
            self.faults.append(Fault(f"{pointer}/unit", "unit-mismatch", detail))
        self._highest(at, metric, number)
        if number is not None and metric.unit is Unit.COUNT and number != number.to_integral_value():
            self._fault(at, "must be a whole number.")
        return number, None

    def _target(self, pointer: str, metric: Metric, given: Mapping[str, Any]) -> Target | None:
        """Read the target that came along, in the unit of the value, with its comparator."""
        asked = condition(pointer, metric, given, self.faults)
        if "target" not in given:
            return None
        needed, unit = f"{pointer}/comparator", given.get("unit")
        if asked is None and needed not in {each.pointer for each in self.faults}:
            self._fault(needed, "is missing beside the target.")
        number = self._number(f"{pointer}/target", given["target"])
        if metric.unit is not Unit.RATIO:
            self._highest(f"{pointer}/target", metric, number)
            return target_of(asked, number)
        if unit not in _RATES and "value" in given:
            return None  # said of the value
        return target_of(asked, self._rate(pointer, "target", metric, number, unit))

    def _rate(
        self, pointer: str, field: str, metric: Metric, number: Decimal | None, unit: Any
    ) -> Rate | None:
        if unit is None:
            detail = f"is missing: {metric.id} is a rate, say 'ratio' (0.01) or 'percent' (1)."
            self.faults.append(Fault(f"{pointer}/unit", "unit-missing", detail))
            return None
        if unit not in _RATES:
            self._fault(f"{pointer}/unit", "must be 'ratio' or 'percent'.")
            return None
        if number is None:
            return None
        rate = Rate.ratio(number) if unit == "ratio" else Rate.percent(number)
        if metric.bounded and rate.numerator > rate.denominator:
            detail = f"is above 100 % as {unit}; {metric.id} cannot be."
            self.faults.append(Fault(f"{pointer}/{field}", "unit-mismatch", detail))
        return rate

    def _highest(self, pointer: str, metric: Metric, number: Decimal | None) -> None:
        if number is not None and metric.highest is not None and number > metric.highest:
            self._fault(pointer, f"must be at most {metric.highest:,}; {metric.id} cannot be more.")

    def _number(self, pointer: str, given: Any) -> Decimal | None:
        if isinstance(given, str) and not _NUMBER.fullmatch(given):
            self._fault(pointer, "must be a plain decimal such as '0.91', without sign of unit.")
            return None
        if isinstance(given, bool) or not isinstance(given, int | Decimal | str):
            self._fault(pointer, "must be a number or a decimal text.")
            return None
        try:
            number = Decimal(given)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            self._fault(pointer, "must be a finite number.")
            return None
        if number < 0:
            self._fault(pointer, "must not be negative.")
            return None
        if number > LARGEST_COUNT:
            self._too_large(pointer)
            return None
        return number or Decimal(0)

    def _state(self, pointer: str, metric: Metric, given: Any) -> str | None:
        if not _is_word(given):
            self._fault(pointer, _A_WORD)
            return None
        if metric.states and given not in metric.states:
            self._fault(pointer, f"must be one of {', '.join(metric.states)}.")
            return None
        return given

    def _segment(self, pointer: str, metric: Metric, given: Mapping[str, Any]) -> str | None:
        segment = given.get("segment")
        if "segment" not in given:
            return None
        if not _is_word(segment):
            self._fault(f"{pointer}/segment", _A_WORD)
            return None
        if metric.segments and segment not in metric.segments:
            self._fault(f"{pointer}/segment", f"must be one of {', '.join(metric.segments)}.")
            return None
        return segment

    def _count(self, pointer: str, given: Mapping[str, Any], field: str) -> int | None:
        if field not in given:
            return None
        value = given[field]
        whole = isinstance(value, Decimal) and value == value.to_integral_value()
        if isinstance(value, bool) or not (isinstance(value, int) or whole):
            self._fault(f"{pointer}/{token(field)}", "must be a whole number.")
            return None
        count = int(value)
        if count > LARGEST_COUNT:
            self._too_large(f"{pointer}/{token(field)}")
            return None
        if count < 0:
            self._fault(f"{pointer}/{token(field)}", "must not be negative.")
            return None
        return count

    def _parts(self, pointer: str, metric: Metric, given: Mapping[str, Any]) -> Mapping[str, int]:
        if "parts" not in given:
            return NO_PARTS
        parts, at = given["parts"], f"{pointer}/parts"
        known = ", ".join(metric.parts) or "none"
        if not isinstance(parts, dict):
            self._fault(at, f"must be an object of whole numbers; known parts are {known}.")
            return NO_PARTS
        for name in parts.keys() - set(metric.parts):
            detail = f"is no part of {metric.id}; known are {known}."
            self.faults.append(Fault(f"{at}/{token(name)}", "unknown-field", detail))
        counted = {name: self._count(at, parts, name) for name in metric.parts if name in parts}
        return {name: count for name, count in counted.items() if count is not None}

    def _window(self, pointer: str, given: Any) -> Window | None:
        at = f"{pointer}/window"
        if not isinstance(given, dict) or given.keys() != {"from", "to"}:
            self._fault(at, "must be an object with 'from' and 'to'.")
            return None
        start, end = (self._date(f"{at}/{end}", given[end]) for end in ("from", "to"))
        if start is None or end is None:
            return None
        if end < start:
            self._fault(at, "ends before it begins.")
        elif (end - start).days >= WINDOW_DAYS:
            self._fault(at, f"is longer than {WINDOW_DAYS} days.")
        elif end > self.latest:
            self._fault(f"{at}/to", "lies in the future.")
        return Window(start, end)

    def _date(self, pointer: str, given: Any) -> date | None:
        if isinstance(given, str) and _DATE.fullmatch(given):
            try:
                return date.fromisoformat(given)
            except ValueError:
                pass
        self._fault(pointer, "must be a date such as 2026-11-22.")
        return None

    def _unknown(self, pointer: str, name: str) -> None:
        detail = no_metric(self.marketplace, name)
        if self.strict:
            self.faults.append(Fault(pointer, "unknown-field", detail))
        else:
            self.ignored.append(Notice("unrecognised_metric", f"{name} {detail}", DOCUMENT, pointer))

    def _too_large(self, pointer: str) -> None:
        self.faults.append(Fault(pointer, "number-out-of-range", "must be at most 10^15."))

    def _fault(self, pointer: str, detail: str) -> None:
        self.faults.append(Fault(pointer, "validation-failed", detail))


def _digits(number: Decimal, unit: Any) -> int:
    """Count the decimals of a rate that was written in a unit, as a ratio."""
    exponent = number.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return places + (2 if unit == "percent" else 0)


def _is_word(given: Any) -> TypeGuard[str]:
    """Say whether it is a text that people can read, without control or invisible characters."""
    return isinstance(given, str) and given.isprintable() and 0 < len(given.strip()) <= NAME_CHARACTERS
