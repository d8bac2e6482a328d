"""What Walmart itself says of a rate: the standard and the risk level, under their new or their old names."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_walmart import words
from sellervitals_walmart.documents import standard
from sellervitals_walmart.documents.endpoints import Endpoint

_ALL = Decimal(100)


class Said(NamedTuple):
    """What Walmart itself says of a rate: the standard, and its verdict with the key that it stood under."""

    target: sdk.Target | None
    risk: str | None
    risk_key: str


def said_of(payload: sdk.Fields, endpoint: Endpoint, *, usual: bool) -> Said:
    """Read standard and risk level; of a window that Walmart does not judge the standard can only warn."""
    new, old = payload.word("performanceRiskLevel"), payload.word("riskLevel")
    risk, key = (new, "performanceRiskLevel") if new else (old, "riskLevel")
    if new and old and words.risk(new) != words.risk(old):
        message = f"The risk level is {new:.60} and, under its old name, {old:.60}; the new one counts."
        payload.note("risk_levels_differ", message, key)
    if risk and words.risk(risk) is None:
        payload.note("unknown_word", f"The risk level {risk!r} is not known; it counts as no verdict.", key)
    trust = endpoint.trust if usual else sdk.Trust.SUGGESTED
    return Said(_target(payload, endpoint, trust), risk, key)


def _target(payload: sdk.Fields, endpoint: Endpoint, trust: sdk.Trust) -> sdk.Target | None:
    """Read the standard under its new name, else under the old one, else what Walmart recommends."""
    found: list[sdk.Target] = []
    for key in ("performanceStandard", "standard"):
        prose = payload.word(key, 200)
        if prose is None:
            continue
        target = standard.target(prose, endpoint.better, trust)
        if target is None:
            payload.note(
                "unreadable_standard", f"The standard {prose!r} cannot be read; it was left out.", key
            )
        else:
            found.append(target)
    if len({target.value for target in found}) > 1:
        payload.note(
            "standards_differ", "Two standards are given; the one under the new name counts.", "standard"
        )
    if found or not endpoint.recommends:
        return found[0] if found else None
    line = payload.number(endpoint.recommends)
    if line is None or line > _ALL:
        return None
    return sdk.target_of("at_least", sdk.percent(line), endpoint.better, sdk.Trust.SUGGESTED)
