"""What Shopee lists to be worked through: it sets no line, so only an empty list is good."""

from sellervitals import plugin as sdk

NOTHING_OPEN = sdk.limit(
    "2019-01-01",
    announced="2019-01-01",
    must_be="at_most",
    fail="0",
    trust="suggested",
    source="account-health",
    note="Shopee sets no line for their number; the first day of the list is not published.",
)
