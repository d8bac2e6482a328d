"""What to do against restricted products: by those that may not be sold and those that need an approval."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

CAUSES: Mapping[str, tuple[sdk.Step, ...]] = {
    "forbidden items": (
        sdk.step("keep-off", "low", "catalog", days=0)(
            "Take a forbidden item off sale today and never list it again, under no other ASIN or wording: a"
            " repeat weighs more."
        ),
    ),
    "items without approval": (
        sdk.step("approval-first", "high", "compliance", keep="approval or licence, certificates, invoices")(
            "Take the offer down, apply for the approval with its papers, and list again once you have it."
        ),
    ),
}
