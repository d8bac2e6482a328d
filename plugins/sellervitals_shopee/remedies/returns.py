"""What to do against returns and refunds: find the items, read the reasons, mend page and parcel."""

from __future__ import annotations

from sellervitals import plugin as sdk

CAUSE = (
    sdk.step("rank-returns", "low", "operations", channel="Seller Centre > Return/Refund")(
        "Rank items by returns per hundred sales and read their reasons: not received, wrong, damaged, or not"
        " as described."
    ),
    sdk.step("mend-page", "medium", "catalog")(
        "Correct title, pictures and size data of the worst items, or stop selling them."
    ),
    sdk.step("check-before-packing", "medium", "operations", keep="photos of packed parcels")(
        "Check item and quantity before packing, and pack better where parcels arrive damaged."
    ),
)
STEPS = (
    *CAUSE,
    sdk.step("answer-requests", "low", "customer_service", channel="Seller Centre > Return/Refund", days=1)(
        "Answer every open request before its deadline and offer the fair solution that costs least."
    ),
    sdk.step(
        "dispute-others-faults", "medium", "operations", keep="handover scan, photos, chat with the buyer"
    )("Dispute the cases in which the logistics or the buyer was at fault."),
)
