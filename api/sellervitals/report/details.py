"""What stands behind open findings, for a terminal: the worst cases, money, dates and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from rich.text import Text

from sellervitals.domain.breakdown import Basis, DeadlineKind
from sellervitals.domain.finding import OPEN

MOST_ITEMS = 3
MOST_LINES = 5
"""Dates and estimates shown of one finding."""
_PRESSING = {DeadlineKind.ACTION, DeadlineKind.CHARGE, DeadlineKind.REMOVAL, DeadlineKind.REVIEW}
"""Days on which something befalls the seller; what comes back by itself can wait for the JSON."""


def details(finding: Mapping[str, Any]) -> list[Text]:
    """Give the lines of one finding of the result object; none where nothing is to be done or known."""
    lines: list[Text] = []
    if finding["outcome"] in OPEN:
        lines += _items(finding)
        lines += _estimates(finding["estimates"][:MOST_LINES])
        dates = [each for each in finding["deadlines"] if each["kind"] in _PRESSING]
        lines += [Text.assemble((each["date"], "bold"), f" {each['text']}") for each in dates[:MOST_LINES]]
        lines += _waived(finding.get("waiver"))
    lines += _own(finding.get("policy"))
    if finding["announced"]:
        lines.append(_announced(finding["announced"]))
    return lines


def _items(finding: Mapping[str, Any]) -> Iterator[Text]:
    items, total, money = finding["items"], finding["items_total"], finding["money"]
    if items:
        about = f"the worst of {total:,}" if total > len(items[:MOST_ITEMS]) else "these are all"
        cost = f", {_money(money)} in all" if money else ""
        yield Text(f"Cases ({about}{cost}):")
    elif money:
        yield Text(f"{_money(money)} in all")
    for each in items[:MOST_ITEMS]:
        yield Text("; ").join([Text.assemble("- ", (each["id"], "cyan")), *_facts(each)])


def _facts(item: Mapping[str, Any]) -> Iterator[Text]:
    if item["situation"]:
        yield Text(item["situation"])
    if item["units"] is not None:
        yield Text("1 unit" if item["units"] == 1 else f"{item['units']:,} units")
    if item["money"]:
        yield Text(_money(item["money"]))
    if item["deadline"]:
        yield Text(f"by {item['deadline']}")
    for advice in item["advice"][:1]:
        yield Text(advice)


def _estimates(estimates: Iterable[Mapping[str, Any]]) -> Iterator[Text]:
    for each in estimates:
        name = each["name"].replace("_", " ").capitalize()
        line = Text.assemble(f"{name}: ", (f"{each['value']} {each['unit']}", "bold"), f". {each['text']}")
        if each["basis"] == Basis.INFERENCE:
            line.append(" (an inference)", "dim")
        yield line


def _waived(waiver: Mapping[str, Any] | None) -> Iterator[Text]:
    if waiver:
        yield Text(f"Waived until {waiver['until']} by {waiver['owner']} ({waiver['reason']}).", "yellow")


def _own(policy: Mapping[str, Any] | None) -> Iterator[Text]:
    """Tell the caller's own limit from the marketplace's."""
    if policy:
        says = policy["outcome"] if policy["limit"] else "no limit is known"
        yield Text(f"Your own limit; the policy alone says: {says}.", "yellow")


def _announced(announced: Mapping[str, Any]) -> Text:
    since, outcome = announced["limit"]["since"], announced["outcome"]
    return Text(f"From {since} this would {outcome}.", "yellow")


def _money(money: Mapping[str, str]) -> str:
    return f"{money['currency']} {Decimal(money['amount']):,}"
