"""What to do about unsafe products: recalls have steps of their own."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

CAUSES: Mapping[str, tuple[sdk.Step, ...]] = {
    "recalls": (
        sdk.step("remove-recalled", "high", "operations", days=0, keep="removal orders, counts by lot")(
            "Remove every recalled unit, at Amazon, on the way and in your own store."
        ),
        sdk.step(
            "letter-of-compliance",
            "medium",
            "compliance",
            keep="letter of compliance on the maker's letterhead",
        )("Get a letter of compliance from the maker, and follow the maker's plan for units already sold."),
    ),
}
