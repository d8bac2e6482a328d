"""What the rules on Seller Fulfilled Prime share: its name, its published sheets, the first thing to do."""

from functools import partial

from sellervitals import plugin as sdk

PRIME = "Seller Fulfilled Prime"

US_2021 = partial(
    sdk.limit,
    "2021-01-01",
    announced="2021-01-01",
    until="2022-12-31",
    sites=("US",),
    source="prime-us-2021",
    note="Its first day is not published; the table starts with 2021.",
)
US_2023 = partial(
    sdk.limit,
    "2023-01-01",
    announced="2023-01-01",
    until="2023-12-31",
    sites=("US",),
    trust="disputed",
    source="prime-us-2021",
    note="It ended within 2023 on a day that is not published; for that year it only warns.",
)
US = partial(
    sdk.limit,
    "2024-01-01",
    announced="2024-01-01",
    sites=("US",),
    note="Its first day is not published; the table starts with 2024.",
)
EUROPE = partial(
    sdk.limit,
    "2021-01-01",
    announced="2021-01-01",
    sites=("UK", "DE", "ES"),
    source="prime-europe",
    note="Its first day is not published; the table starts with 2021.",
)
JAPAN = partial(
    sdk.limit,
    "2021-01-01",
    announced="2021-01-01",
    sites=("JP",),
    source="prime-japan",
    note="Over 7 days. Its first day is not published; the page is of 2021.",
)

SAVE_DASHBOARD = sdk.step(
    "save-dashboard",
    "low",
    "operations",
    channel="Seller Fulfilled Prime dashboard",
    days=0,
    keep="the dashboard as it stood, with its date",
)("Save the Prime dashboard and its order list before you change anything: an appeal needs both.")
