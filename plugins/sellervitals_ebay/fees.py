"""What eBay charges on top while a level or a rating is bad; today's figures are not confirmed by eBay."""

from sellervitals import plugin as sdk

BELOW_STANDARD_FEE = sdk.figure(
    "2018-01-01",
    name="below-standard-fee",
    value="4",
    unit="percentage points on the final value fee",
    source="below-standard-fee",
    sites=("PROGRAM_US", "PROGRAM_UK"),
    note="As introduced in 2018, on an exact day that is not published; 6 points were reported later.",
)

VERY_HIGH_FEE = sdk.figure(
    "2018-10-01",
    name="very-high-fee",
    value="4",
    unit="percentage points on the final value fee of the category",
    source="service-metrics-fee",
    sites=("PROGRAM_US",),
    trust="reported",
    note="As introduced; today's figure is not confirmed. It is not added to the fee of Below Standard.",
)
