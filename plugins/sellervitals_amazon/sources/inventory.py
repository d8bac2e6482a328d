"""Sources on the Inventory Performance Index and on stock at FBA."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_US = "https://sellercentral.amazon.com"

SOURCES: Mapping[str, sdk.Reference] = {
    "inventory-index": sdk.Reference("Amazon: Inventory Performance Index and its factors, item 202174810"),
    "inventory-index-2018": sdk.Reference(
        "Amazon: FBA storage limits of 2018", f"{_US}/gp/help/external/G93D6U2APR9UYBG5"
    ),
    "inventory-index-bands": sdk.Reference(
        "Awesome Dynamic: the Inventory Performance Index and storage limits (2018)",
        "https://awesomedynamic.com/inventory-performance-index",
    ),
    "inventory-index-europe-2020": sdk.Reference(
        "Amazon: threshold of 400 in Europe (May 2020)",
        "https://sellercentral-europe.amazon.com/seller-forums/discussions/t/befc961d25121b91d2136392756ac66a",
    ),
    "inventory-index-us-2020": sdk.Reference(
        "Amazon's announcement of the US threshold of 400 (October 2019, repost)",
        "https://evolvedcommerce.com/resources/blog/are-your-storage-limits-in-jeopardy/",
    ),
    "inventory-index-500": sdk.Reference(
        "Hinge Commerce: new FBA inventory limits (July 2020)",
        "https://hingecommerce.com/new-amazon-fba-inventory-limits",
    ),
    "inventory-index-450": sdk.Reference(
        "Amazon: the Inventory Performance Index threshold will change to 450",
        f"{_US}/forums/t/inventory-performance-index-threshold-will-change-to-450/755699",
    ),
    "inventory-index-400": sdk.Reference(
        "The Ecommerce Club: threshold reduced to 400 (December 2021)",
        "https://theecommerce.club/amazon-ipi-threshold-reduced-to-400",
    ),
    "inventory-index-2026": sdk.Reference(
        "My Ecom Dude: the Amazon IPI explained (2026)",
        "https://myecomdude.com/field-guides/amazon-ipi-explained",
    ),
    "inventory-index-advice": sdk.Reference(
        "goAura: improving the IPI score (October 2025)",
        "https://goaura.com/blog/improving-your-amazon-ipi-score",
    ),
    "inventory-report": sdk.Reference(
        "Amazon: FBA Inventory report", f"{_US}/help/hub/reference/GKT9YKCHXMSDVJKB"
    ),
}
