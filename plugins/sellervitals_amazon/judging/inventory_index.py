"""How an Inventory Performance Index is judged: by its line, its band, and the factor that costs most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial

from sellervitals import plugin as sdk

GOOD, STRONG = Decimal(450), Decimal(550)
"""Rough bands of third parties since 2018; Amazon publishes none."""

BANDS = tuple(
    sdk.figure(
        "2018-07-01",
        name=name,
        value=f"{points}",
        unit="points",
        source="inventory-index-bands",
        trust="suggested",
        note="A rough band of third parties; its first day is not published.",
    )
    for name, points in (("good-from", GOOD), ("strong-from", STRONG))
)
"""The same as data."""

MONTHLY = date(2023, 3, 1)
"""Since when the index is one input of a monthly capacity limit, and no switch of a quarterly one."""

CHECKS = tuple(
    date.fromisoformat(each)
    for each in (
        "2018-08-19", "2018-09-30", "2018-11-19", "2018-12-31", "2019-02-19", "2019-03-31", "2019-05-19",
        "2019-06-30", "2019-08-19", "2019-09-30",
    )
)  # fmt: skip
"""The days on which Amazon looked, a first and a second one per quarter, as far as they were published."""

_EUROPE = ("UK", "DE", "FR", "IT", "ES")
_FIRST = ("US", *_EUROPE)
_line = partial(sdk.limit, must_be="at_least")
_thin = partial(_line, fail="400", warn="450")
_CHECKED = (
    "Counted from the day on which Amazon's own note says that it holds; the other stores followed later."
)
_MONTHLY = "Since March 2023 the index is one input of a monthly capacity limit; 400 is still the usual mark."

LIMITS = (
    _line("2018-07-01", fail="350", sites=_FIRST, announced="2018-07-01", source="inventory-index-2018"),
    _thin(
        "2020-01-01",
        sites=("US",),
        trust="reported",
        announced="2019-10-15",
        source="inventory-index-us-2020",
        note="Announced in mid-October 2019 and checked on 11 November and 23 December.",
    ),
    _thin("2020-05-14", sites=_EUROPE, announced="2020-05-14", source="inventory-index-europe-2020"),
    _line(
        "2020-08-16",
        fail="500",
        sites=("US",),
        trust="reported",
        announced="2020-07-13",
        source="inventory-index-500",
        note=_CHECKED,
    ),
    _line(
        "2021-01-01",
        fail="450",
        sites=_FIRST,
        announced="2021-01-01",
        source="inventory-index-450",
        note="Checked in week 51 of 2020; the day of the announcement is not published.",
    ),
    _thin(
        "2022-01-01",
        sites=("*", *_FIRST),
        trust="reported",
        announced="2021-12-22",
        source="inventory-index-400",
        note="Worldwide, as far as was reported; fewer than one seller in ten was limited.",
    ),
    _thin(
        "2023-03-01",
        sites=("*", *_FIRST),
        trust="reported",
        announced="2023-03-01",
        source="inventory-index-2026",
        note=_MONTHLY,
    ),
)
"""The line by date; the stores named here had lines of their own before 2022."""

THREE_FACTORS = frozenset({"CA", "IN"})
"""Stores whose index has no in-stock factor."""


def _share(rate: sdk.Rate) -> sdk.Rate:
    return rate


def _missing(rate: sdk.Rate) -> sdk.Rate:
    """What is missing to 100 %; for sell-through that is 90 days of stock, where excess begins."""
    gap = max(rate.denominator - rate.numerator, 0)
    return sdk.Rate(gap, rate.denominator)


FACTORS: Mapping[str, tuple[str, Callable[[sdk.Rate], sdk.Rate]]] = {
    "excess_inventory_share": ("excess stock", _share),
    "stranded_share": ("stranded stock", _share),
    "sell_through_rate": ("slow sales", _missing),
    "in_stock_rate": ("missing stock", _missing),
}
"""Factors by metric: what they cost the index by, and how large that is."""


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare with the line of the day; say what the band means, and which factor to begin with."""
    verdict = sdk.compare(case)
    if not verdict.outcome.judged or not isinstance(case.value, Decimal):
        return verdict
    if not verdict.outcome.open:
        return verdict._replace(message=f"{verdict.message} {_band(case.value)}".rstrip())
    says = [verdict.message, _stake(verdict.outcome, case.day)]
    weakest = _weakest(case)
    estimates = () if weakest is None else (weakest,)
    says += [each.says for each in estimates]
    return verdict._replace(message=" ".join(says), estimates=estimates, deadlines=tuple(_checks(case.day)))


def _band(points: Decimal) -> str:
    if points >= STRONG:
        return f"That is strong: {STRONG} points and more, as third parties see it."
    if points >= GOOD:
        return f"That is good: {GOOD} points and more, as third parties see it."
    return ""


def _stake(outcome: sdk.Outcome, day: date) -> str:
    if outcome is sdk.Outcome.WARN:
        return f"The margin is thin: a good index begins at {GOOD} points."
    if day >= MONTHLY:
        return "FBA capacity is at risk: the index is one of the inputs of the monthly capacity limit."
    return "FBA capacity is at risk: below the line in both checks of a quarter, Amazon limits storage."


def _weakest(case: sdk.Case) -> sdk.Estimate | None:
    """Name the factor that is furthest from its best."""
    found: list[tuple[sdk.Rate, str, sdk.Rate]] = []
    for metric, (what, loss) in FACTORS.items():
        if metric == "in_stock_rate" and case.site in THREE_FACTORS:
            continue
        rates = (each.decisive for each in case.others.get(metric, ()))
        found += [(loss(rate), what, rate) for rate in rates if isinstance(rate, sdk.Rate)]
    if not found:
        return None
    size, what, rate = max(found, key=lambda each: each[0])
    if not size.numerator:
        return None
    says = (
        f"Of the factors reported here, {what} is furthest from its best ({rate.display()}): begin there;"
        " that it costs the index most is an inference, as Amazon publishes no weights."
    )
    return sdk.Estimate("weakest_factor", rate, "ratio", says, sdk.Basis.INFERENCE)


def _checks(day: date) -> Iterable[sdk.Deadline]:
    """Give the two checks of the quarter, where they were published."""
    ahead = [each for each in CHECKS if each >= day] if day >= date(2018, 7, 1) else []
    for each in ahead[:2]:
        says = "Amazon checks the index; storage is limited if it is below the line in both checks."
        yield sdk.Deadline(each, sdk.DeadlineKind.REVIEW, says)
