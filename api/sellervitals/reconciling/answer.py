"""The answer of a reconciliation as JSON bytes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import orjson

from sellervitals.describing import number
from sellervitals.foresight.causes import Explains
from sellervitals.foresight.reconcile import Difference
from sellervitals.foresight.stated import Side, Stated, as_text, gap
from sellervitals.fragments import covered
from sellervitals.reconciling.request import Reconciled


def encode(found: Reconciled) -> bytes:
    """Encode what was found."""
    differences, unpaired = found.reconciliation
    return orjson.dumps(
        {
            "marketplace": found.marketplace.id,
            **{each.name: _side(each, found) for each in found.sides},
            "summary": {**_summary(differences), "unpaired": len(unpaired)},
            "pairs": [_difference(each) for each in differences],
            "unpaired": [{"side": each.name, "number": _stated(each)} for each in unpaired],
            "assumptions": found.assumptions,
        }
    )


def _side(side: Side, found: Reconciled) -> dict[str, Any]:
    return {
        "site": side.site,
        "as_of": side.as_of,
        "time_zone": None if side.zone is None else str(side.zone),
        "ignored": [each._asdict() for each in found.ignored[side.name]],
        "warnings": [each._asdict() for each in found.notices[side.name]],
    }


def _summary(differences: tuple[Difference, ...]) -> dict[str, int]:
    found = dict.fromkeys(("equal", "explained", "in_part", "unexplained", "no_data"), 0)
    for each in differences:
        if each.equal is None:
            found["no_data"] += 1
        elif each.equal:
            found["equal"] += 1
        else:
            best = each.causes[0].explains
            known = {Explains.ALL: "explained", Explains.NOTHING: "unexplained"}
            found[known.get(best, "in_part")] += 1
    return found


def _difference(each: Difference) -> dict[str, Any]:
    size, unit = each.difference, each.left.metric.unit
    return {
        "left": _stated(each.left),
        "right": _stated(each.right),
        "equal": each.equal,
        "difference": None if size is None else as_text(size),
        "display": None if size is None else gap(abs(size), unit),
        "causes": [cause._asdict() for cause in each.causes],
    }


def _stated(each: Stated) -> dict[str, Any]:
    measurement, metric = each.measurement, each.metric
    value = None if measurement.denominator == 0 else measurement.value
    return {
        "metric": metric.id,
        "title": metric.title,
        "segment": measurement.segment,
        "value": number(value) if value is not None else _counted(each.number),
        "unit": metric.unit,
        "display": None if value is None and each.number is None else each.shown,
        "numerator": measurement.numerator,
        "denominator": measurement.denominator,
        "window": covered(measurement),
        "source": measurement.source,
        "rebuilt_from": measurement.rebuilt_from or None,
    }


def _counted(value: Fraction | None) -> str | None:
    return None if value is None else as_text(value)
