"""The result object as a table, for a terminal or a plain log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.wording import display
from sellervitals.report.details import details
from sellervitals.report.layout import header, section
from sellervitals.report.printable import printable_tree

WIDE = 110
"""Columns from which on every figure gets a column of its own."""
MOST_ACTIONS = 10
MOST_NOTICES = 10
MOST_ANOMALIES = 10

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
        own, cap = f"{result['account']['marketplace']}.", self._result["score"]["cap"]
        for each in (*self._result["findings"], *self._result["actions"], *([cap] if cap else [])):
            # a rule of the account's own marketplace needs no surname here
            each["rule"] = each["rule"].removeprefix(own)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[RenderableType]:
        """Yield the parts from top to bottom."""
        result = self._result
        yield _header(result)
        shown = [each for each in result["findings"] if each["outcome"] not in _UNJUDGED]
        if shown:
            table = _wide if options.max_width >= WIDE else _narrow
            yield Text()
            yield table(shown, result["account"]["marketplace"])
        if result.get("anomalies"):
            title = "Unusual against its own history (information, not policy)"
            yield from section(title, _anomalies(result["anomalies"]))
        if result["actions"]:
            yield from section("What to do first", _actions(result["actions"]))
        for outcome, title in _UNJUDGED.items():
            names = [_name(each) for each in result["findings"] if each["outcome"] == outcome]
            if names:
                yield from section(title, [Text(", ".join(names))])
        for title, notices in (("Warnings", result["warnings"]), ("Ignored", result["coverage"]["ignored"])):
            if notices:
                yield from section(title, _notices(notices))


def _header(result: Mapping[str, Any]) -> RenderableType:
    account, score, level = result["account"], result["score"], result["level"]
    grid = header(account)
    if level is not None:
        grid.add_row("Level", Text(_level(level)))
    for computed in result["computed_levels"]:
        grid.add_row("Computed", Text(_computed(computed)))
    value = "no score" if score["value"] is None else f"{score['value']} of 100"
    line = Text.assemble((f"{value}, {score['band']}", _BANDS.get(score["band"], "")))
    line.append(f"; {_percent(score['coverage'])} of the weight could be judged ({score['scorecard']})")
    grid.add_row("Score", line)
    cap = score["cap"]
    if cap:
        grid.add_row("Cap", Text(f"at most {cap['at']} while {_name(cap)} fails ({cap['severity']})"))
    grid.add_row("Policy", Text(f"of {result['as_of']}"))
    for other in result["other_sites"]:
        grid.add_row("Other site", _other(other))
    return grid


def _level(level: Mapping[str, Any]) -> str:
    shown = level["display"] if level["display"] == level["name"] else f"{level['display']} ({level['name']})"
    return f"{shown}, from {level['source']}"


def _computed(level: Mapping[str, Any]) -> str:
    about = level["title"] if level["segment"] is None else f"{level['title']} ({level['segment']})"
    line = f"{about}: {level['display']}"
    for word, metrics in (("held by", level["held_by"]), ("without", level["unreported"])):
        line += f", {word} {', '.join(metrics)}" if metrics else ""
    return line + (f"; the marketplace says {level['marketplace_level']}" if level["agrees"] is False else "")


def _other(other: Mapping[str, Any]) -> Text:
    score = "no score" if other["score"] is None else f"{other['score']} of 100"
    line = Text(f"{other['site']}: ")
    line.append(f"{score}, {other['band']}", _BANDS.get(other["band"], ""))
    if other["failed"]:
        line.append(f"; {other['failed']} failed, the worst is {other['worst']}")
    return line


def _wide(findings: Iterable[Mapping[str, Any]], marketplace: str) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    table.add_column("Severity", no_wrap=True)
    table.add_column("Finding", overflow="fold")
    for title in ("Value", "Must be", "Room", f"{marketplace} says"):
        table.add_column(title, max_width=24, overflow="fold")
    for each in findings:
        finding = Text("\n").join([_title(each), *_message(each), *details(each)])
        figures = (_lines(part) for part in (_value(each), _limit(each), _room(each), _says(each)))
        table.add_row(_outcome(each), each["severity"], finding, *figures)
    return table


def _narrow(findings: Iterable[Mapping[str, Any]], marketplace: str) -> RenderableType:
    """Stack the figures under each finding's name."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for each in findings:
        must, says = _limit(each), _says(each)
        figures = [
            *_value(each),
            *([Text("must be ").append_text(must[0])] if must else []),
            *_room(each),
            *([Text(f"{marketplace} says ").append_text(says[0]), *says[1:]] if says else []),
        ]
        title = Text.assemble(f"{each['severity']}: ", _title(each))
        lines = [title, *_message(each), *([Text("; ").join(figures)] if figures else []), *details(each)]
        table.add_row(_outcome(each), _lines(lines))
    return table


def _lines(parts: Iterable[Text]) -> Text:
    return Text("\n").join(parts)


def _title(each: Mapping[str, Any]) -> Text:
    return Text(_name(each), "" if each["outcome"] == "pass" else "bold")


def _message(each: Mapping[str, Any]) -> list[Text]:
    """Give the finding's sentence where the figures alone do not say it."""
    told = each["outcome"] != "error" and each["limit"] and each["value"] is not None
    return [] if told or each["outcome"] == "pass" else [Text(each["message"])]


def _outcome(each: Mapping[str, Any]) -> Text:
    return Text(each["outcome"].upper(), _OUTCOMES.get(each["outcome"], ""))


def _value(each: Mapping[str, Any]) -> list[Text]:
    value, limit = each["value"], each["limit"]
    if value is None or (limit is None and value == each["marketplace_verdict"]):
        return []
    shown = [Text(each["display"])]
    if each["unit"] == Unit.RATIO and each["numerator"] is not None and each["denominator"] is not None:
        shown.append(Text(f"{each['numerator']:,} of {each['denominator']:,}", "dim"))
    return [*shown, *([Text("few cases", "yellow")] if each["low_sample"] else [])]


def _limit(each: Mapping[str, Any]) -> list[Text]:
    limit = each["limit"]
    line = limit and (limit["fail"] if limit["fail"] is not None else limit["warn"])
    if line is None:
        return []
    return [Text(f"{limit['comparator'].replace('_', ' ')} {_number(line, each['unit'])}")]


def _room(each: Mapping[str, Any]) -> list[Text]:
    """Say how far the line is, in the value's unit and in whole events."""
    margin, unit, headroom = each["margin"], each["unit"], each["headroom"]
    if margin is None:
        return []
    size = _number(margin.lstrip("-"), unit)
    if unit == Unit.RATIO:
        size = size.replace("%", "points")
    shown = [Text(f"{size} {'beyond' if margin.startswith('-') else 'left'}")]
    if headroom and headroom["clean_needed"]:
        shown.append(Text(f"{headroom['clean_needed']:,} clean ones needed"))
    elif headroom and headroom["bad_left"] >= 0:
        shown.append(Text(f"{headroom['bad_left']:,} more allowed"))
    return shown


def _says(each: Mapping[str, Any]) -> list[Text]:
    verdict = each["marketplace_verdict"]
    shown = [Text(verdict)] if verdict else []
    return [*shown, *([Text("disagrees", "bold yellow")] if each["agrees"] is False else [])]


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


def _anomalies(anomalies: list[Mapping[str, Any]]) -> Iterable[RenderableType]:
    for each in anomalies[:MOST_ANOMALIES]:
        note = ", ".join(filter(None, (each["metric"], each["direction"])))
        yield Text.assemble(each["message"], (f" [{note}]", "dim"))
    if len(anomalies) > MOST_ANOMALIES:
        yield Text(f"and {len(anomalies) - MOST_ANOMALIES} more (--format json shows all)", "dim")


def _notices(notices: list[Mapping[str, Any]]) -> Iterable[RenderableType]:
    for each in notices[:MOST_NOTICES]:
        where = " ".join(part for part in (each["document"], each["pointer"]) if part)
        yield Text.assemble(each["message"], (f" [{where}]" if where else "", "dim"))
    if len(notices) > MOST_NOTICES:
        yield Text(f"and {len(notices) - MOST_NOTICES} more (--format json shows all)", "dim")


def _name(each: Mapping[str, Any]) -> str:
    return f"{each['rule']} ({each['segment']})" if each["segment"] else str(each["rule"])


def _number(value: str, unit: str) -> str:
    return display(Rate.ratio(value) if unit == Unit.RATIO else Decimal(value), Unit(unit))


def _percent(ratio: str) -> str:
    return Rate.ratio(ratio).display()
