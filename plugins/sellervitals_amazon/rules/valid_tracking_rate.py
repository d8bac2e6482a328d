"""Valid tracking rate: packages with a valid tracking id and the carrier scans it needs."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.valid-tracking-rate",
    title="Valid tracking rate",
    why="Below 95 % in a product category Amazon suspends the seller-fulfilled listings of that category.",
    metric="valid_tracking_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=20,  # fewer packages cannot bear a single one without tracking
    limits=(
        sdk.limit(
            "2016-02-01",
            announced="2016-02-01",
            must_be="at_least",
            fail=sdk.percent("95"),
            warn=sdk.percent("97"),
            source="tracking",
            note="In the US since July 2015, for all categories by February 2016; the start elsewhere is"
            " not published. Amazon judges each category, the report gives the whole account.",
        ),
    ),
    steps=(
        sdk.step("defect-report", "low", "operations", channel="Account Health > Valid Tracking Rate")(
            "Download the defect report and sort it by category and carrier."
        ),
        sdk.step("correct-tracking", "medium", "operations", channel="Manage Orders", days=1)(
            "Correct carrier and tracking id within 24 hours of confirmation, never after delivery."
        ),
        sdk.step("name-the-carrier", "low", "operations")(
            "Pick the carrier from the list, never 'Other': an integrated one typed in is counted as invalid."
        ),
        sdk.step("tracked-services", "medium", "purchasing")(
            "Use tracked services for every parcel, or buy the labels through Amazon."
        ),
        sdk.step("cheap-items", "medium", "operations")(
            "Send cheap untracked items by an exempt letter service or through FBA."
        ),
        sdk.step("appeal-category", "medium", "compliance", keep="carrier proof of each parcel")(
            "Appeal for each category that is off, with the carrier's proof."
        ),
    ),
    references=cite("tracking"),
    since="0.1",
)
