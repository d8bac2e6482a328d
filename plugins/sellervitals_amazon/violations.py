"""What all categories of policy violations share: nothing may be open, and all of it ages off the page."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_amazon.aging import leaves

NOTHING_OPEN = sdk.limit(
    "2020-01-01",
    announced="2020-01-01",
    must_be="at_most",
    fail="0",
    source="report",
    note="The report itself carries the target 0. Since when is not published; its schema is of November 2020"
    " and looks back half a year, so the table starts with that year.",
)


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; what is open also says when the last of it ages off, where the report's window is known."""
    verdict = sdk.compare(case)
    return verdict._replace(deadlines=leaves(case)) if verdict.outcome.open else verdict
