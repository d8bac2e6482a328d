"""What to do about cancellations by the seller, whether they count already or will."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step(
        "list-cancellations", "low", "operations", channel="Sales > Cancelled", keep="the list with its date"
    )("List the cancelled sales of the window by item and by reason."),
    sdk.step("pause-unreliable-stock", "low", "catalog", channel="Listings", days=0)(
        "Set items whose stock is uncertain to 0, or pause them."
    ),
    sdk.step("sync-stock", "high", "engineering")(
        "Synchronise stock at least hourly and hold a reserve of the items that sell fast."
    ),
    sdk.step("correct-prices", "low", "catalog", channel="Listings")(
        "Correct the prices and addresses that forced cancellations."
    ),
    sdk.step("never-ask-buyers", "low", "customer_service")(
        "Never ask a buyer to cancel; ship a replacement only where the buyer has agreed to it."
    ),
)
