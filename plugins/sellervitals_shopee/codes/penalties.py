"""Violations that bring penalty points, why points are taken back, and what a punishment restricts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LATE, UNFULFILLED, LISTINGS, PICKUP, CONDUCT = (
    "late_shipments",
    "unfulfilled_orders",
    "listing_violations",
    "failed_pickups",
    "conduct",
)
"""Kinds of violations; each has steps of its own."""

_VIOLATIONS: Mapping[str, Mapping[int, str]] = {
    LATE: {
        5: "high late shipment rate",
        8: "many orders shipped late",
        3070: "high late shipment rate of next-day orders",
    },
    UNFULFILLED: {
        6: "high non-fulfilment rate",
        7: "many orders not fulfilled",
        3060: "extremely high non-fulfilment rate",
        3068: "high non-fulfilment rate of next-day orders",
        3145: "high return and refund rate of other channels",
    },
    PICKUP: {3072: "too many days of failed pickups"},
    LISTINGS: {
        9: "prohibited listing",
        10: "counterfeit or infringing listing",
        11: "spam listing",
        12: "copied or stolen images",
        13: "deleted listing uploaded again unchanged",
        16: "too many pre-order listings",
        3042: "counterfeit found by a test purchase",
        3044: "repeated counterfeit or infringing listings",
        3056: "indecent image",
        3058: "wrong product category",
        3064: "listing of government goods",
        3066: "listing of invalid gifts",
        3090: "prohibited listing, extreme",
        3091: "prohibited listing, high",
        3092: "prohibited listing, middle",
        3093: "prohibited listing, low",
        3094: "counterfeit listing, extreme",
        3095: "counterfeit listing, high",
        3096: "counterfeit listing, middle",
        3097: "counterfeit listing, low",
        3098: "spam listing, extreme",
        3099: "spam listing, high",
        3100: "spam listing, middle",
        3101: "spam listing, low",
        4130: "poor product quality",
    },
    CONDUCT: {
        14: "counterfeit bought from the mall",
        15: "counterfeit caught by Shopee",
        17: "confirmed attempts at fraud",
        18: "confirmed attempts at fraud with vouchers",
        19: "false return address",
        20: "abuse of shipping",
        21: "many chats without an answer",
        22: "rude answer in a chat",
        23: "buyer asked to cancel the order",
        24: "rude answer to a review",
        25: "breach of the return and refund policy",
        3030: "dealing outside the platform",
        3032: "empty or incomplete parcels",
        3048: "spam in chats",
        3052: "private data in an answer to a review",
        3054: "brushing of orders",
        3074: "dealing outside the platform through chat",
    },
}
_BY_CODE = MappingProxyType(
    {code: (kind, words) for kind, listed in _VIOLATIONS.items() for code, words in listed.items()}
)
KINDS = (LATE, UNFULFILLED, PICKUP, LISTINGS, CONDUCT)
"""The kinds in the order in which steps are worth most."""

_REMOVALS: Mapping[int, str] = {
    101: "another reason",
    102: "an error of the system",
    103: "a fault of the logistics",
    104: "weather or disaster",
    105: "a special exemption",
    106: "an SBS waiver",
    107: "a SIP waiver",
    108: "the rights holder is confirmed",
}
_LISTING_LIMIT = "fewer listings allowed"


class Restriction(NamedTuple):
    """What a punishment takes away; ``grave`` ones take sales at once, ``closed`` is the shop itself."""

    words: str
    grave: bool = False
    closed: bool = False


_RESTRICTIONS: Mapping[int, Restriction] = {
    103: Restriction("hidden while buyers browse categories", grave=True),
    104: Restriction("hidden in search", grave=True),
    105: Restriction("no new listings", grave=True),
    106: Restriction("no edits of listings", grave=True),
    107: Restriction("no marketing campaigns"),
    108: Restriction("no shipping subsidy"),
    109: Restriction("account suspended", closed=True),
    600: Restriction("hidden in search", grave=True),
    601: Restriction("hidden in recommendations", grave=True),
    602: Restriction("hidden while buyers browse categories", grave=True),
    1109: Restriction(_LISTING_LIMIT),
    1110: Restriction(_LISTING_LIMIT),
    1111: Restriction(_LISTING_LIMIT),
    1112: Restriction(_LISTING_LIMIT),
    2008: Restriction("fewer orders allowed per day", grave=True),
}

_REASONS: Mapping[int, str] = {
    **{tier: f"penalty tier {tier}" for tier in range(1, 6)},
    1109: "listing limit, first tier",
    1110: "listing limit, second tier",
    1111: "listing limit for pre-orders",
}
TIERS = 5
"""Tiers of penalty points; above the fifth there is none."""


def violation(code: int | None) -> tuple[str | None, str]:
    """Say what kind of violation a type is, None where nobody knows, and what it is in words."""
    unknown = "violation without a type" if code is None else f"violation of type {code}"
    return _BY_CODE.get(code or 0, (None, unknown))


def removal(code: int | None) -> str:
    """Say why points were taken back."""
    return _REMOVALS.get(code or 0, f"reason {code}" if code is not None else "no reason given")


def restriction(code: int | None) -> Restriction:
    """Say what a punishment restricts; one that nobody knows is taken for a grave one."""
    unknown = "punishment without a type" if code is None else f"punishment of type {code}"
    return _RESTRICTIONS.get(code or 0, Restriction(unknown, grave=True))


def reason(code: int | None) -> str:
    """Say what brought a punishment; empty without a reason."""
    return "" if code is None else _REASONS.get(code, f"reason {code}")


def tier(number: int | None) -> str | None:
    """Write a tier as the state metric holds it; None for what is no tier."""
    if number is None or not 0 <= number <= TIERS:
        return None
    return f"Tier {number}" if number else "No tier"
