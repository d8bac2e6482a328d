"""What to do while punishments run: stop what brought them, appeal, plan around their end."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("read-punishments", "low", "management", channel="Seller Centre > Account Health", days=0)(
        "Read what each punishment takes away and on which day it ends."
    ),
    sdk.step("stop-cause", "high", "operations", days=1)(
        "Stop the violation behind it today: further points bring the next tier and a new punishment."
    ),
    sdk.step(
        "appeal-punishment",
        "medium",
        "compliance",
        channel="Seller Centre > Account Health",
        keep="the proof sent with the appeal",
    )("Appeal the records that were wrong: a granted appeal takes back points and restrictions."),
    sdk.step("respect-limits", "low", "operations")(
        "Stay under the limits of listings and orders while they hold, and pause what would break them."
    ),
    sdk.step("plan-release", "low", "management")(
        "Plan campaigns and new listings for after the last day; open no second shop meanwhile."
    ),
)
