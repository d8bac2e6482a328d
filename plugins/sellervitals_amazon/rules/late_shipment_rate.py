"""Late shipment rate: orders confirmed as shipped after the expected ship date, over 10 and 30 days."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.late-shipment-rate",
    title="Late shipment rate",
    why="At 4 % or more Amazon may deactivate the account or the offers that the seller ships itself.",
    metric="late_shipment_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=26,  # fewer orders cannot bear a single late one
    limits=(
        sdk.limit(
            "2015-01-01",
            announced="2015-01-01",
            must_be="below",
            fail=sdk.percent("4"),
            warn=sdk.percent("3"),
            warn_trust="reported",
            source="report",
            note="Its first day is not published; the table starts with 2015. 4 % is the target in the"
            " examples of Amazon's own schema; the warning level of 3 % comes from a third party.",
        ),
    ),
    steps=(
        sdk.step("confirm-shipped", "low", "operations", channel="Manage Orders", days=0)(
            "Confirm every order that has left today: the confirmation counts, not the carrier's scan."
        ),
        sdk.step(
            "ship-due", "medium", "operations", channel="Manage Orders", days=0, keep="carrier receipts"
        )("Ship everything that is due, oldest first."),
        sdk.step("honest-handling-time", "low", "operations", channel="Shipping Settings")(
            "Set a handling time that you keep (in the US it must match your real one to within a day), or"
            " switch on automated handling time, which also protects."
        ),
        sdk.step("calendar", "low", "operations", channel="Shipping Settings")(
            "Set cut-off times, the holiday calendar and the vacation setting."
        ),
        sdk.step("automate-confirmation", "high", "engineering")(
            "Let the carrier's pick-up confirm the shipment without anybody typing."
        ),
        sdk.step("cap-peaks", "medium", "management")(
            "Limit orders per day in peaks, or move the fast movers to FBA."
        ),
    ),
    references=cite("report", "late-shipments", "late-shipments-warning", "handling-time"),
    since="0.1",
)
