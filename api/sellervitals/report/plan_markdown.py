"""A plan of action as Markdown, in the order in which marketplaces read one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.wording import display, subject
from sellervitals.report.markdown import literal

Line = Callable[[Mapping[str, Any]], str]
NOT_GIVEN = "- *not given*"


def plan_markdown(plan: Mapping[str, Any]) -> str:
    """Write a plan that ``plan_of_action`` put together; what was not given is marked as such."""
    return "\n".join([*_lines(plan), ""])


def _lines(plan: Mapping[str, Any]) -> Iterator[str]:
    account = plan["account"]
    names = [account[each] for each in ("marketplace", "site", "seller_id") if account[each]]
    yield f"# Plan of action: {literal(' '.join(names))}"
    yield ""
    if not plan["ready"]:
        yield "**Not ready to be sent: see the end.**"
        yield ""
    yield f"- Evaluation: {literal(plan['evaluation'])} of {plan['observed_on']}"
    notice = plan["notice"]
    if notice is not None:
        yield from _dated("Notice received", notice["received_on"])
        yield from _dated("Answer due", notice["deadline"])
        yield from (f"- The notice asks for: {literal(each)}" for each in notice["asks"])
    for section in plan["findings"]:
        yield from _section(section)
    yield from _before_sending(plan)


def _section(section: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", f"## {literal(subject(section['title'], section['segment']))}", "")
    yield from _facts(section["facts"])
    whole = [{"cause": None, "text": section["root_cause"]}] if section["root_cause"] is not None else []
    yield from _part("Root cause", [*whole, *section["root_causes"]], _cause)
    yield from _part("Corrective actions, done", section["corrective_actions"], _action)
    yield from _part("Prevention", section["preventive_measures"], _measure)
    yield from _part("Evidence", section["evidence"], _evidence)


def _part(title: str, given: Iterable[Mapping[str, Any]], line: Line) -> Iterator[str]:
    yield from ("", f"### {title}", "")
    yield from [f"- {line(each)}" for each in given] or [NOT_GIVEN]


def _facts(facts: Mapping[str, Any]) -> Iterator[str]:
    window, limit, unit = facts["window"], facts["limit"], facts["unit"]
    yield f"- Finding: {literal(facts['message'])}"
    if facts["display"] is not None:
        yield f"- Value: {literal(facts['display'])}"
    if facts["numerator"] is not None and facts["denominator"] is not None:
        yield f"- Counts: {facts['numerator']:,} of {facts['denominator']:,}"
    if window is not None:
        yield f"- Window: {window['from'] or 'unknown'} to {window['to'] or 'unknown'}"
    line = limit and (limit["fail"] or limit["warn"])
    if line:
        wanted = display(Rate.ratio(line) if unit == Unit.RATIO else Decimal(line), Unit(unit))
        since = f", since {limit['since']}" if limit["since"] else ""
        yield f"- Limit: {limit['comparator'].replace('_', ' ')} {literal(wanted)}{since}"
    if facts["rebuilt_from"] is not None:
        yield f"- Worked out of: {literal(facts['rebuilt_from'])}"
    if len(facts["causes"]) > 1:
        yield f"- Parts of the number: {', '.join(map(literal, facts['causes']))}"


def _cause(each: Mapping[str, Any]) -> str:
    of = f"{literal(each['cause'])}: " if each["cause"] is not None else ""
    return f"{of}{literal(each['text'])}"


def _action(each: Mapping[str, Any]) -> str:
    shown = f" (evidence: {literal(each['evidence'])})" if each["evidence"] is not None else ""
    return f"{each['done_on'] or '*day not given*'}: {literal(each['text'])}{shown}"


def _measure(each: Mapping[str, Any]) -> str:
    owner = "*not given*" if each["owner"] is None else literal(each["owner"])
    details = [f"owner: {owner}"]
    details += [f"how often: {literal(each['frequency'])}"] if each["frequency"] is not None else []
    details += [f"from {each['from']}"] if each["from"] is not None else []
    return f"{literal(each['text'])} ({'; '.join(details)})"


def _evidence(each: Mapping[str, Any]) -> str:
    details = [literal(each["kind"])] if each["kind"] is not None else []
    details += [f"dated {each['dated']}"] if each["dated"] is not None else []
    details += [f"covers: {', '.join(map(literal, each['covers']))}"] if each["covers"] else []
    return literal(each["title"]) + (f" ({'; '.join(details)})" if details else "")


def _dated(title: str, day: Any) -> Iterator[str]:
    if day is not None:
        yield f"- {title}: {day}"


def _before_sending(plan: Mapping[str, Any]) -> Iterator[str]:
    """List what is wrong with the plan; nothing when nothing is."""
    said = [
        f"- {title}{where}: {literal(each['text'])}"
        for title, name in (("Missing", "missing"), ("Contradicts", "contradictions"), ("Weak", "weak_signs"))
        for where, part in _parts(plan)
        for each in part.get(name, ())
    ]
    if said:
        yield from ("", "## Before sending", "", *said)


def _parts(plan: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "", plan
    for each in plan["findings"]:
        yield f" ({literal(subject(each['rule'], each['segment']))})", each
