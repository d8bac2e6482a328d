"""What the rules on Simplified Shipping Settings share; Walmart recommends rates and sets no standard."""

from __future__ import annotations

from sellervitals import plugin as sdk

SIMPLIFIED = "Simplified Shipping Settings"
WHY = "Walmart only recommends a rate; below it promises rest on wrong facts and orders arrive late."
REVIEW_SETTINGS = sdk.step(
    "review-settings", "low", "operations", channel="Seller Center > Simplified Shipping Settings"
)("Compare the settings with what the warehouse really does, and correct the settings first.")
