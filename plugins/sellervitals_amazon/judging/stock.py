"""The level that counts of stock in trouble share: none, which Amazon does not ask for in so many words."""

from sellervitals import plugin as sdk

NONE_IN_TROUBLE = sdk.limit(
    "2018-07-01",
    announced="2018-07-01",
    must_be="at_most",
    fail="0",
    trust="suggested",
    source="inventory-index",
    note="Amazon names no figure; none is this table's proposal, from the day of the first index threshold."
    " Its own first day is not published.",
)
