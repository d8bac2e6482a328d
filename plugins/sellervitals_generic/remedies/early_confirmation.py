"""What to do against shipments that are confirmed before they happen."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("stop-early", "low", "operations", days=0)(
        "Stop confirming shipments before the carrier has the parcel, today."
    ),
    sdk.step("ship-what-was-confirmed", "low", "operations", days=0, keep="carrier receipts")(
        "Hand over today whatever was confirmed and has not left."
    ),
    sdk.step("match-scans", "medium", "operations", keep="handover scans")(
        "Compare each confirmation of the last window with the carrier's first scan, and find who or"
        " what confirms early."
    ),
    sdk.step("confirm-by-scan", "high", "engineering")("Let the carrier's scan set off the confirmation."),
    sdk.step("label-on-the-day", "low", "operations")(
        "Buy labels on the day of the handover, where a label alone counts as shipped."
    ),
)
