"""The limits of one marketplace and site on one day, in force and announced; found once and kept."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sellervitals.domain.comparing import no_limit
from sellervitals.domain.finding import Finding, Outcome, Verdict
from sellervitals.domain.limit import EVERYWHERE, Limit, limit_on, upcoming
from sellervitals.domain.rule import Rule

MOST_ENTRIES = 4096


class Known(NamedTuple):
    """The limit in force, if one is known, and the announced ones that will replace it, in their order."""

    now: Limit | None
    ahead: tuple[Limit, ...]


class Plan:
    """Looks up limits of rules by segment; bounded, for segments may come from a document."""

    def __init__(self, site: str | None, day: date) -> None:
        self.site = site
        self.day = day
        self._known: dict[tuple[str, str | None], Known] = {}
        self._unreported: dict[str, Finding] = {}

    def known(self, rule: Rule, segment: str | None) -> Known:
        """Give the limits of a rule for a segment."""
        key = (rule.id, segment)
        try:
            return self._known[key]
        except KeyError:
            where = (rule.limits, self.day, self.site, segment)
            found = Known(limit_on(*where), upcoming(*where))
            if len(self._known) < MOST_ENTRIES:
                self._known[key] = found
            return found

    def unreported(self, rule: Rule) -> Finding:
        """Say of a rule that nobody reported its metric, or that it has nothing to say here anyway.

        All accounts share the finding: nothing in it is theirs, and nobody adds to what is not judged.
        """
        try:
            return self._unreported[rule.id]
        except KeyError:
            found = Finding.of(rule, self._without_data(rule), self.site, None)
            found.shared = True
            self._unreported[rule.id] = found
            return found

    def about(self, rule: Rule) -> bool:
        """Say whether a rule is about this site."""
        return EVERYWHERE in rule.sites or self.site in rule.sites

    def _without_data(self, rule: Rule) -> Verdict:
        if rule.metric is None:
            return Verdict(Outcome.NO_DATA, f"{rule.title}: nothing was reported to look at.")
        segments = {None, *(each.segment for each in rule.limits)}
        known = not rule.limits or any(self.known(rule, segment).now for segment in segments)
        if known and self.about(rule):
            message = f"{rule.title}: not reported, so there is nothing to judge."
            return Verdict(Outcome.NO_DATA, message)
        return no_limit(rule.title, self.site, self.day)
