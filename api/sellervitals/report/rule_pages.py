"""Write a Markdown page per rule: ``python -m sellervitals.report.rule_pages docs/rules``.

Pages are generated from the rules themselves and checked in; a test compares them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sellervitals.catalogue import Catalogue
from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.wording import display
from sellervitals.plugins import discover

_WORDS = {"below": "below", "at_most": "at most", "at_least": "at least", "above": "above"}


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the relative path and the text of every rule page, and of an index per marketplace."""
    for name, marketplace in catalogue.marketplaces.items():
        rules = [catalogue.rules[ident] for ident in marketplace["rules"]]
        yield f"{name}/README.md", _index(marketplace, rules)
        for rule in rules:
            yield f"{name}/{rule['id'].partition('.')[2]}.md", _page(rule)


def _index(marketplace: Mapping[str, Any], rules: list[dict[str, Any]]) -> str:
    rows = [
        f"| [{rule['id']}]({rule['id'].partition('.')[2]}.md) | {rule['title']} | {rule['severity']}"
        f" | {rule['weight']} |"
        for rule in rules
    ]
    card = marketplace["scorecard"]["version"]
    head = [
        f"# {marketplace['title']}: {len(rules)} rules",
        "",
        f"Weights are those of scorecard {card}.",
        "",
    ]
    return "\n".join([*head, "| rule | judges | severity | weight |", "|---|---|---|--:|", *rows, ""])


def _page(rule: Mapping[str, Any]) -> str:
    lines = [f"# {rule['id']}", "", f"**{rule['title']}.** {rule['why']}", ""]
    lines += [f"- Severity: {rule['severity']}; weight {rule['weight']}; since {rule['since']}."]
    if rule["metric"]:
        lines += [f"- Judges the metric `{rule['metric']}` ({rule['unit']})."]
    if rule["limits"]:
        lines += ["", "## Limits", "", "| since | until | sites | must be | warns at | trust | source |"]
        lines += ["|---|---|---|---|---|---|---|"]
        lines += [_limit(limit, rule["unit"]) for limit in rule["limits"]]
        notes = [
            f"- {limit['since']}, {_where(limit)}: {limit['note']}"
            for limit in rule["limits"]
            if limit["note"]
        ]
        lines += ["", *notes] if notes else []
    lines += ["", "## What to do", ""]
    lines += [_step(place, step) for place, step in enumerate(rule["remediation"], 1)]
    lines += ["", "## Sources", "", *(f"- {_source(source)}" for source in rule["references"]), ""]
    return "\n".join(lines)


def _limit(limit: Mapping[str, Any], unit: str) -> str:
    asks = f"{_WORDS[limit['comparator']]} {_value(limit['fail'], unit)}" if limit["fail"] else "-"
    warns = f"{_value(limit['warn'], unit)} ({limit['warn_trust']})" if limit["warn"] else "-"
    cells = [limit["since"], limit["until"] or "-", _where(limit), asks, warns, limit["trust"]]
    return f"| {' | '.join(cells)} | {_source(limit['source'])} |"


def _where(limit: Mapping[str, Any]) -> str:
    sites = "every site" if limit["sites"] == ["*"] else ", ".join(limit["sites"])
    return sites if limit["segment"] is None else f"{sites}, {limit['segment']}"


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
    folder = Path(sys.argv[1])
    for path, text in pages(Catalogue(discover())):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
