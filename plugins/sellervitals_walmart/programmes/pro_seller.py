"""The Pro Seller programme: what each tier asks for, the ladder of tiers, and what its rules share.

The lowest criterion decides, but a seller keeps a tier until Walmart works it out anew, on the 5th and the
20th: what is computed is the tier that the seller is eligible for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_walmart.sources import cite
from sellervitals_walmart.words import TIERS

PROGRAMME = "Pro Seller"
SINCE = "2024-09-26"

REFRESH = tuple(
    sdk.recurring(
        f"2024-10-{day:02}",
        name=f"refresh-{day}",
        kind="review",
        day=day,
        sites=("US",),
        source="pro-seller",
        says="Walmart works the Pro Seller tier out anew.",
    )
    for day in (5, 20)
)


class Lines(NamedTuple):
    """The limit of each tier for one criterion; that of Rising warns where Pro Seller is missed."""

    pro_seller: sdk.Limit
    advanced: sdk.Limit
    rising: sdk.Limit


def _lines(
    must_be: str, pro_seller: sdk.Rate | str, advanced: sdk.Rate | str, rising: sdk.Rate | str
) -> Lines:
    def line(fail: sdk.Rate | str, warn: sdk.Rate | str | None = None) -> sdk.Limit:
        return sdk.limit(
            SINCE,
            announced=SINCE,
            sites=("US",),
            must_be=must_be,
            fail=fail,
            warn=warn,
            warn_trust="official",
            warn_must_be=must_be,
            source="pro-seller",
        )

    return Lines(line(pro_seller), line(advanced), line(rising, None if rising == pro_seller else pro_seller))


CRITERIA: Mapping[str, Lines] = {
    "pro_seller_on_time_delivery_rate": _lines(
        "at_least", sdk.percent("95"), sdk.percent("92.5"), sdk.percent("90")
    ),
    "pro_seller_cancellation_rate": _lines(
        "at_most", sdk.percent("1.5"), sdk.percent("2"), sdk.percent("2.5")
    ),
    "pro_seller_response_rate": _lines("at_least", sdk.percent("95"), sdk.percent("92.5"), sdk.percent("90")),
    "pro_seller_delivery_speed": _lines("at_least", sdk.percent("50"), sdk.percent("25"), sdk.percent("5")),
    "pro_seller_content_score": _lines("at_least", "75", "70", "65"),
    "pro_seller_price_score": _lines("at_least", "60", "60", "60"),
    "pro_seller_orders": _lines("above", "100", "100", "100"),
}
"""The limits of the tiers by criterion. How many active days the US asks for is not known."""

_NEEDS = zip(*CRITERIA.values(), strict=True)

LADDER = sdk.Ladder(
    id="pro_seller_tier",
    title="Pro Seller tier",
    metric="pro_seller_eligible_tier",
    rungs=(
        *(
            sdk.Rung(
                tier,
                title=tier,
                needs={metric: (line,) for metric, line in zip(CRITERIA, lines, strict=True)},
            )
            for tier, lines in zip(TIERS, _NEEDS, strict=True)
        ),
        sdk.Rung(
            "None", title="No tier", severity=sdk.Severity.MEDIUM, says="The seller has no tier and no badge."
        ),
    ),
    references=cite("pro-seller"),
)

LIFT_LOWEST = sdk.step(
    "lift-the-lowest",
    "low",
    "management",
    channel="Seller Center > Pro Seller",
    keep="the criteria, with their date",
)("Compare all criteria and lift only those below the wanted tier: the lowest one decides.")
RECHECK = sdk.step("recheck-at-refresh", "low", "management", channel="Seller Center > Pro Seller")(
    "Look again after the next refresh, on the 5th or the 20th; nothing changes in between."
)
