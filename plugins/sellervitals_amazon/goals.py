"""What Amazon sellers want to reach beside a zone of the Account Health Rating."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite
from sellervitals_amazon.zones import RATING

GOALS = (
    sdk.Goal(
        id="aha-eligible",
        title="Eligible for Account Health Assurance",
        rules=("amazon.account-health-assurance",),
        needs={
            RATING: (
                sdk.limit(
                    "2022-11-01",
                    sites=("US", "CA"),
                    must_be="at_least",
                    fail="250",
                    source="assurance",
                    announced="2022-11-01",
                    note="Began in November 2022; the day is not published.",
                ),
                sdk.limit(
                    "2023-01-01",
                    must_be="at_least",
                    fail="250",
                    source="assurance-worldwide",
                    announced="2023-01-01",
                    note="The other stores followed in 2023; the month is not published.",
                ),
            )
        },
        references=cite("assurance", "assurance-worldwide"),
    ),
)
"""The points that are asked for today, and the rule that looks back over the six months before."""
