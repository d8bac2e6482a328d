"""What to do against parcels without valid tracking."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("find-parcels", "low", "operations", days=0)(
        "Find the shipments without a number, or with one that the carrier does not know, and mend"
        " what can still be mended."
    ),
    sdk.step("map-carriers", "medium", "engineering")(
        "Match each carrier's name or code to the one that the marketplace expects."
    ),
    sdk.step("number-at-handover", "low", "operations")(
        "Send the number when the parcel is handed over, not later."
    ),
    sdk.step("drop-untracked", "medium", "operations")("Stop using services without tracking for parcels."),
    sdk.step("scan-first-mile", "low", "operations", keep="handover scans")(
        "Have the carrier scan at pick-up, so that numbers become known the same day."
    ),
)
