"""The one limit that all categories of policy violations share, nothing open, and what repeats lead to."""

from functools import partial

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

repeats = partial(
    sdk.figure,
    "2020-01-01",
    name="repeats-to-immediate-risk",
    unit="violations of the same policy in 180 days",
    source="violation-repeats",
    trust="reported",
    note="Two third parties name it, Amazon does not. Its first day is not published.",
)
"""How many of a kind put the account at risk at once."""
