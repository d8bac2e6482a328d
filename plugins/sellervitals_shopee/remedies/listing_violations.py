"""What to do against listing violations: see what was found, remove or correct it, appeal what is wrong."""

from __future__ import annotations

from sellervitals import plugin as sdk

FETCH = sdk.step("fetch-listings", "low", "engineering", channel="get_listings_with_issues", days=0)(
    "Fetch the listings with their reasons and post the list here."
)
CAUSES = {
    "prohibited": (
        sdk.step("take-down-prohibited", "low", "catalog", days=0, keep="the listing as it was")(
            "Take every prohibited item off sale today and do not list it anew."
        ),
    ),
    "counterfeit": (
        sdk.step(
            "prove-or-remove",
            "medium",
            "compliance",
            days=1,
            keep="invoices and authorisations of the brand",
        )("Take disputed goods off sale, and collect invoices and authorisations of the brand for each."),
    ),
    "spam": (
        sdk.step("end-duplicates", "low", "catalog", days=1)(
            "End duplicate listings and misleading words; keep one honest listing of each product."
        ),
    ),
}
STEPS = (
    FETCH,
    sdk.step("correct-worst", "medium", "catalog", days=1)(
        "Remove or correct prohibited and counterfeit items first; an unchanged upload brings points again."
    ),
    sdk.step("collect-proof", "medium", "compliance", keep="invoices and authorisations of the brand")(
        "Collect invoices and brand authorisations for what you still sell of those brands."
    ),
    sdk.step("scan-catalogue", "medium", "catalog")(
        "Search the rest of the catalogue for the same words and brands."
    ),
    sdk.step("appeal-wrong-removals", "medium", "compliance", channel="Seller Centre > Account Health")(
        "Appeal removals that were wrong, each with its documents."
    ),
)
