"""Item not received: eBay's rating of a shipping region against the seller's peers."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import SERVICE_EVALUATION
from sellervitals_ebay.judging.standards import judge_word
from sellervitals_ebay.ratings import words
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.item-not-received",
    title="Item not received",
    why="Rated Very High, eBay shows buyers of the region longer delivery estimates.",
    metric="inr_rating",
    severity=sdk.Severity.MEDIUM,
    words=words("eBay shows buyers there longer delivery estimates."),
    evaluate=judge_word,
    calendar=(SERVICE_EVALUATION,),
    steps=(
        sdk.step(
            "find-the-lane", "low", "operations", channel="Seller Hub > Service metrics", keep="the report"
        )("Download the report of the region and find the service and country that lose most parcels."),
        sdk.step("tracked-services", "medium", "catalog")(
            "Offer only tracked services on that lane, with a signature for what is dear."
        ),
        sdk.step("honest-transit-times", "low", "catalog", channel="Shipping policies")(
            "Give transit times that the service really keeps there."
        ),
        sdk.step("tell-delays-first", "low", "operations")(
            "Write to the buyer when a parcel is delayed, before the buyer opens a request."
        ),
        sdk.step("exclude-the-worst", "low", "catalog", channel="Shipping exclusions")(
            "Exclude destinations that stay Very High although the service was changed."
        ),
    ),
    references=cite("service-metrics", "service-rating"),
    since="0.1",
)
