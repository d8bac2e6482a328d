"""Premium Shipping, cancellation: premium orders that the seller cancelled."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.premium import JAPAN, PREMIUM, SAVE_DASHBOARD, UK, UK_2016
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.premium-cancellation",
    title="Premium Shipping: cancellation",
    why="At the line or above it Amazon takes the premium option away.",
    metric="premium_cancellation_rate",
    programme=PREMIUM,
    severity=sdk.Severity.MEDIUM,
    minimum_sample=201,  # fewer orders cannot bear a single cancellation in the UK
    limits=(
        UK_2016(must_be="below", fail=sdk.percent("1.5")),
        UK(must_be="below", fail=sdk.percent("0.5")),
        JAPAN(must_be="below", fail=sdk.percent("1")),
    ),
    figures=(
        sdk.figure(
            "2016-01-01",
            name="order-defect-rate",
            value="0.5",
            unit="percent; it takes less",
            sites=("UK",),
            until="2016-12-31",
            trust="reported",
            source="premium-uk-2016",
            note="Asked of premium sellers beside the other three; kept to 2016.",
        ),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("pause-doubtful", "low", "catalog", channel="Shipping Settings", days=0)(
            "Take the premium option off every SKU whose stock is in doubt."
        ),
        sdk.step("count-stock", "medium", "operations")(
            "Count the stock of those SKUs and correct what the system holds."
        ),
        sdk.step("buyers-wish", "low", "customer_service", keep="the buyer's message")(
            "Where the buyer wants out, let the buyer cancel or give that reason."
        ),
        sdk.step("buffer", "high", "engineering")("Keep a buffer of a few units in every channel."),
    ),
    references=cite("premium-uk-2016", "premium-uk", "premium-japan"),
    since="0.1",
)
