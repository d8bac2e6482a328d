"""Write a Markdown page per rule: ``python -m sellervitals.report.rule_pages docs/rules``.

Pages are generated from the rules themselves and checked in; a test compares them.
"""

from __future__ import annotations

import argparse
from calendar import month_name
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sellervitals.catalogue import Catalogue
from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.wording import display
from sellervitals.plugins import discover

_ALL_MONTHS = 12
_ORDINALS = ("first", "second", "third", "fourth")
_WORDS = {"below": "below", "at_most": "at most", "at_least": "at least", "above": "above"}


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the relative path and the text of every rule page, and of an index per marketplace."""
    for name, marketplace in catalogue.marketplaces.items():
        rules = [catalogue.rules[ident] for ident in marketplace["rules"]]
        units = {each["id"]: each["unit"] for each in catalogue.metrics if each["marketplace"] == name}
        yield f"{name}/README.md", _index(marketplace, rules, units)
        for rule in rules:
            yield f"{name}/{rule['id'].partition('.')[2]}.md", _page(rule)


def _index(marketplace: Mapping[str, Any], rules: list[dict[str, Any]], units: Mapping[str, str]) -> str:
    rows = [
        f"| [{rule['id']}]({rule['id'].partition('.')[2]}.md) | {rule['title']} | {rule['severity']}"
        f" | {rule['weight']} |"
        for rule in rules
    ]
    card = marketplace["scorecard"]["version"]
    ladders = [line for each in marketplace["ladders"] for line in _ladder(each, units)]
    head = [
        f"# {marketplace['title']}: {len(rules)} rules",
        "",
        f"Weights are those of scorecard {card}.",
        "",
    ]
    return "\n".join(
        [*head, "| rule | judges | severity | weight |", "|---|---|---|--:|", *rows, *ladders, ""]
    )


def _page(rule: Mapping[str, Any]) -> str:
    lines = [f"# {rule['id']}", "", f"**{rule['title']}.** {rule['why']}", ""]
    lines += [f"- Severity: {rule['severity']}; weight {rule['weight']}; since {rule['since']}."]
    if rule["metric"]:
        lines += [f"- Judges the metric `{rule['metric']}` ({rule['unit']})."]
    if rule["ideal"]:
        lines += [f"- In full health at {_value(rule['ideal'], rule['unit'])}."]
    if rule["ladder"]:
        lines += [f"- How grave it is follows from the level that the value falls to: see `{rule['ladder']}`"]
        lines[-1] += " in the [overview](README.md)."
    if rule["programme"]:
        lines += [f"- Only for those who take part in {rule['programme']}."]
    if rule["limits"]:
        columns = ("since", "until", "announced", "sites", "must be", "warns at", "trust", "source")
        rows = [_limit(limit, rule["unit"]) for limit in rule["limits"]]
        lines += _table("Limits", columns, rows, _notes(rule["limits"], _where))
    if rule["figures"]:
        columns = ("since", "until", "sites", "figure", "value", "unit", "trust", "source")
        rows = [_figure(each) for each in rule["figures"]]
        lines += _table("Figures", columns, rows, _notes(rule["figures"], _which))
    if rule["words"]:
        says = ("the marketplace says", "verdict", "severity", "health", "what it means")
        lines += _table("Words", says, map(_word, rule["words"]), [])
    if rule["calendar"]:
        days = ("since", "until", "sites", "day", "what happens", "trust", "source")
        lines += _table("Days", days, map(_recurring, rule["calendar"]), _notes(rule["calendar"], _which))
    lines += _steps(rule["remediation"])
    lines += ["", "## Sources", "", *(f"- {_source(source)}" for source in rule["references"]), ""]
    return "\n".join(lines)


def _table(
    title: str, columns: tuple[str, ...], rows: Iterable[Iterable[str]], notes: list[str]
) -> list[str]:
    lines = ["", f"## {title}", "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return [*lines, "", *notes] if notes else lines


def _notes(dated: Iterable[Mapping[str, Any]], about: Callable[[Mapping[str, Any]], str]) -> list[str]:
    return [f"- {each['since']}, {about(each)}: {each['note']}" for each in dated if each["note"]]


def _steps(remediation: Iterable[Mapping[str, Any]]) -> list[str]:
    """List the steps of each cause, which come first where it is known, and those for any."""
    causes: dict[str | None, list[Mapping[str, Any]]] = {}
    for step in remediation:
        causes.setdefault(step["cause"], []).append(step)
    lines = ["", "## What to do"]
    for cause, steps in causes.items():
        if len(causes) > 1:
            lines += ["", f"### For {cause}" if cause else "### In any case"]
        lines += ["", *(_step(place, step) for place, step in enumerate(steps, 1))]
    return lines


def _limit(limit: Mapping[str, Any], unit: str) -> list[str]:
    part = (limit["allowed_part"] or "bad events").replace("_", " ")
    asks = f"{_WORDS[limit['comparator']]} {_value(limit['fail'], unit)}" if limit["fail"] else "-"
    asks += f" or at most {limit['allowed']} {part}" if limit["allowed"] is not None else ""
    warns = f"{_value(limit['warn'], unit)} ({limit['warn_trust']})" if limit["warn"] else "-"
    warns += f", past {limit['warn_allowed']} {part}" if limit["warn_allowed"] is not None else ""
    dates = [limit["since"], limit["until"] or "-", limit["announced"] or "-"]
    return [*dates, _where(limit), asks, warns, limit["trust"], _source(limit["source"])]


def _word(each: Mapping[str, Any]) -> list[str]:
    may_be = (each["severity"], each["health"], each["text"])
    return [each["word"], each["outcome"], *(some or "-" for some in may_be)]


def _recurring(day: Mapping[str, Any]) -> list[str]:
    some = [month_name[each] for each in day["months"]]
    months = "" if len(some) == _ALL_MONTHS else f" of {', '.join(some)}"
    place = {None: "every", -1: "the last"}.get(day["week"], f"the {_ORDINALS[(day['week'] or 1) - 1]}")
    when = f"day {day['day']}" if day["weekday"] is None else f"{place} {day['weekday'].capitalize()}"
    dates = [day["since"], day["until"] or "-"]
    return [*dates, _sites(day), f"{when}{months}", day["text"], day["trust"], _source(day["source"])]


def _ladder(ladder: Mapping[str, Any], units: Mapping[str, str]) -> list[str]:
    """List what each level of a scale needs, best first."""
    rows = []
    for rung in ladder["rungs"]:
        needs = [
            f"`{metric}` {asks} ({where}, since {since})"
            for metric, limits in rung["needs"].items()
            for since, _, _, where, asks, *_ in (_limit(limit, units[metric]) for limit in limits)
        ]
        rows.append([rung["title"], "<br>".join(needs) or "-", rung["severity"] or "-", rung["text"] or "-"])
    own = f" The marketplace's own word is in `{ladder['metric']}`." if ladder["metric"] else ""
    head = ["", f"Computed as `{ladder['id']}`, best level first.{own}"]
    return [*_table(ladder["title"], ("level", "needs", "severity", "what it means"), rows, []), *head]


def _figure(figure: Mapping[str, Any]) -> list[str]:
    dates = [figure["since"], figure["until"] or "-"]
    what = [figure["name"], figure["value"], figure["unit"], figure["trust"]]
    return [*dates, _sites(figure), *what, _source(figure["source"])]


def _sites(dated: Mapping[str, Any]) -> str:
    return "every site" if dated["sites"] == ["*"] else ", ".join(dated["sites"])


def _where(limit: Mapping[str, Any]) -> str:
    return _sites(limit) if limit["segment"] is None else f"{_sites(limit)}, {limit['segment']}"


def _which(figure: Mapping[str, Any]) -> str:
    return f"{_sites(figure)}, {figure['name']}"


def _value(text: str, unit: str) -> str:
    return display(Rate.ratio(text) if unit == Unit.RATIO else Rate.ratio(text).decimal(), Unit(unit))


def _step(place: int, step: Mapping[str, Any]) -> str:
    facts = [f"effort {step['effort']}", step["owner"].replace("_", " ")]
    facts += [step["channel"]] if step["channel"] else []
    facts += [] if step["deadline_days"] is None else [_deadline(step["deadline_days"])]
    keep = f" Keep: {step['evidence_to_keep']}." if step["evidence_to_keep"] else ""
    return f"{place}. {step['text']} *({'; '.join(facts)})*{keep}"


def _deadline(days: int) -> str:
    return "the same day" if days == 0 else f"within {days} day{'' if days == 1 else 's'}"


def _source(source: Mapping[str, Any]) -> str:
    return f"[{source['title']}]({source['url']})" if source["url"] else str(source["title"])


def main() -> None:
    """Write all pages below the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Write a Markdown page per rule.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    for path, text in pages(Catalogue(discover())):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
