"""Returns as not as described: what helps by the reason that buyers give."""

from collections.abc import Mapping
from types import MappingProxyType

from sellervitals import plugin as sdk

CAUSES: Mapping[str, tuple[sdk.Step, ...]] = MappingProxyType(
    {
        "DEFECTIVE_ITEM": (
            sdk.step("test-before-sending", "medium", "operations", keep="a list of serial numbers tested")(
                "Test a sample of the items that come back as defective, and pull a bad batch from sale."
            ),
        ),
        "NOT_AS_DESCRIBED": (
            sdk.step("correct-listing", "low", "catalog")(
                "Correct photos, item specifics and condition notes of the listings that buyers find wrong."
            ),
        ),
        "ARRIVED_DAMAGED": (
            sdk.step("pack-better", "medium", "operations", keep="photos of the packing")(
                "Pack the items that arrive damaged for a fall, and change a carrier that keeps breaking"
                " them."
            ),
        ),
        "MISSING_PARTS": (
            sdk.step("packing-list", "low", "operations")(
                "Pack by a list of parts, and show on the page what is in the box and what is not."
            ),
        ),
        "WRONG_ITEM": (
            sdk.step("scan-at-packing", "medium", "operations")(
                "Scan every item against its order at packing, and keep look-alikes apart on the shelf."
            ),
        ),
    }
)
"""By eBay's word for the reason."""
