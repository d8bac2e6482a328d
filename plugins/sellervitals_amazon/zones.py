"""The zones of the Account Health Rating: the points they ask for by day and store, and Amazon's words."""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RATING = "account_health_rating"
_AMERICA = ("US", "CA")

_points = partial(sdk.limit, must_be="at_least", source="rating-zones")
_since_2022 = partial(
    _points,
    "2022-08-01",
    announced="2022-07-21",
    sites=_AMERICA,
    note="Points since August 2022; the first day is not published.",
)
_since_2023 = partial(
    _points,
    "2023-01-01",
    announced="2023-01-01",
    note="The other stores followed in 2023; the month is not published.",
)

HEALTHY = sdk.Rung(
    "HEALTHY",
    "Healthy",
    needs={
        # 250 is the line of Account Health Assurance, which began three months after the points
        RATING: (
            _since_2022(fail="200"),
            _points(
                "2022-11-01",
                announced="2022-11-01",
                sites=_AMERICA,
                fail="200",
                warn="250",
                warn_trust="official",
                note="250 is the line of Account Health Assurance, November 2022; its day is not published.",
            ),
            _since_2023(fail="200", warn="250", warn_trust="official"),
        )
    },
    severity=sdk.Severity.HIGH,  # of one who misses a target in the document that asks for more
)
AT_RISK = sdk.Rung(
    "AT_RISK",
    "At risk",
    needs={RATING: (_since_2022(fail="100"), _since_2023(fail="100"))},
    severity=sdk.Severity.HIGH,
    says="This is Amazon's at risk zone.",
)
UNHEALTHY = sdk.Rung(
    "UNHEALTHY",
    "Unhealthy",
    severity=sdk.Severity.CRITICAL,
    says="This is Amazon's unhealthy zone: the account may be deactivated.",
)

ZONES = sdk.Ladder(
    id="account_health_zone",
    title="Zone of the Account Health Rating",
    rungs=(HEALTHY, AT_RISK, UNHEALTHY),
    references=cite("rating-zones"),
)

_BY_WORD = {
    sdk.folded(word): zone
    for zone, words in (
        (HEALTHY, ("GREAT", "GOOD", "GREEN", "HEALTHY", "NORMAL")),
        (AT_RISK, ("WARNED", "AT_RISK", "YELLOW", "BAD", "POOR")),
        (UNHEALTHY, ("AT_RISK_OF_DEACTIVATION", "UNHEALTHY", "CRITICAL", "RED", "DEACTIVATED")),
    )
    for word in words
}


def zone_named(word: str) -> sdk.Rung | None:
    """Read the word that comes with an Account Health Rating; None for NONE and unknown words.

    WARNED, BAD and POOR say that something is wrong but not how deep; they read as at risk.
    """
    return _BY_WORD.get(sdk.folded(word))


def between_zones(word: str) -> bool:
    """Say whether a rating's word is FAIR: seen between good and at risk, but no source says which it is."""
    return sdk.folded(word) == "FAIR"
