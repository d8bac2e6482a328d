"""The limits in force, and those announced, for one marketplace and site on one day; found once and kept."""

from __future__ import annotations

from datetime import date

from sellervitals.domain.limit import Limit, limit_on, upcoming
from sellervitals.domain.rule import Rule

MOST_ENTRIES = 4096


class Plan:
    """Looks up limits of rules by segment; bounded, for segments may come from a document."""

    def __init__(self, site: str | None, day: date) -> None:
        self.site = site
        self.day = day
        self._limits: dict[tuple[str, str | None], Limit | None] = {}
        self._upcoming: dict[tuple[str, str | None], tuple[Limit, ...]] = {}

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

    def upcoming(self, rule: Rule, segment: str | None) -> tuple[Limit, ...]:
        """Give the announced limits that will replace the one in force, in their order."""
        key = (rule.id, segment)
        try:
            return self._upcoming[key]
        except KeyError:
            found = upcoming(rule.limits, self.day, self.site, segment)
            if len(self._upcoming) < MOST_ENTRIES:
                self._upcoming[key] = found
            return found
