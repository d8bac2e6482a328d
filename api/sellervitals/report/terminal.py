"""The result object as a table, for a terminal or a plain log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.wording import display
from sellervitals.report.printable import printable_tree

WIDE = 100
"""Columns from which on every figure gets a column of its own."""
MOST_ACTIONS = 10
MOST_NOTICES = 10

_OUTCOMES = {"fail": "bold red", "warn": "yellow", "error": "bold magenta", "pass": "green"}
_BANDS = {
    "healthy": "green",
    "watch": "yellow",
    "at_risk": "red",
    "critical": "bold red",
    "unknown": "magenta",
}
_UNJUDGED = {"no_data": "No data", "not_applicable": "Not applicable"}


class TerminalReport:
    """Renders one result object with rich: the account, its findings worst first, and what to do.

    Args:
        result: the parsed result object. Its texts are made printable here, so no caller can forget it.
    """

    def __init__(self, result: Mapping[str, Any]) -> None:
        self._result = printable_tree(result)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[RenderableType]:
        """Yield the parts from top to bottom."""
        result = self._result
        yield _header(result)
        shown = [each for each in result["findings"] if each["outcome"] not in _UNJUDGED]
        if shown:
            table = _wide if options.max_width >= WIDE else _narrow
            yield table(shown, result["account"]["marketplace"])
        if result["actions"]:
            yield from _section("What to do first", _actions(result["actions"]))
        for outcome, title in _UNJUDGED.items():
            names = [_name(each) for each in result["findings"] if each["outcome"] == outcome]
            if names:
                yield from _section(title, [Text(", ".join(names))])
        for title, notices in (("Warnings", result["warnings"]), ("Ignored", result["coverage"]["ignored"])):
            if notices:
                yield from _section(title, _notices(notices))


def _header(result: Mapping[str, Any]) -> RenderableType:
    account, score, level = result["account"], result["score"], result["level"]
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    parts = (account["marketplace"], account["site"], account["seller_id"])
    grid.add_row("Account", Text(" ".join(each for each in parts if each), "bold"))
    if level is not None:
        grid.add_row("Level", Text(_level(level)))
    value = "no score" if score["value"] is None else f"{score['value']} of 100"
    line = Text.assemble((f"{value}, {score['band']}", _BANDS.get(score["band"], "")))
    line.append(f"; {_percent(score['coverage'])} of the weight could be judged ({score['scorecard']})")
    grid.add_row("Score", line)
    cap = score["cap"]
    if cap:
        grid.add_row("Cap", Text(f"{cap['at']}, while {_name(cap)} fails ({cap['severity']})"))
    grid.add_row("Policy", Text(f"of {result['as_of']}"))
    for other in result["other_sites"]:
        grid.add_row("Other site", _other(other))
    return grid


def _level(level: Mapping[str, Any]) -> str:
    shown = level["display"] if level["display"] == level["name"] else f"{level['display']} ({level['name']})"
    return f"{shown}, from {level['source']}"


def _other(other: Mapping[str, Any]) -> Text:
    score = "no score" if other["score"] is None else f"{other['score']} of 100"
    line = Text(f"{other['site']}: ")
    line.append(f"{score}, {other['band']}", _BANDS.get(other["band"], ""))
    if other["failed"]:
        line.append(f"; {other['failed']} failed, the worst is {other['worst']}")
    return line


def _wide(findings: Iterable[Mapping[str, Any]], marketplace: str) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("", no_wrap=True)
    table.add_column("Severity", no_wrap=True)
    table.add_column("Finding", ratio=1, overflow="fold")
    for title in ("Value", "Limit", "Room", f"{marketplace} says"):
        table.add_column(title, max_width=26, overflow="fold")
    for each in findings:
        figures = (_value(each), _limit(each), _room(each), _says(each))
        table.add_row(_outcome(each), each["severity"], _finding(each), *figures)
    return table


def _narrow(findings: Iterable[Mapping[str, Any]], marketplace: str) -> RenderableType:
    """Stack the figures under each finding's name."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row()
    for each in findings:
        lines = (
            Text.assemble(f"{each['severity']}: ", _finding(each)),
            _value(each),
            _line("must be ", _limit(each)),
            _room(each),
            _line(f"{marketplace} says ", _says(each)),
        )
        table.add_row(_outcome(each), Text("\n").join(line for line in lines if line))
    return table


def _line(label: str, value: Text) -> Text:
    return Text.assemble(label, value) if value else value


def _finding(each: Mapping[str, Any]) -> Text:
    """Name the finding, with its message where the figures alone do not tell it."""
    if each["outcome"] == "pass":
        return Text(_name(each))
    name = Text(_name(each), "bold")
    told = each["outcome"] != "error" and each["limit"] and each["value"] is not None
    return name if told else Text.assemble(name, "\n", each["message"])


def _outcome(each: Mapping[str, Any]) -> Text:
    return Text(each["outcome"].upper(), _OUTCOMES.get(each["outcome"], ""))


def _value(each: Mapping[str, Any]) -> Text:
    shown = Text(each["display"] or each["value"] or "")
    if each["unit"] == Unit.RATIO and each["numerator"] is not None and each["denominator"] is not None:
        shown.append(f" ({each['numerator']:,} of {each['denominator']:,})", "dim")
    if each["low_sample"]:
        shown.append(" few cases", "yellow")
    return shown


def _limit(each: Mapping[str, Any]) -> Text:
    limit = each["limit"]
    line = limit and (limit["fail"] if limit["fail"] is not None else limit["warn"])
    if not line:
        return Text()
    shown = Text(f"{limit['comparator'].replace('_', ' ')} {_number(line, each['unit'])}")
    if limit["origin"] == "document":
        shown.append(" (in the document)", "dim")
    return shown


def _room(each: Mapping[str, Any]) -> Text:
    """Say how far the line is, in the value's unit and in whole events."""
    if each["margin"] is None:
        return Text()
    margin, unit = each["margin"], each["unit"]
    size = _number(margin.lstrip("-"), unit)
    if unit == Unit.RATIO:
        size = size.replace("%", "points")
    shown = Text(f"{size} {'beyond' if margin.startswith('-') else 'left'}")
    headroom = each["headroom"]
    if headroom and headroom["clean_needed"]:
        shown.append(f"; {headroom['clean_needed']:,} clean ones needed")
    elif headroom and headroom["bad_left"] >= 0:
        shown.append(f"; {headroom['bad_left']:,} more allowed")
    return shown


def _says(each: Mapping[str, Any]) -> Text:
    shown = Text(each["marketplace_verdict"] or "")
    if each["agrees"] is False:
        shown.append(": disagrees", "bold yellow")
    return shown


def _actions(actions: list[Mapping[str, Any]]) -> Iterable[RenderableType]:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right")
    grid.add_column(overflow="fold")
    for place, each in enumerate(actions[:MOST_ACTIONS], 1):
        gain = f"gain {each['gain']}, " if each["gain"] not in {None, "0"} else ""
        note = f" [{gain}effort {each['effort']}, {_name(each)}]"
        grid.add_row(f"{place}.", Text.assemble(each["text"], (note, "dim")))
    yield grid
    if len(actions) > MOST_ACTIONS:
        yield Text(f"and {len(actions) - MOST_ACTIONS} more steps (--format json shows all)", "dim")


def _notices(notices: list[Mapping[str, Any]]) -> Iterable[RenderableType]:
    for each in notices[:MOST_NOTICES]:
        where = " ".join(part for part in (each["document"], each["pointer"]) if part)
        yield Text.assemble(each["message"], (f" [{where}]" if where else "", "dim"))
    if len(notices) > MOST_NOTICES:
        yield Text(f"and {len(notices) - MOST_NOTICES} more (--format json shows all)", "dim")


def _section(title: str, body: Iterable[RenderableType]) -> Iterable[RenderableType]:
    yield Text(f"\n{title}", "bold")
    for part in body:
        yield Padding(part, (0, 0, 0, 2))


def _name(each: Mapping[str, Any]) -> str:
    return f"{each['rule']} ({each['segment']})" if each["segment"] else str(each["rule"])


def _number(value: str, unit: str) -> str:
    return display(Rate.ratio(value) if unit == Unit.RATIO else Decimal(value), Unit(unit))


def _percent(ratio: str) -> str:
    return Rate.ratio(ratio).display()
