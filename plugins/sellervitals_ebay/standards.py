"""The published seller standards, program by program: one table that rules and the ladder of levels share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sellervitals import plugin as sdk
from sellervitals_ebay.metrics.standards import BUYERS
from sellervitals_ebay.sites import DE, GLOBAL, UK, US
from sellervitals_ebay.sources import cite

FIRST_DAY = "2016-02-20"
"""When the defect rate was cut to two causes and late shipments became a metric of their own."""

TOP_DEFECTS, MOST_DEFECTS = sdk.percent("0.5"), sdk.percent("2")
TOP_BUYERS, MOST_BUYERS = 3, 4
MOST_CASES, CASES_ALLOWED = sdk.percent("0.3"), 2
TOP_LATE, TOP_LATE_ALLOWED = sdk.percent("3"), 5
TOP_TRACKING = sdk.percent("95")
TOP_TRANSACTIONS, TOP_SALES, TOP_DAYS = "100", "1000", "90"

_US_NOTE = (
    "As checked in August 2026; since when it holds in the US is not published, the table starts with the"
    " standards of 2016."
)
_GLOBAL_NOTE = "Printed in eBay's help for the global program; its first day there is not published."
_UNREAD_NOTE = (
    "Today's figures of this program could not be read and their first day is not published: these are the"
    " ones that all others share. The bounds in a profile decide."
)

_us: Callable[..., sdk.Limit] = partial(
    sdk.limit,
    FIRST_DAY,
    announced=FIRST_DAY,
    sites=(US,),
    source="standards-us",
    trust="reported",
    warn_trust="reported",
    note=_US_NOTE,
)
_global: Callable[..., sdk.Limit] = partial(
    sdk.limit, FIRST_DAY, announced=FIRST_DAY, sites=(GLOBAL,), source="standards-global", note=_GLOBAL_NOTE
)
_unread: Callable[..., sdk.Limit] = partial(
    sdk.limit,
    FIRST_DAY,
    announced=FIRST_DAY,
    sites=(UK, DE),
    source="standards-global",
    trust="suggested",
    note=_UNREAD_NOTE,
)

_DEFECTS = {
    "must_be": "at_most",
    "fail": MOST_DEFECTS,
    "allowed": MOST_BUYERS,
    "warn": TOP_DEFECTS,
    "warn_must_be": "at_most",
    "warn_allowed": TOP_BUYERS,
    "allowed_part": BUYERS,
}
_CASES = {"must_be": "at_most", "fail": MOST_CASES, "allowed": CASES_ALLOWED}

DEFECTS = (_us(**_DEFECTS), _global(**_DEFECTS, warn_trust="official"), _unread(**_DEFECTS))
"""Defect rate: at most 2 %, or defects from at most 4 buyers; for Top Rated 0.5 % or 3 buyers."""

CASES = (_us(**_CASES), _global(**_CASES), _unread(**_CASES))
"""Cases closed without seller resolution: at most 2, or 0.3 %, whichever is higher; also for Top Rated."""

LATE = (
    _us(must_be="at_most", warn=TOP_LATE, warn_allowed=TOP_LATE_ALLOWED, warn_must_be="at_most"),
    sdk.limit(
        FIRST_DAY,
        announced=FIRST_DAY,
        must_be="at_most",
        fail=sdk.percent("7"),
        allowed=7,
        trust="disputed",
        warn=TOP_LATE,
        warn_allowed=TOP_LATE_ALLOWED,
        warn_must_be="at_most",
        warn_trust="disputed",
        sites=(GLOBAL,),
        source="standards-india",
        note="Undated, and its first day is not published: eBay's help for India says 7 % or 7, and 0.3 % for"
        " Top Rated, taken as 3 %; its page for Australia said 10 % or 8, and 5 %. The bounds in a profile"
        " decide.",
    ),
    sdk.limit(
        "2018-02-20",
        announced="2018-02-20",
        must_be="at_most",
        fail=sdk.percent("9"),
        allowed=6,
        trust="suggested",
        sites=(UK,),
        source="standards-uk-2018",
        note="Seen in 2018 and not confirmed for today; its first day is not published.",
    ),
)
"""Late shipments: in the US program they never end in Below Standard, they only cost Top Rated."""

_DEFECT_COUNT = {"must_be": "at_most", "warn": str(MOST_BUYERS), "warn_must_be": "at_most"}
_CASE_COUNT = {"must_be": "at_most", "warn": str(CASES_ALLOWED), "warn_must_be": "at_most"}

DEFECT_COUNT = (_us(**_DEFECT_COUNT), _global(**_DEFECT_COUNT, warn_trust="official"))
"""Up to 4 defects never end in Below Standard, whoever they are from; beyond, rate and buyers decide."""

CASE_COUNT = (_us(**_CASE_COUNT), _global(**_CASE_COUNT, warn_trust="official"))
"""Up to 2 cases never end in Below Standard; beyond, their rate decides."""

TRACKING = (_us(must_be="at_least", warn=TOP_TRACKING),)
TRANSACTIONS = (_us(must_be="at_least", warn=TOP_TRANSACTIONS),)
SALES = (_us(must_be="at_least", warn=TOP_SALES),)
DAYS = (
    sdk.limit(
        FIRST_DAY,
        announced=FIRST_DAY,
        must_be="at_least",
        warn=TOP_DAYS,
        warn_trust="official",
        source="standards-global",
        note="The same in all programs; its first day is not published.",
    ),
)

LADDER = sdk.Ladder(
    id="seller_level",
    title="Seller level",
    metric="seller_level",
    segments=(None, "projected"),
    rungs=(
        sdk.Rung(
            "TOP_RATED",
            title="Top Rated",
            needs={
                "transaction_defect_rate": (
                    _us(must_be="at_most", fail=TOP_DEFECTS, allowed=TOP_BUYERS, allowed_part=BUYERS),
                ),
                "cases_closed_without_resolution_rate": CASES[:1],
                "late_shipment_rate": (_us(must_be="at_most", fail=TOP_LATE, allowed=TOP_LATE_ALLOWED),),
                "tracking_uploaded_on_time_rate": (_us(must_be="at_least", fail=TOP_TRACKING),),
                "transactions_12m": (_us(must_be="at_least", fail=TOP_TRANSACTIONS),),
                "sales_12m": (_us(must_be="at_least", fail=TOP_SALES),),
                "days_on_site": (_us(must_be="at_least", fail=TOP_DAYS),),
            },
        ),
        sdk.Rung(
            "ABOVE_STANDARD",
            title="Above Standard",
            needs={
                "transaction_defect_rate": DEFECTS[:1],
                "cases_closed_without_resolution_rate": CASES[:1],
            },
        ),
        sdk.Rung(
            "BELOW_STANDARD",
            title="Below Standard",
            severity=sdk.Severity.CRITICAL,
            says="Below Standard means a lower place in the search, held funds, selling limits and an extra"
            " fee.",
        ),
    ),
    references=cite("standards-us"),
)
"""The level that the numbers give in the US program, the only one whose whole table is known."""
