"""The one limit that all categories of policy violations share: nothing open."""

from sellervitals import plugin as sdk

NOTHING_OPEN = sdk.limit(
    "2020-01-01",
    announced="2020-01-01",
    must_be="at_most",
    fail="0",
    source="report",
    note="The report itself carries the target 0. Since when is not published; its schema is of November 2020"
    " and looks back half a year, so the table starts with that year.",
)
