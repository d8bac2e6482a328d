"""What the rules on Premium Shipping share: its name, its published sheets, the first thing to do."""

from functools import partial

from sellervitals import plugin as sdk

PREMIUM = "Premium Shipping"

US_BEFORE = partial(
    sdk.limit,
    "2024-01-01",
    announced="2024-01-01",
    sites=("US",),
    trust="disputed",
    source="premium-us",
    note="Its first day is not published; the table starts with 2024. The year in which it ended is not"
    " certain either, so it only warns.",
)
US = partial(
    sdk.limit,
    "2025-06-29",
    announced="2025-06-29",
    sites=("US",),
    trust="reported",
    source="premium-us",
    note="Over a week. The source gives 29 June without a year; 2025 is how it is read here. Seller Fulfilled"
    " Prime has the same figure.",
)
UK_2016 = partial(
    sdk.limit,
    "2016-01-01",
    announced="2016-01-01",
    until="2016-12-31",
    sites=("UK",),
    trust="reported",
    source="premium-uk-2016",
    note="Over 30 days. Of January 2016; the day, and how long it held, is not published: kept to 2016.",
)
UK_BEFORE = partial(
    sdk.limit,
    "2024-01-01",
    announced="2024-01-01",
    sites=("UK",),
    trust="reported",
    source="premium-uk",
    note="Its first day is not published; the table starts with 2024.",
)
UK = partial(
    sdk.limit,
    "2025-07-31",
    announced="2025-07-31",
    sites=("UK",),
    trust="reported",
    source="premium-uk",
    note="Over the days from 14 to 7 days ago. One third party gives day, window and figure; nothing"
    " contradicts it.",
)
JAPAN = partial(
    sdk.limit,
    "2021-01-01",
    announced="2021-01-01",
    sites=("JP",),
    source="premium-japan",
    note="Over 30 days, 10 days late. Its first day is not published; the page is an older one, read as of"
    " 2021.",
)

SAVE_DASHBOARD = sdk.step(
    "save-dashboard",
    "low",
    "operations",
    channel="Premium Shipping eligibility",
    days=0,
    keep="the page as it stood, with its date",
)("Save the page with the premium figures and its order list before you change anything.")
