"""What an open marketplace takes with a plain metric: a name of the caller's own, a target, a severity.

Nothing is guessed: a name that nobody knows says itself what it is counted in and which side is good.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Better, Comparator, Metric, Unit
from sellervitals.domain.standing import Severity
from sellervitals.domain.target import comparator
from sellervitals.limits import NAME_CHARACTERS
from sellervitals.problems import Fault

FIELDS = frozenset({"target", "comparator", "severity"})
"""Fields of a measurement that only open marketplaces take."""
_COMPARATORS = ", ".join(Comparator)


def no_metric(marketplace: Marketplace, name: str) -> str:
    """Say that a marketplace does not know a name, and which one was perhaps meant."""
    close = get_close_matches(name[:NAME_CHARACTERS], marketplace.by_id, n=1)
    hint = f" Did you mean {close[0]}?" if close else ""
    return f"is no metric of {marketplace.id}.{hint}"


def family(
    marketplace: Marketplace, pointer: str, name: str, given: Mapping[str, Any], faults: list[Fault]
) -> Metric | None:
    """Find the metric that takes a name as its segment: the family of its unit and direction.

    A missing unit or direction is put to ``faults``. Where only the direction is not known, another family of
    the unit is given, so that whoever reads on can find the other faults too; None without a unit.
    """
    unit = _unit(given)
    families = (marketplace.by_id[each] for each in marketplace.families)
    found = {each.better: each for each in families if each.unit is unit}
    units = ", ".join(_units(marketplace))

    def missing(field: str, code: str, says: str) -> None:
        detail = f"is missing: {name} {no_metric(marketplace, name)} {says}."
        faults.append(Fault(f"{pointer}/{field}", code, detail))

    if not found and given.get("unit") is None:
        missing("unit", "unit-missing", f"Say what it is counted in: {units}")
    elif not found:
        faults.append(Fault(f"{pointer}/unit", "validation-failed", f"must be one of {units}."))
    if "comparator" not in given:
        missing("comparator", "validation-failed", f"Say which side of its target is good: {_COMPARATORS}")
    asked = condition(pointer, None, given, faults)
    fitting = None if asked is None else found.get(asked.better)
    return fitting or next(iter(found.values()), None)


def condition(
    pointer: str, metric: Metric | None, given: Mapping[str, Any], faults: list[Fault]
) -> Comparator | None:
    """Read the comparator that came along, in any spelling; None without one that can be used.

    Without a metric nobody knows which side of its target is good, so 'equal' tells nothing.
    """
    if "comparator" not in given:
        return None
    at, word = f"{pointer}/comparator", given["comparator"]
    better = None if metric is None else metric.better
    readable = isinstance(word, str) and len(word) <= NAME_CHARACTERS
    found = comparator(word, better) if readable else None
    if found is None and at not in {each.pointer for each in faults}:
        detail = f"must be one of {_COMPARATORS}."
        if metric is not None and readable and comparator(word) is not None:
            detail = f"is {word!r}, but of {metric.id} {_more(metric.better)} is better."
        faults.append(Fault(at, "validation-failed", detail))
    return found


def stake(pointer: str, given: Mapping[str, Any], faults: list[Fault]) -> Severity | None:
    """Read the severity that came along; None without one."""
    if "severity" not in given:
        return None
    for each in Severity:
        if each == given["severity"]:
            return each
    faults.append(Fault(f"{pointer}/severity", "validation-failed", f"must be one of {', '.join(Severity)}."))
    return None


def _unit(given: Mapping[str, Any]) -> Unit | None:
    """Read the unit of a name that nobody knows; counts without a value are a rate."""
    word = given.get("unit")
    if word == "percent" or (word is None and "value" not in given and "denominator" in given):
        return Unit.RATIO
    return Unit(word) if isinstance(word, str) and word in set(Unit) else None


def _units(marketplace: Marketplace) -> Iterator[str]:
    taken = dict.fromkeys(marketplace.by_id[each].unit for each in marketplace.families)
    for unit in taken:
        yield from ("percent", "ratio") if unit is Unit.RATIO else (unit.value,)


def _more(better: Better) -> str:
    return "less" if better is Better.LOWER else "more"
