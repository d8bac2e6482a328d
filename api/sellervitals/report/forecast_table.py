"""A forecast as tables, for a terminal or a plain log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from sellervitals.domain.wording import subject
from sellervitals.report.layout import header, section
from sellervitals.report.printable import printable_tree

MOST_DAYS = 20
"""Days of the calendar that are shown."""
_WORDS = {
    "already": "broken today",
    "not_broken": "not broken",
    "not_within_horizon": "not within the horizon",
    "never": "not at this inflow",
    "nothing_left": "nothing left to judge",
}
_BASES = {"daily_counts": "daily counts", "bounds": "bounds"}
_STYLES = {"fail": "bold red", "warn": "yellow", "pass": "green"}


class ForecastTable:
    """Renders one forecast with rich: what breaks and what comes back when, and what was assumed.

    Args:
        found: the parsed answer. Its texts are made printable here, so no caller can forget it.
    """

    def __init__(self, found: Mapping[str, Any]) -> None:
        self._found = printable_tree(found)
        own = f"{self._found['account']['marketplace']}."
        for each in (*self._found["metrics"], *self._found["projections"], *self._found["calendar"]):
            each["rule"] = each["rule"].removeprefix(own)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[RenderableType]:
        """Yield the parts from top to bottom."""
        found = self._found
        grid = header(found["account"])
        grid.add_row("From", Text(f"{found['as_of']}, {found['horizon_days']} days ahead"))
        yield grid
        if found["metrics"]:
            yield Text()
            yield _metrics(found["metrics"])
            yield from section("Assumed", _assumed(found["metrics"]))
        if found["projections"]:
            yield from section("Estimates", [_projections(found["projections"])])
        if found["calendar"]:
            yield from section("Days that count", [_calendar(found["calendar"])])
        for title, lines in (
            ("Not forecast", [each["message"] for each in found["unknown"]]),
            ("Warnings", [each["message"] for each in found["warnings"]]),
        ):
            yield from section(title, [Text(line) for line in lines])


def _metrics(metrics: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("", "Metric", "Today", "Breaks", "Holds again", "By"):
        table.add_column(title, overflow="fold")
    for each in metrics:
        outcome = each["days"][0]["outcome"]
        table.add_row(
            Text(outcome.upper().replace("_", " "), _STYLES.get(outcome, "")),
            Text(_name(each)),
            Text(each["display"] or "unknown"),
            Text(_range(each["breach"])),
            Text(_recovery(each)),
            Text(_BASES.get(each["basis"], each["basis"])),
        )
    return table


def _name(each: Mapping[str, Any]) -> str:
    return subject(each["rule"], each["segment"])


def _recovery(each: Mapping[str, Any]) -> str:
    again = f"; breaks anew on {each['relapse']}" if each["relapse"] else ""
    return f"{_range(each['recovery'])}{again}"


def _range(found: Mapping[str, Any]) -> str:
    """Write a range of days: the expected one, with the earliest and the latest where they differ."""
    ends = [_end(found, name) for name in ("earliest", "expected", "latest")]
    earliest, expected, latest = ends
    if len(set(ends)) == 1:
        return expected
    return f"{expected} ({earliest} to {latest})"


def _end(found: Mapping[str, Any], name: str) -> str:
    why = found["why"][name]
    return str(found[name] or _WORDS.get(why, why))


def _assumed(metrics: Iterable[Mapping[str, Any]]) -> Iterable[RenderableType]:
    for each in metrics:
        yield Text(f"{_name(each)}: {' '.join(each['assumptions'])}")


def _projections(projections: Iterable[Mapping[str, Any]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("Day", "Metric", "If", "Value"):
        table.add_column(title, overflow="fold")
    for each in projections:
        table.add_row(each["day"], Text(_name(each)), each["name"].replace("_", " "), each["display"])
    return table


def _calendar(entries: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for _ in range(2):
        table.add_column(overflow="fold")
    for each in entries[:MOST_DAYS]:
        then = f" Expected then: {each['display']}, {each['outcome']}." if each["display"] else ""
        table.add_row(each["date"], Text(f"{each['text']}{then}"))
    if len(entries) > MOST_DAYS:
        table.add_row("", f"and {len(entries) - MOST_DAYS} more")
    return table
