"""Sources on what FBA stock costs: capacity, overage, aged stock, low stock and storage utilization."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_US = "https://sellercentral.amazon.com"

SOURCES: Mapping[str, sdk.Reference] = {
    "aged-surcharge": sdk.Reference(
        "Seller forum: reminder of the aged-inventory surcharge",
        "https://seller-forum.com/t/reminder-aged-inventory-surcharge/4700",
    ),
    "storage-2023": sdk.Reference("Simple Agency: Amazon's storage changes of 2023"),
    "aged-surcharge-2026": sdk.Reference(
        "Mistorify: changes of the FBA fees in 2026", "https://fbatool.mistorify.com/2026change"
    ),
    "aged-surcharge-avoiding": sdk.Reference(
        "HackerNoon: avoiding the aged-inventory surcharge in 2026",
        "https://sia.hackernoon.com/how-amazon-sellers-can-avoid-aged-inventory-surcharges-in-2026",
    ),
    "capacity-limits": sdk.Reference(
        "Amazon: questions and answers on FBA capacity limits (2023)",
        f"{_US}/seller-forums/discussions/t/3c9cef3c-530b-4846-a3b3-a855ed62f241",
    ),
    "capacity-exceptions": sdk.Reference(
        "Vertical Rail: what FBA capacity limits are",
        "https://verticalrail.com/kb/what-are-fba-capacity-limits",
    ),
    "capacity-manager": sdk.Reference(
        "Amazon: FBA Capacity Manager",
        f"{_US}/seller-forums/discussions/t/2b80fe3a-a0b0-4f7a-aa5d-269de36ed948",
    ),
    "fee-card": sdk.Reference(
        "HubriconB2B: rate card of FBA fees, read again in October 2026",
        "https://github.com/anderlecht-debug/HubriconB2B",
    ),
    "low-inventory-fee": sdk.Reference("Amazon: low-inventory-level fee (2024)"),
    "low-inventory-fee-2026": sdk.Reference(
        "Aura: the low-inventory-level fee since January 2026",
        "https://goaura.com/blog/the-low-inventory-level-fee-trap-2026-update",
    ),
    "low-inventory-credit": sdk.Reference(
        "Swipe Insight: Amazon credits the first weeks of the low-inventory-level fee"
    ),
    "low-inventory-margin": sdk.Reference(
        "SoStocked: understanding low-inventory-level fees",
        "https://help.sostocked.com/article/264-understanding-low-inventory-level-fees",
    ),
    "overage-fee": sdk.Reference(
        "Amazon: storage overage fee, with an example",
        f"{_US}/gp/help/external/help.html?itemID=V8JEETWV9Q33CMX",
    ),
    "overage-fee-uk": sdk.Reference(
        "Amazon: storage limits and overage fee in the United Kingdom (2020)",
        "https://sellercentral-europe.amazon.com/seller-forums/discussions/t/befc961d25121b91d2136392756ac66a",
    ),
    "storage-2024": sdk.Reference(
        "Amazon: changes of storage fees in 2024",
        f"{_US}/help/hub/reference/external/GJ9NNG7RK4TU6E3Z",
    ),
    "storage-fee-report": sdk.Reference("Amazon: monthly storage fees report"),
    "storage-utilization": sdk.Reference(
        "Goat Consulting: storage utilization surcharge and low-inventory fees",
        "https://goatconsulting.com/amazon-fulfillment/"
        "amazon-fba-storage-utilization-surcharge-and-low-inventory-fees",
    ),
}
