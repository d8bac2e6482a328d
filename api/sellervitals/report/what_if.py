"""A simulation as text, for a terminal or a plain log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from sellervitals.domain.wording import subject
from sellervitals.report.layout import header, section
from sellervitals.report.printable import printable_tree

_LISTS = {
    "new": ("New", "red"),
    "worse": ("Worse", "red"),
    "unjudged": ("Cannot be judged any more", "magenta"),
    "better": ("Better, still open", "yellow"),
    "fixed": ("Fixed", "green"),
    "judged": ("Judged now, and passes", "green"),
}


class WhatIfReport:
    """Renders an answer of a simulation with rich.

    Args:
        answer: as ``simulate`` gives it, once it was JSON. Its texts are made printable here.
    """

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._answer = printable_tree(answer)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[RenderableType]:
        """Yield the parts from top to bottom."""
        answer = self._answer
        yield _header(answer)
        for name, (title, style) in _LISTS.items():
            yield from section(title, [Text(_changed(each), style) for each in answer[name]])
        for name, title in (("came", "Days that count then"), ("gone", "Days that count no longer")):
            yield from section(
                title, [Text(f"{each['date']} {each['text']}") for each in answer["deadlines"][name]]
            )
        if answer["goal"] is not None:
            yield from _goal(answer["goal"])
        yield from section("Assumed", [Text(each) for each in answer["assumptions"]])
        yield from section("Warnings", [Text(each["message"]) for each in answer["warnings"]])


def _header(answer: Mapping[str, Any]) -> RenderableType:
    before, after, account = answer["before"], answer["after"], answer["account"]
    grid = header(account)
    gain = answer["score_change"]
    change = "" if gain is None else f" ({'' if gain.startswith('-') else '+'}{gain})"
    grid.add_row("Score", Text(f"{_score(before)} -> {_score(after)}{change}"))
    for was, would in zip(before["computed_levels"], after["computed_levels"], strict=False):
        if was["display"] != would["display"]:
            grid.add_row("Computed", Text(f"{would['title']}: {was['display']} -> {would['display']}"))
    if before["as_of"] != after["as_of"]:
        grid.add_row("Policy of", Text(f"{before['as_of']} -> {after['as_of']}"))
    grid.add_row("Unchanged", Text(f"{len(answer['unchanged']):,} findings"))
    return grid


def _score(side: Mapping[str, Any]) -> str:
    score = side["score"]
    return f"{'unknown' if score['value'] is None else score['value']} {score['band']}"


def _changed(each: Mapping[str, Any]) -> str:
    about = subject(each["title"], each["segment"])
    was, would = (_state(each[side]) for side in ("before", "after"))
    return f"{about}: {was} -> {would}"


def _state(state: Mapping[str, Any] | None) -> str:
    if state is None:
        return "nothing"
    return " ".join(each for each in (state["outcome"], state["display"]) if each)


def _goal(goal: Mapping[str, Any]) -> Iterator[RenderableType]:
    verdict = "reached" if goal["met"] else "within reach" if goal["clears"] else "not certain to be reached"
    yield from section("Goal", [Text(f"{goal['title']}: {verdict}.", "bold")])
    for name, title in (("blocking", "In the way"), ("unknown", "Unknown"), ("unreachable", "Out of reach")):
        yield from section(title, [Text(each["why"]) for each in goal[name]])
    yield from section("Alone", [Text(_step(each)) for each in goal["singles"]])
    best = goal["cheapest"]
    if best is not None:
        steps = [Text(_step(each)) for each in best["steps"]]
        yield from section(f"Cheapest together (effort {best['effort']})", steps)
    yield from section("To know", [Text(each) for each in goal["notices"]])


def _step(each: Mapping[str, Any]) -> str:
    where = each["denominator"] or subject(each["metric"], each["segment"])
    says = {"clean": f"good {where}", "remove": f"bad removed from {where}", "add": f"more of {where}"}
    if each["metric"] and each["lever"] == "clean":
        says["clean"] = f"good in {where} alone"
    what = says.get(each["lever"], f"{each['lever']} {where}")
    return f"{what}: not enough alone" if each["amount"] is None else f"{each['amount']:,} {what}"
