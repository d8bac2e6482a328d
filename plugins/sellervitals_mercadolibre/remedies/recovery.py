"""What to do about a lost colour, or one that is about to be lost."""

from sellervitals import plugin as sdk

CLEAN_SALES = sdk.step("count-clean-sales", "low", "management", keep="the figures with their date")(
    "Take the rate that is furthest past its green bound: it alone sets the colour. Work out how many sales"
    " without another such case bring it back."
)
PAUSE = sdk.step("pause-causes", "low", "catalog", channel="Listings", days=1)(
    "Pause the items that caused the claims, cancellations and delays until the cause is gone."
)
CONTEST = sdk.step(
    "contest-sales", "low", "customer_service", channel="Sales > Claims", keep="tracking, photos, chat"
)("Contest, sale by sale, what should not count: there is no appeal against the colour itself.")
REAL_FIGURES = sdk.step("watch-real-figures", "low", "management")(
    "Steer by the rates without the protection: they count from the day on which it ends."
)
GUARANTEE = sdk.step("weigh-guarantee", "medium", "finance", channel="Reputation > Benefits")(
    "Weigh the reputation benefit: a money guarantee for up to 120 days of a green-side colour, against its"
    " cap on affected sales."
)
