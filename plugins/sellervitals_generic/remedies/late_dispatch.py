"""What to do against late shipments."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("ship-oldest", "low", "operations", days=0, keep="carrier receipts")(
        "List the orders that are late or due today and ship them, oldest first."
    ),
    sdk.step("split-causes", "low", "operations", keep="the list with a cause for each order")(
        "Sort the late ones by cause: no stock, too little time to pack, a pick-up that did not come,"
        " a deadline that was set wrongly."
    ),
    sdk.step("honest-handling-time", "low", "catalog")(
        "Raise the handling time of items that cannot make it, before the next one is sold."
    ),
    sdk.step("earlier-cut-off", "medium", "operations")(
        "Move the daily cut-off earlier, or add a pick-up or a walk to the drop-off."
    ),
    sdk.step("scan-at-handover", "low", "operations", keep="the scan or signed list of each handover")(
        "Have parcels scanned when they are handed over, and confirm the shipment the same hour, never"
        " before."
    ),
    sdk.step("closed-days", "low", "management")(
        "Switch on the holiday mode before days on which nobody ships."
    ),
    sdk.step("look-again", "low", "management")(
        "Look again after one full window of the figure: what was late before stays in it until then."
    ),
)
