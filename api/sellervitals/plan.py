"""The limits in force for one marketplace and site on one day, found once and kept."""

from __future__ import annotations

from datetime import date

from sellervitals.domain.limit import Limit, limit_on
from sellervitals.domain.rule import Rule

MOST_ENTRIES = 4096


class Plan:
    """Looks up limits of rules by segment; bounded, for segments may come from a document."""

    def __init__(self, site: str | None, day: date) -> None:
        self.site = site
        self.day = day
        self._limits: dict[tuple[str, str | None], Limit | None] = {}

    def limit(self, rule: Rule, segment: str | None) -> Limit | None:
        """Give the limit in force; None where none is known."""
        key = (rule.id, segment)
        try:
            return self._limits[key]
        except KeyError:
            found = limit_on(rule.limits, self.day, self.site, segment)
            if len(self._limits) < MOST_ENTRIES:
                self._limits[key] = found
            return found
