"""What to do against cancellations by the seller."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("list-by-reason", "low", "operations", keep="the list")(
        "List the cancelled orders by item and by reason."
    ),
    sdk.step("pause-unsure-stock", "low", "catalog", days=0)(
        "Set items whose stock is not certain to zero, or pause them, today."
    ),
    sdk.step("sync-stock", "medium", "engineering")("Pass stock on to every channel at least once an hour."),
    sdk.step("safety-stock", "low", "operations")(
        "Hold back a few pieces of whatever sells fast or on several channels."
    ),
    sdk.step("fix-price-and-address", "medium", "catalog")(
        "Put right the prices and the delivery areas that made you cancel."
    ),
    sdk.step("offer-replacement", "low", "customer_service", keep="the buyer's consent")(
        "Offer another item where the ordered one is gone; send it only after the buyer has agreed in"
        " writing."
    ),
    sdk.step("never-ask-the-buyer", "low", "customer_service")(
        "Never ask a buyer to cancel for you: marketplaces punish it harder than the cancellation."
    ),
)
