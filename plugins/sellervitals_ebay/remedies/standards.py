"""Steps that several seller standards share."""

from sellervitals import plugin as sdk

APPEAL = sdk.step(
    "appeal-what-is-not-yours",
    "low",
    "operations",
    channel="Seller Help",
    keep="tracking with its scans, messages, the request",
)(
    "Ask for removal of what was not your doing: a scan inside the handling time, a delivery inside the"
    " estimate, a request opened by mistake. What eBay removes by itself (unpaid orders, wide carrier"
    " trouble) is gone within 72 hours; nothing is heard while the parcel moves, a request is open or a"
    " refund is due."
)
"""Only what can succeed: a groundless appeal costs the good ones their hearing."""

COUNT_CLEAN_SALES = sdk.step("count-clean-sales", "low", "management")(
    "Work out how many clean sales bring the rate back inside its line, look up which days the next"
    " evaluation counts, and sell what surely arrives."
)
