"""Cancellation rate: seller-fulfilled orders cancelled by the seller, or by Amazon, before shipment."""

from sellervitals import plugin as sdk
from sellervitals_amazon.rates.cancellation import FIGURES
from sellervitals_amazon.sources import cite

UNKNOWN_START = "Its first day is not published; the table starts with 2015."

RULE = sdk.Rule(
    id="amazon.cancellation-rate",
    title="Cancellation rate",
    why="At 2.5 % or more Amazon may deactivate the offers that the seller ships itself.",
    metric="cancellation_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=41,  # fewer orders cannot bear a single cancellation
    limits=(
        sdk.limit(
            "2015-01-01",
            announced="2015-01-01",
            must_be="below",
            fail=sdk.percent("2.5"),
            warn=sdk.percent("1.5"),
            source="cancellation",
            note=UNKNOWN_START,
        ),
        sdk.limit(
            "2015-01-01",
            announced="2015-01-01",
            sites=("IN",),
            must_be="below",
            fail=sdk.percent("2.5"),
            warn=sdk.percent("2"),
            warn_trust="official",
            source="cancellation-india",
            note=f"Amazon India advises to stay below 2 %. {UNKNOWN_START}",
        ),
    ),
    figures=FIGURES,
    steps=(
        sdk.step("stop-overselling", "low", "catalog", days=0)("Close every offer whose stock is in doubt."),
        sdk.step("sync-stock", "high", "engineering")(
            "Synchronise stock over all channels and keep a buffer of a few units."
        ),
        sdk.step("right-reason", "low", "customer_service", keep="the buyer's message")(
            "Only where the buyer wants out, let the buyer cancel or give that reason: it does not count."
        ),
        sdk.step("check-prices", "medium", "catalog")(
            "Check prices before every upload, not after the orders."
        ),
        sdk.step("cancel-early", "low", "operations")(
            "What cannot be shipped, cancel early and apologise; Amazon cancels unconfirmed orders itself."
        ),
        sdk.step("reactivate-offers", "low", "catalog", channel="Manage Inventory")(
            "Bring back offers that were taken down; in Europe and the UAE an edit of the price does it."
        ),
    ),
    references=cite("cancellation", "cancellation-india", "cancellation-europe", "expired-orders"),
    since="0.1",
)
