"""One rule's verdict on one segment, and the words that verdicts are made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, Self

from sellervitals.domain.breakdown import Deadline, Estimate
from sellervitals.domain.limit import Bound, Limit
from sellervitals.domain.measurement import Measurement, Metric, Value
from sellervitals.domain.profile import OwnLimit
from sellervitals.domain.rate import Rate
from sellervitals.domain.remediation import Step
from sellervitals.domain.standing import Severity
from sellervitals.domain.waiver import Waiver

if TYPE_CHECKING:
    from sellervitals.domain.rule import Rule


class Outcome(StrEnum):
    """What a rule concludes; absent, zero and not applicable are three different things.

    ``rank`` is 0 for what wants attention first; ``judged`` outcomes count in the score; ``open`` ones leave
    something to do.
    """

    __hash__ = str.__hash__  # the one of enumerations is slow

    rank: int
    judged: bool
    open: bool

    def __new__(cls, word: str, rank: int, judged: bool, open_: bool) -> Self:  # noqa: FBT001, D102 - one table
        self = str.__new__(cls, word)
        self._value_ = word
        self.rank, self.judged, self.open = rank, judged, open_
        return self

    FAIL = "fail", 0, True, True
    """The limit is broken."""
    WARN = "warn", 1, True, True
    """The limit holds, with a thin margin; or a limit that cannot fail is broken."""
    ERROR = "error", 2, False, False
    """The rule itself broke; never counted as healthy."""
    NO_DATA = "no_data", 3, False, False
    """Nothing was reported to judge."""
    NOT_APPLICABLE = "not_applicable", 4, False, False
    """No limit is known for this site and day."""
    PASS = "pass", 5, True, False
    """The limit holds."""


OPEN = frozenset(each.value for each in Outcome if each.open)
"""The outcomes that leave something to do, as a result object writes them."""


class Evidence(NamedTuple):
    """Where in the input a fact stood: document type and JSON pointer."""

    document: str
    pointer: str


class Verdict(NamedTuple):
    """What a rule says of one measurement, or of the whole account.

    ``severity`` replaces the rule's own where the case is graver or lighter; ``health`` (1 best, 0 worst)
    replaces the curve; ``segment`` and ``evidence`` replace the measurement's, for rules on the whole
    account. ``deadlines`` are days that count while it is open, ``estimates`` numbers that follow from it.
    """

    outcome: Outcome
    message: str
    severity: Severity | None = None
    health: Decimal | None = None
    segment: str | None = None
    evidence: tuple[Evidence, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    estimates: tuple[Estimate, ...] = ()


class Announcement(NamedTuple):
    """A limit that will begin, and what the same value would then be."""

    limit: Limit
    outcome: Outcome


class PolicyRuling(NamedTuple):
    """What the policy alone says, where a limit of the caller's own decided; ``limit`` None: it has none."""

    limit: Limit | None
    outcome: Outcome
    message: str


class HeldLimit(NamedTuple):
    """The caller's own limit; ``loosened``: it asks for less than the policy, and that was not applied."""

    own: OwnLimit
    loosened: bool


class Headroom(NamedTuple):
    """How far counts are from a line; see ``foresight.headroom``."""

    bad_left: int
    new_bad_left: int
    clean_needed: int
    bears_one: int


class Interval(NamedTuple):
    """A confidence interval of a rate."""

    low: Decimal
    high: Decimal


@dataclass(slots=True, eq=False)
class Finding:
    """One rule's verdict on one segment, with everything that explains it.

    A ``shared`` finding is about nothing that was reported: all accounts of a site and day have it in common.
    One that is ``unplaced`` has a value that some site has a limit for, and nobody named the site.
    ``causes`` are the parts of the measurement that the rule has steps of their own for, largest first.
    ``policy`` is there where a limit of the caller's own decided, ``own_limit`` where there is one,
    ``waiver`` where somebody answers for it.
    ``health``, ``points_lost`` and ``gain`` are filled in by scoring; None where the finding is not judged.
    """

    rule: Rule
    segment: str | None
    outcome: Outcome
    severity: Severity
    message: str
    metric: Metric | None = None
    measurement: Measurement | None = None
    value: Value | None = None
    limit: Limit | None = None
    margin: Rate | Decimal | None = None
    interval: Interval | None = None
    low_sample: bool = False
    headroom: Headroom | None = None
    agrees: bool | None = None
    drift: Limit | None = None
    evidence: tuple[Evidence, ...] = ()
    causes: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    announced: Announcement | None = None
    health: Decimal | None = None
    points_lost: Decimal | None = None
    gain: Decimal | None = None
    fingerprint: str = ""
    shared: bool = False
    unplaced: bool = False
    policy: PolicyRuling | None = None
    own_limit: HeldLimit | None = None
    waiver: Waiver | None = None

    @classmethod
    def of(cls, rule: Rule, verdict: Verdict, site: str | None, segment: str | None) -> Self:
        """Put down what a rule said; what explains it beyond that is filled in later."""
        return cls(
            rule=rule,
            segment=segment,
            outcome=verdict.outcome,
            severity=verdict.severity or rule.severity,
            message=verdict.message,
            evidence=verdict.evidence,
            deadlines=verdict.deadlines,
            estimates=verdict.estimates,
            fingerprint=fingerprint(rule.id, segment, site),
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """What to do: first what its causes ask for, then what helps whatever the cause."""
        return self.rule.steps_for(self.causes)

    @property
    def key(self) -> tuple[str, str]:
        """What tells findings of one evaluation apart."""
        return self.rule.id, self.segment or ""


@lru_cache(maxsize=4096)
def fingerprint(rule: str, segment: str | None, site: str | None) -> str:
    """Name a finding across evaluations of one account, whatever its outcome and value."""
    return sha256("\n".join((rule, segment or "", site or "")).encode()).hexdigest()[:16]


def distance(value: Bound, line: Bound, *, lower_is_better: bool) -> Rate | Decimal:
    """Measure how far ``value`` is on the good side of ``line``, in its own unit; negative beyond it."""
    if isinstance(value, Rate) and isinstance(line, Rate):
        gap = line.numerator * value.denominator - value.numerator * line.denominator
        return Rate(gap if lower_is_better else -gap, line.denominator * value.denominator)
    if isinstance(value, Decimal) and isinstance(line, Decimal):
        return line - value if lower_is_better else value - line
    raise TypeError(f"{value!r} and {line!r} are of different kinds")
