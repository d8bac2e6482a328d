"""The plugin SDK: everything a plugin may import, and nothing else.

``from sellervitals import plugin as sdk`` is the only import of sellervitals that a plugin needs. What
stands in ``__all__`` is a promise under semantic versioning; everything else in the package may change
without notice.
"""

from sellervitals.collecting import collect
from sellervitals.domain.appeal import Appeal, AppealPart, Sign
from sellervitals.domain.breakdown import (
    Basis,
    Breakdown,
    Deadline,
    DeadlineKind,
    Estimate,
    Item,
    Money,
)
from sellervitals.domain.comparing import compare
from sellervitals.domain.consistency import Contradiction, Kind, consistency, contradictions, off_by_hundred
from sellervitals.domain.document import Document, Reading, UnreadableError
from sellervitals.domain.fault import MetadataError
from sellervitals.domain.fields import Fields, Remarks
from sellervitals.domain.figure import Figure, figure, figures_on
from sellervitals.domain.finding import Evidence, Outcome, Verdict
from sellervitals.domain.goal import Goal
from sellervitals.domain.ladder import Ladder, Rung
from sellervitals.domain.limit import EVERYWHERE, Limit, Origin, limit
from sellervitals.domain.marketplace import Level, Marketplace, Notice, Scorecard, Snapshot
from sellervitals.domain.measurement import (
    Better,
    Comparator,
    Measurement,
    Metric,
    Quote,
    Target,
    Unit,
    Window,
)
from sellervitals.domain.pointer import token as pointer_token
from sellervitals.domain.projection import Horizon, Projection
from sellervitals.domain.rate import Rate
from sellervitals.domain.recurring import Coming, Recurring, next_days, recurring
from sellervitals.domain.remediation import Effort, Owner, Reference, Step, step
from sellervitals.domain.repeats import one_each
from sellervitals.domain.rule import ALL_METRICS, Case, Rule
from sellervitals.domain.sheet import Sheet, columns_of, read_sheet
from sellervitals.domain.standing import Severity, Trust
from sellervitals.domain.table import Rollup, Table, Tables
from sellervitals.domain.target import comparator, target_of
from sellervitals.domain.wording import display
from sellervitals.domain.words import Word, folded, word
from sellervitals.hookspecs import hookimpl

percent = Rate.percent
"""``percent("1.5")`` is the rate 0.015."""

ratio = Rate.ratio
"""``ratio("0.015")`` is the rate 0.015."""

__all__ = [
    "ALL_METRICS",
    "EVERYWHERE",
    "Appeal",
    "AppealPart",
    "Basis",
    "Better",
    "Breakdown",
    "Case",
    "Coming",
    "Comparator",
    "Contradiction",
    "Deadline",
    "DeadlineKind",
    "Document",
    "Effort",
    "Estimate",
    "Evidence",
    "Fields",
    "Figure",
    "Goal",
    "Horizon",
    "Item",
    "Kind",
    "Ladder",
    "Level",
    "Limit",
    "Marketplace",
    "Measurement",
    "MetadataError",
    "Metric",
    "Money",
    "Notice",
    "Origin",
    "Outcome",
    "Owner",
    "Projection",
    "Quote",
    "Rate",
    "Reading",
    "Recurring",
    "Reference",
    "Remarks",
    "Rollup",
    "Rule",
    "Rung",
    "Scorecard",
    "Severity",
    "Sheet",
    "Sign",
    "Snapshot",
    "Step",
    "Table",
    "Tables",
    "Target",
    "Trust",
    "Unit",
    "UnreadableError",
    "Verdict",
    "Window",
    "Word",
    "collect",
    "columns_of",
    "comparator",
    "compare",
    "consistency",
    "contradictions",
    "display",
    "figure",
    "figures_on",
    "folded",
    "hookimpl",
    "limit",
    "next_days",
    "off_by_hundred",
    "one_each",
    "percent",
    "pointer_token",
    "ratio",
    "read_sheet",
    "recurring",
    "step",
    "target_of",
    "word",
]
