"""What to do against low ratings."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("read-low-ones", "low", "customer_service")(
        "Read the low ratings of the last month and sort them by cause."
    ),
    sdk.step("fix-top-cause", "high", "operations", keep="what was changed and when")(
        "Put the most frequent cause right first: delivery, item, description or service."
    ),
    sdk.step("reply-calmly", "low", "customer_service")(
        "Reply to them in public, politely and with facts, and solve the buyer's problem where it is open."
    ),
    sdk.step("removal-by-the-rules", "low", "customer_service", keep="the request and its answer")(
        "Ask for removal only where the marketplace's own rules allow it."
    ),
    sdk.step("never-pay", "low", "management")("Never offer money or goods for a rating: it costs accounts."),
)
