"""The caller's own rules for ``check``: a profile and waivers out of files, and what they answer for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sellervitals.cli.source import UnusableError, content
from sellervitals.cli.startup import Refusal
from sellervitals.domain.finding import Finding, Outcome
from sellervitals.judge import Judged
from sellervitals.problems import RefusedError
from sellervitals.schemas.profiles import load_profile
from sellervitals.schemas.waivers import load_waivers
from sellervitals.strict_json import loads


def own_rules(profile: str | None, waivers: str | None, most: int) -> Mapping[str, Any]:
    """Read the fields of a request that ``--profile`` and ``--waivers`` stand for.

    Args:
        profile: a file with a profile, if one is named.
        waivers: a file with a list of waivers, if one is named.
        most: the largest number of bytes of either.

    Raises:
        Refusal: a file cannot be used; the sentence names it and every fault.
    """
    found: dict[str, Any] = {}
    if profile is not None:
        found["profile"] = _read("profile", profile, most, lambda given: load_profile(given, inline=True))
    if waivers is not None:
        found["waivers"] = _read("waivers", waivers, most, load_waivers)
    return found


def _read(what: str, name: str, most: int, load: Callable[[Any], Any]) -> Any:
    try:
        return load(loads(content(name, most)))
    except UnusableError as problem:
        raise Refusal(f"the {what} {name} {problem}") from problem
    except RefusedError as refused:
        faults = "; ".join(f"{each.pointer or '/'}: {each.detail}" for each in refused.faults)
        raise Refusal(f"the {what} {name} cannot be used: {faults or refused.detail}") from refused


def failing(findings: Iterable[Finding]) -> list[Finding]:
    """Give the findings that failed and that nobody answers for."""
    return [each for each in findings if each.outcome is Outcome.FAIL and each.waiver is None]


def told_waived(judged: Sequence[Judged]) -> Iterator[str]:
    """Say which failures somebody answers for, a line for each."""
    for one in judged:
        site = one.evaluation.snapshot.site
        for each in one.evaluation.findings:
            waiver = each.waiver
            if waiver is None or each.outcome is not Outcome.FAIL:
                continue
            parts = ", ".join(part for part in (each.segment, site) if part)
            about = f"{each.rule.id} ({parts})" if parts else each.rule.id
            yield f"waived until {waiver.until}: {about} by {waiver.owner}, {waiver.reason.value}"
