"""The targets of Shopee's own example: left where a document brings none, and only a suggestion."""

from functools import partial

from sellervitals import plugin as sdk

example = partial(
    sdk.limit,
    "2024-11-05",
    announced="2024-11-05",
    trust="suggested",
    source="account-health",
    note="Its first day is not published; the table starts with the calls of account health. It is the target"
    " in Shopee's own example, and may differ by country and seller.",
)
"""Write such a limit: ``example(must_be="below", fail=percent("10"))``."""
