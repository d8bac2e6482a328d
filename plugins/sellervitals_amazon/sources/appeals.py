"""Sources on plans of action; how to appeal in Amazon's own words is with the account's sources."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

SOURCES: Mapping[str, sdk.Reference] = {
    "appeal-examples": sdk.Reference(
        "Revision Legal: writing an Amazon plan of action appeal, with examples",
        "https://revisionlegal.com/internet-law/writing-an-amazon-plan-of-action-appeal-with-examples",
    ),
    "appeal-practice": sdk.Reference(
        "Amazon Appeal Pro: how a plan of action is read", "https://amazonappealpro.com/?p=1725"
    ),
}
