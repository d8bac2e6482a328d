"""What to do about a finding: ordered steps, each with an effort and somebody to take it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from sellervitals.domain.fault import MetadataError, described, kebab, one_of, text, whole


class Effort(StrEnum):
    """What a step costs: ``low`` within an hour, ``medium`` within a day, ``high`` longer or with others.

    ``cost`` is the divisor of gain per effort.
    """

    cost: int

    def __new__(cls, word: str, cost: int) -> Self:  # noqa: D102 - see the class
        self = str.__new__(cls, word)
        self._value_, self.cost = word, cost
        return self

    LOW = "low", 1
    MEDIUM = "medium", 2
    HIGH = "high", 4


class Owner(StrEnum):
    """Who in the seller's firm takes a step."""

    OPERATIONS = "operations"
    CUSTOMER_SERVICE = "customer_service"
    CATALOG = "catalog"
    COMPLIANCE = "compliance"
    PURCHASING = "purchasing"
    FINANCE = "finance"
    MANAGEMENT = "management"
    ENGINEERING = "engineering"


@described
@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do.

    Args:
        id: kebab-case, unique within its rule.
        text: an imperative sentence that somebody can act on.
        effort: see ``Effort``.
        owner: see ``Owner``.
        channel: where it is done, such as ``Seller Central > Account Health``.
        deadline_days: days from now within which it must be done; None without a deadline.
        evidence_to_keep: what to keep, for an appeal.
    """

    id: str
    text: str
    effort: Effort
    owner: Owner
    channel: str = ""
    deadline_days: int | None = None
    evidence_to_keep: str = ""

    def __post_init__(self) -> None:
        subject = f"step {self.id}"
        kebab(self.id, subject, "id")
        text(self.text, subject, "text")
        object.__setattr__(self, "effort", one_of(Effort, self.effort, subject, "effort"))
        object.__setattr__(self, "owner", one_of(Owner, self.owner, subject, "owner"))
        if self.deadline_days is not None:
            whole(self.deadline_days, subject, "deadline_days")
        for name in ("channel", "evidence_to_keep"):
            if getattr(self, name) != "":
                text(getattr(self, name), subject, name)


def step(
    ident: str,
    effort: str,
    owner: str,
    *,
    channel: str = "",
    days: int | None = None,
    keep: str = "",
) -> Callable[[str], Step]:
    """Write a step in two lines, its sentence last: ``step("ship-due", "low", "operations")("Ship ...")``.

    Args:
        ident: its id, kebab-case.
        effort: low, medium or high.
        owner: a word of ``Owner``.
        channel: where it is done.
        days: the deadline in days from now.
        keep: the evidence to keep.

    Raises:
        MetadataError: when the sentence is given and a field cannot be used; the message names it.
    """

    def saying(text: str) -> Step:
        return Step(
            id=ident,
            text=text,
            effort=one_of(Effort, effort, f"step {ident}", "effort"),
            owner=one_of(Owner, owner, f"step {ident}", "owner"),
            channel=channel,
            deadline_days=days,
            evidence_to_keep=keep,
        )

    return saying


@described
@dataclass(frozen=True, slots=True)
class Reference:
    """Where a figure or an advice comes from.

    Args:
        title: the name of the page or document.
        url: an https address; empty for a source that has none.
    """

    title: str
    url: str = ""

    def __post_init__(self) -> None:
        subject = f"reference {self.title}"
        text(self.title, subject, "title")
        if self.url != "" and not (isinstance(self.url, str) and self.url.startswith("https://")):
            raise MetadataError(subject, "url", f"must start with https://, not {self.url!r}")
